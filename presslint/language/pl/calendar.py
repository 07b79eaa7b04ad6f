"""Polish: days, months and hours."""

# a month a line, its full name first
MONTHS = """
stycznia styczeń sty
lutego luty lut
marca marzec
kwietnia kwiecień kwi
maja maj
czerwca czerwiec cze
lipca lipiec lip
sierpnia sierpień sie
września wrzesień wrz
października październik paź
listopada listopad lis
grudnia grudzień gru
"""
# a day a line, Monday first
WEEKDAYS = """
poniedziałek
wtorek
środa środę
czwartek
piątek
sobota sobotę
niedziela niedzielę
"""
# months and days are written in small letters
SMALL_NAMES = "yes"
DAY_ENDINGS = "."
BEFORE_DAY = "dnia"
AFTER_DAY = ""
BEFORE_YEAR = ""
DATE_SIGNS = ""
BEFORE_TIME = """
o godz.
godz.
o
"""
AFTER_TIME = ""
CLOCK_WORDS = ""
HALF_DAYS = ""
MONTH_FIRST = ""
# between these signs the day stands before the month
DAY_FIRST = "/ . -"
SEASONS = "wiosna lato jesień zima"
PARTS_OF_DAY = "rano południe wieczorem nocą"
RELATIVE_DAYS = "dziś dzisiaj jutro wczoraj"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
ubiegłego roku
ubiegłym roku
zeszłego roku
zeszłym roku
przyszłego roku
przyszłym roku
rok temu
lat temu
rok później
lata później
rok wcześniej
"""
