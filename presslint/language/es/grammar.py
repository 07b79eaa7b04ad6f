"""Spanish: the small words, and endings."""

BE_FORMS = """
es son era eran ser sido fue fueron será serán sería sea sean está están estaba estaban estar estado estuvo
"""
AUXILIARIES = """
ha han había habían haber he hemos hay hubo puede pueden podía podría debe deben debía va van tiene tienen
hace hacen quiere
"""
NEGATIONS = "no ni nunca jamás nada nadie ningún ninguna ninguno sin tampoco"
ADVERBS = """
también ya más menos muy bien aquí allí hoy ayer mañana siempre nunca después antes ahora así además luego
"""
PREPOSITIONS = """
a ante bajo con contra de del al desde durante en entre hacia hasta para por según sin sobre tras
"""
DETERMINERS = """
el la los las un una unos unas este esta estos estas ese esa esos esas mi tu su sus nuestro nuestra cada
todo toda todos todas
"""
SUBORDINATORS = "que cuando si como porque aunque mientras donde quien quienes cual y e o u pero sino"
PRONOUNS = "él ella ellos ellas yo tú usted ustedes nosotros se lo le les me te nos esto eso"
FIRST_PERSON = "yo me mi mis mí nosotros nosotras nos nuestro nuestra nuestros nuestras"
SECOND_PERSON = "tú te ti tu tus usted ustedes vosotros vuestro vuestra"
TIME_WORDS = """
día días semana semanas mes meses año años mañana tarde noche hora horas minuto minutos siglo trimestre fin
"""
CLAUSE_OPENERS = 'que si cómo qué quién « “ : "'
PLURAL_ENDINGS = "s es"
