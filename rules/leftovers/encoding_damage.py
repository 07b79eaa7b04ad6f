from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Fix, Good, Passage, Rule, Severity, quoted
from presslint.language.phrases import Copy, copies
from presslint.passage import MASK
from presslint.regex import regex

# UTF-8 read as Windows-1252: a lead byte, then the characters that its continuation bytes became
LEAD = "ÂÃâðÐÑÅÄÎÏ"
TRAIL = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
MOJIBAKE = regex(rf"(?:[{LEAD}][{TRAIL}]{{1,3}})+")
# one of these stands in everything that is looked for
SUSPECT = regex(
    f"[{LEAD}][{TRAIL}]|[\u0080-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\ufffd\ue000-\uf8fe]"
)
SURE = frozenset("ÂÃâð")  # the others are ordinary capitals: one pair alone proves nothing
LOST = regex("\ufffd+")
CONTROL = regex("[\u0080-\u009f]+")
PRIVATE = regex("[\ue000-\ue1ff\ue207-\uf8fe]+")
REFERENCE = regex(
    r"&(?:amp;)?(?:nbsp|quot|[lr]squo|[lr]dquo|[mn]dash|hellip|apos|#\d{2,5}|#x[0-9a-fA-F]{2,5});"
)
INVISIBLE = regex("[\u200b\u2060\ufeff\u00ad\u200c\u200d\u200e\u200f\u2028\u2029\u202a-\u202e]")
# joiners and direction marks do work in other scripts and between emoji
WORKING = regex(
    "[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc\u2190"
    "-\u2bff\ufe0f\U0001f000-\U0001faff]"
)
SOFT_HYPHEN = "\u00ad"
JOINERS = frozenset("\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e")


class EncodingDamage(Rule):
    """Every character is the one that the writer typed.

    “donâ€™t” was read in the wrong encoding, “caf�” has lost a letter, “&amp;nbsp;” was escaped twice.
    Damage that has one possible origin is mended by a safe fix; what cannot be told is left to a
    person. Invisible characters (zero-width spaces, soft hyphens outside words, stray direction marks) break search
    and line ends: they are a suggestion, once for each paragraph. Code is left alone, so is a table
    cell that shows a character code, and joiners stay where scripts and emoji need them.
    """

    severity = Severity.ERROR
    as_one = (
        "{count} places hold damaged letters or code in their place; take the text from its source again."
    )
    sources = ("W3C internationalisation: character encodings for beginners",)
    examples: ClassVar = (
        Good("Café Müller in São Paulo serves 20 °C beer; the sign read `donâ€™t`. Family: 👨‍👩‍👧.\n"),
        Good("עִבְרִית\u200f (Hebrew) and می‌خواهم (Persian) need their marks. NÃO é «BÂTIR».\n"),
        Bad(
            "They don[[â€™]]t stop at the caf[[Ã©]].\n",
            fix="They don’t stop at the café.\n",
            severity="error",
        ),
        Bad(
            "The caf[[\ufffd]] is closed.\n",
            says="A character was lost in “caf�”; look up the word and write it again.",
        ),
        Bad("The ferry[[&amp;nbsp;]]stops.\n", severity="error"),
        Bad(
            "The data[[\u200b]]center is new.\n",
            says="An invisible character stands in “data\u200bcenter”; delete it.",
            fix="The datacenter is new.\n",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for copy in copies(article):
            text = copy.passage.text
            if not text.isascii() and SUSPECT.search(text):
                yield from self.characters(copy)
            if "&" in text and copy.block is not None:
                yield from self.references(copy)

    def characters(self, copy: Copy) -> Iterator[Finding]:
        for where in _stretches(copy, MOJIBAKE):
            mended = _mended(where.text)
            if mended is not None:
                yield self.finding(
                    where,
                    f"{quoted(where.text)} was read in the wrong encoding; write {quoted(mended)}.",
                    fix=self.mend(copy, where, mended),
                )
        for where in _stretches(copy, LOST):
            yield self.finding(
                where, f"A character was lost in {_around(where)}; look up the word and write it again."
            )
        for where in _stretches(copy, CONTROL):
            mended = _decoded(where.text, "latin-1", "cp1252")
            yield self.finding(
                where,
                f"A control character stands in {_around(where)}; "
                + (f"write {quoted(mended)}." if mended else "delete it."),
                fix=self.mend(copy, where, mended) if mended else None,
            )
        for where in _stretches(copy, PRIVATE):
            yield self.finding(
                where,
                f"A character that most fonts do not have stands in {_around(where)}; delete or replace it.",
                severity=Severity.WARNING,
            )
        yield from self.invisible(copy)

    def references(self, copy: Copy) -> Iterator[Finding]:
        for where in _stretches(copy, REFERENCE):
            if len(where) == len(copy.passage.text.strip()):
                continue  # a table of codes: the cell shows one on purpose
            yield self.finding(
                where,
                f"{quoted(where.text)} is shown to the reader as it stands; write the character itself.",
            )

    def invisible(self, copy: Copy) -> Iterator[Finding]:
        """One finding for a passage, on the first of its invisible characters."""
        found = [where for where in _stretches(copy, INVISIBLE) if not _works(where)]
        if not found:
            return
        fixes = [self.mend(copy, where, "") for where in found]
        applicability = "safe" if all(fix.applicability == "safe" for fix in fixes) else "display"
        count = f" and {len(found) - 1} more in this paragraph" if len(found) > 1 else ""
        yield self.finding(
            found[0],
            f"An invisible character stands in {_around(found[0])}{count}; delete "
            f"{'them' if count else 'it'}.",
            severity=Severity.SUGGESTION,
            fix=Fix(
                tuple(edit for fix in fixes for edit in fix.edits), "Delete what nobody sees", applicability
            ),
        )

    def mend(self, copy: Copy, where: Passage, text: str) -> Fix:
        """A safe fix outside quotation marks; inside them a person decides."""
        own = copy.own.text[where.at - copy.passage.at :][: len(where)]
        return self.replace(where, text, f"Write {quoted(text)}", "display" if MASK in own else "safe")


def _stretches(copy: Copy, pattern: re.Pattern[str]) -> Iterator[Passage]:
    """What a pattern finds outside inline code."""
    code = [(mark.start, mark.end) for mark in copy.passage.marks if mark.kind == "code"]
    for where, match in copy.passage.find(pattern):
        if not any(start <= match.start() < end for start, end in code):
            yield where


def _decoded(text: str, wrong: str, right: str) -> str | None:
    try:
        return text.encode(wrong).decode(right)
    except UnicodeError:
        return None


def _mended(text: str) -> str | None:
    """What the text was before UTF-8 was read as Windows-1252; None unless there is one answer."""
    if text[0] not in SURE and len(text) < 4:
        return None
    before = _decoded(_to_bytes(text), "latin-1", "utf-8")
    return before if before and len(before) < len(text) and "\ufffd" not in before else None


def _to_bytes(text: str) -> str:
    """Each character as the byte it was read from, where Windows-1252 knows one."""
    return "".join(_byte(char) for char in text)


def _byte(char: str) -> str:
    try:
        return char.encode("cp1252").decode("latin-1")
    except UnicodeError:
        return char


def _works(where: Passage) -> bool:
    """Whether an invisible character has work to do where it stands."""
    root, at = where.root.text, where.at
    around = root[max(at - 2, 0) : at + 3]
    if where.text == SOFT_HYPHEN:
        return root[at - 1 : at].isalpha() and root[at + 1 : at + 2].isalpha()
    return where.text in JOINERS and WORKING.search(around) is not None


def _around(where: Passage) -> str:
    """The word that a character stands in, quoted."""
    root, start, end = where.root.text, where.at, where.at + len(where)
    while start > 0 and where.at - start < 30 and not root[start - 1].isspace():
        start -= 1
    while end < len(root) and end - where.at < 30 and not root[end].isspace():
        end += 1
    return quoted(root[start:end].strip(".,;:!?"))
