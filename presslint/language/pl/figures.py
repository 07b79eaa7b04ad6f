"""Polish: numbers in digits and in words, and what stands around them."""

DECIMAL = ","
THOUSANDS = ""
# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście
czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście
"""
TENS = """
dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt
dziewięćdziesiąt
"""
TENS_JOINED = ""
# words that multiply the number word before them
MULTIPLES = """
100: sto
1000: tysiąc | tysiące | tysięcy
1000000: milion | miliony | milionów
1000000000: miliard | miliardy | miliardów
"""
NUMBER_AND = ""
ARTICLES_OF_ONE = ""
HALVED = ""
PARTS = ""
ORDINALS = "pierwszy drugi trzeci czwarty piąty szósty siódmy ósmy dziewiąty dziesiąty"
SHARE_JOINS = "na"
# words and signs that multiply the figure before them
SCALES = """
1000: tysiąc | tysiące | tysięcy
1000000: milion | miliony | milionów
1000000000: miliard | miliardy | miliardów
"""
SCALE_SIGNS = """
1000: tys.
1000000: mln
1000000000: mld
"""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""
PERCENT = """
procent
procenta
proc.
"""
POINTS = """
punkt procentowy
punkty procentowe
punktów procentowych
"""
POINT_SIGNS = "pp"
BASIS_POINTS = ""
AGES = "lat"
AGE_SIGNS = ""
ABOUT = """
około
ok.
mniej więcej
prawie
~
"""
BELOW = """
niespełna
mniej niż
poniżej
do
"""
ABOVE = """
ponad
więcej niż
co najmniej
>
"""
HEDGE_FILLERS = ""
ABOVE_AFTER = """
lub więcej
+
"""
ABOUT_AFTER = ""
RANGE_JOINS = "do lub"
BETWEEN = ""
BETWEEN_AND = ""
CHANGES = ""
CLOCK_SIGNS = ""
UNIT_PLURAL = ""
# a unit a line, by its symbol
UNITS = """
cm: cm | centymetr | centymetry | centymetrów
m: m | metr | metry | metrów
km: km | kilometr | kilometry | kilometrów
sq m: m² | metrów kwadratowych
sq km: km² | kilometrów kwadratowych
ha: ha | hektar | hektary | hektarów
g: g | gram | gramów
kg: kg | kilogram | kilogramów
tonnes: t | tona | tony | ton
litres: l | litr | litry | litrów
km/h: km/h | kilometrów na godzinę
°C: °C | ° C | stopni Celsjusza
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
PLN: złoty | złote | złotych | zł
€: euro | €
$: dolar | dolary | dolarów | $
£: funt | funty | funtów | £
"""
DOUBTFUL_CURRENCIES = "funt funty funtów"
BEFORE_CURRENCY = ""
