"""Danish: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
» «
„ “
“ ”
” ”
« »
‘ ’
’ ’
" "
' '
"""
ELISIONS = ""
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""
# verbs beside a quotation, in the forms that stand there
REPORTING_VERBS = """
siger sagde sagt fortæller fortalte skriver skrev mener mente forklarer forklarede oplyser oplyste svarer
svarede spørger spurgte udtaler udtalte lyder tilføjer understreger fastslår påpeger konstaterer kommenterer
erkender advarer
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
ifølge
efter eget udsagn
"""
