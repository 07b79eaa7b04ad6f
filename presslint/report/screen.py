"""What a screen can show, and how text is made safe and measured for it.

Articles are untrusted: control and bidi characters are shown, never sent. Widths are terminal
cells, so that a caret stands under the word it means in Chinese copy too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from presslint.engine.run import ArticleResult
from presslint.model.finding import Finding, Severity
from presslint.model.regex import regex
from presslint.report import ReportOptions

# Characters that reorder or hide text (“Trojan source”), besides the control characters proper.
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
INVISIBLE = frozenset("\u00ad\u180e\u200b\u2028\u2029\u2060\ufeff\ufff9\ufffa\ufffb") | BIDI
# The runners of GitHub, Azure and TeamCity act on `##name[` anywhere in a line of a log, and on
# `::name` where a line, or a wrapped piece of one, begins with it.
LOG_COMMAND = regex(r"##(?=(?:\w{1,20})?\[)|(?<!\S)::(?=\w)")
BROKEN = {"##": "##\\", "::": "\\::"}
ASCII = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "·": "-", "→": "->",
    "│": "|", "─": "-", "✖": "x", "▲": "!", "●": "*", "✔": "ok", "\u00a0": " ", "█": "#", "░": ".",
    "€": "EUR", "£": "GBP",
}  # fmt: skip
WORDS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.SUGGESTION: "suggestion",
}
MARKS: Mapping[Severity, str] = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.SUGGESTION: "●"}
COLORS: Mapping[Severity, str] = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}


def cells(char: str) -> int:
    """Columns that one character takes in a terminal: 0, 1 or 2."""
    if char < "\u0300":
        return 1
    return _cells(char)


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def width(text: str) -> int:
    """Columns that a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(cells, text))


@lru_cache(maxsize=4096)
def shown(char: str, *, ascii_only: bool = False) -> str:
    """A character as it can safely be shown: control pictures, `<U+202E>` for what hides or reorders."""
    if " " <= char <= "~":
        return char
    if char == "\t":
        return "    "
    if char < " " or char == "\x7f":
        if ascii_only:
            return f"<U+{ord(char):04X}>"
        return "\u2421" if char == "\x7f" else chr(0x2400 + ord(char))
    if (
        char in INVISIBLE
        or "\x7f" < char < "\xa0"
        or "\ud800" <= char <= "\udfff"
        or "\ufdd0" <= char <= "\ufdef"
    ):
        return f"<U+{ord(char):04X}>"
    if ascii_only:
        bare = unicodedata.normalize("NFKD", char).encode("ascii", "ignore").decode()
        return ASCII.get(char) or bare or f"<U+{ord(char):04X}>"
    if char >= "\u0600" and unicodedata.category(char) == "Cf" and char not in "\u200c\u200d":
        return f"<U+{ord(char):04X}>"
    return char


SAFE = regex(r"[ -\"$-9;-~]*(?::[ -\"$-9;-~]+)*:?")  # ASCII that holds no log command


def clean(text: str, options: ReportOptions) -> str:
    """Text for one line of a terminal or a log, as it can safely be shown."""
    if SAFE.fullmatch(text):
        return text
    text = without_commands(text)
    return "".join([shown(char, ascii_only=options.ascii) for char in text])


def without_commands(text: str) -> str:
    """Text in which nothing is left that the runner of a build would act on."""
    return LOG_COMMAND.sub(lambda command: BROKEN[command.group()], text)


def harmless(text: str) -> str:
    """Text of several lines without characters that a terminal acts on or that reorder what is read."""
    if text.isascii() and text.isprintable():
        return text
    return "".join([char if char in "\n\t" else shown(char) for char in text])


MOST_LINES = 12  # places of a finding whose lines are named


def also_at(result: ArticleResult, finding: Finding) -> str:
    """The other places of a finding: “lines 12, 15 and 31” or “paragraph 3; paragraph 9 and 4 more”."""
    if not finding.places:
        return ""
    if finding.place:
        names = list(dict.fromkeys(other.place for other in finding.places))
        return _listed(names, "; ")
    lines = dict.fromkeys(result.source.position(other.span.start).line for other in finding.places)
    return f"{'line' if len(lines) == 1 else 'lines'} {_listed([str(line) for line in lines], ', ')}"


def _listed(names: list[str], mark: str) -> str:
    if len(names) > MOST_LINES:
        return f"{mark.join(names[:MOST_LINES])} and {len(names) - MOST_LINES:,} more"
    return " and ".join([*([mark.join(names[:-1])] if len(names) > 1 else []), names[-1]])


def one_line(text: str) -> str:
    """Text on one line: runs of white space, line ends among them, become one space."""
    return " ".join(text.split())


def wrapped(text: str, columns: int) -> Iterator[str]:
    """Lines of at most `columns` cells, cut at spaces; a longer word, or CJK text, is cut where it must."""
    line, size = "", 0
    for word in _breakable(text.split(" "), columns):
        length = width(word)
        if line and size + 1 + length > columns:
            yield line
            line, size = word, length
        else:
            line, size = (f"{line} {word}", size + 1 + length) if line else (word, length)
    yield line


def _breakable(words: list[str], columns: int) -> Iterator[str]:
    for word in words:
        while width(word) > columns:
            room, at = columns, 0
            while room >= cells(word[at]):
                room -= cells(word[at])
                at += 1
            yield word[: max(at, 1)]
            word = word[max(at, 1) :]
        yield word


def clipped(text: str, limit: int) -> str:
    """`text` with an ellipsis for what is beyond `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


class Pen(Struct, frozen=True):
    """Writes in colour, or does not."""

    options: ReportOptions

    def paint(self, text: str, codes: str) -> str:
        return f"\x1b[{codes}m{text}\x1b[0m" if self.options.color and text else text

    def bold(self, text: str) -> str:
        return self.paint(text, "1")

    def dim(self, text: str) -> str:
        return self.paint(text, "2")

    def severity(self, text: str, severity: Severity) -> str:
        return self.paint(text, f"1;{COLORS[severity]}")

    def mark(self, severity: Severity) -> str:
        """The shape of a severity, so that colour is never the only sign."""
        mark = MARKS[severity]
        return ASCII[mark] if self.options.ascii else mark

    def link(self, text: str, url: str) -> str:
        """`text` as a hyperlink (OSC 8) where the terminal understands it."""
        safe = url.startswith(("https://", "http://")) and url.isascii() and url.isprintable()
        return f"\x1b]8;;{url}\x1b\\{text}\x1b]8;;\x1b\\" if self.options.hyperlinks and safe else text
