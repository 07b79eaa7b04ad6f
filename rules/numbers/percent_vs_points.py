from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.desk import Form, changes_in, plain


class PercentVsPoints(Rule):
    """The difference between two percentages is given in percentage points.

    A rate that goes from 4% to 6% has risen two percentage points, which is half as much again: 50
    percent. “Rose 2%” is wrong by a factor of 25, and the reader who knows the difference will say so.
    The rule speaks only where the stated size is the plain difference of two rates in one sentence
    and the relative change is another number.
    """

    severity = Severity.WARNING
    sources = ("AP Stylebook, percent and percentage points", "BBC News style guide, numbers")
    languages = frozenset({"en"})
    reads_words = frozenset({"%", "percent", "per cent"})
    examples = (
        Bad(
            "The jobless rate rose [[2%]] from 4% to 6%.\n",
            says="“2% from 4% to 6%” is a difference of 2 percentage points (a relative rise of 50 percent); "
            "write “2 percentage points”.",
            fix="The jobless rate rose 2 percentage points from 4% to 6%.\n",
            severity="warning",
        ),
        Bad(
            "Support fell from 45 percent to 40 percent, a drop of [[5 percent]].\n",
            says="“45 percent to 40 percent, a drop of 5 percent” is a difference of 5 percentage points (a "
            "relative fall of 11.1 percent); write “5 percentage points”.",
        ),
        Good("The jobless rate rose two percentage points, from 4% to 6%.\n"),
        Good("The rate rose 50% from 4% to 6%.\n"),
        Good("Sales rose 2% in the quarter, and margins went from 4% to 6%.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for sentence, change in changes_in(article):
            size = change.stated
            if size is None or size.form is not Form.PERCENT or change.holds or not change.means_points:
                continue
            where = sentence[size.start : size.end]
            figure = where.text.rstrip("% ").split()[0].removesuffix("-percent")
            points = f"{figure} percentage point{'' if size.value == 1 else 's'}"
            way = "rise" if change.rising else "fall"
            yield self.finding(
                where,
                f"{quoted(sentence.text[change.start : change.end])} is a difference of "
                f"{plain(abs(change.points))} percentage points (a relative {way} of "
                f"{plain(abs(change.percent))} percent); write {quoted(points)}.",
                fix=self.replace(where, points, f"Write {quoted(points)}", "unsafe"),
            )
