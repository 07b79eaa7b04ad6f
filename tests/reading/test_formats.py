"""One story in every format that presslint reads: the same findings on the same words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from places import faults
from presslint.article import Article
from presslint.engine.lint import Result, lint
from presslint.packs.catalog import Catalog, house
from presslint.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted((EXAMPLES / "formats").iterdir())
RULES = [rule() for rule in Catalog([house()]).rules.values() if rule.default_on]

# what a format cannot carry, and says so: plain text inside JSON-LD has no links, a document no fields
LACKING = {
    "json-ld.json": "links",
    "google-docs.json": "metadata",
    "story.eml": "metadata",
    "saved-mail.txt": "metadata",
    "story.anpa": "links",
    "iptc-7901.txt": "links",
}

# what cannot be found where there is no place for it: an e-mail has no dek
WITHOUT = dict.fromkeys(("story.eml", "saved-mail.txt"), frozenset({"dek-repeats-headline"}))


def story(path: Path) -> tuple[Article, Result]:
    """The flawed story of a file, which may hold others before it."""
    *_, article = read(path.read_bytes(), path.as_posix())
    return article, lint(article, RULES)


def said(result: Result, without: frozenset[str] = frozenset()) -> Counter[tuple[str, str]]:
    """Each finding as its rule and the words it marks."""
    return Counter(
        (finding.rule, " ".join(finding.text.split()))
        for finding in result.findings
        if finding.rule not in without
    )


MARKDOWN = story(EXAMPLES / "flawed-story.md")[1]


def test_the_story_has_many_flaws_and_the_formats_are_many() -> None:
    assert len({finding.rule for finding in MARKDOWN.findings}) >= 12
    suffixes = {path.suffix for path in FILES}
    assert suffixes == {
        ".html", ".json", ".jsonl", ".csv", ".xml", ".mdx", ".adoc", ".rst", ".aml", ".docx", ".eml", ".anpa", ".txt",
    }  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_same_flaws_are_found_in_every_format(path: Path) -> None:
    article, result = story(path)
    assert result.crashes == ()
    assert faults(article) == []
    skipped = frozenset(found.rule for found in result.skipped)
    if skipped - {found.rule for found in MARKDOWN.skipped}:
        assert path.name in LACKING
        assert LACKING[path.name] not in article.carries
    assert said(result) == said(MARKDOWN, skipped | WITHOUT.get(path.name, frozenset()))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_finding_stands_on_its_words(path: Path) -> None:
    article, result = story(path)
    for finding in result.findings:
        marked = article.source.text[finding.span.start : finding.span.end]
        first = finding.text.split()[0] if finding.text.split() else ""
        assert first in marked or "&" in marked or "\\u" in marked or "=" in marked, (
            finding.rule,
            finding.text,
            marked,
        )


def test_a_sound_story_beside_it_is_clean() -> None:
    (first, _) = read((EXAMPLES / "formats" / "stories.jsonl").read_bytes(), "stories.jsonl")
    assert lint(first, RULES).findings == ()
