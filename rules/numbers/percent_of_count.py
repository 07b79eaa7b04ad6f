from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted
from presslint.language.numbers import Form, Number, plain, stated
from presslint.model.regex import regex

_BASE = r"(?:the |its |their |all |those )?"
_HEDGE = r"(?P<hedge>about |around |roughly |nearly |almost |over |more than |some |only |just )?"
_ANOTHER_BASE = regex(
    r" (?:of|more|less|fewer|higher|lower|up|down|above|below|than|point|growth|increase)\b", re.I
)
# what stands between the figures of “43 of 191 riders, or 24%” and of “of 191 riders, 43, or 24%”
_OF = regex(rf" (?:out )?of {_BASE}", re.I)
_OPENS = regex(rf"\bof {_BASE}\Z", re.I)
_TO_SHARE = regex(rf"(?: [a-z’-]{{2,20}}){{0,3}}(?:, or | \((?:or )?| – | — |, that is,? ){_HEDGE}", re.I)
_TO_PART = regex(r" [A-Za-z][^.;:%]{1,60}?,? ", re.I)
_TO_SHARE_OF_PART = regex(rf"(?: [a-z’-]{{2,20}}){{0,2}}(?:, or | \((?:or )?){_HEDGE}", re.I)
_ROOM = 1.0  # percentage points that a rounded or a cut-off share may stray
_ROUND = 10  # “six out of ten” is a way to say 58%
_HEDGED = 4.0


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
            figures = article.figures.within(passage)
            for at, share in enumerate(figures):
                if share.form is not Form.PERCENT or share.spelled:
                    continue
                found = _counts_before(passage, figures[:at], share)
                if found is None:
                    continue
                start, part, whole, said, is_rough = found
                if not 0 < part <= whole or whole < 4 or _ANOTHER_BASE.match(passage.text, share.end):
                    continue
                actual = part / whole * 100
                room = _HEDGED if is_rough else _ROOM
                if whole <= _ROUND:
                    room = max(room, 50 / whole)
                if abs(actual - share.value) <= room:
                    continue
                where = passage[start : share.end]
                if passage.text.startswith(")", share.end) and "(" in where.text:
                    where = passage[start : share.end + 1]
                yield self.finding(
                    share.passage,
                    f"{quoted(where.text)}: {said} is {plain(actual)} percent; correct the share or a count.",
                )


def _counts_before(
    passage: Passage, figures: Sequence[Number], share: Number
) -> tuple[int, float, float, str, bool] | None:
    """Where the two counts beside a share begin, what they are, how they are said, and whether it is rough."""
    text = passage.text
    if not figures:
        return None
    last = figures[-1]
    to_share = _TO_SHARE.fullmatch(text, last.end, share.start)
    if to_share is not None:
        is_rough = to_share["hedge"] is not None
        if last.counts is not None and " out of " in last.passage.text and "every" not in last.passage.text:
            part, whole = last.counts
            return last.start, part, whole, last.passage.text.replace(" out of ", " of "), is_rough
        first = figures[-2] if len(figures) > 1 else None
        are_counts = first is not None and _is_count(first) and _is_count(last)
        if first is not None and are_counts and _OF.fullmatch(text, first.end, last.start):
            said = f"{first.passage.text} of {last.passage.text}"
            return first.start, first.value, last.value, said, is_rough
    to_share = _TO_SHARE_OF_PART.fullmatch(text, last.end, share.start)
    if to_share is None or not _is_count(last):
        return None
    for whole_of in reversed(figures[:-1]):
        opening = _OPENS.search(passage.before(whole_of.passage, 12))
        if opening is not None and _is_count(whole_of) and _TO_PART.fullmatch(text, whole_of.end, last.start):
            said = f"{last.passage.text} of {whole_of.passage.text}"
            start = whole_of.start - len(opening.group())
            return start, last.value, whole_of.value, said, to_share["hedge"] is not None
    return None


def _is_count(number: Number) -> bool:
    """Whether a number is a plain whole one; “2000” may be a year or a count."""
    return number.form in (Form.COUNT, Form.YEAR) and number.scale == 1 and number.value.is_integer()
