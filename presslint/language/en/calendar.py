"""English: days, months and hours."""

# a month a line, its full name first
MONTHS = """
January Jan
February Feb
March Mar
April Apr
May
June Jun
July Jul
August Aug
September Sept Sep
October Oct
November Nov
December Dec
"""
# a day a line, Monday first
WEEKDAYS = """
Monday Mon
Tuesday Tue Tues
Wednesday Wed Weds
Thursday Thu Thur Thurs
Friday Fri
Saturday Sat
Sunday Sun
"""
# with a capital only, since “may” and “sun” are words
SMALL_NAMES = ""
# the 5th of May
DAY_ENDINGS = "st nd rd th"
BEFORE_DAY = "the"
AFTER_DAY = "of"
BEFORE_YEAR = ""
DATE_SIGNS = ""
# 5 May at 9:30 p.m., 5 May 2130 hours
BEFORE_TIME = "at"
AFTER_TIME = "hours hrs hr h"
CLOCK_WORDS = ""
HALF_DAYS = "am pm"
# May 5
MONTH_FIRST = "yes"
# 4.5.2026 can be the fourth of May and the fifth of April
DAY_FIRST = ""

SEASONS = "spring summer autumn winter"
PARTS_OF_DAY = "morning afternoon evening night"
RELATIVE_DAYS = "today tomorrow yesterday"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
last year
previous year
next year
that year
year ago
year earlier
year before
year later
years ago
years earlier
years before
years later
"""
