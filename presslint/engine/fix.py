"""From findings to a mended text: splices, from the end backwards, proved before anything is written.

A pass applies the fixes that do not touch each other; the others wait for the next pass. After each
pass the text is read again and compared: every field and every block outside the edits is the same,
what was fixed is gone, nothing new has come. A fix that fails this is left out and said so.
"""

from __future__ import annotations

import os
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from presslint.article import Article
from presslint.model.document import Kind
from presslint.model.errors import FileError
from presslint.model.finding import Edit, Finding, Fix
from presslint.model.intervals import Stretches
from presslint.model.regex import regex
from presslint.model.source import Span

LEVELS = {"safe": frozenset({"safe"}), "unsafe": frozenset({"safe", "unsafe"})}
PASSES = 10  # each pass mends at least one finding; fixes that wait longer chase each other

CODE = regex(r"\{\{[<%{\s]|\{%|<%")  # of a site generator: what it prints cannot be seen here

Chosen = tuple[Finding, Fix]


class Applied(Struct, frozen=True):
    """The text after the fixes, the fixes that went in and those that must wait for another pass."""

    text: str
    done: tuple[Chosen, ...]
    waiting: tuple[Chosen, ...]
    edits: tuple[Edit, ...] = ()


def choose(findings: Iterable[Finding], level: str = "safe") -> list[Chosen]:
    """The fix of each finding that may be applied at `level` (safe or unsafe).

    A finding with several fixes to choose from is left to a person.
    """
    allowed = LEVELS[level]
    return [
        (finding, finding.fixes[0])
        for finding in findings
        if len(finding.fixes) == 1 and finding.fixes[0].applicability in allowed
    ]


def splice(text: str, chosen: Iterable[Chosen]) -> Applied:
    """Apply fixes in the order of the text; one that touches an earlier one waits."""
    done: list[Chosen] = []
    waiting: list[Chosen] = []
    edits: list[Edit] = []
    for finding, fix in sorted(chosen, key=lambda pair: min(edit.span for edit in pair[1].edits)):
        new = [edit for edit in fix.edits if edit not in edits]
        if any(_meets(edit, edits) for edit in new):
            waiting.append((finding, fix))
            continue
        done.append((finding, fix))
        for edit in new:
            insort(edits, edit, key=_place)
    return Applied(edited(text, edits), tuple(done), tuple(waiting), tuple(edits))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits that are in order and do not overlap."""
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*pieces, text[at:]])


def _place(edit: Edit) -> Span:
    return edit.span


def _meets(edit: Edit, edits: Sequence[Edit]) -> bool:
    """Whether an edit touches one of `edits`, which are in order and apart: only its neighbours can be touched."""
    at = bisect_left(edits, edit.span, key=_place)
    return any(touches(edit.span, other.span) for other in edits[max(at - 1, 0) : at + 1])


def touches(one: Span, other: Span) -> bool:
    """Whether two spans overlap or meet; edits that meet could not be told apart."""
    return one.start <= other.end and other.start <= one.end


def guarded(article: Article, findings: Iterable[Finding]) -> list[Finding]:
    """The findings, with fixes that would change quoted words made display only.

    What somebody said is not ours to edit, whatever a rule believes.
    """
    result = list(findings)
    if not any(finding.fixes for finding in result):
        return result
    quoted = Stretches(
        [quotation.passage.span for quotation in article.quotations]
        + [block.span for block in article.walk() if block.kind is Kind.QUOTE]
    )

    def settle(fix: Fix) -> Fix:
        hit = any(quoted.overlaps(*edit.span) for edit in fix.edits)
        return replace(fix, applicability="display") if hit else fix

    return [
        replace(finding, fixes=tuple(settle(fix) for fix in finding.fixes)) if finding.fixes else finding
        for finding in result
    ]


# -- mending a text --------------------------------------------------------------------------------


class Reading(Struct, frozen=True):
    """One look at a text: its articles and, article by article, what was found in them."""

    articles: tuple[Article, ...]
    findings: tuple[tuple[Finding, ...], ...]

    @property
    def all(self) -> list[Finding]:
        return [finding for each in self.findings for finding in each]

    def pairs(self) -> Iterator[tuple[Article, Finding]]:
        """Each finding with its article."""
        for article, findings in zip(self.articles, self.findings, strict=True):
            for finding in findings:
                yield article, finding

    def without(self, fingerprints: frozenset[str]) -> Reading:
        """The same without the findings of these fingerprints."""
        kept = tuple(
            tuple(finding for finding in each if finding.fingerprint not in fingerprints)
            for each in self.findings
        )
        return replace(self, findings=kept)


class Mended(Struct):
    """A text after as many passes as it took; `refused` are fixes that would have done harm."""

    text: str
    done: list[Chosen] = field(default_factory=list)
    refused: list[tuple[Finding, str]] = field(default_factory=list)


Look = Callable[[str], Reading]  # reads and lints a text; may raise SourceError
Pick = Callable[[Reading], list[Chosen]]


def mend(text: str, look: Look, pick: Pick) -> Mended:
    """Apply what `pick` chooses, pass by pass, until it chooses nothing more."""
    mended = Mended(text)
    refused: set[str] = set()
    for _ in range(PASSES):
        before = look(mended.text)
        chosen = [pair for pair in pick(before) if _identity(pair) not in refused]
        if not chosen:
            break
        applied = splice(mended.text, chosen)
        harm = _harm(before, look, mended.text, applied)
        if harm and len(applied.done) > 1:
            # find the culprits: one fix at a time
            applied, culprits = _one_by_one(before, look, mended.text, applied.done)
            for pair, why in culprits:
                refused.add(_identity(pair))
                mended.refused.append((pair[0], why))
        elif harm:
            refused.add(_identity(applied.done[0]))
            mended.refused.append((applied.done[0][0], harm))
            continue
        mended.text = applied.text
        mended.done.extend(applied.done)
    return mended


def _identity(pair: Chosen) -> str:
    finding, fix = pair
    return f"{finding.rule}\x1f{finding.fingerprint}\x1f{fix.label}"


def _one_by_one(
    before: Reading, look: Look, text: str, chosen: Sequence[Chosen]
) -> tuple[Applied, list[tuple[Chosen, str]]]:
    good: list[Chosen] = []
    culprits: list[tuple[Chosen, str]] = []
    for pair in chosen:
        harm = _harm(before, look, text, splice(text, [*good, pair]))
        if harm:
            culprits.append((pair, harm))
        else:
            good.append(pair)
    return splice(text, good), culprits


def _harm(before: Reading, look: Look, text: str, applied: Applied) -> str:
    """What is wrong with the text after the edits, or an empty string."""
    from presslint.model.source import SourceError

    try:
        after = look(applied.text)
    except SourceError as error:
        return f"the file could not be read any more ({error.reason})"
    if len(after.articles) != len(before.articles):
        return "the file would hold another number of articles"
    if any(_reaches_over(article, edit) for article in before.articles for edit in applied.edits):
        return "it would reach over more than one block"
    if any(CODE.search(text[slice(*edit.span)]) and not CODE.search(edit.text) for edit in applied.edits):
        return "it would delete template code"
    moved = _shifted(applied.edits)
    for old, new in zip(before.articles, after.articles, strict=True):
        if _fields(old, applied.edits) != _fields(new, moved):
            return "other metadata would change"
        if _blocks(old, applied.edits) != _blocks(new, moved):
            return "other copy would change"
        if len(new.problems) > len(old.problems):
            return "the metadata could not be read any more"
    fixed = Counter(finding.rule for finding, _ in applied.done)
    extra = Counter(finding.rule for finding in after.all) - (
        Counter(finding.rule for finding in before.all) - fixed
    )
    return f"it would leave or bring a finding of {next(iter(extra))}" if extra else ""


def _hit(span: Span, edits: Sequence[Edit]) -> bool:
    return any(touches(span, edit.span) for edit in edits)


def _reaches_over(article: Article, edit: Edit) -> bool:
    """Whether an edit overlaps more than one block of copy, or values of more than one key."""
    keys = {
        found.key
        for fields in article.fields.values()
        for found in fields
        if found.span.start < edit.span.end and edit.span.start < found.span.end
    }
    hit = [
        block.span
        for block in article.walk()
        if block.passage is not None
        and not any(child.passage is not None for child in block.children)
        and block.span.start < edit.span.end
        and edit.span.start < block.span.end
    ]
    return len(hit) > 1 or len(keys) > 1


def _shifted(edits: Sequence[Edit]) -> list[Edit]:
    """The edits in offsets of the new text."""
    moved: list[Edit] = []
    shift = 0
    for edit in edits:
        start = edit.span.moved(shift).start
        moved.append(Edit(Span(start, start + len(edit.text)), edit.text))
        shift += len(edit.text) - edit.span.length
    return moved


def _fields(article: Article, edits: Sequence[Edit]) -> list[tuple[str, str, str]]:
    """Name, key and text of each field that no edit touches."""
    return [
        (found.name, found.key, found.text)
        for name in sorted(article.fields)
        for found in article.fields[name]
        if not _hit(found.span if found.span.end else found.passage.span, edits)
    ]


def _blocks(article: Article, edits: Sequence[Edit]) -> list[tuple[str, str]]:
    """Kind and words of each block that no edit touches."""
    return [
        (block.kind.value, block.text)
        for block in article.walk()
        if block.passage is not None and not _hit(block.span, edits)
    ]


# -- writing ---------------------------------------------------------------------------------------


class WriteError(FileError):
    """A file that was not written."""


def write_back(path: Path, old: bytes, new: bytes) -> None:
    """Put `new` in place of `old` in one step, keeping the mode; through a link, into its target.

    Raises WriteError when the file is not what was read any more, or cannot be written.
    """
    from tempfile import NamedTemporaryFile

    target = Path(os.path.realpath(path))
    try:
        mode = target.stat().st_mode
        if not os.access(target, os.W_OK):
            raise WriteError(path, "is read-only; the fixes were not written")
        with NamedTemporaryFile(
            dir=target.parent, prefix=f".{target.name}.", suffix=".part", delete=False
        ) as file:
            partial = Path(file.name)
            try:
                file.write(new)
                file.flush()
                os.fsync(file.fileno())
                os.chmod(partial, mode & 0o7777)
                if target.read_bytes() != old:
                    raise WriteError(path, "changed on disk meanwhile; run presslint again")
                file.close()
                os.replace(partial, target)
            except BaseException:
                partial.unlink(missing_ok=True)
                raise
    except OSError as error:
        raise WriteError(path, f"cannot be written: {error.strerror or error}") from None
