"""Whether what no reader sees can hide words: the rules' own Bad examples, edited without a visible change.

    python benchmarks/hidden.py [--rule NAME]… [--edit NAME]… [--first 2] [--lost]

Every word (or blank) that a reader of the example sees is edited, so that a rule which needs one word as written
loses it. An example is found when the rule still finds all that it marks, each at its place. `--first` takes so many Bad examples of each rule, `--lost` prints what was lost. Exit code 1 says that
less than 98 % is found under one of the edits.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from presslint.engine.prove import TODAY, run_example, unmark
from presslint.model.document import Document, Kind
from presslint.model.passage import Part, Passage
from presslint.model.source import NULL_SHARE, Span
from presslint.packs.catalog import Catalog, house
from presslint.packs.rule import Example, Rule
from presslint.reading import Settings, read

GOAL = 0.98
PLAIN_WORD = re.compile(r"(?<![\w/.@#$%{}<>=&;:?+-])[A-Za-z]{3,}(?![\w/@{}<>=]|[.:?&#-]\w)")
LOOKALIKES = str.maketrans("aceopxyisj", "асеорхуіѕј")  # Latin to Cyrillic
NO_WRAP = re.compile(r"[#>|+*=~:\-\d`(\[<!{]")
BOUND = frozenset(("json", "xml"))  # formats in which a control character is no text

Edits = dict[int, tuple[int, str]]  # place in the text: how many characters give way, and to what


@dataclass(slots=True)
class Copy:
    """Where an example has words that a reader sees: single blanks, and letters inside words."""

    blanks: set[int] = field(default_factory=set)
    wraps: set[int] = field(default_factory=set)
    words: set[tuple[int, int]] = field(default_factory=set)


def passages(article: Document) -> Iterator[tuple[Passage, bool]]:
    """The words of an article but code, and whether a line may break in them."""
    for fields in article.fields.values():
        yield from ((each.passage, False) for each in fields)
    for block in article.walk():
        if block.passage is not None and block.kind is not Kind.CODE:
            yield block.passage, block.kind is Kind.PARAGRAPH
    for media in article.all_media:
        yield from ((words, False) for words in (media.alt, media.caption, media.credit) if words is not None)


def copy_of(example: Example, text: str) -> Copy:
    """What of an example can be edited without a visible change."""
    copy = Copy()
    settings = Settings(article={"today": TODAY, **example.settings})
    for article in read(text.encode(), example.name, settings):
        for passage, wraps in passages(article):
            if passage.part is Part.CODE or not passage.runs:
                continue
            code = [(mark.start, mark.end) for mark in passage.marks if mark.kind in ("code", "template")]
            words = passage.masked(code).text
            places = [passage.place(at) for at in range(len(words))]
            for found in re.finditer(r"(?<=\S) (?=\S)", words):
                start, end = places[found.start()]
                if text[start - 1 : end + 1] == words[found.start() - 1 : found.end() + 1]:
                    copy.blanks.add(start)
                    if wraps and not NO_WRAP.match(words, found.end()):
                        copy.wraps.add(start)
            for found in PLAIN_WORD.finditer(words):
                start, end = places[found.start()].start, places[found.end() - 1].end
                if text[start:end] == found.group():
                    copy.words.add((start, end))
    return copy


def blanks(written: str) -> Callable[[str, Copy], Edits]:
    """Every blank between two words written otherwise."""
    return lambda text, copy: dict.fromkeys(copy.blanks, (1, written))


def inside(sign: str) -> Callable[[str, Copy], Edits]:
    """A sign that is not shown in the middle of every word."""
    return lambda text, copy: {(start + end) // 2: (0, sign) for start, end in copy.words}


def few(sign: str) -> Callable[[str, Copy], Edits]:
    """The same in as many words as a file may hold NULs that is read as text."""

    def edits(text: str, copy: Copy) -> Edits:
        words = sorted(copy.words)
        most = len(text) // NULL_SHARE - 1
        chosen = words[:: -(-len(words) // most)] if words and most > 0 else ()
        return {(start + end) // 2: (0, sign) for start, end in chosen}

    return edits


def lookalike(text: str, copy: Copy) -> Edits:
    """In every word one letter that another script has too."""
    found: Edits = {}
    for start, end in copy.words:
        at = next((at for at in range(start, end) if text[at] in "aceopxyisj"), None)
        if at is not None:
            found[at] = (1, text[at].translate(LOOKALIKES))
    return found


def mathematical(text: str, copy: Copy) -> Edits:
    """Every word in bold letters of mathematics."""
    return {
        at: (1, chr(ord(text[at]) + (0x1D400 - ord("A") if text[at].isupper() else 0x1D41A - ord("a"))))
        for start, end in copy.words
        for at in range(start, end)
    }


def wrapped(text: str, copy: Copy) -> Edits:
    """A line end for every fourth blank of a paragraph."""
    return dict.fromkeys(sorted(copy.wraps)[3::4], (1, "\n"))


EDITS: Mapping[str, Callable[[str, Copy], Edits]] = {
    "CRLF": lambda text, copy: {at: (1, "\r\n") for at, char in enumerate(text) if char == "\n"},
    "CR": lambda text, copy: {at: (1, "\r") for at, char in enumerate(text) if char == "\n"},
    "rewrap": wrapped,
    "double blank": blanks("  "),
    "no-break space": blanks("\u00a0"),
    "thin space": blanks("\u2009"),
    "tab": blanks(" \t"),
    "soft hyphen": inside("\u00ad"),
    "zero-width space": inside("\u200b"),
    "word joiner": inside("\u2060"),
    "joiner": inside("\u200d"),
    "grapheme joiner": inside("\u034f"),
    "variation selector": inside("\ufe0f"),
    "direction mark": inside("\u202c"),
    "tag character": inside("\U000e0061"),
    "NUL": few("\0"),
    "control character": inside("\x1f"),
    "lookalike letter": lookalike,
    "mathematical letters": mathematical,
}


def edited(text: str, edits: Edits) -> tuple[str, Callable[[int], int]]:
    """The text after the edits, and where an offset of it has gone."""
    pieces, upto = [], 0
    for at in sorted(edits):
        gone, written = edits[at]
        pieces += (text[upto:at], written)
        upto = at + gone

    def moved(offset: int) -> int:
        return offset + sum(
            len(new) - gone for at, (gone, new) in edits.items() if at + gone <= offset and at < offset
        )

    return "".join(pieces) + text[upto:], moved


def kept(rule: type[Rule], example: Example, edit: str) -> bool | None:
    """Whether the rule finds under an edit what the example marks; None where there is nothing to edit."""
    text, marks = unmark(example.text)
    suffix = example.name.rpartition(".")[2]
    copy = copy_of(example, text)
    edits = EDITS[edit](text, copy)
    if edit in ("NUL", "control character", "tab"):
        # YAML allows none of the first two, and front matter that holds one is told and not read
        header = text.find("\n---\n", 3) if text.startswith("---\n") else 0
        edits = {} if suffix in BOUND else {at: what for at, what in edits.items() if at >= header}
    if not edits:
        return None
    if edit == "rewrap" and suffix not in ("md", "html"):
        return None
    after, moved = edited(text, edits)
    wanted = [Span(moved(mark.start), moved(mark.end)) for mark in marks]
    try:
        found = [finding.span for finding in run_example(rule, example, after)]
    except (RuntimeError, ValueError):
        return False
    return {shown(span, after) for span in found} >= {shown(span, after) for span in wanted}


def shown(span: Span, text: str) -> Span:
    """A span without the blanks at its ends."""
    words = text[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def bads(rule: type[Rule], first: int | None = None) -> list[Example]:
    """The Bad examples of a rule that are read as one file, the first so many."""
    found = [example for example in rule.examples if example.bad]
    return [] if hasattr(rule, "conclude") else found[:first]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--rule", action="append", default=[], metavar="NAME")
    options.add_argument("--edit", action="append", default=[], choices=EDITS, metavar="NAME")
    options.add_argument("--first", type=int, metavar="N", help="so many Bad examples of each rule")
    options.add_argument("--lost", action="store_true", help="print what was lost")
    given = options.parse_args()
    rules = Catalog([house()]).rules
    chosen = [rules[name] for name in given.rule] or list(rules.values())
    print("| edit | examples | found | |\n|---|---:|---:|---:|")
    short = False
    for edit in given.edit or EDITS:
        count, lost = 0, []
        for rule in chosen:
            for number, example in enumerate(bads(rule, given.first), 1):
                verdict = kept(rule, example, edit)
                count += verdict is not None
                if verdict is False:
                    lost.append(f"{rule.name} {number}")
        share = 1 - len(lost) / max(count, 1)
        short |= share < GOAL
        print(f"| {edit} | {count} | {count - len(lost)} | {share:.1%} |", flush=True)
        if given.lost:
            print(*lost, sep="\n", file=sys.stderr)
    return int(short)


if __name__ == "__main__":
    raise SystemExit(main())
