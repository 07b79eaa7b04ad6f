"""Italian: numbers in digits and in words, and what stands around them."""

DECIMAL = ","
THOUSANDS = "."
# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici
diciassette diciotto diciannove
"""
TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta"
TENS_JOINED = ""
# words that multiply the number word before them
MULTIPLES = """
100: cento
1000: mille | mila
1000000: milione | milioni
1000000000: miliardo | miliardi
"""
NUMBER_AND = ""
ARTICLES_OF_ONE = "un una"
HALVED = ""
PARTS = """
3: terzo | terzi
4: quarto | quarti
5: quinto | quinti
10: decimo | decimi
"""
ORDINALS = "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo"
SHARE_JOINS = "su"
# words and signs that multiply the figure before them
SCALES = """
1000: mila
1000000: milione | milioni
1000000000: miliardo | miliardi
"""
SCALE_SIGNS = ""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""
PERCENT = "per cento"
POINTS = """
punto percentuale
punti percentuali
"""
POINT_SIGNS = ""
BASIS_POINTS = "punti base"
AGES = "anni"
AGE_SIGNS = ""
ABOUT = """
circa
quasi
intorno a
~
"""
BELOW = """
meno di
fino a
al massimo
"""
ABOVE = """
più di
oltre
almeno
>
"""
HEDGE_FILLERS = ""
ABOVE_AFTER = """
o più
+
"""
ABOUT_AFTER = ""
RANGE_JOINS = "a o"
BETWEEN = "tra"
BETWEEN_AND = "e"
CHANGES = ""
CLOCK_SIGNS = ""
UNIT_PLURAL = ""
# a unit a line, by its symbol
UNITS = """
cm: cm | centimetro | centimetri
m: m | metro | metri
km: km | chilometro | chilometri
sq m: m² | mq | metro quadrato | metri quadrati
sq km: km² | kmq | chilometri quadrati
ha: ha | ettaro | ettari
g: g | grammo | grammi
kg: kg | chilo | chili | chilogrammi
tonnes: t | tonnellata | tonnellate
litres: l | litro | litri
km/h: km/h | chilometri orari | chilometri all’ora
°C: °C | ° C | gradi Celsius | gradi centigradi
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
€: euro | € | EUR
$: dollaro | dollari | $
£: sterlina | sterline | £
¥: yen | ¥
CHF: franco svizzero | franchi svizzeri
"""
DOUBTFUL_CURRENCIES = ""
BEFORE_CURRENCY = "di"
