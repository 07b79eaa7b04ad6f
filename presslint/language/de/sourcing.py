"""German: voices without a name, for rules on sourcing. Words as in en/making.py."""

# who is cited and has no name
VOICES = """
*beobachter *experten *analysten *kenner *forscher Experten Expertinnen Fachleute Beobachter Kritiker Analysten Wissenschaftler Forscher Insider Brancheninsider
Branchenexperten Branchenkenner Studien Untersuchungen Umfragen Statistiken Nutzer Tester Berichte Ökonomen
Volkswirte Mediziner Ärzte Psychologen Pädagogen Meteorologen Klimaforscher Historiker Juristen
Branchenvertreter Marktbeobachter Sicherheitsexperten Finanzexperten Gesundheitsexperten
"""
# what they do
SAY = """
haben_festgestellt haben_gezeigt merken_an sagten_voraus stellen_fest weisen_auf sagen warnen betonen erwarten gehen_davon_aus zeigen belegen berichten empfehlen raten sehen sprechen_von
schätzen prognostizieren vermuten befürchten bestätigen loben kritisieren weisen_darauf_hin rechnen_mit
halten_für fordern meinen glauben hoffen fürchten beklagen bemängeln begrüßen mahnen verweisen_auf
kommen_zu_dem_Schluss deuten_darauf_hin
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
# groups that may speak for themselves: a glance, not a warning
GROUPS = """
Anleger Investoren Anwohner Bewohner Verbraucher Kunden Fans Anhänger Befürworter Gegner Umweltschützer
Datenschützer Verbraucherschützer Aktivisten Eltern Lehrer Händler Spieler Entwickler Kommentatoren Skeptiker
Marktteilnehmer Börsianer Leser Zuschauer Einheimische Landwirte Unternehmer Touristiker
"""
# one paper that has no name
PAPERS = """
eine_Studie eine_neue_Studie eine_aktuelle_Studie ein_Bericht ein_neuer_Bericht ein_aktueller_Bericht
eine_Umfrage eine_neue_Umfrage eine_aktuelle_Umfrage eine_Untersuchung eine_neue_Untersuchung eine_Analyse
eine_neue_Analyse neue_Studien aktuelle_Studien neue_Untersuchungen neue_Daten aktuelle_Daten neue_Zahlen
jüngste_Studien
"""
# what it does
TELL = """
zeigt zeigen belegt belegen ergab ergibt ergaben legt_nahe legen_nahe warnt warnen kommt_zu enthüllt enthüllen
bestätigt bestätigen deutet_darauf deuten_darauf prognostiziert
"""
# what is said by nobody at all: a glance
HEARSAY = """
dem_Vernehmen_nach wie_man_hört man_hört,_dass man_sagt,_dass man_munkelt es_wird_gemunkelt es_wird_behauptet es_wird_vermutet
es_heißt,_dass wie_es_heißt,_ es_wurde_gesagt aus_gut_informierten_Kreisen aus_informierten_Kreisen
wie_aus_Kreisen viele_glauben viele_meinen manche_sagen manche_meinen einige_sagen einige_meinen
"""
# voices in the case that AFTER asks for, and the word behind them
VOICES_BEFORE = """
Experten Expertinnen Fachleuten Beobachtern Kritikern Analysten Wissenschaftlern Forschern Insidern Brancheninsidern
Branchenkennern Branchenexperten Ökonomen Volkswirten Medizinern Ärzten Psychologen Historikern Juristen Meteorologen
Klimaforschern Studien Untersuchungen Umfragen Berichten Medienberichten Schätzungen Gerüchten
"""
AFTER = "zufolge"
