from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from presslint import Article, Bad, Block, Finding, Good, Passage, Rule, Severity, quoted, regex
from presslint.desk import and_others

NUMBER = regex(r"(?P<number>\d{1,2})(?P<mark>[.)]|️⃣)?\s+(?=\S)")
TWICE = regex(r"(?P<first>\d{1,2})[.)]\s{1,3}(?P<second>\d{1,2})[.)]\s")
FEWEST = 3  # numbered subheads of one level in which one can be missing


class SubheadNumbering(Rule):
    """Subheads are numbered once, and in order.

    “1. 1. Costs” was numbered by the writer and by a program; “1.”, “2.”, “4.” has lost a part, or was counted
    wrong; “1.”, “1.”, “2.” was counted twice. Only subheads of one level under one parent whose numbers have a
    stop or bracket are compared, and only where they begin with 1. A countdown, versions, years and dates
    (“24. December”) are left alone, and so are numbers that begin anew under the next parent.
    """

    severity = Severity.WARNING
    reads = frozenset({"heading"})
    sources = ("WCAG 2.2, success criterion 2.4.6: headings describe topic or purpose",)
    examples = (
        Good(
            "Lead.\n\n## 1. Boats\n\nA.\n\n## 2. Nets\n\nB.\n\n## 3. Piers\n\nC.\n\n## More\n\n## 2026 in boats\n\nD.\n"
        ),
        Good("Lead.\n\n## 3. Boats\n\nA.\n\n## 2. Nets\n\nB.\n\n## 1. Piers\n\nC.\n"),
        Good(
            "Lead.\n\n## A\n\n### 1. Boats\n\nA.\n\n### 2. Nets\n\nB.\n\n## B\n\n### 1. Piers\n\nC.\n\n### 3. Crews\n\nD.\n"
        ),
        Good("Lead.\n\n## 1. Boats\n\nA.\n\n## 2. Nets\n\nB.\n\n## 2.1 Piers\n\nC.\n\n## 3. Crews\n\nD.\n"),
        Bad(
            "Lead.\n\n## [[1. 1. ]]Boats\n\nA.\n",
            says="The subhead “1. 1. Boats” is numbered twice; cut one of the numbers.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## [[1. 1. ]]Boats\n\nA.\n\n## 2. 2. Nets\n\nB.\n",
            says="The subhead “1. 1. Boats” is numbered twice, and so is one more; cut one of the numbers.",
        ),
        Bad(
            "Lead.\n\n## 1. Boats\n\nA.\n\n## 2. Nets\n\nB.\n\n## [[4. ]]Piers\n\nC.\n",
            says="The subheads go from 2 to 4 at “4. Piers”; count again, or restore the part that is missing.",
            severity="warning",
        ),
        Bad(
            "Lead.\n\n## 1. Boats\n\nA.\n\n## 2. Nets\n\nB.\n\n## [[2. ]]Piers\n\nC.\n",
            says="The subheads go from 2 to 2 at “2. Piers”; count again, or restore the part that is missing.",
        ),
        Good("Lead.\n\n## 1. Boats\n\nA.\n\n## 3. Nets\n\nB.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        twice = [
            (heading.passage, match.end())
            for heading in article.headings
            if heading.passage and (match := TWICE.match(heading.text)) and match["first"] == match["second"]
        ]
        if twice:
            (first, end), *others = twice
            more = and_others(len(others), ", and so is one more", ", and so are {} more")
            yield self.finding(
                first[:end],
                f"The subhead {quoted(first.text)} is numbered twice{more}; cut one of the numbers.",
                see=tuple((passage[:size], "another one") for passage, size in others),
            )
            return
        for run in runs(article):
            if len(run) >= FEWEST and run[0][0] == 1:
                for (before, _), (number, where) in pairwise(run):
                    if number != before + 1:
                        yield self.finding(
                            where[: NUMBER.match(where.text).end()],  # type: ignore[union-attr]
                            f"The subheads go from {before} to {number} at {quoted(where.text)}; count again, or restore the "
                            "part that is missing.",
                        )
                        break


def runs(article: Article) -> Iterator[list[tuple[int, Passage]]]:
    """The numbered subheads of one level, up to the next one of a higher level."""
    open_runs: dict[int, list[tuple[int, Passage]]] = {}
    for heading in article.headings:
        for level in [level for level in open_runs if level > heading.level]:
            yield open_runs.pop(level)
        numbered = number_of(heading)
        if numbered is not None:
            open_runs.setdefault(heading.level, []).append(numbered)
    yield from open_runs.values()


def number_of(heading: Block) -> tuple[int, Passage] | None:
    """The number that opens a subhead, with a stop, bracket or frame behind it."""
    match = NUMBER.match(heading.text) if heading.passage else None
    if match is None or match["mark"] is None or heading.passage is None:
        return None
    return int(match["number"]), heading.passage
