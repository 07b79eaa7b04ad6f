"""German: numbers in digits and in words, and what stands around them."""

# 1.234,5
DECIMAL = ","
THOUSANDS = "."

# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
siebzehn achtzehn neunzehn
"""
TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
# einundzwanzig
TENS_JOINED = "{one}und{ten}"
# words that multiply the number word before them
MULTIPLES = """
100: hundert
1000: tausend
1000000: Million | Millionen
1000000000: Milliarde | Milliarden
1000000000000: Billion | Billionen
12: Dutzend
"""
NUMBER_AND = ""
# the first is the one of einundzwanzig
ARTICLES_OF_ONE = "ein eine einen einer einem"
HALVED = ""
PARTS = """
3: Drittel
4: Viertel
5: Fünftel
6: Sechstel
7: Siebtel
8: Achtel
9: Neuntel
10: Zehntel
"""
ORDINALS = "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte"
# zwei von drei
SHARE_JOINS = "von"

# words and signs that multiply the figure before them: 1,2 Millionen, 3 Mrd.
SCALES = """
100: hundert
1000: tausend | Tausend
1000000: Million | Millionen
1000000000: Milliarde | Milliarden
1000000000000: Billion | Billionen
"""
SCALE_SIGNS = """
1000: Tsd.
1000000: Mio. | Mio | Mill.
1000000000: Mrd. | Mrd
"""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""

PERCENT = "Prozent"
POINTS = """
Prozentpunkt
Prozentpunkte
Prozentpunkten
"""
POINT_SIGNS = ""
BASIS_POINTS = """
Basispunkt
Basispunkte
Basispunkten
"""
# die 39-Jährige, 39 Jahre alt
AGES = """
Jahre alt
Jahren alt
Jährige
Jähriger
Jährigen
Jähriges
"""
AGE_SIGNS = ""

ABOUT = """
rund
etwa
ungefähr
circa
ca.
zirka
schätzungsweise
an die
in etwa
~
≈
"""
BELOW = """
fast
knapp
beinahe
nahezu
annähernd
unter
weniger als
höchstens
maximal
bis zu
nicht mehr als
"""
ABOVE = """
mehr als
über
gut
mindestens
wenigstens
nicht weniger als
>
"""
HEDGE_FILLERS = "nur gerade den die das"
ABOVE_AFTER = """
oder mehr
+
"""
ABOUT_AFTER = ""
# 10 bis 12, zwischen 10 und 12
RANGE_JOINS = "bis oder"
BETWEEN = "zwischen"
BETWEEN_AND = "und"
CHANGES = ""
# after digits, these make them a time of day
CLOCK_SIGNS = "Uhr"

# a unit a line, by its symbol
UNIT_PLURAL = ""
UNITS = """
mm: mm | Millimeter | Millimetern
cm: cm | Zentimeter | Zentimetern
m: m | Meter | Metern
km: km | Kilometer | Kilometern
in: Zoll
miles: Meile | Meilen
nautical miles: Seemeile | Seemeilen
sq m: m² | m2 | qm | Quadratmeter | Quadratmetern
sq km: km² | km2 | qkm | Quadratkilometer | Quadratkilometern
ha: ha | Hektar
g: g | Gramm
kg: kg | Kilogramm | Kilo
tonnes: t | Tonne | Tonnen
ml: ml | Milliliter | Millilitern
litres: l | Liter | Litern
cubic metres: m³ | Kubikmeter | Kubikmetern
km/h: km/h | Stundenkilometer | Stundenkilometern | Kilometer pro Stunde
knots: Knoten
m/s: m/s | Meter pro Sekunde
°C: °C | ° C | Grad Celsius
°F: °F | ° F | Grad Fahrenheit
"""
DOUBTFUL_UNITS = ""

CURRENCIES = """
$: Dollar | $
£: Pfund | £
€: Euro | €
¥: Yen | ¥
CNY: Yuan
₹: Rupien
¢: Cent
CHF: Franken | CHF
SEK: Kronen
RUB: Rubel
"""
# also a weight
DOUBTFUL_CURRENCIES = "Pfund"
BEFORE_CURRENCY = "US kanadische australische"
