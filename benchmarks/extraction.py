"""How well the HTML reader finds the article on a page, against pages whose extraction is known.

    python benchmarks/extraction.py FOLDER [--worst N]

FOLDER holds one folder per page with `source.html`, `expected.html` (the article alone) and
`expected-metadata.json` (title, byline, publishedTime), the layout of mozilla/readability's
`test/test-pages`. Text is compared by the F1 of its words; a title or byline agrees when F1 is at
least 0.8, a date when it is the same day.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from presslint.article import Article
from presslint.language.dates import parse_instant
from presslint.model.document import Block
from presslint.reading import read

WORD = re.compile(r"\w+")
AGREES = 0.8


@dataclass
class Score:
    """One page: agreement of its text, and of its fields where the expectation names them."""

    page: str
    f1: float
    precision: float
    recall: float
    fields: dict[str, tuple[bool, str, str]]


def overlap(found: str, wanted: str) -> tuple[float, float, float]:
    """F1, precision and recall of the words of `found`."""
    ours, theirs = Counter(WORD.findall(found.lower())), Counter(WORD.findall(wanted.lower()))
    shared = sum((ours & theirs).values())
    if not shared:
        return (1.0, 1.0, 1.0) if not ours and not theirs else (0.0, 0.0, 0.0)
    precision, recall = shared / sum(ours.values()), shared / sum(theirs.values())
    return 2 * precision * recall / (precision + recall), precision, recall


def words(blocks: tuple[Block, ...]) -> str:
    """All that the blocks say, captions included."""
    parts: list[str] = []
    for outer in blocks:
        for block in outer.walk():
            parts.append(block.text)
            parts += [media.caption.text for media in block.media if media.caption is not None]
    return "\n".join(parts)


def same_day(article: Article, wanted: str) -> bool:
    day = parse_instant(wanted)
    if day is None:
        return False
    found = [parse_instant(field.value) or parse_instant(field.text) for field in article.all("published")]
    return any(instant is not None and instant.date == day.date for instant in found)


def score(folder: Path) -> Score:
    page = folder / "source.html"
    article = next(read(page.read_bytes(), str(page)))
    expected = (folder / "expected.html").read_text(encoding="utf-8")
    wanted = words(next(read(expected.encode(), "expected.html")).blocks)
    f1, precision, recall = overlap(words(article.blocks), wanted)
    facts = json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))
    fields: dict[str, tuple[bool, str, str]] = {}
    if facts.get("title"):
        titles = [field.text for name in ("headline", "headline-alt") for field in article.all(name)]
        best = max((overlap(title, facts["title"])[0] for title in titles), default=0.0)
        fields["title"] = (best >= AGREES, facts["title"], titles[0] if titles else "")
    if facts.get("byline"):
        names = [field.text for field in article.bylines]
        best = max((overlap(name, facts["byline"])[0] for name in [*names, " ".join(names)]), default=0.0)
        fields["byline"] = (best >= AGREES, facts["byline"], " + ".join(names))
    if facts.get("publishedTime"):
        dates = " + ".join(field.text for field in article.all("published"))
        fields["date"] = (same_day(article, facts["publishedTime"]), facts["publishedTime"], dates)
    return Score(folder.name, f1, precision, recall, fields)


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--worst", type=int, default=10, help="how many pages to name")
    options = parser.parse_args()
    pages = sorted(page.parent for page in options.folder.rglob("source.html"))
    size = sum((page / "source.html").stat().st_size for page in pages)
    begin = time.process_time()
    scores = sorted((score(page) for page in pages), key=lambda found: found.f1)
    seconds = time.process_time() - begin
    f1 = [found.f1 for found in scores]
    print(f"pages      {len(scores)}, {size / 1e6:.1f} MB in {seconds:.1f} s")
    print(f"text       median F1 {statistics.median(f1):.3f}, mean {statistics.mean(f1):.3f}")
    print(f"           mean precision {statistics.mean(s.precision for s in scores):.3f}, ", end="")
    print(f"mean recall {statistics.mean(s.recall for s in scores):.3f}")
    for name in ("title", "byline", "date"):
        known = [found.fields[name] for found in scores if name in found.fields]
        print(f"{name:10} {sum(agrees for agrees, _, _ in known)} of {len(known)} agree")
    print("\nlost or added most:")
    for found in scores[: options.worst]:
        print(f"  {found.f1:.3f} (P {found.precision:.2f} R {found.recall:.2f}) {found.page}")
    for name in ("title", "byline", "date"):
        print(f"\n{name} differs:")
        differs = [found for found in scores if name in found.fields and not found.fields[name][0]]
        for found in differs[: options.worst]:
            _, wanted, ours = found.fields[name]
            print(f"  {found.page}: {' '.join(wanted.split())!r}, found {ours!r}")


if __name__ == "__main__":
    main()
