"""Portuguese: days, months and hours."""

# a month a line, its full name first
MONTHS = """
janeiro jan
fevereiro fev
março mar
abril abr
maio mai
junho jun
julho jul
agosto ago
setembro set
outubro out
novembro nov
dezembro dez
"""
# a day a line, Monday first
WEEKDAYS = """
segunda-feira segunda
terça-feira terça
quarta-feira quarta
quinta-feira quinta
sexta-feira sexta
sábado
domingo
"""
# months and days are written in small letters
SMALL_NAMES = "yes"
DAY_ENDINGS = "º"
BEFORE_DAY = "dia"
AFTER_DAY = "de"
BEFORE_YEAR = "de"
DATE_SIGNS = ""
BEFORE_TIME = "às"
AFTER_TIME = ""
CLOCK_WORDS = "horas hora h"
HALF_DAYS = ""
MONTH_FIRST = ""
# between these signs the day stands before the month
DAY_FIRST = "/ . -"
SEASONS = "primavera verão outono inverno"
PARTS_OF_DAY = "manhã tarde noite madrugada"
RELATIVE_DAYS = "hoje amanhã ontem anteontem"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
ano passado
ano anterior
próximo ano
ano que vem
ano seguinte
anos atrás
anos antes
anos depois
há um ano
"""
