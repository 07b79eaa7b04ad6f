"""Chinese: marks around direct speech, what an apostrophe leaves out, and who speaks."""

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
REPORTING_VERBS = "说 說 表示 指出 称 稱 认为 認為 强调 強調 告诉 告訴 介绍 介紹 回应 回應 写道 寫道"
# words that give a source without a verb
ATTRIBUTION_CUES = """
据
據
根据
根據
"""
