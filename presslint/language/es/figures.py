"""Spanish: numbers in digits and in words, and what stands around them."""

DECIMAL = ","
THOUSANDS = "."
# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
diecisiete dieciocho diecinueve
"""
TENS = "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa"
TENS_JOINED = ""
# words that multiply the number word before them
MULTIPLES = """
100: cien | ciento
1000: mil
1000000: millón | millones
12: docena | docenas
"""
NUMBER_AND = "y"
ARTICLES_OF_ONE = "un una"
HALVED = ""
PARTS = """
3: tercio | tercios
4: cuarto | cuartos
5: quinto | quintos
10: décimo | décimos
"""
ORDINALS = "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo"
SHARE_JOINS = "de cada"
# words and signs that multiply the figure before them
SCALES = """
1000: mil
1000000: millón | millones
1000000000: mil millones
"""
SCALE_SIGNS = "1000000: M"
DOUBTFUL_SCALES = "m"
PLURAL_NEXT = ""
PERCENT = "por ciento"
POINTS = """
punto porcentual
puntos porcentuales
"""
POINT_SIGNS = ""
BASIS_POINTS = """
punto básico
puntos básicos
"""
AGES = "años"
AGE_SIGNS = ""
ABOUT = """
cerca de
unos
unas
alrededor de
aproximadamente
en torno a
casi
~
≈
"""
BELOW = """
menos de
hasta
como máximo
"""
ABOVE = """
más de
al menos
por lo menos
como mínimo
>
"""
HEDGE_FILLERS = "los las"
ABOVE_AFTER = """
o más
+
"""
ABOUT_AFTER = ""
RANGE_JOINS = "a o"
BETWEEN = "entre"
BETWEEN_AND = "y"
CHANGES = ""
CLOCK_SIGNS = """
h
horas
"""
UNIT_PLURAL = ""
# a unit a line, by its symbol
UNITS = """
mm: mm | milímetro | milímetros
cm: cm | centímetro | centímetros
m: m | metro | metros
km: km | kilómetro | kilómetros
miles: milla | millas
sq m: m² | m2 | metro cuadrado | metros cuadrados
sq km: km² | km2 | kilómetro cuadrado | kilómetros cuadrados
ha: ha | hectárea | hectáreas
g: g | gramo | gramos
kg: kg | kilo | kilos | kilogramo | kilogramos
tonnes: t | tonelada | toneladas
litres: l | litro | litros
cubic metres: m³ | metro cúbico | metros cúbicos
km/h: km/h | kilómetros por hora
°C: °C | ° C | grados Celsius | grados centígrados
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
€: euro | euros | € | EUR
$: dólar | dólares | $
£: libra | libras | £
¥: yen | yenes | ¥
CHF: franco suizo | francos suizos
"""
DOUBTFUL_CURRENCIES = "libra libras"
BEFORE_CURRENCY = "de"
