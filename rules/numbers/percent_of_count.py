from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.language.numbers import SMALL_NUMBERS, plain, stated
from presslint.model.regex import regex

_COUNT = r"(?:\d[\d,]{0,8}\b|[A-Za-z]{3,9}\b)"  # a word is looked up
_BASE = r"(?:the |its |their |all |those )?"
_SHARE = (
    r"(?P<hedge>about |around |roughly |nearly |almost |over |more than |some |only |just )?"
    r"(?P<share>(?P<figure>\d{1,3}(?:\.\d{1,2})?)(?: ?%| percent\b| per cent\b))"
)
_ANOTHER_BASE = regex(
    r" (?:of|more|less|fewer|higher|lower|up|down|above|below|than|point|growth|increase)\b", re.I
)
_FORMS = (
    # “43 of 191 riders, or 24%”, “43 out of 191 (24%)”
    regex(
        rf"(?<![\w.,/$£€-])(?P<part>{_COUNT}) (?:out )?of {_BASE}(?P<whole>{_COUNT})"
        rf"(?: [a-z’-]{{2,20}}){{0,3}}(?:, or | \((?:or )?| – | — |, that is,? ){_SHARE}",
        re.I,
    ),
    # “of 191 riders, 43, or 24%”
    regex(
        rf"\bof {_BASE}(?P<whole>{_COUNT}) [A-Za-z][^.;:%\d]{{1,60}}?,? "
        rf"(?P<part>{_COUNT})(?: [a-z’-]{{2,20}}){{0,2}}(?:, or | \((?:or )?){_SHARE}",
        re.I,
    ),
)
_ROOM = 1.0  # percentage points that a rounded or a cut-off share may stray
_ROUND = 10  # “six out of ten” is a way to say 58%
_HEDGED = 4.0  # points, where “nearly” or “about” stands before the share


class PercentOfCount(Rule):
    """A share beside its two counts is the share that they make.

    “43 of 191 riders, or 24%” is 22.5 percent. The rule reads “43 of 191, or 24%”, “43 of 191 (24%)” and
    “of 191 riders, 43, or 24%”, and lets a share stray by a unit, or by four where it is said to be rough.
    A share of something else (“24% of all”, “24% more”) is left alone.
    """

    severity = Severity.WARNING
    sources = ("American Press Institute, accuracy checklists: do the maths",)
    languages = frozenset({"en"})
    looks_for = frozenset({"%", "percent", "per cent"})
    examples = (
        Bad(
            "The board says that 43 of 191 riders, or [[24%]], never use the boat.\n",
            says="“43 of 191 riders, or 24%”: 43 of 191 is 22.5 percent; correct the share or a count.",
            severity="warning",
        ),
        Bad("Of 120 riders whom it asked, 30, or [[40 percent]], never use it.\n"),
        Bad(
            "Thirty boats are idle, and five of the 12 boats ([[62%]]) are old.\n",
            says="“five of the 12 boats (62%)”: five of 12 is 41.7 percent; correct the share or a count.",
        ),
        Good("The board says that 43 of 191 riders, or 22.5%, and 30 of 120 (25%), never use the boat.\n"),
        Good("The board says that 43 of 191 riders, or about 25%, never use the boat.\n"),
        Bad("The board says that 43 of 191 riders, or about [[30%]], never use the boat.\n"),
        Good("It asked 43 of 191 riders (24% of all passengers), 43 of 191 boats (24% more than in May).\n"),
        Good("Six out of ten (58%) riders own a pass, and six out of ten (63%) a coat.\n"),
        Bad(
            "Six out of ten ([[72%]]) riders own a pass.\n",
            says="“Six out of ten (72%)”: Six of ten is 60 percent; correct the share or a count.",
        ),
        Good("By 5 of May 2026, or 80%; in 3 of 4 quarters, growth was 80%.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for passage in stated(article):
            if "%" not in passage.text and "per" not in passage.text:
                continue
            for form in _FORMS:
                for where, match in passage.find(form):
                    part, whole = _value(match["part"]), _value(match["whole"])
                    if (
                        part is None
                        or whole is None
                        or not 0 < part <= whole
                        or whole < 4
                        or _ANOTHER_BASE.match(passage.text, match.end())
                    ):
                        continue
                    actual = part / whole * 100
                    room = _HEDGED if match["hedge"] else _ROOM
                    if whole <= _ROUND:
                        room = max(room, 50 / whole)
                    if abs(actual - float(match["figure"])) <= room:
                        continue
                    share = passage[match.start("share") : match.end("share")]
                    closed = passage.text.startswith(")", match.end()) and "(" in where.text
                    where = passage[match.start() : match.end() + closed]
                    yield self.finding(
                        share,
                        f"{quoted(where.text)}: {match['part']} of {match['whole']} is {plain(actual)} percent; "
                        "correct the share or a count.",
                    )


def _value(figure: str) -> int | None:
    if figure[0].isdigit():
        return int(figure.replace(",", ""))
    return SMALL_NUMBERS.get(figure.lower())
