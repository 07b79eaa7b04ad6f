"""Korean: days, months and hours."""

# a month a line, its full name first
MONTHS = """
1월
2월
3월
4월
5월
6월
7월
8월
9월
10월
11월
12월
"""
# a day a line, Monday first
WEEKDAYS = """
월요일 월
화요일 화
수요일 수
목요일 목
금요일 금
토요일 토
일요일 일
"""
SMALL_NAMES = ""
DAY_ENDINGS = ""
BEFORE_DAY = ""
AFTER_DAY = ""
BEFORE_YEAR = ""
# the signs behind year, month and day
DATE_SIGNS = "년 월 일"
BEFORE_TIME = ""
AFTER_TIME = ""
CLOCK_WORDS = ""
HALF_DAYS = ""
MONTH_FIRST = ""
DAY_FIRST = ""
SEASONS = "봄 여름 가을 겨울"
PARTS_OF_DAY = "오전 오후"
RELATIVE_DAYS = "오늘 내일 어제"
# a date without its year may be another year's beside one of these
OTHER_YEARS = """
지난해
작년
내년
전년
이듬해
년 전
년 뒤
년 후
"""
