"""The comparison of articles as joins over a table of digests, for more articles than memory holds.

The queries are plain SQL that DuckDB and Spark understand alike; only the word that makes rows of a list differs
(`unnest`, `explode`). `JoinedIndex` runs them in DuckDB and answers what `SiteIndex` answers, so that site rules
conclude over either.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from presslint.engine.lint import fingerprinted
from presslint.model.badvalue import said_by
from presslint.model.errors import FileError
from presslint.model.finding import Finding
from presslint.model.problem import FileProblem
from presslint.packs.site import FEWEST, LEAST, WORDLESS, Digest, Overlap, SiteIndex, SiteRule
from presslint.scan import duck
from presslint.scan.batch import finding_row, problem_row
from presslint.scan.digests import DIGEST_SCHEMA, DIGEST_VERSION, LIGHT, as_digest
from presslint.scan.schema import SCHEMA

MEMORY = "1GB"  # what DuckDB may hold of the tables; what is more goes to a file
BOILERPLATE = 8  # articles that may share a run of words before it counts as a form
SEVERAL = 3  # articles with a paragraph, from which it is told
RARE = 5  # how many times as often one spelling of a name stands as the other

# What follows works on two tables: `digests`, with the columns of DIGEST_SCHEMA and `number`, the place of an
# article in the order of days, and `shingles` (number, shingle).
SHINGLES = f"SELECT number, {{explode}}(shingles) AS shingle FROM digests WHERE words >= {WORDLESS}"

NEAR = f"""
WITH counted AS (SELECT shingle, count(*) AS holders FROM shingles GROUP BY shingle HAVING count(*) > 1),
held AS (
    SELECT shingles.number, shingles.shingle, counted.holders
    FROM shingles JOIN counted ON shingles.shingle = counted.shingle
),
paired AS (
    SELECT a.number AS later, b.number AS earlier, count(*) AS shared
    FROM held a JOIN held b ON a.shingle = b.shingle AND a.number > b.number
    WHERE a.holders <= {{boilerplate}} AND b.holders <= {{boilerplate}}
    GROUP BY a.number, b.number
    HAVING count(*) >= {FEWEST}
),
common AS (SELECT number, count(*) AS shingles FROM held WHERE holders > {{boilerplate}} GROUP BY number),
own AS (
    SELECT digests.number, {{length}}(digests.shingles) - coalesce(common.shingles, 0) AS own
    FROM digests LEFT JOIN common ON digests.number = common.number
    WHERE digests.words >= {WORDLESS}
)
SELECT later, earlier, shared, least(a.own, b.own) AS fewest
FROM paired JOIN own a ON a.number = later JOIN own b ON b.number = earlier
WHERE shared >= least(a.own, b.own) * {LEAST}
ORDER BY later, earlier
"""

# tags that fold to one and are written several ways
TAGS = """
WITH written AS (SELECT {explode}(tags) AS tag FROM digests),
counted AS (SELECT tag.folded AS folded, tag.text AS text, count(*) AS articles FROM written GROUP BY tag.folded, tag.text)
SELECT folded, text, articles FROM counted
WHERE folded IN (SELECT folded FROM counted GROUP BY folded HAVING count(*) > 1)
ORDER BY folded, articles DESC, text
"""

# authors whose names differ in case, marks or accents, or by one letter where one spelling is rare
AUTHORS = f"""
WITH written AS (SELECT {{explode}}(authors) AS author FROM digests),
counted AS (
    SELECT author.folded AS folded, author.text AS text, count(*) AS articles
    FROM written GROUP BY author.folded, author.text
),
names AS (SELECT folded, sum(articles) AS articles FROM counted GROUP BY folded)
SELECT a.text AS name, a.articles, b.text AS other, b.articles AS others
FROM counted a JOIN counted b ON a.folded = b.folded AND a.text <> b.text
WHERE a.articles > b.articles OR (a.articles = b.articles AND a.text < b.text)
UNION ALL
SELECT a.folded, a.articles, b.folded, b.articles
FROM names a JOIN names b
    ON substr(a.folded, 1, 1) = substr(b.folded, 1, 1) AND length(a.folded) - length(b.folded) BETWEEN -1 AND 1
WHERE a.folded <> b.folded AND length(a.folded) >= 8 AND levenshtein(a.folded, b.folded) = 1
    AND a.articles >= {RARE} * b.articles
ORDER BY 1, 3
"""

# paragraphs that stand in several articles: what a template or an agency adds
PARAGRAPHS = f"""
WITH written AS (SELECT number, key, {{explode}}(paragraphs) AS paragraph FROM digests),
counted AS (
    SELECT paragraph.hash AS hash, min(paragraph.opening) AS opening, count(DISTINCT number) AS articles,
        min(key) AS example
    FROM written GROUP BY paragraph.hash
)
SELECT opening, articles, example FROM counted WHERE articles >= {SEVERAL} ORDER BY articles DESC, opening
"""

GROUPED = """
SELECT {column} AS value, number FROM digests
WHERE {column} IN (SELECT {column} FROM digests WHERE {column} <> '' GROUP BY {column} HAVING count(*) > 1)
ORDER BY number
"""
GROUPS = frozenset(("body", "address", "headline", "slug", "url", "canonical", "key", "text", "published"))

DUCKDB = {"explode": "unnest", "length": "len"}
SPARK = {"explode": "explode", "length": "size"}


_NAMES = ", ".join(f'"{name}"' for name in DIGEST_SCHEMA.names)


class DigestsError(FileError):
    """A table of digests that cannot be used."""


class JoinedIndex(SiteIndex):
    """Digests in tables on disk, and the questions that rules ask of them; `conclude` takes it as it takes a SiteIndex.

    With `known`, tables of articles that were compared before, these count as earlier whatever their days, and only
    what touches an article of `digests` is told; a known article whose key comes again is replaced. Memory holds the
    articles that are asked about, not all. Raises DigestsError.
    """

    def __init__(
        self,
        digests: Sequence[Path],
        known: Sequence[Path] = (),
        *,
        memory: str = MEMORY,
        scratch: Path | None = None,
    ) -> None:
        super().__init__()
        self._connection = duck.opened()
        self._connection.execute(f"SET memory_limit = '{memory}'")
        if scratch is not None:
            self._connection.execute("SET temp_directory = $folder", {"folder": str(scratch)})
        self._is_partial = bool(known)
        self._fetched: dict[int, Digest] = {}
        self._pairs: dict[int, list[Overlap]] = {}
        self._fill(digests, known)

    def _fill(self, digests: Sequence[Path], known: Sequence[Path]) -> None:
        """The table `digests` in the order of days, the known ones first."""
        parts = [
            f"SELECT {arrived} AS arrived, file_row_number AS row, filename AS file, {_NAMES} "
            f"FROM read_parquet({_listed(paths)}, file_row_number = true, filename = true)"
            for arrived, paths in ((1, digests), (0, known))
            if paths
        ]
        for path in (*digests, *known):
            check_digests(path)
        try:
            self._connection.execute(
                "CREATE TEMP TABLE ordered AS SELECT arrived, file, row, key, row_number() OVER (ORDER BY arrived, "
                "coalesce(nullif(published, ''), '9999'), key, file, row) - 1 AS number FROM "
                f"({' UNION ALL '.join(parts)}) WHERE arrived = 1 OR key NOT IN "
                f"(SELECT key FROM read_parquet({_listed(digests)}))"
            )
            self._connection.execute(
                "CREATE TEMP TABLE digests AS SELECT ordered.number::INTEGER AS number, held.* FROM ordered "
                f"JOIN ({' UNION ALL '.join(parts)}) held USING (arrived, file, row)"
            )
        except duckdb.Error as error:
            raise _fault(digests[0], error) from None

    def __len__(self) -> int:
        return int(self._rows("SELECT count(*) FROM digests")[0][0])

    def add(self, each: Digest) -> None:
        raise TypeError("digests in tables are not added to one by one; write them to a table")

    @property
    def articles(self) -> list[Digest]:
        """Every digest, the earliest first; this holds them all, as rules seldom need."""
        return self._by_number("SELECT number FROM digests")

    def groups(self, by: str) -> Iterator[tuple[str, list[Digest]]]:
        """As `SiteIndex.groups`, for what is a text."""
        if by not in GROUPS:
            raise ValueError(f"no groups by “{by}” in tables; there are {', '.join(sorted(GROUPS))}")
        rows = self._rows(GROUPED.format(column=by))
        found: dict[str, list[int]] = defaultdict(list)
        for value, number in rows:
            found[value].append(number)
        if self._is_partial:
            new = self._new()
            found = {value: group for value, group in found.items() if not new.isdisjoint(group)}
        self._fetch(number for group in found.values() for number in group)
        yield from ((value, [self._fetched[number] for number in group]) for value, group in found.items())

    def _shared(self, boilerplate: int) -> Iterator[Overlap]:
        self._connection.execute(f"CREATE OR REPLACE TEMP TABLE shingles AS {SHINGLES.format(**DUCKDB)}")
        pairs = self._rows(NEAR.format(boilerplate=boilerplate, **DUCKDB))
        self._connection.execute("DROP TABLE shingles")
        if self._is_partial:
            new = self._new()
            touched = {number for pair in pairs if not new.isdisjoint(pair[:2]) for number in pair[:2]}
            pairs = [pair for pair in pairs if not touched.isdisjoint(pair[:2])]
        self._fetch(number for pair in pairs for number in pair[:2])
        for later, earlier, shared, fewest in pairs:
            yield Overlap(self._fetched[later], self._fetched[earlier], shared / fewest)

    def tags(self) -> dict[str, Counter[str]]:
        vocabulary: dict[str, Counter[str]] = defaultdict(Counter)
        query = (
            "SELECT tag.folded, tag.text, count(*) FROM (SELECT unnest(tags) AS tag FROM digests) "
            "GROUP BY ALL ORDER BY ALL"
        )
        for folded, text, count in self._rows(query):
            vocabulary[folded][text] = count
        return dict(sorted(vocabulary.items()))

    def table(self, query: str) -> pa.Table:
        """What one of the queries of this module says: TAGS, AUTHORS, PARAGRAPHS."""
        return self._connection.sql(query.format(**DUCKDB)).to_arrow_table()

    def places(self, keys: Iterable[str]) -> dict[str, Mapping[str, Any]]:
        """The rows of articles by key, for the findings on them; the last of several with one key."""
        self._connection.execute(
            "CREATE OR REPLACE TEMP TABLE asked AS SELECT unnest($keys::TEXT[]) AS key", {"keys": list(keys)}
        )
        table = self._connection.sql(
            'SELECT arrived, id, article, key, field, start, "end", line, "column", silenced FROM digests '
            "WHERE key IN (SELECT key FROM asked) ORDER BY number"
        ).to_arrow_table()
        return {row["key"]: row for row in table.to_pylist()}

    def _new(self) -> frozenset[int]:
        return frozenset(row[0] for row in self._rows("SELECT number FROM digests WHERE arrived = 1"))

    def _rows(self, query: str) -> list[Any]:
        return self._connection.execute(query).fetchall()

    def _fetch(self, numbers: Iterable[int]) -> None:
        """Load the digests of articles that are not there yet."""
        wanted = sorted(set(numbers) - self._fetched.keys())
        if wanted:
            self._by_number("SELECT unnest($numbers::INTEGER[])", numbers=wanted)

    def _by_number(self, chosen: str, **given: Any) -> list[Digest]:
        names = ", ".join(f'"{name}"' for name in LIGHT)
        query = f"SELECT number, {names} FROM digests WHERE number IN ({chosen}) ORDER BY number"
        found = []
        for batch in self._connection.sql(query, params=given).to_arrow_reader(10_000):
            for row in batch.to_pylist():
                self._fetched.setdefault(row["number"], as_digest(row))
                found.append(self._fetched[row["number"]])
        return found


def findings_of(index: JoinedIndex, rules: Sequence[SiteRule]) -> pa.RecordBatch:
    """What rules that compare articles say, in the schema of findings, on the articles that are new in the index.

    A rule that fails is a row of kind `problem`.
    """
    found: dict[str, list[Finding]] = defaultdict(list)
    rows: list[dict[str, Any]] = []
    for rule in rules:
        try:
            for key, finding in rule.conclude(index):
                found[key].append(finding)
        except (Exception, SystemExit) as error:
            message = f"the rule “{rule.name}” failed ({said_by(error)}); the other rules ran"
            rows.append(problem_row("", FileProblem("", message, kind="rule-crash")))
    places = index.places(found)
    for key, findings in found.items():
        place = places[key]
        if place["arrived"]:
            silenced = {each["rule"]: each["reason"] for each in place["silenced"]}
            rows += [_row(place, each, silenced) for each in fingerprinted(findings)]
    return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)


def _row(place: Mapping[str, Any], finding: Finding, silenced: Mapping[str, str]) -> dict[str, Any]:
    at = {name: place[name] for name in ("id", "article", "field", "start", "end", "line", "column")}
    return finding_row(finding, silenced.get(finding.rule), at)


def tables_of(index: JoinedIndex) -> pa.Table:
    """What is spelled several ways and what stands in many articles, as one table: a row a spelling or paragraph."""
    rows: list[dict[str, Any]] = []
    for row in index.table(TAGS).to_pylist():
        rows.append({"kind": "tag", "of": row["folded"], "text": row["text"], "articles": row["articles"]})
    for row in index.table(AUTHORS).to_pylist():
        rows.append({"kind": "author", "of": row["name"], "text": row["other"], "articles": row["others"]})
    for row in index.table(PARAGRAPHS).to_pylist():
        example = {"kind": "paragraph", "of": row["example"], "text": row["opening"]}
        rows.append(example | {"articles": row["articles"]})
    return pa.Table.from_pylist(rows, schema=GROUPED_SCHEMA)


GROUPED_SCHEMA = pa.schema(
    [
        pa.field("kind", pa.string()),  # tag | author | paragraph
        pa.field("of", pa.string()),  # the tag folded; the usual spelling of the name; the key of one article
        pa.field("text", pa.string()),  # as written; the beginning of the paragraph
        pa.field("articles", pa.int64()),
    ]
)


def merged(new: Sequence[Path], known: Sequence[Path], target: Path) -> None:
    """One table of the digests of all articles; a known article whose key comes again is left out."""
    connection = duck.opened()
    connection.execute(f"SET memory_limit = '{MEMORY}'")
    connection.execute("CREATE TEMP TABLE again (key TEXT)")
    if new:
        connection.execute(f"INSERT INTO again SELECT DISTINCT key FROM read_parquet({_listed(new)})")
    with pq.ParquetWriter(target, DIGEST_SCHEMA, compression="zstd") as writer:
        for paths, where in ((known, "WHERE key NOT IN (SELECT key FROM again)"), (new, "")):
            if paths:
                query = f"SELECT {_NAMES} FROM read_parquet({_listed(paths)}) {where}"
                for batch in connection.sql(query).to_arrow_reader(20_000):
                    writer.write_batch(batch.cast(DIGEST_SCHEMA))


def check_digests(path: Path) -> None:
    """Raises DigestsError for a file that holds no digests, or those of another version."""
    try:
        held = (pq.read_schema(path).metadata or {}).get(b"presslint.digests")
    except (OSError, pa.ArrowException) as error:
        raise _fault(path, error) from None
    if held is None:
        raise DigestsError(path, "holds no digests; they are what presslint scan --site writes")
    if held != str(DIGEST_VERSION).encode():
        raise DigestsError(
            path,
            f"holds digests of version {held.decode()}, this presslint writes {DIGEST_VERSION}; delete it and scan all again",
        )


def _fault(path: Path, error: Exception) -> DigestsError:
    return DigestsError(path, f"cannot be read as digests: {duck.said(error)}")


def _listed(paths: Sequence[Path]) -> str:
    return f"[{', '.join(map(duck.text, paths))}]"
