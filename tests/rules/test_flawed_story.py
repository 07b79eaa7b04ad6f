"""One story with every structural flaw at a known line, in three formats, and the same story mended."""

from __future__ import annotations

from collections import Counter

import pytest

from presslint.engine.fix import choose, splice
from presslint.engine.lint import lint
from presslint.model.finding import Finding
from presslint.packs.catalog import Catalog, house
from presslint.reading import read

CHAPTERS = ("structure", "headline", "metadata")
RULES = [rule() for rule in Catalog([house()]).rules.values() if rule.chapter in CHAPTERS and rule.default_on]

PLAIN = """\
The Skerry Herald

Transport

Island Loses Winter Ferry as Harbour Board Cuts Crew

·
Island Drops Winter Boat as Harbour Board Cuts Crew

The last winter ferry to Skerry will sail on Sunday, and the harbour board says that it has no crew \
left to run another \
before the spring. Islanders learned of the decision from a notice on the pier.

Harbour Board Blames a Shortage of Pilots

Four of seven pilots have left since the summer, according to the harbour master, Ines Moll, who said \
that two more had \
given notice. “We cannot send a boat out without a pilot,” Moll said.

Reaction and Strategic Implications

The school, the surgery and the shop have each asked the board to think again, with every one of them \
facing its own \
problems:

Key Challenges and Future Outlook

Observers note that the decision could affect the flow of goods and people. Both sides face challenges \
in balancing \
safety with the needs of the island.

Looking Ahead

The board meets again on 4 March. Until then the mail will come by helicopter, weather permitting.

ferriesharboursisland newstransport policytransports
"""

MARKDOWN = """\
---
title: Island loses winter ferry as harbour board cuts crew
dek: Island drops winter boat as harbour board cuts crew
date: 2026-02-09
author: admin
tags:
  - ferriesharboursisland life
  - Ferry
  - ferries
---

# Island loses winter ferry as harbour board cuts crew

The last winter ferry to Skerry will sail on Sunday, the harbour board says.

## What happens next

The board meets again on 4 March, and the mail will come by helicopter until then.

## What happens next

The board has given three reasons, such as

## Key dates

Nothing has been decided yet.

## Background
"""

HTML = """\
<!doctype html>
<html lang="en"><head><title>Untitled</title></head><body><article>
<h1>Untitled</h1>
<p class="meta">·</p>
<p>The last winter ferry to Skerry will sail on Sunday, and the harbour board says that it has no crew \
left to run another
before the spring. Islanders learned of the decision from a notice on the pier, which somebody had tied \
to a lamp post.</p>
<h2>Reaction</h2>
<h2>What the board says</h2>
<p>Four of seven pilots have left since the summer, and the board says that nobody will sail without \
one on any night.</p>
</article></body></html>
"""

MENDED = """\
---
title: Island loses winter ferry as harbour board cuts crew
dek: Mail to come by helicopter; the board votes on 4 March on a boat from the mainland
description: The last winter ferry to Skerry sails on Sunday after four of seven pilots left the \
harbour board.
date: 2026-02-09
author: Ana Ruiz
tags:
  - ferries
  - harbours
  - island life
---

The last winter ferry to Skerry will sail on Sunday, the harbour board says. Its members met in the \
customs house on
Tuesday night, heard from pilots and islanders, and voted by five to two to keep the boat in port until \
the spring.

The board has given three reasons:

- four of seven pilots have left
- the boat needs a new engine
- the pier is unsafe at night

## Board votes on 4 March

The mail will come by helicopter until then.

## Key dates

- 15 February: last boat
- 4 March: vote
"""


def said(text: str, name: str) -> list[Finding]:
    (article,) = read(text.encode(), name)
    result = lint(article, RULES)
    assert not result.crashes
    return list(result.findings)


def places(text: str, name: str) -> list[tuple[int, str, str]]:
    """Line, first letter of the severity and rule of each finding."""
    (article,) = read(text.encode(), name)
    return [
        (article.source.position(finding.span.start).line, str(finding.severity)[0], finding.rule)
        for finding in lint(article, RULES).findings
    ]


def test_plain_text() -> None:
    assert places(PLAIN, "story.txt") == [
        (7, "e", "orphan-separator"),
        (7, "w", "missing-byline"),
        (7, "w", "missing-date"),
        (8, "w", "dek-repeats-headline"),
        (16, "s", "generic-subhead"),
        (18, "e", "dangling-list-lead-in"),
        (20, "w", "heading-promises-list"),
        (28, "e", "tags-run-together"),
    ]


def test_plain_text_proposes_the_tags() -> None:
    (tags,) = [finding for finding in said(PLAIN, "story.txt") if finding.rule == "tags-run-together"]
    assert tags.message.endswith(
        "split it into “ferries, harbours, island news, transport policy, transports”."
    )
    fixed = splice(PLAIN, choose([tags], "unsafe")).text
    assert fixed.splitlines()[-1] == "Tags: ferries, harbours, island news, transport policy, transports"
    assert not [finding for finding in said(fixed, "story.txt") if finding.rule == "tags-run-together"]


def test_markdown() -> None:
    assert places(MARKDOWN, "story.md") == [
        (3, "w", "dek-repeats-headline"),
        (5, "w", "generic-byline"),
        (7, "e", "tags-run-together"),
        (8, "w", "tag-near-duplicate"),
        (9, "w", "tag-near-duplicate"),
        (12, "w", "subhead-repeats-headline"),
        (20, "w", "duplicate-subhead"),
        (22, "e", "dangling-list-lead-in"),
        (24, "w", "heading-promises-list"),
        (28, "e", "empty-section"),
    ]


def test_markdown_fixes_are_native() -> None:
    fixed = MARKDOWN
    while chosen := choose(said(fixed, "story.md"), "unsafe"):
        fixed = splice(fixed, chosen).text
    assert "tags:\n  - ferries\n  - harbours\n  - island life\n---\n" in fixed


def test_html() -> None:
    found = Counter(rule for _, _, rule in places(HTML, "story.html"))
    assert found["missing-core-field"] == 1
    assert found["orphan-separator"] == 1
    assert found["empty-section"] == 1
    assert "dek-repeats-headline" not in found


@pytest.mark.parametrize("name", ["story.md", "2026-02-09-ferry.md"])
def test_the_mended_story_is_clean(name: str) -> None:
    assert places(MENDED, name) == []
