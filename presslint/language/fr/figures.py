"""French: numbers in digits and in words, and what stands around them."""

DECIMAL = ","
THOUSANDS = ""
# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept
dix-huit dix-neuf
"""
TENS = "vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix"
TENS_JOINED = ""
# words that multiply the number word before them
MULTIPLES = """
100: cent | cents
1000: mille
1000000: million | millions
1000000000: milliard | milliards
12: douzaine | douzaines
"""
NUMBER_AND = "et"
ARTICLES_OF_ONE = "un une"
HALVED = ""
PARTS = """
2: demi
3: tiers
4: quart | quarts
5: cinquième | cinquièmes
10: dixième | dixièmes
"""
ORDINALS = "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"
SHARE_JOINS = "sur"
# words and signs that multiply the figure before them
SCALES = """
1000: mille
1000000: million | millions
1000000000: milliard | milliards
"""
SCALE_SIGNS = """
1000000: M
1000000000: Md | Mds | Mrd
"""
DOUBTFUL_SCALES = "m"
PLURAL_NEXT = ""
PERCENT = """
pour cent
pour-cent
"""
POINTS = """
point de pourcentage
points de pourcentage
"""
POINT_SIGNS = ""
BASIS_POINTS = """
point de base
points de base
"""
AGES = "ans"
AGE_SIGNS = ""
ABOUT = """
environ
quelque
presque à
près de
autour de
à peu près
~
≈
"""
BELOW = """
moins de
presque
au plus
au maximum
jusqu’à
jusqu'à
"""
ABOVE = """
plus de
au moins
au minimum
>
"""
HEDGE_FILLERS = "les"
ABOVE_AFTER = """
ou plus
+
"""
ABOUT_AFTER = ""
RANGE_JOINS = "à ou"
BETWEEN = "entre"
BETWEEN_AND = "et"
CHANGES = ""
CLOCK_SIGNS = """
h
heures
"""
UNIT_PLURAL = ""
# a unit a line, by its symbol
UNITS = """
mm: mm | millimètre | millimètres
cm: cm | centimètre | centimètres
m: m | mètre | mètres
km: km | kilomètre | kilomètres
miles: mile | miles
sq m: m² | m2 | mètre carré | mètres carrés
sq km: km² | km2 | kilomètre carré | kilomètres carrés
ha: ha | hectare | hectares
g: g | gramme | grammes
kg: kg | kilo | kilos | kilogramme | kilogrammes
tonnes: t | tonne | tonnes
litres: l | litre | litres
cubic metres: m³ | mètre cube | mètres cubes
km/h: km/h | kilomètre par heure | kilomètres par heure | kilomètres-heure | kilomètres à l’heure
°C: °C | ° C | degrés Celsius
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
€: euro | euros | € | EUR
$: dollar | dollars | $
£: livre | livres | £
¥: yen | yens | ¥
CHF: franc suisse | francs suisses | CHF
"""
DOUBTFUL_CURRENCIES = "livre livres"
BEFORE_CURRENCY = "d’ d' de"
