"""German: lines of a page that come along when copy is taken from it; see language/page.py."""

LINES = """
teilen sie diesen artikel
diesen artikel teilen
artikel teilen
beitrag teilen
diesen beitrag teilen
teile diesen artikel
teile diesen beitrag
jetzt teilen
auf facebook teilen
link kopieren
weiterlesen
mehr lesen
lesen sie auch
lesen sie weiter
auch interessant
das könnte sie auch interessieren
das könnte dich auch interessieren
ähnliche artikel
ähnliche beiträge
verwandte artikel
weitere artikel
mehr zum thema
newsletter abonnieren
abonnieren sie unseren newsletter
abonniere unseren newsletter
jetzt abonnieren
jetzt anmelden
zum newsletter anmelden
kommentar schreiben
schreiben sie einen kommentar
schreibe einen kommentar
hinterlassen sie einen kommentar
kommentare
anzeige
werbung
nach oben
zurück zur startseite
zurück zur übersicht
zurück zum blog
nächster artikel
vorheriger artikel
cookie einstellungen
cookies akzeptieren
alle cookies akzeptieren
diese website verwendet cookies
alle rechte vorbehalten
folgen sie uns
folge uns
artikel drucken
artikel anhören
zum inhalt springen
"""
TIMES = """
min lesezeit
minuten lesezeit
lesezeit
min. lesezeit
"""
CALLS = """
bleiben sie dran
bleibt dran
bleiben sie informiert
abonnieren sie
bis morgen
folgen sie uns
"""
COUNTS = """
artikel
meldungen
beiträge
nachrichten
quellen
themen
kategorien
rubriken
links
"""
