"""Danish: days, months and hours."""

# a month a line, its full name first
MONTHS = """
januar jan
februar feb
marts
april apr
maj
juni jun
juli jul
august aug
september sept sep
oktober okt
november nov
december dec
"""
# a day a line, Monday first
WEEKDAYS = """
mandag
tirsdag
onsdag
torsdag
fredag
lørdag
søndag
"""
# months and days are written in small letters
SMALL_NAMES = "yes"
DAY_ENDINGS = "."
BEFORE_DAY = "den"
AFTER_DAY = ""
BEFORE_YEAR = ""
DATE_SIGNS = ""
BEFORE_TIME = """
klokken
kl.
kl
"""
AFTER_TIME = ""
CLOCK_WORDS = ""
HALF_DAYS = ""
MONTH_FIRST = ""
# between these signs the day stands before the month
DAY_FIRST = "/ . -"
SEASONS = "forår sommer efterår vinter"
PARTS_OF_DAY = "morgen formiddag eftermiddag aften nat"
RELATIVE_DAYS = "dag morgen går"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
sidste år
næste år
året før
år siden
år senere
forrige år
"""
