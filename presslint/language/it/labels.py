"""Italian: subheads that would stand over any article."""

LABELS = """
introduzione
contesto
il contesto
panoramica
sintesi
riassunto
conclusione
conclusioni
in conclusione
in sintesi
prospettive
prossimi passi
sfide
le sfide
vantaggi
svantaggi
opportunità
implicazioni
impatto
analisi
discussione
punti chiave
perché è importante
fonti
fonte
domande frequenti
faq
dettagli
"""
