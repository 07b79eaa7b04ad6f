from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Section, Severity, quoted
from presslint.desk import Labelled, labelled, records

LONGEST = 4  # words of a value


class RepeatedValue(Rule):
    """A grade tells one item from another; the same under all of them tells nothing.

    “Sentiment: Neutral” or “Score: 0.5” under every item of a digest is the value that a program fills in where it
    has not looked. It counts where each of three or more items beside one another has the label once, with a grade by its name
    (score, verdict, relevance, tag) in seven languages, and the same short value. Where, when and by whom may well be the
    same for all, and is left alone.
    """

    severity = Severity.WARNING
    reads = frozenset({"heading"})
    not_for = frozenset({"docs"})
    sources = ("Release hygiene of content systems",)
    least: int = Option(3, ge=2, description="Items from which the same value tells nothing.")
    allow: tuple[str, ...] = Option((), description="Labels whose value may be the same, in small letters.")
    examples: ClassVar = (
        Bad(
            "## Alba\n\nIt sails.\n\n[[Score: 0.5]]\n\n## Bruma\n\nIt rests.\n\nScore: 0.5\n\n## Cala\n\nIt sank.\n\nScore: 0.5\n",
            says="“Score: 0.5” stands under all 3 items alike; grade each of them, or cut the line.",
            severity="warning",
        ),
        Good("## Alba\n\nScore: 0.5\n\n## Bruma\n\nScore: 0.5\n"),
        Good("## Alba\n\nScore: 0.5\n\n## Bruma\n\nScore: 0.5\n\n## Cala\n\nScore: 0.6\n"),
        Good("## Alba\n\nPort: Brill\n\n## Bruma\n\nPort: Brill\n\n## Cala\n\nPort: Brill\n"),
        Good("## Alba\n\nTag: x\n\n## Bruma\n\nTag: x\n\n## Cala\n\nTag: x\n", allow=("tag",)),
        Bad("## Alba\n\n- **[[Sentiment:** Neutral]]\n\n## Bruma\n\n- **Sentiment:** Neutral\n", least=2),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        graded = records(article.primary_language).judged - set(self.allow)
        for lines in _siblings(article):
            if len(lines) < self.least:
                continue
            for name in graded.intersection(*lines):
                same = [line[name] for line in lines]
                values = {each.value.text.strip(" *_").lower() for each in same}
                if len(values) == 1 and 0 < same[0].value.word_count <= LONGEST:
                    yield self.finding(
                        same[0].label if same[0].block.passage is None else same[0].block.passage,
                        f"{quoted(_said(same[0]))} stands under all "
                        f"{len(lines)} items alike; grade each of them, or cut the line.",
                        see=tuple((each.label, "and here") for each in same[1:20]),
                    )


def _siblings(article: Article) -> Iterator[list[dict[str, Labelled]]]:
    """The labels of the sections beside one another; one that has none may be among them."""
    groups = [section.sections for section in article.walk_sections() if section.heading is not None]
    for group in [tuple(section for section in article.sections if section.heading is not None), *groups]:
        lines = [found for section in group if (found := _labels(section))]
        if len(lines) >= len(group) - 1:
            yield lines


def _labels(section: Section) -> dict[str, Labelled]:
    """The labels that stand once under a subhead."""
    found = [line for block in section.blocks for line in labelled(block)]
    names = [line.name for line in found]
    return {line.name: line for line in found if names.count(line.name) == 1}


def _said(line: Labelled) -> str:
    return f"{line.label.text.rstrip(' :')}: {line.value.text.strip(' :')}"
