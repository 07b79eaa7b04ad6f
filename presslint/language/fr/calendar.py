"""French: days, months and hours."""

# a month a line, its full name first
MONTHS = """
janvier janv
février févr fév
mars
avril avr
mai
juin
juillet juil
août
septembre sept
octobre oct
novembre nov
décembre déc
"""
# a day a line, Monday first
WEEKDAYS = """
lundi
mardi
mercredi
jeudi
vendredi
samedi
dimanche
"""
# months and days are written in small letters
SMALL_NAMES = "yes"
DAY_ENDINGS = "er"
BEFORE_DAY = ""
AFTER_DAY = ""
BEFORE_YEAR = ""
DATE_SIGNS = ""
BEFORE_TIME = """
à
vers
dès
"""
AFTER_TIME = ""
CLOCK_WORDS = "heures heure h"
HALF_DAYS = ""
MONTH_FIRST = ""
# between these signs the day stands before the month
DAY_FIRST = "/ . -"
SEASONS = "printemps été automne hiver"
PARTS_OF_DAY = "matin midi après-midi soir nuit"
RELATIVE_DAYS = "aujourd’hui demain hier avant-hier après-demain"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
l’an dernier
l'an dernier
l’année dernière
l'année dernière
l’an passé
l'an passé
l’année précédente
l'année précédente
l’an prochain
l'an prochain
l’année prochaine
l'année prochaine
ans plus tôt
ans plus tard
ans auparavant
il y a un an
"""
