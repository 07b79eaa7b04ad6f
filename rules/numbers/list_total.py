from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Rule, Severity, quoted, regex
from presslint.desk import Form, Number, plain

IN_BRACKETS = regex(r"\((?:total:? )?\Z", re.I)
SHORT = 12  # words of a line that is the title of a list
LINES = frozenset((Kind.PARAGRAPH, Kind.HEADING))


class ListTotal(Rule):
    """The sum over a list is the sum of its items.

    “Starter kit ($112):” over three items of $39, $49 and $29 is $117. The rule reads a short line or subhead with one
    sum in brackets and the list right below it, of which every item has one sum of the same currency; items
    without one, ranges and rough figures say that the list is not the whole.
    """

    severity = Severity.WARNING
    reads = frozenset({"figures"})
    sources = ("American Press Institute, accuracy checklists: do the maths",)
    examples: ClassVar = (
        Bad(
            "**Starter kit ([[$112]]):**\n\n- A brush ($39)\n- A cloth ($49)\n- A pail ($29)\n",
            says="“$112” stands over a list whose items come to 117; correct the sum or an item.",
            severity="warning",
        ),
        Bad("## Starter kit (total: [[$112]])\n\n- A brush: $39\n- A pail: $29\n", severity="warning"),
        Good("**Starter kit ($117):**\n\n- A brush ($39)\n- A cloth ($49)\n- A pail ($29)\n"),
        Good("**Starter kit ($112):**\n\n- A brush ($39)\n- A cloth\n- A pail ($29)\n"),
        Good("**Starter kit ($112):**\n\n- A brush ($39 to $45)\n- A pail (about $29)\n"),
        Good("**Starter kit (from €112):**\n\n- A brush ($39)\n- A pail ($29)\n"),
        Good("It cost $112 in all:\n\n- A brush ($39)\n- A pail ($29)\n"),
        Good("**Kit ($69):**\n\n- A brush ($39.25)\n- A pail ($29.40)\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for line, below in pairwise(article.blocks):
            if below.kind is not Kind.LIST or line.kind not in LINES or line.passage is None:
                continue
            if line.word_count > SHORT:
                continue
            total = _only(article, line)
            if total is None or IN_BRACKETS.search(line.text[: total.start]) is None:
                continue
            items = [_only(article, item) for item in below.children]
            if len(items) < 2 or any(item is None or item.comparable != total.comparable for item in items):
                continue
            amounts = [item for item in items if item is not None]
            room = sum(amount.half for amount in amounts) + total.half
            come_to = sum(amount.value for amount in amounts)
            if abs(come_to - total.value) > room:
                yield self.finding(
                    total.passage,
                    f"{quoted(total.passage.text)} stands over a list whose items come to {plain(come_to)}; correct "
                    "the sum or an item.",
                )


def _only(article: Article, block: Block) -> Number | None:
    """The one sum of money of a block, where it is exact and no other stands there."""
    if block.passage is None or block.children:
        return None
    money = [number for number in article.figures.within(block.passage) if number.form is Form.MONEY]
    if len(money) != 1 or money[0].hedge or money[0].in_range:
        return None
    return money[0]
