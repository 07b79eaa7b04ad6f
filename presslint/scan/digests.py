"""One Arrow batch of articles in, one Arrow batch of digests out: what the articles leave for their comparison.

The schema is frozen under its version as that of findings is: a column is only ever added at the end.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

import pyarrow as pa  # type: ignore[import-untyped]
from msgspec.json import decode, encode

from presslint.article import Article
from presslint.config.config import Config, Plan
from presslint.engine.suppress import apply_suppressions
from presslint.model.finding import Finding
from presslint.model.source import Position, Source, Span
from presslint.packs.site import Digest, SiteRule, digest, folded_tag, long_paragraphs
from presslint.reading import read
from presslint.scan.columns import Columns, Row

DIGEST_VERSION = 1
OPENING = 80  # characters of a paragraph that are kept, to know it by

_SPELLED = pa.list_(pa.struct([pa.field("text", pa.string()), pa.field("folded", pa.string())]))

DIGEST_SCHEMA = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),  # of the row, as in the findings
        pa.field("article", pa.string(), nullable=False),  # key of the article where a row holds several
        pa.field("key", pa.string(), nullable=False),  # both: what rules name the article by
        pa.field("headline", pa.string(), nullable=False),
        pa.field("words", pa.int32(), nullable=False),
        pa.field("body", pa.string(), nullable=False),  # hash of all words; empty for an empty body
        pa.field("shingles", pa.list_(pa.uint32()), nullable=False),  # hashes of some runs of eight words
        pa.field(
            "paragraphs",
            pa.list_(pa.struct([pa.field("hash", pa.uint32()), pa.field("opening", pa.string())])),
            nullable=False,
        ),  # of forty words and more
        pa.field("slug", pa.string(), nullable=False),
        pa.field("url", pa.string(), nullable=False),
        pa.field("canonical", pa.string(), nullable=False),
        pa.field("address", pa.string(), nullable=False),  # where it is published, as far as it says
        pa.field("language", pa.string(), nullable=False),
        pa.field("story_type", pa.string(), nullable=False),
        pa.field("section", pa.string(), nullable=False),
        pa.field("published", pa.string(), nullable=False),  # ISO day, or empty
        pa.field("draft", pa.bool_(), nullable=False),
        pa.field("tags", _SPELLED, nullable=False),  # folded: without case, marks and plural
        pa.field("authors", _SPELLED, nullable=False),  # folded: without case, marks and accents
        pa.field("links", pa.list_(pa.string()), nullable=False),  # last parts of the paths linked to
        pa.field("notes", pa.string(), nullable=False),  # what single rules remember, as JSON
        pa.field(
            "silenced",
            pa.list_(pa.struct([pa.field("rule", pa.string()), pa.field("reason", pa.string())])),
            nullable=False,
        ),  # site rules that the article suppresses
        pa.field("field", pa.string(), nullable=False),  # where a finding on the article stands, as there
        pa.field("start", pa.int64(), nullable=False),
        pa.field("end", pa.int64(), nullable=False),
        pa.field("line", pa.int32(), nullable=False),
        pa.field("column", pa.int32(), nullable=False),
        pa.field("text", pa.string(), nullable=False),
    ],
    metadata={b"presslint.digests": str(DIGEST_VERSION).encode()},
)

Record = dict[str, Any]


def site_rules(config: Config) -> list[SiteRule]:
    """The rules of a config that compare articles."""
    chosen = [rule.loaded() for rule in config.plan(Path("article")).site_rules]
    return [rule for rule in chosen if isinstance(rule, SiteRule)]


def digest_batch(
    batch: pa.RecordBatch, *, columns: Columns, config: Config | Mapping[str, Any] | None = None
) -> pa.RecordBatch:
    """The digests of a batch of articles, in `DIGEST_SCHEMA`.

    Pure, as `lint_batch` is, and asked with the same columns and config. An article that cannot be read leaves no
    digest; `lint_batch` says what is wrong with it. Raises ColumnsError, ConfigError.
    """
    columns.check(batch.schema.names)
    config = config if isinstance(config, Config) else Config.from_mapping(config or {})
    rules = site_rules(config)
    rows: list[Record] = []
    for number, row in enumerate(batch.select(columns.wanted()).to_pylist()):
        given = row.get(columns.id)
        name = str(number) if given is None else str(given)
        try:
            rows += _whole(row, name, columns, config, rules)
        except Exception:  # told by lint_batch, with its reason
            continue
    return pa.RecordBatch.from_pylist(rows, schema=DIGEST_SCHEMA)


def _whole(
    row: Mapping[str, Any], name: str, columns: Columns, config: Config, rules: Sequence[SiteRule]
) -> list[Record]:
    """The digests of a row, which may be a file of several articles."""
    plan = config.plan(Path(name))
    made: list[Record] = []
    if columns.body:
        if not str(row[columns.body] or "").strip():
            return []
        values = Row(row, columns, name)
        article = values.article(plan.reading)
        left = digest(article, rules)
        return [_record(name, article, left, values.place(left.span), plan, rules, config)]
    held = row[columns.file]
    if held is None:
        return []
    data = held if isinstance(held, bytes) else str(held).encode("utf-8", "surrogatepass")
    whole: Source | None = None
    for article in read(data, Path(name).as_posix(), plan.reading):
        left = digest(article, rules)
        before = article.source.lead
        if article.source.first_line > 1:
            whole = whole or Source.decode(data, name, encoding=plan.reading.encoding)
            before = whole.lead + whole.offset(article.source.first_line)
        place = "", left.span.moved(before), article.source.position(left.span.start)
        made.append(_record(name, article, left, place, plan, rules, config))
    return made


def _record(
    name: str,
    article: Article,
    left: Digest,
    place: tuple[str, Span, Position],
    plan: Plan,
    rules: Sequence[SiteRule],
    config: Config,
) -> Record:
    field, span, position = place
    section = article.get("section")
    return {
        "id": name,
        "article": article.key,
        "key": left.key,
        "headline": left.headline,
        "words": left.words,
        "body": left.body,
        "shingles": left.shingles,
        "paragraphs": [
            {"hash": value, "opening": " ".join(text.split())[:OPENING]}
            for value, text in long_paragraphs(article)
        ],
        "slug": left.slug,
        "url": left.url,
        "canonical": left.canonical,
        "address": left.address,
        "language": left.language,
        "story_type": left.story_type,
        "section": section.text if section is not None else "",
        "published": left.published,
        "draft": left.draft,
        "tags": [{"text": tag, "folded": folded_tag(tag)} for tag in left.tags],
        "authors": [
            {"text": text, "folded": folded_name(text)}
            for text in dict.fromkeys(" ".join(byline.text.split()) for byline in article.bylines)
        ],
        "links": list(left.links),
        "notes": encode(left.notes).decode(),
        "silenced": list(_silenced(article, left, plan, rules, config)),
        "field": field,
        "start": span.start,
        "end": span.end,
        "line": position.line,
        "column": position.column,
        "text": left.text,
    }


def folded_name(name: str) -> str:
    """A name without case, marks and accents: “Ana-María Ruiz” and “Ana Maria Ruiz” fold to one."""
    letters = "".join(each for each in normalize("NFKD", name) if not combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in letters.casefold()).split())


def _silenced(
    article: Article, left: Digest, plan: Plan, rules: Sequence[SiteRule], config: Config
) -> Iterator[dict[str, str]]:
    """The rules whose findings on the article it suppresses itself, with its reasons."""
    supposed = [Finding(rule.name, rule.severity, "", left.span, left.text, left.text) for rule in rules]
    outcome = apply_suppressions(article, supposed, {}, plan.known, config.today or date.today())
    for each in outcome.suppressed:
        yield {"rule": each.finding.rule, "reason": each.reason}


LIGHT = [name for name in DIGEST_SCHEMA.names if name not in ("shingles", "paragraphs")]


def as_digest(row: Mapping[str, Any]) -> Digest:
    """A row as the digest that rules see; without shingles and paragraphs where the row has none."""
    return Digest(
        key=row["key"],
        headline=row["headline"],
        span=Span(row["start"], row["end"]),
        text=row["text"],
        words=row["words"],
        body=row["body"],
        shingles=array("I", row.get("shingles") or ()),
        paragraphs=tuple(each["hash"] for each in row.get("paragraphs") or ()),
        slug=row["slug"],
        url=row["url"],
        canonical=row["canonical"],
        language=row["language"],
        story_type=row["story_type"],
        published=row["published"],
        draft=row["draft"],
        tags=tuple(each["text"] for each in row["tags"]),
        links=tuple(row["links"]),
        notes=decode(row["notes"]),
    )
