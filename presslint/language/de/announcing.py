"""German: words with which copy announces a list, and subheads that promise one; language/announcing.py reads them."""

# what is counted, one by one: “drei Gründe:”
THINGS = """
Gründe Wege Dinge Punkte Schritte Fragen Antworten Faktoren Tipps Ziele Maßnahmen Bedingungen Forderungen Optionen Beispiele
Vorteile Nachteile Risiken Phasen Säulen Regeln Lehren Lektionen Fehler Fakten Möglichkeiten Voraussetzungen Kriterien Ursachen
Thesen Mythen Irrtümer Empfehlungen Prinzipien Vorschläge Schwerpunkte Gründen Punkten Schritten Fragen Faktoren Zielen Maßnahmen
Bedingungen Säulen Phasen Regeln Tricks Erkenntnisse Anzeichen Herausforderungen
"""
# with one of these before such a noun, or as the last words, nothing but a list is left to come
THESE = "diese folgende folgenden die_folgenden"
LISTING = "wie_folgt: folgendes: folgende: nämlich: gehören: umfasst: umfassen: darunter: beispielsweise: zum_Beispiel: unter_anderem:"
# a text that stops here was cut
LAST = "wie_etwa wie_zum_Beispiel darunter beispielsweise einschließlich nämlich"
# colons that announce no list
FURNITURE = "lesen sehen mehr weitere foto fotos quelle quellen korrektur anmerkung update hinweis kontakt video hören redaktion text von"
# before such a colon somebody speaks
SAYING = "sagt sagte sagten schreibt schrieb schrieben fragt fragte antwortet antwortete erklärte erklärt ergänzte meinte"
# numbers that are of something already told
TOLD = "diese jene die der den mindestens höchstens über fast"
# those of the list are only some
SOME = "darunter unter_anderem etwa beispielsweise"
AND = "und oder sowie"
# subheads that promise items outright
HARD = """
Zeitleiste | Chronologie | Wichtige Termine | Die wichtigsten Termine | Termine im Überblick | Auf einen Blick | Die wichtigsten Punkte
Die wichtigsten Fakten | Zahlen und Fakten | Daten und Fakten | In Zahlen | Checkliste | Schritt für Schritt | Tipps | Zutaten
Vor- und Nachteile | Vorteile und Nachteile | Häufige Fragen | Häufig gestellte Fragen | Glossar | Die Ergebnisse im Überblick
Gewinner und Verlierer | Tops und Flops
"""
