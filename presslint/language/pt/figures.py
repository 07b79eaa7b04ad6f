"""Portuguese: numbers in digits and in words, and what stands around them."""

DECIMAL = ","
THOUSANDS = "."
# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete
dezoito dezenove
"""
TENS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa"
TENS_JOINED = ""
# words that multiply the number word before them
MULTIPLES = """
100: cem | cento
1000: mil
1000000: milhão | milhões
1000000000: bilhão | bilhões
"""
NUMBER_AND = "e"
ARTICLES_OF_ONE = "um uma"
HALVED = ""
PARTS = """
3: terço | terços
4: quarto | quartos
5: quinto | quintos
10: décimo | décimos
"""
ORDINALS = "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo"
SHARE_JOINS = """
em cada
em
"""
# words and signs that multiply the figure before them
SCALES = """
1000: mil
1000000: milhão | milhões
1000000000: bilhão | bilhões | mil milhões
"""
SCALE_SIGNS = ""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""
PERCENT = "por cento"
POINTS = """
ponto percentual
pontos percentuais
"""
POINT_SIGNS = ""
BASIS_POINTS = ""
AGES = "anos"
AGE_SIGNS = ""
ABOUT = """
cerca de
aproximadamente
quase
em torno de
~
"""
BELOW = """
menos de
até
no máximo
"""
ABOVE = """
mais de
pelo menos
ao menos
>
"""
HEDGE_FILLERS = ""
ABOVE_AFTER = """
ou mais
+
"""
ABOUT_AFTER = ""
RANGE_JOINS = "a ou"
BETWEEN = "entre"
BETWEEN_AND = "e"
CHANGES = ""
CLOCK_SIGNS = """
h
horas
"""
UNIT_PLURAL = ""
# a unit a line, by its symbol
UNITS = """
cm: cm | centímetro | centímetros
m: m | metro | metros
km: km | quilômetro | quilômetros | quilómetro | quilómetros
sq m: m² | metros quadrados
sq km: km² | quilômetros quadrados | quilómetros quadrados
ha: ha | hectare | hectares
g: g | grama | gramas
kg: kg | quilo | quilos | quilograma | quilogramas
tonnes: t | tonelada | toneladas
litres: l | litro | litros
km/h: km/h | quilômetros por hora | quilómetros por hora
°C: °C | ° C | graus Celsius
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
R$: real | reais
€: euro | euros | €
$: dólar | dólares | $
£: libra | libras | £
¥: iene | ienes | ¥
"""
DOUBTFUL_CURRENCIES = "libra libras"
BEFORE_CURRENCY = "de"
