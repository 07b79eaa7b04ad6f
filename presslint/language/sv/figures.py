"""Swedish: numbers in digits and in words, and what stands around them."""

DECIMAL = ","
THOUSANDS = "."
# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton
"""
TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio"
TENS_JOINED = ""
# words that multiply the number word before them
MULTIPLES = """
100: hundra
1000: tusen
1000000: miljon | miljoner
1000000000: miljard | miljarder
12: dussin
"""
NUMBER_AND = ""
ARTICLES_OF_ONE = "en"
HALVED = ""
PARTS = """
3: tredjedel | tredjedelar
4: fjärdedel | fjärdedelar
5: femtedel | femtedelar
"""
ORDINALS = "första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde"
SHARE_JOINS = "av"
# words and signs that multiply the figure before them
SCALES = """
1000: tusen
1000000: miljon | miljoner
1000000000: miljard | miljarder
"""
SCALE_SIGNS = """
1000000: mn
1000000000: mdr
"""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""
PERCENT = "procent"
POINTS = """
procentenhet
procentenheter
"""
POINT_SIGNS = ""
BASIS_POINTS = ""
AGES = """
år gammal
år gamla
"""
AGE_SIGNS = ""
ABOUT = """
omkring
ungefär
cirka
ca
runt
~
"""
BELOW = """
nästan
mindre än
under
upp till
"""
ABOVE = """
mer än
över
minst
>
"""
HEDGE_FILLERS = ""
ABOVE_AFTER = """
eller mer
+
"""
ABOUT_AFTER = ""
RANGE_JOINS = "till eller"
BETWEEN = "mellan"
BETWEEN_AND = "och"
CHANGES = ""
CLOCK_SIGNS = ""
UNIT_PLURAL = ""
# a unit a line, by its symbol
UNITS = """
cm: cm | centimeter
m: m | meter
km: km | kilometer
sq m: m² | kvadratmeter
sq km: km² | kvadratkilometer
g: g | gram
kg: kg | kilo | kilogram
tonnes: ton
litres: l | liter
km/h: km/h | kilometer i timmen
°C: °C | ° C
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
SEK: krona | kronor | kr
€: euro | €
$: dollar | $
£: pund | £
"""
DOUBTFUL_CURRENCIES = "pund"
BEFORE_CURRENCY = "svenska"
