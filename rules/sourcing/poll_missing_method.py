from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted
from presslint.desk.attribution import Attribution, Sentence
from presslint.desk.cues import Level
from presslint.language.dates import names_month
from presslint.language.names import bare
from presslint.language.numbers import Form
from presslint.model.regex import regex

OF_PEOPLE = regex(
    r"(?i) of (?:the )?(?:[\w’'-]+ ){0,2}?(?:respondents|voters|adults|people|those|americans|britons"
    r"|residents|parents|workers|women|men|republicans|democrats|participants|students)\b"
)
POLL = regex(r"(?i)\b(?:opinion )?(?:polls?|surveys?)\b|\b(?:polled|surveyed)\b")
ASKED = regex(
    r"(?i) (?:[\w’'-]+ ){0,3}?(?:adults|voters|people|respondents"
    r"|households|residents|parents|workers|employees|participants|americans|britons|students|users"
    r"|consumers|companies|executives|professionals|interviews|women|men|teens|teenagers|readers"
    r"|subscribers|customers|members|businesses|teachers|doctors|agencies)\b"
)
SAMPLE_OF = regex(
    r"(?i)\b(?:sample|panel|poll|survey)\w* (?:of|among) (?:about |around |more than |some |nearly |over )?\Z"
)
FEWEST = 100  # people whom a poll has asked
TAKEN = regex(
    r"(?i)\b(?:conducted|carried out|taken|fielded|interviewed|surveyed|polled|questioned|ran|released"
    r"|published|asked)\b[^.]{0,80}"
)
SOME_TIME = regex(r"(?i)\b(?:week|month|yesterday|between)\b")
READERS = regex(
    r"(?i)\b(?:reader|readers’|readers'|twitter|online|instant|straw|exit|informal|unscientific) (?:poll"
    r"|survey)"
)
DOCUMENTS = frozenset(("poll", "survey", "polls", "surveys"))


class PollMissingMethod(Rule):
    """A poll is reported with its pollster, its sample and its dates.

    A share of voters means nothing until the reader knows who asked how many, and when. The rule looks for
    the three anywhere in the article, tables and footnotes included, and for the link that makes them
    findable. Polls in passing (one sentence), elections and reader polls are left alone.
    """

    severity = Severity.SUGGESTION
    sources = ("AP Stylebook: polls and surveys", "BBC Editorial Guidelines, section 11: opinion polls")
    languages = frozenset({"en"})
    looks_for = frozenset({"poll", "survey"})
    not_for = frozenset({"opinion", "review", "docs", "index", "event", "recipe", "results", "live"})
    examples = (
        Bad(
            "A poll finds that [[62% of voters]] back the tunnel. It was all anybody spoke of.\n\n"
            "The poll also finds that 20% of voters have never seen the river.\n",
            says="“62% of voters” is from a poll of which the article gives no pollster, no sample and no "
            "dates; add them.",
            severity="warning",
        ),
        Bad(
            "A Ridgeway poll finds that [[62% of voters]] back the tunnel.\n\n"
            "The poll also finds that 20% of voters have never seen the river.\n",
            severity="suggestion",
            says="“62% of voters” is from a poll of which the article gives no sample and no dates; add them.",
        ),
        Good(
            "A Ridgeway poll of 1,024 adults, taken on 3-5 May, finds that 62% of voters back the tunnel.\n\n"
            "The poll also finds that 20% of voters have never seen the river.\n"
        ),
        Good("A poll found that 62% of voters back the tunnel. Nobody asked them twice.\n"),
        Good(
            "In the election 62% of voters went to the polls and chose Ruiz. She won 70% of people under 30.\n"
        ),
        Bad(
            "A poll of 1,024 adults, taken on 3-5 May, finds that [[62% of voters]] back the tunnel.\n\n"
            "The poll also finds that 20% of voters have never seen the river.\n",
            says="“62% of voters” is from a poll of which the article gives no pollster; add it.",
            severity="suggestion",
        ),
        Good("A poll finds that 62% of voters back the tunnel.\n\nThe poll was long.\n"),
        Bad(
            "According to Ridgeway, [[62% of voters]] in a poll back the tunnel.\n\nThe poll also finds "
            "that 20% of voters have never seen the river.\n",
            says="“62% of voters” is from a poll of which the article gives no sample and no dates; add them.",
            severity="suggestion",
        ),
        Bad(
            "A poll that was made for the town by Ridgeway finds that [[62% of voters]] back the "
            "tunnel.\n\nThe poll also finds that 20% of voters have never seen the river.\n",
            says="“62% of voters” is from a poll of which the article gives no pollster, no sample and no "
            "dates; add them.",
            severity="warning",
        ),
        Bad(
            "A survey finds that [[62% of voters]] back the tunnel.\n\nThe survey also finds that 20% of "
            "voters have never seen the river.\n",
            says="“62% of voters” is from a poll of which the article gives no pollster, no sample and no "
            "dates; add them.",
            severity="warning",
        ),
        Good(
            "A Ridgeway poll of 1,024 adults finds that 62% of voters back the "
            "[tunnel](https://ridgeway.example/t).\n\nThe poll also finds that 20% of voters have never "
            "seen the river.\n"
        ),
        Bad(
            "A Ridgeway poll finds that [[62% of voters]] back the "
            "[tunnel](https://ridgeway.example/t).\n\nThe poll also finds that 20% of voters have never "
            "seen the river.\n",
            says="“62% of voters” is from a poll of which the article gives no sample and no dates; add them.",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        reporting = [
            s for s in attribution.sentences if "poll" in s.text.lower() or "survey" in s.text.lower()
        ]
        if len(reporting) < 2:
            return
        shares = [s for s in reporting if POLL.search(s.text) and _share(article, s) and not s.first_person]
        if len(shares) < 2 or any(READERS.search(s.text) for s in reporting) or attribution.chats():
            return
        copy = [block.passage for block in article.walk() if block.passage is not None]
        missing = [
            name
            for name, found in (
                ("pollster", self._pollster(attribution, reporting)),
                ("sample", any(_tells_sample(article, passage) for passage in copy)),
                ("dates", any(_tells_dates(article, passage) for passage in copy)),
            )
            if not found
        ]
        if not missing or (any(s.links for s in reporting) and len(missing) < 2):
            return
        where = _share(article, shares[0]) or shares[0].passage
        listed = (
            " and no ".join(missing)
            if len(missing) < 3
            else f"{missing[0]}, no {missing[1]} and no {missing[2]}"
        )
        grave = "pollster" in missing and "sample" in missing
        yield self.finding(
            where,
            f"{quoted(where.text)} is from a poll of which the article gives no {listed}; "
            f"add {'it' if len(missing) == 1 and missing[0] != 'dates' else 'them'}.",
            severity=Severity.WARNING if grave else Severity.SUGGESTION,
        )

    def _pollster(self, attribution: Attribution, reporting: list[Sentence]) -> bool:
        for sentence in reporting:
            tokens = sentence.tokens
            for i, word in enumerate(tokens.words):
                if bare(word) in DOCUMENTS and any(tokens.names[max(0, i - 4) : i + 6]):
                    return True
            if any(cue.level is Level.NAMED and cue.kind in ("document", "frame") for cue in sentence.cues):
                return True
        return False


def _share(article: Article, sentence: Sentence) -> Passage | None:
    """The first share of people in a sentence, in figures: “62% of voters”."""
    own = article.own(sentence.passage)
    for number in article.figures.within(own) if "%" in own.text or "per" in own.text else ():
        people = OF_PEOPLE.match(own.text, number.end)
        if number.form is Form.PERCENT and not number.spelled and people is not None:
            return sentence.passage[number.start : people.end()]
    return None


def _tells_sample(article: Article, passage: Passage) -> bool:
    """Whether a passage may say how many were asked: a figure of thousands, of people, or of a sample."""
    for number in article.figures.within(passage):
        if number.spelled:
            continue
        if "," in number.passage.text or SAMPLE_OF.search(passage.before(number.passage, 40)):
            return True
        if number.value >= FEWEST and ASKED.match(passage.text, number.end):
            return True
    return False


def _tells_dates(article: Article, passage: Passage) -> bool:
    """Whether a passage may say when they were asked: a date, a year, or a time beside the asking."""
    if article.dates.within(passage) or any(2000 <= y.value < 2100 for y in article.years.within(passage)):
        return True
    return any(
        SOME_TIME.search(found.group()) or names_month(found.group()) or article.days.within(where)
        for where, found in passage.find(TAKEN)
    )
