"""German: marks around direct speech, what an apostrophe leaves out, and who speaks."""

# an opening mark and its close, a pair a line; « » is Swiss, the last is a typing machine's
QUOTATION_MARKS = """
„ “
‚ ‘
» «
› ‹
« »
‹ ›
" "
' '
"""
# words that begin with an apostrophe: ’s, ’ne
ELISIONS = "s ne nen ner nem n ran rum rein raus"
CLIPPED_WORDS = ""
CLIPPED_ENDINGS = ""

# verbs beside a quotation, in the forms that stand there: „…“, sagte sie
REPORTING_VERBS = """
sagt sagte sagten erklärt erklärte erklärten betont betonte betonten meint meinte meinten schreibt schrieb
schrieben berichtet berichtete berichteten teilt teilte teilten warnt warnte warnten fordert forderte
forderten kritisiert kritisierte kritisierten fragt fragte fragten antwortet antwortete ergänzt ergänzte
fügt fügte räumt räumte behauptet behauptete versichert versicherte verspricht versprach kündigt kündigte
sagen erklären betonen meinen schreiben berichten warnen fordern kritisieren fragen behaupten melden meldet meldete meldeten
unterstreicht unterstrich bestätigt bestätigte dementiert dementierte äußert äußerte ruft rief
"""
# words that give a source without a verb
ATTRIBUTION_CUES = """
laut
zufolge
nach Angaben
nach Angaben von
nach eigenen Angaben
so
nach Ansicht
nach Einschätzung
"""
