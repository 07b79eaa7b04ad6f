"""Italian: which stops end a sentence, and which belong to a short form."""

WORDS_TOUCH = ""
# before the name of a person
PERSON_TITLES = "Sig Sigg Sig.ra Dott Dott.ssa Prof Prof.ssa Avv Ing Arch On Sen Mons Geom Rag"
TITLE_WORDS = "Signor Signora Dottor Dottoressa Professor Professoressa Presidente Ministro Sindaco"
TITLES = "S Ss"
STREET_ABBREVIATIONS = ""
# never end a sentence
JOINED_ABBREVIATIONS = "es p.es cfr v tel ca pag pagg"
# end one only before a word of SENTENCE_STARTERS
ENDING_ABBREVIATIONS = "ecc etc al Inc Corp Ltd S.p.A S.r.l a.C d.C"
PLACE_ABBREVIATIONS = ""
AMBIGUOUS_ABBREVIATIONS = ""
# joined to a figure only
NUMBER_ABBREVIATIONS = "n nn art artt vol cap pag pp fig"
CLOCK_ABBREVIATIONS = ""
AFTER_CLOCK = ""
SHOUTED_NAMES = "Yahoo"
LONE_CAPITALS = ""
# words that open a sentence
SENTENCE_STARTERS = """
Il Lo La I Gli Le L Un Una Uno Questo Questa Questi Queste Quello Quella Lui Lei Loro Io Noi Si E O Ma Se
Quando Come Per Con In Di Da A Al Alla Nel Nella Del Della Dal Su Sul Tra Fra Dopo Prima Secondo Durante
Anche Poi Così Oggi Ieri Domani Ora Non Che Chi Cosa Dove Perché Più Tutti Tutto Ogni Alcuni Molti È Sono
Era
"""
