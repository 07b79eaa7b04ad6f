"""Danish: which stops end a sentence, and which belong to a short form."""

WORDS_TOUCH = ""
# before the name of a person
PERSON_TITLES = "Dr Prof"
TITLE_WORDS = "Statsminister Borgmester Minister Professor"
TITLES = ""
STREET_ABBREVIATIONS = ""
# never end a sentence
JOINED_ABBREVIATIONS = "f.eks bl.a dvs m.m ca kl jf pga ift inkl ekskl evt"
# end one only before a word of SENTENCE_STARTERS
ENDING_ABBREVIATIONS = "osv etc m.v Inc Corp Ltd f.Kr e.Kr"
PLACE_ABBREVIATIONS = ""
AMBIGUOUS_ABBREVIATIONS = ""
# joined to a figure only
NUMBER_ABBREVIATIONS = "nr kl s art pkt"
CLOCK_ABBREVIATIONS = ""
AFTER_CLOCK = ""
SHOUTED_NAMES = "Yahoo"
LONE_CAPITALS = ""
# words that open a sentence
SENTENCE_STARTERS = """
Den Det De En Et Dette Disse Han Hun Jeg Vi Du I Man Og Men Eller For Hvis Når Da Som På Af Med Til Fra Om
Efter Før Under Over Ved Ifølge Også Nu Her Der Så Hvad Hvem Hvor Hvorfor Ikke Ingen Alle Mange Flere Nogle
Tidligere Samtidig Derfor Alligevel
"""
