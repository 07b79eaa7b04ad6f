"""French: the small words, and endings."""

BE_FORMS = """
est sont était étaient être été suis es sommes êtes fut furent sera seront serait seraient soit soient
"""
AUXILIARIES = """
a ont avait avaient avoir eu ai as avons avez aura auront aurait auraient peut peuvent pouvait doit doivent
devait va vont veut veulent fait font
"""
NEGATIONS = "ne pas n jamais rien aucun aucune ni personne plus sans non"
ADVERBS = """
aussi encore déjà toujours souvent très bien plus moins ici là hier aujourd’hui demain ensuite puis alors
ainsi notamment
"""
PREPOSITIONS = """
de du des à au aux en dans sur sous avec sans pour par chez vers entre contre depuis pendant après avant
selon malgré dès
"""
DETERMINERS = """
le la les l un une des du ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs
chaque tout toute tous toutes aucun aucune quel quelle
"""
SUBORDINATORS = "que qu quand lorsque si comme parce puisque où dont qui et ou mais donc car"
PRONOUNS = """
il elle ils elles on nous vous je j tu se s lui leur y en ce c m n d cela ça qui celui celle ceux celles
"""
FIRST_PERSON = "je j me m moi mon ma mes nous notre nos"
SECOND_PERSON = "tu te t toi ton ta tes vous votre vos"
TIME_WORDS = """
jour jours semaine semaines mois an ans année années matin soir nuit heure heures minute minutes siècle
trimestre week-end
"""
CLAUSE_OPENERS = 'que qu’ comment pourquoi si « “ : "'
PLURAL_ENDINGS = "s x"
