"""Polish: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
„ ”
„ “
« »
» «
‚ ’
‘ ’
“ ”
" "
' '
"""
ELISIONS = ""
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""
# verbs beside a quotation, in the forms that stand there
REPORTING_VERBS = """
mówi mówił mówiła powiedział powiedziała podkreśla podkreślił podkreśliła dodaje dodał dodała twierdzi
twierdził wyjaśnia wyjaśnił wyjaśniła zaznacza zaznaczył zauważa pisze napisał napisała informuje
poinformował poinformowała ocenia ocenił oceniła zapowiada zapowiedział przekonuje tłumaczy odpowiada
stwierdził stwierdziła przyznaje przyznał
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
według
zdaniem
jak podaje
jak podał
"""
