"""Swedish: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
” ”
» »
“ ”
« »
’ ’
‘ ’
" "
' '
"""
ELISIONS = ""
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""
# verbs beside a quotation, in the forms that stand there
REPORTING_VERBS = """
säger sa sade berättar berättade skriver skrev menar menade förklarar förklarade uppger uppgav svarar
svarade frågar frågade tillägger konstaterar konstaterade påpekar betonar understryker kommenterar varnar
anser
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
enligt
enligt uppgift
"""
