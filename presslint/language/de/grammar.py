"""German: the small words, and endings."""

BE_FORMS = "ist sind war waren bin bist wart sei seien wäre wären wird werden wurde wurden worden geworden"
AUXILIARIES = """
hat haben hatte hatten habe hätte hätten kann können konnte konnten könnte könnten muss müssen musste
mussten müsste soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte dürfte mag mögen
möchte möchten
"""
NEGATIONS = "nicht kein keine keiner keinen keinem keines nie niemals nichts niemand nirgends weder noch ohne"
ADVERBS = """
auch noch schon nur erst bereits immer wieder dann dort hier jetzt nun heute gestern später zuvor danach
dabei außerdem allerdings jedoch inzwischen zudem sehr besonders fast etwa rund gerade selbst
"""
PREPOSITIONS = """
in im an am auf bei beim für mit nach von vom vor zu zum zur aus über unter um durch gegen ohne trotz wegen
während seit bis zwischen hinter neben gegenüber innerhalb außerhalb laut
"""
DETERMINERS = """
der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes
jeder jede jedes mein meine sein seine ihr ihre unser unsere euer eure kein keine alle
"""
SUBORDINATORS = """
dass weil wenn falls ob obwohl während nachdem bevor sobald solange damit indem als wie wo was wer und oder
aber denn sondern der die das
"""
PRONOUNS = """
er sie es wir ich du ihr man ihn ihm ihnen uns euch mich dich mir dir sich dieser diese dieses jemand
niemand beide alle
"""
FIRST_PERSON = "ich mich mir mein meine wir uns unser unsere"
SECOND_PERSON = "du dich dir dein deine ihr euch euer eure"
TIME_WORDS = """
Woche Wochen Monat Monate Monaten Jahr Jahre Jahren Tag Tage Tagen Nacht Morgen Vormittag Mittag Nachmittag
Abend Wochenende Quartal Jahrzehnt heute gestern morgen früher später
"""
CLAUSE_OPENERS = 'dass ob wie was warum wer wo wann wenn er sie es wir „ » : "'
PLURAL_ENDINGS = "en er e n s"
