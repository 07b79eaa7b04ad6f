"""German: days, months and hours."""

# a month a line, its full name first; Jänner and Feber are Austrian
MONTHS = """
Januar Jan Jän Jänner
Februar Feb Feber
März Mär Mrz
April Apr
Mai
Juni Jun
Juli Jul
August Aug
September Sept Sep
Oktober Okt
November Nov
Dezember Dez
"""
# a day a line, Monday first
WEEKDAYS = """
Montag Mo
Dienstag Di
Mittwoch Mi
Donnerstag Do
Freitag Fr
Samstag Sonnabend Sa
Sonntag So
"""
SMALL_NAMES = ""
# am 5. Mai, Dienstag, den 5. Mai
DAY_ENDINGS = "."
BEFORE_DAY = "den dem der"
AFTER_DAY = ""
BEFORE_YEAR = ""
DATE_SIGNS = ""
# 5. Mai um 9.30 Uhr
BEFORE_TIME = """
um
ab
gegen
"""
AFTER_TIME = ""
CLOCK_WORDS = "Uhr"
HALF_DAYS = ""
MONTH_FIRST = ""
# between these signs the day stands before the month: 4.5.2026 is the fourth of May
DAY_FIRST = "."

SEASONS = "Frühling Frühjahr Sommer Herbst Winter"
PARTS_OF_DAY = "Morgen Vormittag Mittag Nachmittag Abend Nacht"
RELATIVE_DAYS = "heute morgen gestern vorgestern übermorgen"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
vergangenen Jahr
vergangenes Jahr
letzten Jahr
letztes Jahr
vorigen Jahr
voriges Jahr
nächsten Jahr
nächstes Jahr
kommenden Jahr
kommendes Jahr
Vorjahr
Jahr zuvor
Jahre zuvor
Jahr darauf
Jahre später
Jahr später
Jahren
"""
