"""Japanese: numbers in digits and in words, and what stands around them."""

DECIMAL = "."
THOUSANDS = ","
NUMBERS = ""
TENS = ""
TENS_JOINED = ""
MULTIPLES = ""
NUMBER_AND = ""
ARTICLES_OF_ONE = ""
HALVED = ""
PARTS = ""
ORDINALS = ""
SHARE_JOINS = ""
SCALES = ""
SCALE_SIGNS = """
10000: 万
100000000: 億
1000000000000: 兆
"""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""
PERCENT = ""
POINTS = ""
POINT_SIGNS = "ポイント"
BASIS_POINTS = ""
AGES = ""
AGE_SIGNS = ""
ABOUT = """
約
およそ
"""
BELOW = ""
ABOVE = ""
HEDGE_FILLERS = ""
ABOVE_AFTER = """
以上
超
"""
ABOUT_AFTER = """
前後
程度
"""
RANGE_JOINS = "から"
BETWEEN = ""
BETWEEN_AND = ""
CHANGES = ""
CLOCK_SIGNS = "時"
UNIT_PLURAL = ""
# a unit a line, by its symbol
UNITS = """
cm: cm | センチ | センチメートル
m: m | メートル
km: km | キロメートル
g: g | グラム
kg: kg | キログラム
tonnes: t | トン
litres: l | リットル
°C: °C | ℃
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
¥: 円 | ¥
$: ドル | $
€: ユーロ | €
CNY: 人民元
"""
DOUBTFUL_CURRENCIES = ""
BEFORE_CURRENCY = ""
