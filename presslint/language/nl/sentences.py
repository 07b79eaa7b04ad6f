"""Dutch: which stops end a sentence, and which belong to a short form."""

WORDS_TOUCH = ""
# before the name of a person
PERSON_TITLES = "Dhr Mevr Mw Dr Drs Prof Ir Ing Mr dhr mevr mw dr drs prof ir ing mr"
TITLE_WORDS = "Meneer Mevrouw Minister Burgemeester Professor"
TITLES = "St"
STREET_ABBREVIATIONS = ""
# never end a sentence
JOINED_ABBREVIATIONS = "bijv bv d.w.z o.a m.n n.a.v t.o.v i.p.v t.a.v a.u.b z.g nl ca resp incl excl evt vgl"
# end one only before a word of SENTENCE_STARTERS
ENDING_ABBREVIATIONS = "enz etc e.d e.a jl Inc Corp Ltd B.V N.V v.Chr n.Chr"
PLACE_ABBREVIATIONS = ""
AMBIGUOUS_ABBREVIATIONS = ""
# joined to a figure only
NUMBER_ABBREVIATIONS = "nr nrs art blz p"
CLOCK_ABBREVIATIONS = ""
AFTER_CLOCK = ""
SHOUTED_NAMES = "Yahoo"
LONE_CAPITALS = ""
# words that open a sentence
SENTENCE_STARTERS = """
De Het Een Dit Dat Die Deze Hij Zij Ze Wij We Ik Jullie U Er Daar Hier Nu Toen En Maar Of Want Als Wanneer
Omdat Hoewel Terwijl In Op Aan Bij Met Van Voor Na Tot Uit Om Door Over Onder Volgens Tijdens Sinds Ook Toch
Dus Wat Wie Waar Waarom Hoe Niet Geen Meer Alle Veel Sommige Gisteren Vandaag Morgen Zo Inmiddels Daarnaast
Bovendien Volgens
"""
