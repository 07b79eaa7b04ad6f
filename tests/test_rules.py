"""Every rule is proved by its own examples, read by the real reader."""

from __future__ import annotations

import pytest

from presslint.engine.prove import prove, unmark
from presslint.packs.catalog import Catalog, house

CATALOG = Catalog([house()])


@pytest.mark.parametrize("name", list(CATALOG.rules))
def test_examples_hold(name: str) -> None:
    rule = CATALOG.rules[name]
    failed = [f"example {v.number}: {v.word}: {v.detail}" for v in prove(rule) if not v.ok]
    assert not failed, "\n".join(failed)


def test_unmark_gives_text_and_spans() -> None:
    text, spans = unmark("a [[b]] c [[]]d")
    assert text == "a b c d"
    assert [(s.start, s.end) for s in spans] == [(2, 3), (6, 6)]
    assert [text[s.start : s.end] for s in spans] == ["b", ""]


def test_unmark_leaves_an_unclosed_mark() -> None:
    assert unmark("a [[b") == ("a [[b", [])
