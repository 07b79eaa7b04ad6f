"""Chinese: numbers in digits and in words, and what stands around them."""

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
10000: 万 | 萬
100000000: 亿 | 億
1000000000000: 万亿 | 萬億
"""
DOUBTFUL_SCALES = ""
PLURAL_NEXT = ""
PERCENT = ""
POINTS = ""
POINT_SIGNS = "个百分点 個百分點"
BASIS_POINTS = ""
AGES = ""
AGE_SIGNS = ""
ABOUT = """
约
約
大约
大約
近
"""
BELOW = "不到"
ABOVE = """
超过
超過
至少
"""
HEDGE_FILLERS = ""
ABOVE_AFTER = """
以上
多
"""
ABOUT_AFTER = "左右"
RANGE_JOINS = "至 到"
BETWEEN = ""
BETWEEN_AND = ""
CHANGES = ""
CLOCK_SIGNS = """
时
時
点
點
"""
UNIT_PLURAL = ""
# a unit a line, by its symbol
UNITS = """
cm: cm | 厘米
m: m | 米
km: km | 公里 | 千米
g: g | 克
kg: kg | 公斤 | 千克
tonnes: t | 吨 | 噸
litres: l | 升
sq km: 平方公里
sq m: 平方米
°C: °C | ℃ | 摄氏度
"""
DOUBTFUL_UNITS = ""
CURRENCIES = """
CNY: 元 | 人民币 | 人民幣 | 元人民币
$: 美元 | $
€: 欧元 | €
¥: 日元 | ¥
HKD: 港元
NT$: 新台币 | 新臺幣
"""
DOUBTFUL_CURRENCIES = ""
BEFORE_CURRENCY = ""
