"""What needs more than one article: what each leaves behind, an index of them all, and rules over it.

    article ──digest──▶ Digest ──┐
    article ──digest──▶ Digest ──┼──▶ SiteIndex ──SiteRule.conclude──▶ (article key, finding)
    article ──digest──▶ Digest ──┘

A digest is small (a page of copy leaves some forty numbers), so that those of many thousand articles
are held at once. Hashes are the same in every process and on every machine.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any, ClassVar
from urllib.parse import urlsplit
from zlib import crc32

from msgspec import Struct, field

from presslint.article import Article
from presslint.desk.chronology import published_on
from presslint.model.document import Kind
from presslint.model.finding import Finding, Severity
from presslint.model.regex import regex
from presslint.model.source import Span
from presslint.packs.rule import Rule

SHINGLE = 8  # words
SAMPLE = 8  # one shingle in so many is kept, chosen by its hash
LONG_PARAGRAPH = 40  # words from which a paragraph is remembered by itself
WORDLESS = 60  # fewer words than this are no body to compare
_STAMP = regex(r"\d{4}-\d\d-\d\d-")
_WORD = regex(r"[^\W_]+")
_MASK = (1 << 32) - 1
_FACTOR = 0x9E3779B1  # odd, so that multiplying loses nothing modulo 2^32
_TOP = pow(_FACTOR, SHINGLE, 1 << 32)


NOWHERE = Span(0, 0)


class Digest(Struct, frozen=True):
    """What one article leaves for rules that compare articles.

    `key` is the article's path, with its key inside the file behind “#”. `shingles` are hashes of a
    sample of all runs of eight words. `links` are the last parts of the paths linked to. `notes` is
    what single rules asked to remember, by rule name.
    """

    key: str
    headline: str = ""  # as written
    span: Span = NOWHERE  # of the headline, or of the first words
    text: str = ""  # what stands there
    words: int = 0
    body: str = ""  # hash of all words, empty for an empty body
    shingles: array[int] = field(default_factory=lambda: array("I"))
    paragraphs: tuple[int, ...] = ()
    slug: str = ""
    url: str = ""
    canonical: str = ""
    language: str = "en"
    story_type: str = "news"
    published: str = ""  # ISO day
    draft: bool = False
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    notes: Mapping[str, Any] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where the article is published, as far as it says: its URL, or its slug in its folder."""
        if self.url or not self.slug:
            return self.url
        folder, _, name = self.key.rpartition("/")
        stamp = _STAMP.match(name)  # “2026-05-05-pool.md”: the day is part of the address
        return f"{folder}/{stamp.group() if stamp else ''}{self.slug}"

    @property
    def day(self) -> date | None:
        return date.fromisoformat(self.published) if self.published else None

    @property
    def order(self) -> tuple[str, str]:
        """Articles in this order: by day of publication, the undated last, then by key."""
        return self.published or "9999", self.key


def digest(article: Article, rules: Iterable[SiteRule] = ()) -> Digest:
    """What the article leaves behind, for all site rules and, as notes, for each of `rules`."""
    headline = article.headline
    paragraphs = [block.passage for block in article.walk() if block.passage and block.kind is not Kind.CODE]
    bodies = [_words(passage.text) for passage in paragraphs]
    words = [word for body in bodies for word in body]
    first = headline.passage if headline is not None else paragraphs[0] if paragraphs else None
    published = published_on(article)
    notes = {rule.name: note for rule in rules if (note := rule.observe(article)) is not None}
    return Digest(
        key=f"{article.source.path}#{article.key}" if article.key else article.source.path,
        headline=headline.text if headline is not None else "",
        span=first.span if first is not None else Span(0, 0),
        text=first.text[:200] if first is not None else "",
        words=len(words),
        body=_hash(" ".join(words)) if words else "",
        shingles=array("I", sorted(_sampled(words))),
        paragraphs=tuple(_paragraph(body) for body in bodies if len(body) >= LONG_PARAGRAPH),
        slug=_text(article, "slug"),
        url=_text(article, "url"),
        canonical=_text(article, "canonical"),
        language=article.language,
        story_type=article.story_type,
        published=published.isoformat() if published else "",
        draft=article.is_draft,
        tags=tuple(dict.fromkeys(tag.text for tag in article.tags)),
        links=tuple(sorted({tail for link in article.links if (tail := _tail(link.target))})),
        notes=notes,
    )


def long_paragraphs(article: Article) -> Iterator[tuple[int, str]]:
    """The paragraphs that a digest remembers, each with its hash and its words as written."""
    for block in article.walk():
        if block.passage and block.kind is not Kind.CODE:
            words = _words(block.passage.text)
            if len(words) >= LONG_PARAGRAPH:
                yield _paragraph(words), block.passage.text


def _paragraph(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"))


def _text(article: Article, name: str) -> str:
    found = article.get(name)
    return found.text if found is not None else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@lru_cache(maxsize=50_000)
def _word_hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass")) * 0x85EBCA6B & _MASK


def _sampled(words: Sequence[str]) -> set[int]:
    """Hashes of the runs of eight words whose hash falls in the sample; rolls along in linear time."""
    hashes = [_word_hash(word) for word in words]
    kept: set[int] = set()
    rolling = 0
    for index, each in enumerate(hashes):
        rolling = (rolling * _FACTOR + each) & _MASK
        if index >= SHINGLE:
            rolling = (rolling - hashes[index - SHINGLE] * _TOP) & _MASK
        if index >= SHINGLE - 1:
            mixed = (rolling ^ rolling >> 15) * 0x2C1B3C6D & _MASK
            if mixed % SAMPLE == 0:
                kept.add(mixed)
    return kept


def _tail(target: str) -> str:
    """The last part of the path of a link to a page: “/2026/05/pool-closes/” gives “pool-closes”."""
    try:
        path = urlsplit(target).path
    except ValueError:
        return ""
    return path.rstrip("/").rsplit("/", 1)[-1].removesuffix(".html").removesuffix(".md")[:80].lower()


class Overlap(Struct, frozen=True):
    """How much of an article stands in an earlier one: `share` of the shorter one's words, 0 to 1."""

    later: Digest
    earlier: Digest
    share: float


class SiteIndex:
    """All digests of a site, and the questions that rules ask of them. Answers are in stable order.

    Here they are held in memory; `presslint.scan.joined.JoinedIndex` answers the same from tables, by joins.
    """

    def __init__(self, digests: Iterable[Digest] = ()) -> None:
        self._digests: list[Digest] = []
        self._overlaps: dict[int, list[Overlap]] = {}  # by how many articles may share what counts
        for each in digests:
            self.add(each)

    def add(self, each: Digest) -> None:
        self._digests.append(each)
        self._overlaps.clear()

    def __len__(self) -> int:
        return len(self._digests)

    @property
    def articles(self) -> list[Digest]:
        """Every digest, the earliest first."""
        return sorted(self._digests, key=lambda each: each.order)

    def groups(self, by: str) -> Iterator[tuple[str, list[Digest]]]:
        """Digests that share a value (`body`, `address`, `headline`…) and have one, the earliest first."""
        found: dict[str, list[Digest]] = defaultdict(list)
        for each in self.articles:
            value = getattr(each, by)
            if value:
                found[value].append(each)
        yield from ((value, group) for value, group in found.items() if len(group) > 1)

    def overlaps(self, *, least: float = 0.5, boilerplate: int = 8) -> list[Overlap]:
        """Pairs that share text, each once; what more than `boilerplate` articles share does not count."""
        if boilerplate not in self._overlaps:
            self._overlaps[boilerplate] = list(self._shared(boilerplate))
        return [overlap for overlap in self._overlaps[boilerplate] if overlap.share >= least]

    def _shared(self, boilerplate: int) -> Iterator[Overlap]:
        ordered = self.articles
        holders: dict[int, list[int]] = defaultdict(list)
        for number, each in enumerate(ordered):
            if each.words >= WORDLESS:
                for shingle in each.shingles:
                    holders[shingle].append(number)
        common = {shingle for shingle, numbers in holders.items() if len(numbers) > boilerplate}
        own = [sum(shingle not in common for shingle in each.shingles) for each in ordered]
        for later, each in enumerate(ordered):
            if each.words < WORDLESS:
                continue
            shared: Counter[int] = Counter()
            for shingle in each.shingles:
                if shingle not in common:
                    shared.update(number for number in holders[shingle] if number < later)
            for earlier, count in sorted(shared.items()):
                fewest = min(own[later], own[earlier])
                if count >= FEWEST and count >= fewest * LEAST:
                    yield Overlap(each, ordered[earlier], count / fewest)

    def tags(self) -> dict[str, Counter[str]]:
        """The site's tag vocabulary: each tag, folded, with its spellings and how many articles have them."""
        vocabulary: dict[str, Counter[str]] = defaultdict(Counter)
        for each in self._digests:
            for tag in each.tags:
                vocabulary[folded_tag(tag)][tag] += 1
        return dict(sorted(vocabulary.items()))


LEAST = 0.25  # the smallest share of common text that is remembered
FEWEST = 4  # sampled shingles that two articles must share before anything is said


def folded_tag(tag: str) -> str:
    """A tag without case, marks and plural: “Data centers” and “data-center” fold to one."""
    words = _words(tag)
    return " ".join(
        word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "su" else word for word in words
    )


class SiteRule(Rule):
    """Base of rules that compare articles. They run only when the whole site is read.

    `observe` may return something small and JSON-able that the rule wants to remember of an article
    beyond its digest; `conclude` is called once, with everything. An example of such a rule holds
    several files, each under a line `%% path`.
    """

    needs: ClassVar[frozenset[str]] = frozenset({"site"})

    def check(self, article: Article) -> Iterator[Finding]:
        """Nothing can be said of one article alone."""
        return iter(())

    def observe(self, article: Article) -> Any:
        """What to keep of the article in `Digest.notes`; None for nothing."""
        return None

    def conclude(self, site: SiteIndex) -> Iterator[tuple[str, Finding]]:
        """Yield the key of an article and a finding on it, in stable order."""
        raise NotImplementedError(f"{type(self).__name__} has no conclude")

    def on(self, each: Digest, message: str, *, severity: Severity | None = None) -> tuple[str, Finding]:
        """A finding on an article's headline, with the key of the article."""
        found = self.finding(each.span, message, severity=severity)
        return each.key, Finding(found.rule, found.severity, message, each.span, each.text, each.text)


_FILE = regex(r"^%% (\S+)\n", re.MULTILINE)


def files_of(example: str) -> Iterator[tuple[str, str, int]]:
    """The files that an example of a site rule holds: path, text, and where the text begins."""
    marks = list(_FILE.finditer(example))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        yield mark[1], example[mark.end() : following.start() if following else len(example)], mark.end()
