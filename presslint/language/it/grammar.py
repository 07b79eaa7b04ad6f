"""Italian: the small words, and endings."""

BE_FORMS = "è sono era erano essere stato stata stati state fu furono sarà saranno sia siano"
AUXILIARIES = "ha hanno aveva avevano avere può possono deve devono va vanno"
NEGATIONS = "non né mai nessuno nessuna niente nulla senza"
ADVERBS = "anche ancora già sempre molto più meno qui oggi ieri domani poi"
PREPOSITIONS = """
di a da in con su per tra fra del della dei delle degli al alla ai alle dal dalla nel nella sul sulla dopo
prima secondo
"""
DETERMINERS = "il lo la i gli le un uno una questo questa questi queste quel quella ogni"
SUBORDINATORS = "che quando se come perché mentre dove e o ma"
PRONOUNS = "lui lei loro io tu noi voi si ci ne lo la li le"
FIRST_PERSON = "io mi me mio mia miei mie noi ci nostro nostra"
SECOND_PERSON = "tu ti te tuo tua voi vi vostro vostra"
TIME_WORDS = "giorno giorni settimana mese mesi anno anni mattina sera notte ora ore"
CLAUSE_OPENERS = 'che se come « “ : "'
PLURAL_ENDINGS = "i e"
