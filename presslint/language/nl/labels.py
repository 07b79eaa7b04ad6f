"""Dutch: subheads that would stand over any article."""

LABELS = """
inleiding
introductie
achtergrond
context
overzicht
samenvatting
conclusie
tot slot
vooruitblik
volgende stappen
uitdagingen
voordelen
nadelen
kansen
gevolgen
impact
analyse
discussie
belangrijkste punten
kernpunten
waarom dit belangrijk is
bronnen
bron
veelgestelde vragen
faq
details
"""
