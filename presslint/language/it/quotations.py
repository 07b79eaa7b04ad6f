"""Italian: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line
QUOTATION_MARKS = """
« »
“ ”
‘ ’
" "
' '
"""
ELISIONS = ""
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""
# verbs beside a quotation, in the forms that stand there
REPORTING_VERBS = """
dice ha detto disse afferma affermato spiega spiegato aggiunge aggiunto racconta raccontato sottolinea
sottolineato dichiara dichiarato commenta commentato conclude concluso osserva osservato ricorda ricordato
precisa precisato sostiene sostenuto replica replicato risponde risposto scrive scritto annuncia annunciato
avverte ribadisce ribadito
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
secondo
stando a
a detta di
"""
