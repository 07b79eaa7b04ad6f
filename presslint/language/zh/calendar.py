"""Chinese: days, months and hours."""

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
星期一 周一 礼拜一 週一 禮拜一
星期二 周二 礼拜二 週二 禮拜二
星期三 周三 礼拜三 週三 禮拜三
星期四 周四 礼拜四 週四 禮拜四
星期五 周五 礼拜五 週五 禮拜五
星期六 周六 礼拜六 週六 禮拜六
星期日 星期天 周日 礼拜天 週日 禮拜天
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
PARTS_OF_DAY = "上午 下午 早上 晚上"
RELATIVE_DAYS = "今天 明天 昨天"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
去年
明年
前年
年前
年后
年後
次年
翌年
"""
