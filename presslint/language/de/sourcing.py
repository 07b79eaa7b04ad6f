"""German: voices without a name, for rules on sourcing. Words as in en/making.py."""

# who is cited and has no name
VOICES = """
Experten Expertinnen Fachleute Beobachter Kritiker Analysten Wissenschaftler Forscher Insider
Brancheninsider Branchenexperten Branchenkenner Studien Untersuchungen Umfragen Statistiken Nutzer Tester
Berichte
"""
# what they do
SAY = """
sagen warnen betonen erwarten gehen_davon_aus zeigen belegen berichten empfehlen raten sehen sprechen_von
schätzen prognostizieren vermuten befürchten bestätigen loben kritisieren weisen_darauf_hin
"""
# what stands before them instead
FRAMES = "laut nach_Ansicht_von nach_Meinung_von nach_Einschätzung_von nach_Angaben_von"
# what may stand between
LOOSE = "vieler vielen zahlreichen einigen mehreren aktuellen neuen jüngsten verschiedenen den"
# behind them: they belong to somebody
WITH_BODY = "der des von vom am beim im aus an bei"
# a claim that rests on nobody
BARE = "Studien_zeigen wissenschaftlich_erwiesen es_wird_berichtet es_heißt_aus_Kreisen"
# what shows that a text cites something, whoever it is
CITES = """
laut zufolge Quelle* Studie* Umfrage* Statistik* Bericht* berichtet* sagt* erklärt* Angaben Erhebung*
Institut* Bundesamt meldet* teilte*
"""
