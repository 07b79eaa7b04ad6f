from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted, regex
from presslint.desk import (
    MONTHS,
    RECORDED,
    WEEKDAYS,
    DateMention,
    Language,
    dated_copy,
    is_own,
    published_on,
    weekday_forms,
)

_STAMP = regex(r":?\d\d| [+-]\d{4}\b| (?:19|20)\d\d\b")  # “Mon Aug 10 18:59:29 +0000 2009”: code output
LANGUAGES = frozenset(RECORDED)  # whose data say how a date is written
LATIN = "\u024f"  # Japanese, Chinese and Korean set no blank behind a day
ENDS = (".", ",", " (", ")", " ")  # what stands behind a day of the week before its date
NEAR = 200  # days around the publication in which a date without a year is taken to lie
SOON = 45  # days around it in which it cannot be another year's


class WeekdayDateMismatch(Rule):
    """The day of the week is the one that the calendar gives for the date.

    A reader who plans by “Monday, 5 May” and one who plans by “5 May” miss each other. “4/5/2026” is
    wrong only if it is so in both orders of day and month. With the year
    given, the calendar decides: an error. Without it, the year is that of the publication, unless the
    paragraph or the headline names another in which the day fits, and the finding is a warning. In somebody else's words, between quotation marks or in a
    block quote, it is a suggestion: check the transcript, since quoted words are not the desk's to change.
    """

    severity = Severity.ERROR
    sources = (
        "Detroit Free Press accuracy checklist: days and dates",
        "Reuters Handbook of Journalism, accuracy",
    )
    languages = LANGUAGES
    reads = frozenset({"dates"})
    reads_words = frozenset(
        form + end
        for form in weekday_forms()
        for end in (
            (")", "）", "・", *((",", "") if len(form) > 1 else ()))
            if form > LATIN
            else ENDS[: 5 if len(form) > 2 else 4]
        )
    )
    examples = (
        Bad(
            "The council meets on [[Monday, 5 May 2026]].\n",
            says="“Monday, 5 May 2026”: 5 May 2026 is a Tuesday; correct the day or the date.",
            severity="error",
        ),
        Bad(
            "---\ndate: 2026-04-20\n---\nThe council meets on [[Monday, May 5]], at 10 a.m.\n",
            says="“Monday, May 5”: 5 May 2026 is a Tuesday; correct the day or the date.",
            severity="warning",
        ),
        Bad('"See you [[Monday, 5 May 2026]]," she wrote.\n', severity="suggestion"),
        Bad("> See you [[Monday, 5 May 2026]].\n>\n> The ferry board\n", severity="suggestion"),
        Bad(
            "The notice is dated [[Tuesday 05/21/2026]].\n",
            says="“Tuesday 05/21/2026”: 21 May 2026 is a Thursday; correct the day or the date.",
            severity="error",
        ),
        Bad("The notice is dated [[Monday, 2026-05-21]].\n", severity="error"),
        Good("The notice is dated Monday 4/5/2026, the next Sunday 4/5/2026.\n"),
        Bad(
            "The notice is dated [[Friday 4/5/2026]].\n",
            says="“Friday 4/5/2026”: 4 May 2026 is a Monday; correct the day or the date.",
            severity="error",
        ),
        Good("The notice is dated Thursday 05/21/2026 and Thursday 2026-05-21.\n"),
        Bad("It opens on [[Monday – 5 May 2026]] at the pier.\n", severity="error"),
        Bad("It opens on [[Monday morning, 5 May 2026]], at the pier.\n", severity="error"),
        Bad(
            "It opens on [[5 May 2026 (Monday]]) at the pier.\n",
            says="“5 May 2026 (Monday”: 5 May 2026 is a Tuesday; correct the day or the date.",
            severity="error",
        ),
        Bad(
            "Der Rat tagt am [[Montag – 5. Mai 2026]] und nicht wie sonst im alten Zollhaus.\n",
            settings={"language": "de"},
        ),
        Good(
            "It opens on Tuesday – 5 May 2026 – and 6 May 2026 (Wednesday); it is open Monday to 5 May 2026.\n"
        ),
        Good("The council meets on Tuesday, 5 May 2026.\n"),
        Good("It began on Tuesday, 1 March 2000 GMT.\n"),
        Good("---\ndate: 2026-04-20\n---\nThe council meets on Tuesday, May 5, at 10 a.m.\n"),
        Good(
            "---\ndate: 2026-04-20\n---\nThe pilots’ meeting of 2027 opens in Lund on Wednesday, May 5, and "
            "closes on Friday, May 7.\n"
        ),
        Good("---\ntitle: Plans for 2027\ndate: 2026-04-20\n---\nIt opens on Wednesday, May 5.\n"),
        Good("---\ndate: 2026-04-20\n---\nIt had met last year as well, on Monday, May 5.\n"),
        Bad(
            "Der Hafenrat tagt am [[Montag, dem 5. Mai 2026]], im alten Zollhaus und nicht wie sonst im Saal.\n",
            says="“Montag, dem 5. Mai 2026”: 5 May 2026 is a Tuesday; correct the day or the date.",
            severity="error",
            settings={"language": "de"},
        ),
        Bad("Der Hafenrat tagt am [[Mo., 5.5.2026]], um 10 Uhr.\n", settings={"language": "de"}),
        Bad(
            "---\ndate: 2026-04-20\n---\nDer Rat tagt am [[Montag (5. Mai]]) im Zollhaus.\n",
            severity="warning",
            settings={"language": "de"},
        ),
        Good(
            "Der Hafenrat tagt am Dienstag, 5. Mai 2026, um 10 Uhr und am Mi., 6.5.2026.\n",
            settings={"language": "de"},
        ),
        Good(
            "---\ndate: 2026-04-20\n---\nEr tagte auch im vergangenen Jahr, am Montag, 5. Mai.\n",
            settings={"language": "de"},
        ),
        Bad(
            "Le conseil se réunit [[lundi 5 mai 2026]], au port.\n",
            says="“lundi 5 mai 2026”: 5 May 2026 is a Tuesday; correct the day or the date.",
            severity="error",
            settings={"language": "fr"},
        ),
        Good(
            "Le conseil se réunit le mardi 5 mai 2026, et du lundi au 7 mai 2026.\n",
            settings={"language": "fr"},
        ),
        Bad("El consejo se reúne el [[lunes 5 de mayo de 2026]].\n", settings={"language": "es"}),
        Good("El consejo se reúne el martes 5 de mayo de 2026.\n", settings={"language": "es"}),
        Bad("Il consiglio si riunisce [[lunedì 5 maggio 2026]].\n", settings={"language": "it"}),
        Bad("O conselho reúne-se na [[segunda-feira, 5 de maio de 2026]].\n", settings={"language": "pt"}),
        Bad("De raad komt [[maandag 5 mei 2026]] bijeen.\n", settings={"language": "nl"}),
        Bad("Rada zbiera się w [[poniedziałek 5 maja 2026]] roku.\n", settings={"language": "pl"}),
        Bad("Rådet møtes [[mandag 5. mai 2026]].\n", settings={"language": "nb"}),
        Bad("Rådet mødes [[mandag den 5. maj 2026]].\n", settings={"language": "da"}),
        Bad("Rådet möts [[måndagen den 5 maj 2026]].\n", settings={"language": "sv"}),
        Bad("議会は[[2026年5月5日（月]]）に開かれる。\n", settings={"language": "ja"}),
        Good("議会は2026年5月5日（火）に開かれ、次の日曜日は5月10日だ。\n", settings={"language": "ja"}),
        Bad("会议于[[2026年5月5日星期一]]举行。\n", settings={"language": "zh"}),
        Bad("회의는 [[2026년 5월 5일 월요일]]에 열린다.\n", settings={"language": "ko"}),
        Good("회의는 2026년 5월 5일(화) 열린다.\n", settings={"language": "ko"}),
        Good("    Mon Aug 10 18:59:29 +0000 2009\n\nThe log above is the machine's, of a Monday.\n"),
        Good("---\ndate: 2027-04-20\n---\nIt met on Monday, 29 February.\n"),
        Good("It meets on Tuesday, 5 May 2026, and again on 12 May 2026.\n"),
        Bad(
            "---\ndate: 2026-04-20\n---\nIt meets on [[Monday, 5 August]].\n",
            says="“Monday, 5 August”: 5 August 2026 is a Wednesday; correct the day or the date.",
            severity="warning",
        ),
        Bad(
            "---\ndate: 2026-04-20\n---\nIt meets on [[Wednesday, 4 June]].\n",
            says="“Wednesday, 4 June”: 4 June 2026 is a Thursday; correct the day or the date.",
            severity="warning",
        ),
        Good("---\ndate: 2026-04-20\n---\nIt meets on Saturday, 5 June.\n"),
        Bad(
            "---\ndate: 2026-04-20\n---\nIt meets on [[Monday, 6 November]].\n",
            says="“Monday, 6 November”: 6 November 2025 is a Thursday; correct the day or the date.",
            severity="warning",
        ),
        Bad(
            "---\ndate: 2024-04-20\n---\nIn 2023 it met on [[Monday, 29 February]].\n",
            says="“Monday, 29 February”: 29 February 2024 is a Thursday; correct the day or the date.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        published, words = published_on(article), article.language_data
        headline = article.headline.passage if article.headline is not None else None
        named = [year.value for year in article.years.within(headline)] if headline is not None else []
        for passage in dated_copy(article):
            for mention in article.dates.within(passage):
                if mention.weekday is None or not mention.valid:
                    continue
                years = [*named, *(year.value for year in article.years.within(passage))]
                actual = _contradicts(mention, mention.weekday, published, passage.text, years, words)
                if actual is None:
                    continue
                severity = Severity.ERROR if mention.year else Severity.WARNING
                where = mention.part("weekday", "day", "month", "year")
                yield self.finding(
                    where,
                    f"{quoted(where.text)}: {_written(actual)} is a {WEEKDAYS[actual.weekday()]}; "
                    "correct the day or the date.",
                    severity=severity if is_own(article, where) else Severity.SUGGESTION,
                )


def _contradicts(
    mention: DateMention,
    weekday: int,
    published: date | None,
    text: str,
    years: Iterable[int],
    words: Language,
) -> date | None:
    """The day that the mention means, when it is another day of the week than the mention says.

    `years` are those that the paragraph and the headline name.
    """
    if mention.year is not None:
        day = mention.date
        if mention.ambiguous and date(mention.year, mention.day, mention.month).weekday() == mention.weekday:
            return None
        return day if day is not None and day.weekday() != weekday else None
    if published is None or _STAMP.match(text, mention.end):
        return None
    days = [day for year in range(-1, 2) if (day := mention.on(published.year + year)) is not None]
    near = [day for day in days if abs((day - published).days) <= NEAR]
    if not near:
        return None
    meant = min(near, key=lambda day: abs((day - published).days))
    fits = [day for day in days if day.weekday() == weekday]
    elsewhere = abs((meant - published).days) > SOON or any(phrase in text for phrase in words.other_years)
    if meant in fits or (fits and elsewhere):
        return None  # another year's date, told without its year
    if any(_fits(mention, year) for year in years):
        return None
    return meant


def _fits(mention: DateMention, year: int) -> bool:
    day = mention.on(year)
    return day is not None and day.weekday() == mention.weekday


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
