"""German: subheads that would stand over any article."""

LABELS = """
einleitung
einführung
hintergrund
überblick
kontext
zusammenfassung
fazit
schlussfolgerung
schlusswort
ausblick
nächste schritte
herausforderungen
chancen
chancen und risiken
vorteile
nachteile
auswirkungen
bedeutung
analyse
diskussion
die wichtigsten fakten
das wichtigste in kürze
das wichtigste
wichtige punkte
kernpunkte
was ist neu
was bedeutet das
warum es wichtig ist
quellen
quelle
häufige fragen
häufig gestellte fragen
faq
details
"""
