"""Dutch: the small words, and endings."""

BE_FORMS = "is zijn was waren ben bent geweest wordt worden werd werden geworden"
AUXILIARIES = """
heeft hebben had hadden kan kunnen kon konden moet moeten moest mag mogen zal zullen zou zouden wil willen
"""
NEGATIONS = "niet geen nooit niets niemand zonder noch"
ADVERBS = "ook nog al wel niet weer nu dan daar hier vaak altijd gisteren vandaag"
PREPOSITIONS = """
van in op aan met voor bij door naar uit over om tot onder tegen tussen na sinds tijdens volgens
"""
DETERMINERS = "de het een dit dat deze die mijn jouw zijn haar ons onze jullie hun elke elk ieder"
SUBORDINATORS = "dat als of omdat hoewel terwijl toen wanneer en maar want die wie wat waar"
PRONOUNS = "hij zij ze het ik jij je u wij we jullie men hem haar hun hen ons"
FIRST_PERSON = "ik me mij mijn wij we ons onze"
SECOND_PERSON = "jij je jou jouw u uw jullie"
TIME_WORDS = "dag dagen week weken maand maanden jaar jaren ochtend avond nacht uur"
CLAUSE_OPENERS = 'dat of hoe wat “ ‘ : "'
PLURAL_ENDINGS = "en s"
