"""German: words with a capital that name nobody. Every noun has one, so that none are listed."""

ORDINARY_CAPITALS = ""
DEMONYMS = ""
