"""Dutch: numbers in digits and in words, and what stands around them."""

DECIMAL = ","
THOUSANDS = "."
# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
achttien negentien
"""
TENS = "twintig dertig veertig vijftig zestig zeventig tachtig negentig"
TENS_JOINED = "{one}en{ten}"
# words that multiply the number word before them
MULTIPLES = """
100: honderd
1000: duizend
1000000: miljoen
1000000000: miljard
12: dozijn
"""
NUMBER_AND = ""
ARTICLES_OF_ONE = "een"
HALVED = ""
PARTS = """
3: derde
4: kwart | vierde
5: vijfde
10: tiende
"""
ORDINALS = "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende"
SHARE_JOINS = "van de"
# words and signs that multiply the figure before them
SCALES = """
1000: duizend
1000000: miljoen
1000000000: miljard
"""
SCALE_SIGNS = """
1000000: mln.
1000000000: mld.
"""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""
PERCENT = "procent"
POINTS = """
procentpunt
procentpunten
"""
POINT_SIGNS = ""
BASIS_POINTS = "basispunten"
AGES = "jaar oud"
AGE_SIGNS = ""
ABOUT = """
ongeveer
zo’n
zo'n
circa
rond de
ruwweg
~
"""
BELOW = """
bijna
minder dan
hooguit
maximaal
tot
"""
ABOVE = """
meer dan
ruim
minstens
minimaal
>
"""
HEDGE_FILLERS = ""
ABOVE_AFTER = """
of meer
+
"""
ABOUT_AFTER = ""
RANGE_JOINS = "tot of"
BETWEEN = "tussen"
BETWEEN_AND = "en"
CHANGES = ""
CLOCK_SIGNS = "uur"
UNIT_PLURAL = ""
# a unit a line, by its symbol
UNITS = """
cm: cm | centimeter
m: m | meter
km: km | kilometer
sq m: m² | vierkante meter
sq km: km² | vierkante kilometer
ha: ha | hectare
g: g | gram
kg: kg | kilo | kilogram
tonnes: ton
litres: l | liter
km/h: km/u | km/h | kilometer per uur
°C: °C | ° C | graden Celsius
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
€: euro | €
$: dollar | $
£: pond | £
¥: yen | ¥
"""
DOUBTFUL_CURRENCIES = "pond"
BEFORE_CURRENCY = "Amerikaanse Britse"
