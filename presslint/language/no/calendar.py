"""Norwegian: days, months and hours."""

# a month a line, its full name first
MONTHS = """
januar jan
februar feb
mars
april apr
mai
juni jun
juli jul
august aug
september sept sep
oktober okt
november nov
desember des
"""
# a day a line, Monday first
WEEKDAYS = """
mandag måndag
tirsdag tysdag
onsdag
torsdag
fredag
lørdag laurdag
søndag sundag
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
SEASONS = "vår sommer høst haust vinter"
PARTS_OF_DAY = "morgen formiddag ettermiddag kveld natt"
RELATIVE_DAYS = "dag morgen går"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
i fjor
neste år
året før
år siden
år senere
forrige år
"""
