"""A number for a whole file, held against a limit: Vale's `metric`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from presslint.article import Article
from presslint.model.finding import Finding
from presslint.packs.kinds.datarule import Flaw
from presslint.packs.kinds.metric import COMPARE, CONDITION, COUNTED, evaluated, parsed
from presslint.packs.kinds.vale.counts import counts_of
from presslint.packs.kinds.vale.rule import ValeRule
from presslint.packs.kinds.view import settings_of, vale_view
from presslint.packs.rule import Option


class Metric(ValeRule):
    """A count or a formula of counts stays within the limit for a file."""

    needed: ClassVar[tuple[str, ...]] = ("formula", "condition")

    formula: str = Option("", description="What is computed.")
    condition: str = Option("", description="When it is reported, as in “> 8”.")

    def examine(self) -> None:
        super().examine()
        if CONDITION.fullmatch(self.condition) is None:
            raise Flaw("condition", f"“{self.condition}” is no condition; write one as in “> 8”")
        evaluated(self.tree, dict.fromkeys(COUNTED, 1.0))

    @cached_property
    def tree(self) -> ast.expr:
        return parsed(self.formula)

    def look(self, article: Article) -> Iterator[Finding]:
        counts = counts_of(vale_view(article, settings_of(article)))
        value = evaluated(self.tree, counts)
        match = CONDITION.fullmatch(self.condition)
        if value is not None and match and COMPARE[match[1]](value, float(match[2])):
            yield self.at_top(self.say(f"{value:.2f}"))
