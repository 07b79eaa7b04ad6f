"""English: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line; the last is a typing machine's
QUOTATION_MARKS = """
“ ”
‘ ’
" "
' '
`` ''
'' ''
"""
# words that begin with an apostrophe: ’tis, ’em; years (’90s) are known without
ELISIONS = "tis twas twere twill em til ere neath nuff n"
# words that end with one, and ends of such words: thinkin’, o’
CLIPPED_WORDS = "an o ol th wi"
CLIPPED_ENDINGS = "in"

# verbs beside a quotation, in the forms that stand there: “…?” she asked
REPORTING_VERBS = """
said says asked asks told tells wrote writes shouted cried wondered replied added yelled joked
tweeted posted exclaimed demanded screamed declared recalled mused quipped responded answered
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
according to
as per
in the words of
"""
