"""Korean: numbers in digits and in words, and what stands around them."""

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
1000: 천
10000: 만
100000000: 억
1000000000000: 조
"""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""
PERCENT = ""
POINTS = ""
POINT_SIGNS = "%포인트 %p"
BASIS_POINTS = ""
AGES = ""
AGE_SIGNS = ""
ABOUT = "약"
BELOW = "미만"
ABOVE = ""
HEDGE_FILLERS = ""
ABOVE_AFTER = """
이상
여
"""
ABOUT_AFTER = """
가량
정도
"""
RANGE_JOINS = "에서"
BETWEEN = ""
BETWEEN_AND = ""
CHANGES = ""
CLOCK_SIGNS = "시"
UNIT_PLURAL = ""
# a unit a line, by its symbol
UNITS = """
cm: cm | 센티미터
m: m | 미터
km: km | 킬로미터
g: g | 그램
kg: kg | 킬로그램
tonnes: t | 톤
litres: l | 리터
°C: °C | ℃
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
₩: 원 | ₩
$: 달러 | $
€: 유로 | €
¥: 엔 | ¥
CNY: 위안
"""
DOUBTFUL_CURRENCIES = ""
BEFORE_CURRENCY = ""
