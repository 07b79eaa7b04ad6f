"""Italian: days, months and hours."""

# a month a line, its full name first
MONTHS = """
gennaio gen
febbraio feb
marzo mar
aprile apr
maggio mag
giugno giu
luglio lug
agosto ago
settembre sett set
ottobre ott
novembre nov
dicembre dic
"""
# a day a line, Monday first
WEEKDAYS = """
lunedì
martedì
mercoledì
giovedì
venerdì
sabato
domenica
"""
# months and days are written in small letters
SMALL_NAMES = "yes"
DAY_ENDINGS = "º"
BEFORE_DAY = ""
AFTER_DAY = ""
BEFORE_YEAR = "del"
DATE_SIGNS = ""
BEFORE_TIME = """
alle ore
alle
ore
"""
AFTER_TIME = ""
CLOCK_WORDS = "ore"
HALF_DAYS = ""
MONTH_FIRST = ""
# between these signs the day stands before the month
DAY_FIRST = "/ . -"
SEASONS = "primavera estate autunno inverno"
PARTS_OF_DAY = "mattina pomeriggio sera notte"
RELATIVE_DAYS = "oggi domani ieri"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
anno scorso
scorso anno
anno prossimo
prossimo anno
anno precedente
anni fa
un anno fa
anni prima
anni dopo
"""
