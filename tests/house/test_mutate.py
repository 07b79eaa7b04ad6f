"""The benchmark of recall: what it breaks is broken, what it leaves out is left out, and it repeats itself."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from benchmarks.mutate import DEFECTS, Edit, found, main, one, splice
from presslint.article import Article
from presslint.packs.catalog import Catalog, house

STORY = """\
---
title: Harbour trust takes over the night ferry
dek: Nine families lend the money, and the county keeps the piers
author: Ana Ruiz
date: 2026-06-01
tags:
  - ferries
  - night buses
  - local politics
---

The harbour trust will run the night ferry from July, its chair said on Monday, 1 June 2026. The county keeps \
the piers and pays for the light on the point.

## What the trust will do

The grant of the county will help the trust to:

- hire a second crew
- mend the north pier

The chair said that the first boat would sail on the longest day of the year, and that the fares would stay \
as they are until the winter.

## What it costs

The nine families have lent the trust a sum that covers the first two winters. After that the fares have to \
pay for the crew, and the county has promised nothing beyond the piers and the light.

## What the islanders say

Three piers have no bus at night. The trust wants the county to change that before the autumn, when the \
last boat comes in after dark and nobody is there to meet it.
"""


@pytest.fixture(scope="module")
def story() -> Article:
    read = one(STORY)
    assert read is not None
    return read


def places(kind: str, article: Article) -> list[Edit]:
    return [edit for edit in DEFECTS[kind].breaks(article, random.Random(1)) if isinstance(edit, Edit)]


@pytest.mark.parametrize(
    "kind",
    [
        *("list-removed-before-prose", "section-emptied", "separator-orphaned", "sentence-repeated"),
        *("byline-removed", "date-removed", "tags-joined", "tags-joined-in-lower-case", "dek-reworded"),
        *("weekday-shifted", "day-impossible", "word-doubled"),
    ],
)
def test_each_defect_is_caught(story: Article, kind: str) -> None:
    rules = [rule() for rule in Catalog([house()]).rules.values() if rule.name in DEFECTS[kind].rules]
    assert not found(story, rules)
    edits = places(kind, story)
    assert edits
    for edit in edits[:4]:
        broken = one(splice(STORY, edit))
        assert broken is not None
        assert found(broken, rules), splice(STORY, edit)


@pytest.mark.parametrize(
    ("kind", "old", "new"),
    [
        # the sentence is whole, so that the paragraph may be what it announced
        ("list-removed-before-prose", "will help the trust to:", "has one condition:"),
        # the subheads may be the list
        (
            "list-removed",
            "The grant of the county will help the trust to:\n\n- hire a second crew\n- mend the north pier\n",
            "The trust has these plans:\n\n- hire a second crew\n- mend the north pier\n\n## Crew\n",
        ),
        # the copy itself says who wrote it
        ("byline-removed", "to meet it.", "to meet it.\n\nAna Ruiz covers the islands."),
        # too few to be joined
        ("tags-joined", "  - local politics\n", ""),
    ],
)
def test_what_no_editor_would_miss_is_not_broken(kind: str, old: str, new: str) -> None:
    assert old in STORY
    changed = one(STORY.replace(old, new))
    assert changed is not None
    assert places(kind, changed) == []


def test_the_table_is_the_same_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.md").write_text(STORY.replace("Ruiz", f"Ruiz{number}"), encoding="utf-8")
    arguments = [
        "mutate.py",
        str(tmp_path),
        "--each",
        "2",
        "--only",
        "section-emptied",
        "--only",
        "tags-joined",
    ]
    monkeypatch.setattr(sys, "argv", arguments)
    main()
    table = capsys.readouterr().out
    main()
    assert capsys.readouterr().out == table
    assert "section-emptied                   2       2  100.0%" in table
    assert "structure                         2       2  100.0%" in table
