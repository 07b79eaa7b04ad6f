"""Spanish: days, months and hours."""

# a month a line, its full name first
MONTHS = """
enero ene
febrero feb
marzo mar
abril abr
mayo may
junio jun
julio jul
agosto ago
septiembre setiembre sept sep
octubre oct
noviembre nov
diciembre dic
"""
# a day a line, Monday first
WEEKDAYS = """
lunes
martes
miércoles
jueves
viernes
sábado
domingo
"""
# months and days are written in small letters
SMALL_NAMES = "yes"
DAY_ENDINGS = "º"
BEFORE_DAY = ""
AFTER_DAY = "de"
BEFORE_YEAR = "del de"
DATE_SIGNS = ""
BEFORE_TIME = "a las"
AFTER_TIME = ""
CLOCK_WORDS = "horas hora h"
HALF_DAYS = ""
MONTH_FIRST = ""
# between these signs the day stands before the month
DAY_FIRST = "/ . -"
SEASONS = "primavera verano otoño invierno"
PARTS_OF_DAY = "mañana tarde noche madrugada mediodía"
RELATIVE_DAYS = "hoy mañana ayer anteayer"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
año pasado
año anterior
año próximo
próximo año
año que viene
año siguiente
años antes
años después
hace un año
años atrás
"""
