"""Portuguese: words with a capital that name nobody."""

ORDINARY_CAPITALS = ""
DEMONYMS = ""
