"""Norwegian: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
« »
“ ”
” ”
„ “
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
sier sa sagt forteller fortalte skriver skrev mener mente forklarer forklarte opplyser opplyste svarer
svarte spør spurte uttaler uttalte legger la understreker understreket fastslår påpeker konstaterer
kommenterer innrømmer advarer
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
ifølge
i følge
etter eget utsagn
"""
