"""Dutch: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
“ ”
‘ ’
„ ”
‚ ’
" "
' '
"""
ELISIONS = "s t n k m ns"
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""
# verbs beside a quotation, in the forms that stand there
REPORTING_VERBS = """
zegt zei zeiden aldus vertelt vertelde stelt stelde schrijft schreef meldt meldde laat liet noemt noemde
vindt vond benadrukt benadrukte reageert reageerde vraagt vroeg antwoordt antwoordde verklaart verklaarde
concludeert voegt voegde denkt legt legde waarschuwt waarschuwde
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
volgens
aldus
naar eigen zeggen
"""
