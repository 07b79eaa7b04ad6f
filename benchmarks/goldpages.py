"""How well the HTML reader does beside the peers on news pages whose article, authors and date are known.

    python benchmarks/goldpages.py FOLDER [--peers] [--half 0|1] [--worst N] [--differing FIELD]

FOLDER holds pages and gold as fundus keeps them in `tests/resources/parser/test_data`: `PUBLISHER_DATE.html`
beside `PUBLISHER.json`, which has a version of the gold for each page. A page is compared with the version
whose body its text has most of. Publishers fall into two halves by the hash of their name, so that a reader
may be mended on one half and judged on the other. `--peers` also measures trafilatura, readability-lxml and
newspaper4k, where they can be imported; none of them is a dependency.

Text is compared by the F1 of its words (dek and body, captions left out, against summary, subheads and
paragraphs); a headline (alone, and “joined”: with its kicker before it, as metadata
often has both), the set of authors and the day are the same or not; tags by micro precision and recall.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from presslint.language.dates import parse_instant
from presslint.model.document import Block, Kind
from presslint.reading import read

WORD = re.compile(r"\w+")
EACH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # scripts compared by the sign


@dataclass
class Piece:
    """An article as gold or as a reader has it."""

    body: str = ""
    headline: str = ""
    kicker: str = ""
    authors: list[str] = field(default_factory=list)
    day: str = ""
    tags: list[str] = field(default_factory=list)


@dataclass
class Page:
    path: Path
    gold: Piece

    @property
    def half(self) -> int:
        name = self.path.name.rsplit("_", 3)[0]
        return hashlib.sha256(name.encode()).digest()[0] % 2


def tokens(text: str) -> Counter[str]:
    return Counter(
        token for word in WORD.findall(text.lower()) for token in (word if EACH.search(word) else [word])
    )


def overlap(found: str, wanted: str) -> tuple[float, float, float]:
    """F1, precision and recall of the words."""
    ours, theirs = tokens(found), tokens(wanted)
    shared = sum((ours & theirs).values())
    if not shared:
        return (1.0, 1.0, 1.0) if not ours and not theirs else (0.0, 0.0, 0.0)
    precision, recall = shared / sum(ours.values()), shared / sum(theirs.values())
    return 2 * precision * recall / (precision + recall), precision, recall


def same(text: str) -> str:
    """A line as it is compared: case, white space and the kind of its marks do not count."""
    text = re.sub(r"[\u2018\u2019\u201b`´]", "'", re.sub(r"[\u201c-\u201f«»„]", '"', text))
    return " ".join(re.sub(r"[\u2010-\u2015]", "-", text).casefold().split()).strip(" .")


# -- pages and gold --------------------------------------------------------------------------------


def gold_of(data: dict[str, Any]) -> Piece:
    body = data.get("body") or {}
    parts = list(body.get("summary", ()))
    for section in body.get("sections", ()):
        parts += [*section["headline"], *section["paragraphs"]]
    return Piece(
        "\n".join(parts),
        data.get("title") or "",
        "",
        data.get("authors") or [],
        str(data.get("publishing_date") or "")[:10],
        data.get("topics") or [],
    )


def pages(folder: Path) -> Iterator[Page]:
    for gold in sorted(folder.rglob("*.json")):
        versions = [gold_of(data) for data in json.loads(gold.read_text(encoding="utf-8")).values()]
        for path in sorted(gold.parent.glob(f"{gold.stem}_*.html")):
            if re.fullmatch(r"_\d{4}_\d\d_\d\d.*", path.stem[len(gold.stem) :]) is None:
                continue
            there = tokens(re.sub(r"<[^>]*>", " ", path.read_text(encoding="utf-8", errors="replace")))

            def held(version: Piece, there: Counter[str] = there) -> float:
                wanted = tokens(version.body + " " + version.headline)
                return sum((wanted & there).values()) / max(sum(wanted.values()), 1)

            yield Page(path, max(versions, key=held))


# -- readers ---------------------------------------------------------------------------------------


def words(blocks: Iterable[Block]) -> Iterator[str]:
    for outer in blocks:
        for block in outer.walk():
            if block.kind is not Kind.CAPTION:
                yield block.text


def by_presslint(data: bytes, path: str, url: str = "") -> Piece:
    article = next(iter(read(data, path)), None)
    if article is None:
        return Piece()
    dek = [found.text for found in article.all("dek") if found.origin == "body"]
    dateline = [found.text for found in article.all("dateline") if found.origin == "body"]
    language = article.language_data
    written = ((day.value, day.text) for day in article.all("published") if day)
    days = (parse_instant(each, language) or parse_instant(each) for pair in written for each in pair)
    instant = next((day for day in days if day is not None), None)
    bylines = [found for found in article.bylines if found.origin == article.bylines[0].origin]
    headline = article.headline
    return Piece(
        "\n".join((*dek, *dateline, *words(article.blocks))),
        headline.text if headline else "",
        next((kicker.text for kicker in article.all("kicker")), ""),
        [found.text for found in bylines],
        instant.date.isoformat() if instant and instant.date else "",
        [found.text for found in article.all("tags") if found],
    )


def by_trafilatura(data: bytes, path: str) -> Piece:
    trafilatura = import_module("trafilatura")
    found = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    if found is None:
        return Piece()
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    tags = [tag.strip() for written in found.tags or [] for tag in written.split(",") if tag.strip()]
    return Piece(found.text or "", found.title or "", "", authors, found.date or "", tags)


def by_readability(data: bytes, path: str) -> Piece:
    document = import_module("readability").Document(data.decode("utf-8", "replace"))
    html = import_module("lxml.html").fromstring(document.summary() or "<p></p>")
    return Piece("\n".join(html.itertext()), document.short_title() or "")


def by_newspaper(data: bytes, path: str) -> Piece:
    article = import_module("newspaper").Article("https://news.example/", fetch_images=False)
    article.download(input_html=data.decode("utf-8", "replace"))
    article.parse()
    day = article.publish_date.date().isoformat() if article.publish_date else ""
    return Piece(article.text, article.title or "", "", article.authors, day, sorted(article.tags or ()))


READERS: dict[str, Callable[[bytes, str], Piece]] = {
    "presslint": by_presslint,
    "trafilatura": by_trafilatura,
    "readability-lxml": by_readability,
    "newspaper4k": by_newspaper,
}


# -- scores ----------------------------------------------------------------------------------------


@dataclass
class Score:
    page: Page
    found: Piece
    f1: float
    precision: float
    recall: float

    @property
    def agrees(self) -> dict[str, bool]:
        gold, found = self.page.gold, self.found
        joined = {same(f"{found.kicker.rstrip(' :')}{sign} {found.headline}") for sign in (":", " /", "")}
        whole = same(gold.headline) in joined if found.kicker else False
        return {
            "headline": same(gold.headline) == same(found.headline),
            "with kicker": whole or same(gold.headline) == same(found.headline),
            "authors": {same(name) for name in gold.authors} == {same(name) for name in found.authors},
            "day": gold.day == found.day,
        }


def score(page: Page, reader: Callable[[bytes, str], Piece]) -> Score:
    try:
        found = reader(page.path.read_bytes(), page.path.name)
    except Exception as error:  # a peer that fails on a page has found nothing there
        print(f"{page.path.name}: {type(error).__name__}: {error}", file=sys.stderr)
        found = Piece()
    return Score(page, found, *overlap(found.body, page.gold.body))


def row(name: str, scores: list[Score]) -> str:
    f1 = [each.f1 for each in scores]
    counts = Counter(what for each in scores for what, agrees in each.agrees.items() if agrees)
    shared = ours = theirs = 0
    for each in scores:
        wanted = {same(tag) for tag in each.page.gold.tags}
        found = {same(tag) for tag in each.found.tags}
        if wanted:
            shared, ours, theirs = shared + len(wanted & found), ours + len(found), theirs + len(wanted)
    known = sum(bool(each.page.gold.authors) for each in scores)
    authors = sum(each.agrees["authors"] for each in scores if each.page.gold.authors)
    return (
        f"{name:17} {len(scores):4} {statistics.median(f1):.3f} {statistics.mean(f1):.4f} "
        f"{statistics.mean(each.precision for each in scores):.3f} "
        f"{statistics.mean(each.recall for each in scores):.3f} {sum(x < 0.5 for x in f1):4} "
        f"{sum(x < 0.8 for x in f1):4}  {counts['headline']:8} {counts['with kicker']:6} {authors:4}/{known:3} {counts['day']:4}  "
        f"{shared / max(ours, 1):.2f} {shared / max(theirs, 1):.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peers", action="store_true", help="measure the peers too")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only this half, and name its pages")
    parser.add_argument("--worst", type=int, default=15, help="how many pages to name")
    parser.add_argument(
        "--differing", choices=("headline", "authors", "day", "tags"), help="name these pages"
    )
    options = parser.parse_args()
    every = [page for page in pages(options.folder) if options.half in (None, page.half)]
    print("reader           pages median mean  P     R      <.5  <.8  headline joined authors  day  tags P/R")
    for name, reader in READERS.items():
        if name != "presslint" and not options.peers:
            break
        scores = [score(page, reader) for page in every]
        for half in (0, 1):
            part = [each for each in scores if each.page.half == half]
            if part and options.half is None:
                print(row(f"  half {half}", part))
        print(row(name, scores))
        if name == "presslint" and options.half is not None:
            told(scores, options)


def told(scores: list[Score], options: argparse.Namespace) -> None:
    """The pages of the half that is tuned on."""
    for each in sorted(scores, key=lambda each: each.f1)[: options.worst]:
        print(f"  {each.f1:.3f} (P {each.precision:.2f} R {each.recall:.2f}) {each.page.path.name}")
    if options.differing == "tags":
        for each in scores:
            wanted, found = ({same(tag) for tag in tags} for tags in (each.page.gold.tags, each.found.tags))
            if wanted != found:
                print(f"  {each.page.path.name}: missed {wanted - found} added {found - wanted}")
    elif options.differing:
        for each in scores:
            if not each.agrees[options.differing]:
                wanted, found = (getattr(p, options.differing) for p in (each.page.gold, each.found))
                print(f"  {each.page.path.name}: {wanted!r}, found {found!r}")


if __name__ == "__main__":
    main()
