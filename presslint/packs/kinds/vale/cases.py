"""The block `tests` of a rule of a Vale style: its cases, and what the rule says on them.

A case has a `name`, an `input`, and what is due: `want` (all lines, as in `1:4:Style.Rule:Message.`), `contains`
or `absent` (parts of them). `format` is the suffix of the file that the input stands for
(https://vale.sh/blog/testing-rules).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from presslint.article import Article
from presslint.packs.kinds.vale.rule import ValeRule


class Case(Struct, frozen=True):
    """One case: the file that its input stands for, and what is due there."""

    name: str
    file: str
    input: str
    want: tuple[str, ...] | None
    contains: tuple[str, ...]
    absent: tuple[str, ...]

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Case:
        suffix = str(given.get("format") or given.get("ext") or "md").lstrip(".")
        want = given.get("want")
        return cls(
            str(given.get("name") or ""),
            f"test.{suffix}",
            str(given.get("input") or ""),
            None if want is None else _lines(want),
            _lines(given.get("contains")),
            _lines(given.get("absent")),
        )

    def fault(self, said: tuple[str, ...]) -> str:
        """What is wrong with the lines that a rule said; empty where nothing is."""
        if self.want is not None and sorted(said) != sorted(self.want):
            return f"it says {_shown(said)}, not {_shown(self.want)}"
        whole = "\n".join(said)
        missing = [part for part in self.contains if part not in whole]
        if missing:
            return f"it says {_shown(said)}, without {_shown(tuple(missing))}"
        extra = [part for part in self.absent if part in whole]
        return f"it says {_shown(tuple(extra))}, which must not be there" if extra else ""


def cases_of(rule: type[ValeRule]) -> Iterator[Case]:
    """The cases that a rule's file brings along."""
    if rule.yaml is not None:
        yield from map(Case.of, rule.yaml.tests)


def lines_of(rule: ValeRule, article: Article) -> tuple[str, ...]:
    """What a rule says of an article, a line each, as a case names it."""
    found = sorted((article.source.position(each.span.start), each.message) for each in rule.check(article))
    return tuple(f"{place.line}:{place.column}:{rule.name}:{message}" for place, message in found)


def _lines(given: Any) -> tuple[str, ...]:
    text = "\n".join(map(str, given)) if isinstance(given, list) else str(given or "")
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _shown(lines: tuple[str, ...]) -> str:
    return " and ".join(f"“{line}”" for line in lines) or "nothing"
