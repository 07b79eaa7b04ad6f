"""How many years of school a text asks for: Vale's `readability`, which `metric` has replaced."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar

from presslint.article import Article
from presslint.model.finding import Finding
from presslint.packs.kinds.datarule import Flaw
from presslint.packs.kinds.vale.counts import counts_of
from presslint.packs.kinds.vale.rule import ValeRule
from presslint.packs.kinds.view import settings_of, vale_view
from presslint.packs.rule import Option

Counts = Mapping[str, float]
# as Vale's documentation gives them
GRADES: Mapping[str, Callable[[Counts], float]] = {
    "Gunning Fog": lambda c: 0.4 * (c["words"] / c["sentences"] + 100 * c["complex_words"] / c["words"]),
    "Coleman-Liau": lambda c: 5.88 * c["characters"] / c["words"] - 29.6 * c["sentences"] / c["words"] - 15.8,
    "Flesch-Kincaid": lambda c: (
        0.39 * c["words"] / c["sentences"] + 11.8 * c["syllables"] / c["words"] - 15.59
    ),
    "SMOG": lambda c: 1.043 * math.sqrt(c["polysyllabic_words"] * 30 / c["sentences"]) + 3.1291,
    "Automated Readability": lambda c: (
        4.71 * c["characters"] / c["words"] + 0.5 * c["words"] / c["sentences"] - 21.43
    ),
}


class Readability(ValeRule):
    """A text asks for no more years of school than the house allows."""

    needed: ClassVar[tuple[str, ...]] = ("metrics",)

    metrics: tuple[str, ...] = Option((), description="The formulas of which the mean counts.")
    grade: float = Option(0.0, description="The highest grade that is fine.")

    def examine(self) -> None:
        super().examine()
        for index, name in enumerate(self.metrics):
            if name not in GRADES:
                raise Flaw("metrics", f"there is no formula “{name}”; known are {', '.join(GRADES)}", index)

    def look(self, article: Article) -> Iterator[Finding]:
        counts = counts_of(vale_view(article, settings_of(article)))
        if not counts["words"] or not counts["sentences"]:
            return
        grade = sum(GRADES[name](counts) for name in self.metrics) / len(self.metrics)
        if grade > self.grade:
            yield self.at_top(self.say(f"{grade:.2f}"))
