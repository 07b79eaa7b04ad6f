"""Swedish: days, months and hours."""

# a month a line, its full name first
MONTHS = """
januari jan
februari feb
mars
april apr
maj
juni jun
juli jul
augusti aug
september sept sep
oktober okt
november nov
december dec
"""
# a day a line, Monday first
WEEKDAYS = """
måndag måndagen
tisdag tisdagen
onsdag onsdagen
torsdag torsdagen
fredag fredagen
lördag lördagen
söndag söndagen
"""
# months and days are written in small letters
SMALL_NAMES = "yes"
DAY_ENDINGS = ""
BEFORE_DAY = "den"
AFTER_DAY = ""
BEFORE_YEAR = ""
DATE_SIGNS = ""
BEFORE_TIME = """
klockan
kl.
"""
AFTER_TIME = ""
CLOCK_WORDS = ""
HALF_DAYS = ""
MONTH_FIRST = ""
# between these signs the day stands before the month
DAY_FIRST = "/ . -"
SEASONS = "vår sommar höst vinter"
PARTS_OF_DAY = "morgon förmiddag eftermiddag kväll natt"
RELATIVE_DAYS = "dag morgon går"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
i fjol
förra året
nästa år
året före
år sedan
år senare
"""
