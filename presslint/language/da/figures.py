"""Danish: numbers in digits and in words, and what stands around them."""

DECIMAL = ","
THOUSANDS = "."
# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
nul én to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten
"""
TENS = "tyve tredive fyrre halvtreds tres halvfjerds firs halvfems"
TENS_JOINED = "{one}og{ten}"
# words that multiply the number word before them
MULTIPLES = """
100: hundrede
1000: tusind
1000000: million | millioner
1000000000: milliard | milliarder
12: dusin
"""
NUMBER_AND = ""
ARTICLES_OF_ONE = "en et"
HALVED = ""
PARTS = """
3: tredjedel | tredjedele
4: fjerdedel | fjerdedele
5: femtedel | femtedele
"""
ORDINALS = "første anden tredje fjerde femte sjette syvende ottende niende tiende"
SHARE_JOINS = "ud af"
# words and signs that multiply the figure before them
SCALES = """
1000: tusind
1000000: million | millioner
1000000000: milliard | milliarder
"""
SCALE_SIGNS = """
1000000: mio.
1000000000: mia.
"""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""
PERCENT = "procent"
POINTS = """
procentpoint
procentpoints
"""
POINT_SIGNS = ""
BASIS_POINTS = ""
AGES = """
år gammel
år gamle
"""
AGE_SIGNS = ""
ABOUT = """
omkring
cirka
ca.
omtrent
godt
~
"""
BELOW = """
næsten
mindre end
under
op til
"""
ABOVE = """
mere end
over
mindst
>
"""
HEDGE_FILLERS = ""
ABOVE_AFTER = """
eller mere
+
"""
ABOUT_AFTER = ""
RANGE_JOINS = "til eller"
BETWEEN = "mellem"
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
tonnes: ton | tons
litres: l | liter
km/h: km/t | km/h | kilometer i timen
°C: °C | ° C
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
DKK: krone | kroner | kr
€: euro | €
$: dollar | $
£: pund | £
"""
DOUBTFUL_CURRENCIES = "pund"
BEFORE_CURRENCY = "danske"
