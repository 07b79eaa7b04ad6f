"""Swedish: which stops end a sentence, and which belong to a short form."""

WORDS_TOUCH = ""
# before the name of a person
PERSON_TITLES = "Dr Prof"
TITLE_WORDS = "Statsminister Minister Professor"
TITLES = ""
STREET_ABBREVIATIONS = ""
# never end a sentence
JOINED_ABBREVIATIONS = "t.ex bl.a d.v.s dvs m.m ca kl jfr p.g.a pga inkl exkl ev fr.o.m t.o.m s.k"
# end one only before a word of SENTENCE_STARTERS
ENDING_ABBREVIATIONS = "osv etc m.fl Inc Corp Ltd f.Kr e.Kr"
PLACE_ABBREVIATIONS = ""
AMBIGUOUS_ABBREVIATIONS = ""
# joined to a figure only
NUMBER_ABBREVIATIONS = "nr kl s art"
CLOCK_ABBREVIATIONS = ""
AFTER_CLOCK = ""
SHOUTED_NAMES = "Yahoo"
LONE_CAPITALS = ""
# words that open a sentence
SENTENCE_STARTERS = """
Den Det De En Ett Detta Dessa Han Hon Jag Vi Du Ni Man Och Men Eller För Om När Då Som I På Av Med Till Från
Efter Före Under Över Vid Enligt Också Nu Här Där Så Vad Vem Var Varför Inte Ingen Alla Många Flera Några
Tidigare Samtidigt Därför Ändå
"""
