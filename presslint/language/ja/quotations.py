"""Japanese: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
「 」
『 』
“ ”
〝 〟
" "
' '
"""
ELISIONS = ""
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""
# verbs beside a quotation, in the forms that stand there
REPORTING_VERBS = "と話す と話した と述べた と語った と語る と説明した と指摘した と強調した とコメントした と明らかにした と訴えた と答えた と発表した"
# words that give a source without a verb
ATTRIBUTION_CUES = """
によると
によれば
として
"""
