from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Passage, Rule, Severity, quoted, regex

# a mark of the way beside a number with its sign
MARKED = regex(r"(?P<mark>🔴|🟢|▲|▼|📈|📉|🔺|🔻|⬆️?|⬇️?)\s{0,2}\**\s?(?P<sign>[+−–-])(?=\D?\d)")
AFTER = regex(r"(?P<sign>[+−–-])\D?\d[\d.,]{0,12}\s?\S?\**\s{0,2}(?P<mark>🔴|🟢|▲|▼|📈|📉|🔺|🔻|⬆️?|⬇️?)")
UP = frozenset(("🟢", "▲", "📈", "🔺", "⬆"))
COLOURS = frozenset(("🔴", "🟢"))


class MarkAgainstSign(Rule):
    """The mark beside a number points the way of its sign.

    “🔴 +2.4 %” under “🟢 +1.1 %”, “▲ −3 %”: readers look at the mark first, and one of the two is wrong. It is a
    warning where the article marks other numbers the way of their sign; a lone one, which may mean “better”,
    is a suggestion. Red and green are not read in Chinese, Japanese and Korean, where red is up,
    and ▲ not in Japanese, where it is a minus sign.
    """

    severity = Severity.WARNING
    reads_words = frozenset("🔴 🟢 ▲ ▼ 📈 📉 🔺 🔻 ⬆ ⬇".split())
    sources = ("Copy-desk practice: figures and their signs agree",)
    not_for = frozenset({"docs"})
    examples: ClassVar = (
        Bad(
            "- Boats 🟢 +1.1 %\n- Piers 🔴 -0.4 %\n- Fares [[🔴 +]]2.4 %\n",
            says="“🔴 +” points two ways; correct the mark or the sign.",
            severity="warning",
        ),
        Bad("Fares: +2 % ▲ and piers: [[-3 % ▲]] in May.\n", severity="warning"),
        Bad("Fares are at [[▲ -]]3 % in May.\n", severity="suggestion"),
        Good("- Boats 🟢 +1.1 %\n- Piers 🔴 -0.4 %\n- Gulls 🔴 3 %\n"),
        Good("---\nlanguage: zh\n---\n\n- 船 🔴 +1.1 %\n- 码头 🟢 -0.4 %\n- 票价 🟢 -2.4 %\n"),
        Good("Fares 🔴 +2.4 % rose.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.primary_language == "ja":
            return
        asian = article.primary_language in ("zh", "ko")
        against: list[tuple[Passage, bool]] = []
        agree = 0
        for block in article.walk():
            if block.passage is None or block.kind is Kind.CODE:
                continue
            for found, match in (*block.passage.find(MARKED), *block.passage.find(AFTER)):
                mark = match["mark"].rstrip("\ufe0f")
                if asian and mark in COLOURS:
                    continue
                if (mark in UP) == (match["sign"] == "+"):
                    agree += 1
                else:
                    against.append((found, mark in COLOURS))
        sure = agree >= len(against)
        for found, coloured in against:
            if sure or not coloured:
                yield self.finding(
                    found,
                    f"{quoted(found.text)} points two ways; correct the mark or the sign.",
                    severity=None if sure else Severity.SUGGESTION,
                )
