"""Portuguese: words for what rules read in it so far; a record of the language needs the files that CONTRIBUTING.md names."""
