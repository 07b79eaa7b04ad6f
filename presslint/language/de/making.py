"""German: what copy says of its own making; en/making.py says how it is written."""

HANDED = """
bereitgestellte* zur_Verfügung_gestellte* eingefügte* mitgelieferte*
"""
HANDED_BY = "von durch vom"
TEXTS = """
Artikel* *artikel* Text* *text* Quelle* Quell* Inhalt* *inhalt* Ausschnitt* Auszug* Transkript* Link* URL *beitrag* Kontext* Webseite* Suchergebnis*
"""
ARTICLES = """
Artikeltext* Artikelinhalt* Volltext* Originalartikel* Quellartikel* Quelltext* Ausgangstext* Originaltext* Artikel* Transkript* Inhalt_des_Artikels
"""
IN_IT = "im in aus"
NOTS = "nicht kein* nichts weder ohne unzureichend* leider_nicht"
HOLDS = """
enthält enthielt enthalten nennt nannte genannt erwähnt erwähnte liefert lieferte bietet bot gibt gab macht machte umfasst beschreibt ausreichend*
genügend Informationen Angaben Details hervor Inhalt* angegeben beinhaltet aufgeführt spezifiziert präzisiert geht
"""
REACHED = "zugänglich verfügbar abrufbar lesbar abgerufen geladen geöffnet ausgelesen gelesen gefunden extrahiert bereitgestellt zugreifen vorhanden vor"
UNREACHED = "unzugänglich leer unvollständig abgeschnitten blockiert"
LIMITED = "besteht_nur_aus besteht_lediglich_aus enthält_nur enthält_lediglich enthält_ausschließlich scheint beschränkt_sich_auf besteht_aus_einer"
CANNOT = """
ich_kann kann_ich ich_konnte konnte_ich ich_bin_nicht_in_der_Lage ich_habe_keinen_Zugriff* habe_ich_keinen_Zugriff* mir_ist_es_nicht_möglich
"""
REACH = "zugreifen öffnen abrufen laden lesen aufrufen"
TASKS = "zusammenfass* übersetzen erstellen generieren schreiben verfassen extrahieren analysieren erstellt"
PRODUCTS = (
    "Zusammenfassung* Artikel* *artikel* Text* *text* Inhalt* Überschrift* Übersetzung* Link* URL Transkript*"
)
NO_PRODUCT = "nicht_möglich unmöglich nicht_verfügbar kann_nicht_* konnte_nicht_* nicht_erstellt"
SUMMARIES = "Zusammenfassung Kurzfassung Inhaltsangabe"
IFS = "wenn falls ob sofern sollte"
IMPOSSIBLE = "unmöglich nicht_möglich,"
PLEASE = "bitte"
GIVE = "stellen_Sie stelle gib geben_Sie senden_Sie sende schicken_Sie schicke teilen_Sie teile fügen_Sie füge übermitteln_Sie"
WANTED = """
Artikeltext* Artikelinhalt* vollständigen_Artikel* vollständigen_Text* Text_des_Artikels Inhalt_des_Artikels Originaltext* Quelltext* den_Artikel
"""

THIS = "dieser diese dieses diesen der das"
PIECES = """
Artikel* Beitrag* Text* Post* Inhalt* Seite* Zusammenfassung* Newsletter* Bericht* Meldung* *artikel
*beitrag Übersetzung*
"""
MADE = """
erstellt generiert verfasst geschrieben zusammengestellt veröffentlicht erzeugt übersetzt zusammengefasst
recherchiert geprüft kuratiert
"""
AUTO = "automatisch* automatisiert* vollautomatisch* maschinell"
BY = "von mit durch per mittels"
HELP = "Daten Hilfe Unterstützung unterstützt mithilfe"
PEOPLE = "Redakt* redaktionell* Mensch* Journalist* überprüft geprüft gegengelesen kontrolliert überarbeitet"
SOURCES = "Quelle Quellen"

GENERATED = """
generiert* autogeneriert* automatisch_erstellt* automatisch_erzeugt* maschinell_erstellt*
"""
BUILT = "gebaut betrieben bereitgestellt gemacht"
COLLECTED = """
abgerufen gesammelt erfasst ausgelesen zusammengestellt exportiert verarbeitet transkribiert erhoben erstellt
erzeugt
"""
UPDATED = "aktualisiert* Aktualisierung Stand veröffentlicht"

RECORD = """
Modell KI-Modell Prompt Prompts Tokens Temperatur Wortanzahl Wortzahl Pipeline Agent generiert generiert_am
generiert_von erstellt_mit erstellt_von Konfidenz Qualitätswert SEO-Score Verarbeitungszeit Werkzeug
"""
PLAIN = """
Status Datei Dateien Version Datum Quelle Quellen Autor Länge Sprache Ausgabe ID Tags Kategorie Schlagwörter
Stichwörter geprüft erstellt aktualisiert Typ Bewertung Punktzahl Titel
"""

COUNTS = "Wortanzahl Wortzahl Wörter Anzahl_Wörter Anzahl_der_Wörter"
UNITS = "Wörter Worte"

DESK = "Redaktionen Journalisten Journalistinnen Reporter die_Redaktion Redakteure"
SHOULD = "sollten sollte müssen können könnten"
WORK = """
prüfen beachten nachfragen verfolgen beobachten erwähnen nachhaken klären einordnen hinweisen vermeiden
"""
ITEMS = "Zeile Meldung Punkt Eintrag Detail Satz"
DESERVES = "verdient ist_wert"
NOTICE = "Erwähnung Prüfung Nachfrage Beachtung Aufmerksamkeit Nachrecherche"

FIELDS = """
Quelle Quellen URL Autor Autoren Autorin Veröffentlicht Veröffentlichung Herausgeber Originalquelle Verfasser
"""
FACTS = "datum link links titel adresse"
JUDGED = """
Urteil Bewertung Punktzahl Relevanz Stimmung Tag Tags Kategorie Konfidenz Priorität Wichtigkeit Tonalität
Bedeutung Einschätzung Fazit
"""
