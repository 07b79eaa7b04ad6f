"""Korean: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
“ ”
‘ ’
「 」
『 』
《 》
〈 〉
" "
' '
"""
ELISIONS = ""
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""
# verbs beside a quotation, in the forms that stand there
REPORTING_VERBS = "말했다 밝혔다 전했다 설명했다 강조했다 덧붙였다 지적했다 주장했다 답했다"
# words that give a source without a verb
ATTRIBUTION_CUES = """
따르면
의하면
"""
