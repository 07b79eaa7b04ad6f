"""French: which stops end a sentence, and which belong to a short form."""

WORDS_TOUCH = ""
# before the name of a person
PERSON_TITLES = "M MM Mme Mmes Mlle Mlles Dr Pr Me Mgr"
TITLE_WORDS = "Monsieur Madame Maître Docteur Professeur Président Présidente Ministre Maire"
TITLES = "St Ste Cie"
STREET_ABBREVIATIONS = ""
# never end a sentence
JOINED_ABBREVIATIONS = "cf c.-à-d p.ex p ex env av apr éd dir ibid op chap fig tél"
# end one only before a word of SENTENCE_STARTERS
ENDING_ABBREVIATIONS = "etc al Inc Corp Ltd Cie J.-C n.d"
PLACE_ABBREVIATIONS = ""
AMBIGUOUS_ABBREVIATIONS = ""
# joined to a figure only
NUMBER_ABBREVIATIONS = "n no art vol chap p pp fig av"
CLOCK_ABBREVIATIONS = ""
AFTER_CLOCK = ""
SHOUTED_NAMES = "Yahoo"
LONE_CAPITALS = ""
# words that open a sentence
SENTENCE_STARTERS = """
Le La Les L Un Une Des Du De Ce Cet Cette Ces Il Elle Ils Elles On Nous Vous Je J Tu Son Sa Ses Leur Leurs
Notre Nos Mon Ma Mes Et Ou Mais Or Donc Car Si Quand Lorsque Comme Pour Par Dans En Sur Sous Avec Sans Après
Avant Depuis Selon D À Au Aux Entre Pendant Malgré Chez Qui Que Quoi Où Comment Pourquoi Plus Moins Aussi
Ainsi Alors Puis Enfin Cependant Toutefois Pourtant Hier Aujourd Demain Tout Tous Toutes Toute Certains
Plusieurs
"""
