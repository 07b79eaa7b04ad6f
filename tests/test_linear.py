"""No input makes it slow: twice the copy is at most about twice the work, on copy made to be hostile.

Work is counted in calls of functions, Python's and C's, which no busy machine changes. What a single
call may do in C is bounded elsewhere: patterns by their proofs, contexts and windows by their lengths.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import FrameType

import pytest

from presslint.article import Article
from presslint.config import Config
from presslint.lint import lint
from presslint.reading import read
from presslint.rule import LONG_SENTENCE

CONFIG = Config.load(Path(__file__).parent, isolated=True, with_installed=False)
PLAN = CONFIG.plan("story.md")
TODAY = date(2026, 5, 5)
HEAD = "---\ntitle: Council keeps buses\n---\n\n"
SENTENCE = "The council said 3 in 10 buses were late, up from 5 percent. “It is bad,” Ana Ruiz said. "
HOSTILE: dict[str, Callable[[int], str]] = {
    "one paragraph": lambda n: HEAD + SENTENCE * (n // len(SENTENCE)),
    "one sentence": lambda n: HEAD + "word " * (n // 5) + ".",
    "headings": lambda n: HEAD + "".join(f"## H {number}\n\n" for number in range(n // 9)),
    "tags": lambda n: "---\ntags: [" + ", ".join(f"t{number}g" for number in range(n // 8)) + "]\n---\n\nText.\n",
    "brackets": lambda n: HEAD + "[" * n,
    "marks": lambda n: HEAD + "“" * n,
    "apostrophes": lambda n: HEAD + " 'a" * (n // 3),
    "ticks": lambda n: HEAD + "`a " * (n // 3),
    "stars": lambda n: HEAD + "*a " * (n // 3),
    "shortcodes": lambda n: HEAD + "{{< a " * (n // 6),
    "tags of HTML": lambda n: HEAD + "<a " * (n // 3),
    "comments": lambda n: HEAD + "<!-- " * (n // 5),
    "figures": lambda n: HEAD + "rose 3% to 5% " * (n // 14),
    "dates": lambda n: HEAD + "3 May 2026 " * (n // 11),
    "names": lambda n: HEAD + "Ana Ruiz Ben " * (n // 13),
    "acronyms": lambda n: HEAD + "Big Red Cat (BRC) " * (n // 18),
    "spaces": lambda n: HEAD + "a" + " " * n + "b",
    "lines": lambda n: HEAD + "a\n" * (n // 2),
    "links": lambda n: HEAD + "[a](http://a.bc/d?utm_source=x) " * (n // 33),
    "lists": lambda n: HEAD + "- a b c:\n" * (n // 9),
    "quotes": lambda n: HEAD + "> a\n\nb\n\n" * (n // 8),
    "rows": lambda n: HEAD + "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * (n // 10),
    "same words": lambda n: HEAD + "the the " * (n // 8),
    "desk marks": lambda n: HEAD + "TK lorem ipsum " * (n // 15),
    "same sentence": lambda n: HEAD + "The same sentence stands here once more for all.\n\n" * (n // 50),
    "suppressions": lambda n: HEAD + "<!-- presslint: ignore[repeated-word] x -->\n\nThe the.\n\n" * (n // 54),
    "pictures": lambda n: HEAD + "![](a.png)\n\n" * (n // 12),
}  # fmt: skip
SIZE = 12_000


def work(text: str) -> int:
    """Calls that reading and linting a text takes."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        for article in read(text.encode(), "story.md", PLAN.reading):
            result = lint(article, PLAN.rules, known=PLAN.known, today=TODAY)
            assert not result.crashes
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_copy_is_twice_the_work(name: str) -> None:
    once, twice = HOSTILE[name](SIZE), HOSTILE[name](2 * SIZE)
    work(twice)  # what is worked out once, and remembered, is not counted
    assert work(twice) <= 2.3 * work(once) + 20_000


@pytest.mark.parametrize("name", ["one sentence", "same words", "lines", "desk marks"])
def test_a_finding_tells_no_more_than_a_sentence(name: str) -> None:
    """However long the sentence is in which it stands."""
    (article,) = read(HOSTILE[name](3 * LONG_SENTENCE).encode(), "story.md", PLAN.reading)
    findings = lint(article, PLAN.rules, known=PLAN.known, today=TODAY).findings
    assert all(len(finding.context) <= LONG_SENTENCE for finding in findings)


def test_articles_are_let_go() -> None:
    """Memory does not grow with the number of articles; a few may wait in small caches."""
    gc.collect()
    before = sum(isinstance(each, Article) for each in gc.get_objects())
    for number in range(60):
        for article in read(f"{HEAD}{SENTENCE * 5}\nPier {number}.\n".encode(), "story.md", PLAN.reading):
            lint(article, PLAN.rules, known=PLAN.known, today=TODAY)
    del article
    gc.collect()
    assert sum(isinstance(each, Article) for each in gc.get_objects()) - before <= 8
