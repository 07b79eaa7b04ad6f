"""Norwegian: numbers in digits and in words, and what stands around them."""

DECIMAL = ","
THOUSANDS = "."
# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
null én to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten
"""
TENS = "tjue tretti førti femti seksti sytti åtti nitti"
TENS_JOINED = ""
# words that multiply the number word before them
MULTIPLES = """
100: hundre
1000: tusen
1000000: million | millioner
1000000000: milliard | milliarder
12: dusin
"""
NUMBER_AND = "og"
ARTICLES_OF_ONE = "en et ei"
HALVED = ""
PARTS = """
3: tredel | tredeler | tredjedel | tredjedeler
4: firedel | firedeler | fjerdedel | fjerdedeler
5: femdel | femdeler | femtedel | femtedeler
"""
ORDINALS = "første andre tredje fjerde femte sjette sjuende åttende niende tiende"
SHARE_JOINS = "av"
# words and signs that multiply the figure before them
SCALES = """
1000: tusen
1000000: million | millioner
1000000000: milliard | milliarder
"""
SCALE_SIGNS = """
1000000: mill.
1000000000: mrd.
"""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""
PERCENT = "prosent"
POINTS = """
prosentpoeng
prosentenhet
prosentenheter
"""
POINT_SIGNS = ""
BASIS_POINTS = "basispunkter"
AGES = """
år gammel
år gamle
"""
AGE_SIGNS = ""
ABOUT = """
rundt
omtrent
cirka
ca.
om lag
~
"""
BELOW = """
nesten
mindre enn
under
opptil
"""
ABOVE = """
mer enn
over
minst
>
"""
HEDGE_FILLERS = ""
ABOVE_AFTER = """
eller mer
+
"""
ABOUT_AFTER = ""
RANGE_JOINS = "til eller"
BETWEEN = "mellom"
BETWEEN_AND = "og"
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
tonnes: tonn
litres: l | liter
km/h: km/t | km/h | kilometer i timen
°C: °C | ° C
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
NOK: krone | kroner | kr
€: euro | €
$: dollar | $
£: pund | £
"""
DOUBTFUL_CURRENCIES = "pund"
BEFORE_CURRENCY = "norske"
