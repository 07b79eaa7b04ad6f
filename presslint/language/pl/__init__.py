"""Polish, as data. CONTRIBUTING.md, “A new language”, says what each name is for."""
