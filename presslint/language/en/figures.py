"""English: numbers in digits and in words, and what stands around them."""

# 1,234.5
DECIMAL = "."
THOUSANDS = ","

# the words from nought to nineteen, then the tens from twenty
NUMBERS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS_JOINED = ""
# words that multiply the number word before them
MULTIPLES = """
100: hundred
1000: thousand
1000000: million
1000000000: billion
1000000000000: trillion
12: dozen
"""
NUMBER_AND = "and"
ARTICLES_OF_ONE = "a an"
HALVED = "half"
# a share of one: “a third”, “two thirds”
PARTS = """
2: half | halves
3: third | thirds
4: quarter | quarters
5: fifth | fifths
6: sixth | sixths
7: seventh | sevenths
8: eighth | eighths
9: ninth | ninths
10: tenth | tenths
"""
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"
# one in five, one out of every five
SHARE_JOINS = """
in
out of
in every
out of every
"""

# words and signs that multiply the figure before them: 4.5 million, $3bn
SCALES = """
100: hundred
1000: thousand
1000000: million
1000000000: billion
1000000000000: trillion
100000: lakh
10000000: crore
"""
SCALE_SIGNS = """
1000: k | K
1000000: m | M | mn | mln | mm
1000000000: bn | b | B | bln
1000000000000: tn | trn
"""
# those of them that are also a unit or a letter
DOUBTFUL_SCALES = "m mm b"
# what follows a figure when such a sign multiplies it: 5m people
PLURAL_NEXT = """
more
new
extra
other
of
people
men
women
children
"""

PERCENT = """
percent
per cent
pct
"""
POINTS = """
percentage point
percentage points
per cent point
per cent points
percent point
percent points
% point
% points
"""
POINT_SIGNS = "pp ppt ppts pts %-point %-points"
BASIS_POINTS = """
basis point
basis points
bps
"""
# 39-year-old; a hyphen may stand for each blank
AGES = """
year old
years old
year olds
years olds
"""
AGE_SIGNS = "y/o"

ABOUT = """
about
around
roughly
approximately
approx.
some
an estimated
estimated
circa
c.
~
≈
more or less
in the region of
on the order of
"""
BELOW = """
nearly
almost
just under
just below
just shy of
close to
up to
less than
fewer than
under
below
as many as
as much as
at most
no more than
not more than
approaching
"""
ABOVE = """
more than
over
above
at least
just over
just above
well over
upwards of
as few as
greater than
in excess of
no less than
not less than
no fewer than
a minimum of
exceeding
topping
past
>
"""
# words that may stand between a hedge and its figure
HEDGE_FILLERS = "only just the a an another"
ABOVE_AFTER = """
or more
-plus
+
"""
ABOUT_AFTER = """
or so
or thereabouts
-odd
"""
# 10 to 12, and between 10 and 12; “rose from 10 to 12” is a change
RANGE_JOINS = "to or"
BETWEEN = "between"
BETWEEN_AND = "and"
CHANGES = "from rose fell up down grew"
# after digits, these make them a time of day
CLOCK_SIGNS = """
o’clock
o'clock
"""

# a unit a line, by its symbol; UNIT_PLURAL is added to names of four letters and more
UNIT_PLURAL = "s"
UNITS = """
mm: mm | millimetre | millimeter
cm: cm | centimetre | centimeter
m: m | metre | meter
km: km | kilometre | kilometer | kms
in: in | inch | inche | ” | ″
ft: ft | foot | feet
yd: yd | yard
miles: mi | mile
nautical miles: nautical mile | nmi
sq m: sq m | m² | m2 | sqm | square metre | square meter
sq km: sq km | km² | km2 | square kilometre | square kilometer
ha: ha | hectare
acres: acre
sq ft: sq ft | square feet | square foot | ft²
sq miles: sq mi | sq mile | square mile
g: g | gram | gramme
kg: kg | kilogram | kilogramme | kilo
tonnes: tonne | metric ton
tons: ton | short ton | long ton
lb: lb | lbs | pound
oz: oz | ounce
stone: stone
ml: ml | millilitre | milliliter
litres: l | litre | liter
gallons: gallon | gal
pints: pint
cubic metres: cubic metre | cubic meter | m³
cubic feet: cubic feet | cubic foot
mph: mph | miles per hour | miles an hour
km/h: km/h | kph | kmh | kilometres per hour | kilometers per hour | km per hour
knots: knot | kt
m/s: m/s | metres per second | meters per second
°C: °C | ºC | ° C | degrees celsius | degree celsius | degrees c
°F: °F | ºF | ° F | degrees fahrenheit | degree fahrenheit | degrees f
"""
# symbols that are a word too: followed by a blank or a comma they are no unit (“6 in ten”)
DOUBTFUL_UNITS = "in"

CURRENCIES = """
$: dollar | dollars | bucks
£: pounds
€: euro | euros
¥: yen
CNY: yuan | renminbi
₹: rupees
¢: cents | cent | ¢
p: pence | p
CHF: francs
SEK: kronor
RUB: rubles | roubles
peso: pesos
ZAR: rand
NGN: naira
"""
# also a weight: money only with a scale (“5 million pounds”)
DOUBTFUL_CURRENCIES = "pounds"
BEFORE_CURRENCY = "US Canadian Australian"
