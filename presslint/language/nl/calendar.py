"""Dutch: days, months and hours."""

# a month a line, its full name first
MONTHS = """
januari jan
februari feb
maart mrt
april apr
mei
juni jun
juli jul
augustus aug
september sept sep
oktober okt
november nov
december dec
"""
# a day a line, Monday first
WEEKDAYS = """
maandag
dinsdag
woensdag
donderdag
vrijdag
zaterdag
zondag
"""
# months and days are written in small letters
SMALL_NAMES = "yes"
DAY_ENDINGS = ""
BEFORE_DAY = "de"
AFTER_DAY = ""
BEFORE_YEAR = ""
DATE_SIGNS = ""
BEFORE_TIME = """
om
vanaf
"""
AFTER_TIME = ""
CLOCK_WORDS = "uur"
HALF_DAYS = ""
MONTH_FIRST = ""
# between these signs the day stands before the month
DAY_FIRST = "/ . -"
SEASONS = "lente voorjaar zomer herfst najaar winter"
PARTS_OF_DAY = "ochtend middag avond nacht"
RELATIVE_DAYS = "vandaag morgen gisteren eergisteren overmorgen"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
vorig jaar
afgelopen jaar
volgend jaar
komend jaar
jaar eerder
jaar geleden
jaar later
"""
