"""Portuguese: the small words, and endings."""

BE_FORMS = "é são era eram ser sido foi foram será serão seja está estão estava estavam estar"
AUXILIARIES = "tem têm tinha tinham ter há houve pode podem deve devem vai vão"
NEGATIONS = "não nem nunca jamais nada ninguém nenhum nenhuma sem"
ADVERBS = "também já mais menos muito aqui hoje ontem amanhã sempre depois antes agora"
PREPOSITIONS = """
a ante após até com contra de desde em entre para por sem sob sobre do da dos das no na nos nas ao à pelo
pela
"""
DETERMINERS = "o a os as um uma uns umas este esta esse essa isso cada todo toda todos todas"
SUBORDINATORS = "que quando se como porque embora enquanto onde quem e ou mas"
PRONOUNS = "ele ela eles elas eu tu você nós se lhe me te"
FIRST_PERSON = "eu me mim meu minha meus minhas nós nos nosso nossa"
SECOND_PERSON = "tu te você vocês teu tua seu"
TIME_WORDS = "dia dias semana mês meses ano anos manhã tarde noite hora horas"
CLAUSE_OPENERS = 'que se como “ « : "'
PLURAL_ENDINGS = "s"
