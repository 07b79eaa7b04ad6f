"""Polish: which stops end a sentence, and which belong to a short form."""

WORDS_TOUCH = ""
# before the name of a person
PERSON_TITLES = "Dr Prof Inż Mgr Ks dr prof inż mgr ks hab abp bp gen płk mjr kpt"
TITLE_WORDS = "Pan Pani Minister Prezydent Premier Burmistrz"
TITLES = "św ul al os pl"
STREET_ABBREVIATIONS = ""
# never end a sentence
JOINED_ABBREVIATIONS = "np tj tzn tzw m.in in ok por zob ww wg ub br tys proc godz r"
# end one only before a word of SENTENCE_STARTERS
ENDING_ABBREVIATIONS = "itd itp etc p.n.e n.e Inc Corp Ltd"
PLACE_ABBREVIATIONS = ""
AMBIGUOUS_ABBREVIATIONS = ""
# joined to a figure only
NUMBER_ABBREVIATIONS = "nr art ust pkt poz str s tel"
CLOCK_ABBREVIATIONS = ""
AFTER_CLOCK = ""
SHOUTED_NAMES = "Yahoo"
LONE_CAPITALS = ""
# words that open a sentence
SENTENCE_STARTERS = """
Ten Ta To Te Ci On Ona Oni My Ja Pan Pani I A Ale Oraz Lub Jeśli Jeżeli Gdy Kiedy Jak W We Na Z Ze Do Od Po
Przed Przy Pod Nad Za O U Dla Bez Według Zdaniem Podczas Także Też Już Teraz Tu Tam Tak Nie Co Kto Gdzie
Dlaczego Wszyscy Wielu Kilka Wczoraj Dziś Jutro
"""
