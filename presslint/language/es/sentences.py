"""Spanish: which stops end a sentence, and which belong to a short form."""

WORDS_TOUCH = ""
# before the name of a person
PERSON_TITLES = "Sr Sra Srta Sres Dr Dra Dres D Dña Prof Profa Lic Ing Arq Gral Cnel Cap Mons Fr Sto Sta"
TITLE_WORDS = "Señor Señora Don Doña Doctor Doctora Presidente Presidenta Ministro Ministra Alcalde Alcaldesa"
TITLES = "Avda Av Ntra Ntro"
STREET_ABBREVIATIONS = ""
# never end a sentence
JOINED_ABBREVIATIONS = "p.ej p ej cf vid aprox tel pág págs núm EE ee UU"
# end one only before a word of SENTENCE_STARTERS
ENDING_ABBREVIATIONS = "etc al Inc Corp Ltd S.A S.L a.C d.C Cía"
PLACE_ABBREVIATIONS = ""
AMBIGUOUS_ABBREVIATIONS = ""
# joined to a figure only
NUMBER_ABBREVIATIONS = "n no núm nº art arts vol cap pág págs p pp fig av"
CLOCK_ABBREVIATIONS = ""
AFTER_CLOCK = ""
SHOUTED_NAMES = "Yahoo"
LONE_CAPITALS = ""
# words that open a sentence
SENTENCE_STARTERS = """
El La Los Las Lo Un Una Unos Unas Este Esta Estos Estas Ese Esa Eso Esto Aquel Él Ella Ellos Ellas Yo
Nosotros Su Sus Mi Nuestro Nuestra Y O Pero Sino Si Cuando Como Para Por En De Con Sin Sobre Entre Desde
Hasta Según Tras Durante Ante Bajo Contra A Al Del Aunque Mientras Donde Que Qué Quién Cómo Cuándo Dónde
También Además Así Luego Después Antes Ahora Hoy Ayer Mañana Más Menos Todo Todos Todas Cada Algunos Muchos
No Sin Ya Se Es Son Fue Hay Tanto
"""
