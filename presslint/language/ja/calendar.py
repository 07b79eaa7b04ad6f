"""Japanese: days, months and hours."""

# a month a line, its full name first
MONTHS = """
1月
2月
3月
4月
5月
6月
7月
8月
9月
10月
11月
12月
"""
# a day a line, Monday first
WEEKDAYS = """
月曜日 月曜 月
火曜日 火曜 火
水曜日 水曜 水
木曜日 木曜 木
金曜日 金曜 金
土曜日 土曜 土
日曜日 日曜 日
"""
SMALL_NAMES = ""
DAY_ENDINGS = ""
BEFORE_DAY = ""
AFTER_DAY = ""
BEFORE_YEAR = ""
# the signs behind year, month and day
DATE_SIGNS = "年 月 日"
BEFORE_TIME = ""
AFTER_TIME = ""
CLOCK_WORDS = ""
HALF_DAYS = ""
MONTH_FIRST = ""
DAY_FIRST = ""
SEASONS = "春 夏 秋 冬"
PARTS_OF_DAY = "午前 午後 朝 夜"
RELATIVE_DAYS = "今日 明日 昨日"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
昨年
去年
来年
前年
翌年
年前
年後
"""
