"""Lines that stand apart from the copy, and labels with their values: the shapes in which a machine notes things."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from presslint.model.document import Block, Document, Kind, once
from presslint.model.passage import Passage
from presslint.model.regex import regex

EDGE = 3  # blocks at either end of an article
SENTENCE = 15  # words from which a paragraph tells something
LABEL = regex(
    r"\W{0,3}(?P<label>[^\W\d][\w.'’/-]{0,24}(?: [\w.'’/()-]{1,24}){0,3}) ?[:：](?=\s|\Z|[^\x00-\x7f])"
)
INNER = regex(r"(?<= )(?=([^\W\d_][\w/-]{1,20}(?: [\w/-]{1,20}){0,2}[:：]) )")
INDENT = 8  # characters before the label of a line that are marks and blanks
MOST = 40  # words of a line that is a label with its value


class Labelled(Struct, frozen=True):
    """“Model: four”: a label and its value, and the block that they stand in."""

    label: Passage
    value: Passage
    block: Block

    @property
    def name(self) -> str:
        return self.label.text.strip(" :：*_").lower()


def stands_apart(article: Document, block: Block, *, by_face: bool = False) -> bool:
    """Whether a paragraph is set off from the copy: all in italics or bold, or else at an edge or beside a rule."""
    passage = block.passage
    if passage is None:
        return False
    whole = len(passage.text.strip()) - 2
    if any(mark.kind in ("em", "strong") and mark.end - mark.start >= whole for mark in passage.marks):
        return True
    at = _places(article).get(id(block))
    if at is None or by_face:
        return False
    beside = article.blocks[max(at - 1, 0)], article.blocks[min(at + 1, len(article.blocks) - 1)]
    return (
        at < EDGE or at >= len(article.blocks) - EDGE or any(other.kind is Kind.SEPARATOR for other in beside)
    )


@once
def _places(article: Document) -> dict[int, int]:
    return {id(block): number for number, block in enumerate(article.blocks)}


@once
def tail(article: Document) -> tuple[Block, ...]:
    """What stands behind the last paragraph that tells something."""
    for number in range(len(article.blocks) - 1, -1, -1):
        block = article.blocks[number]
        if (
            block.kind in (Kind.PARAGRAPH, Kind.QUOTE)
            and block.word_count >= SENTENCE
            and not labelled(block)
        ):
            return article.blocks[number + 1 :]
    return ()


def labelled(block: Block) -> list[Labelled]:
    """The labels with their values in a paragraph, a list or a table of two columns, in order."""
    found: list[Labelled] = []
    for inner in block.walk():
        if inner.kind is Kind.ROW and len(inner.children) == 2:
            key, value = (cell.passage for cell in inner.children)
            if key is not None and value is not None and key.word_count <= 4:
                found.append(Labelled(key, value, block))
        elif inner.kind in (Kind.PARAGRAPH, Kind.ITEM) and inner.passage is not None:
            found += _in_line(inner.passage, inner)
    return found


def _in_line(passage: Passage, block: Block) -> Iterator[Labelled]:
    """The labels of one line, or of the lines of a paragraph that are told apart by their bold labels."""
    if passage.word_count > MOST:
        return
    text = passage.text
    bold = [
        (mark.start, mark.end)
        for mark in passage.marks
        if mark.kind == "strong" and _is_label(text, mark.end)
    ]
    if not bold or bold[0][0] > 2:
        first = LABEL.match(text)
        if first is None:
            return
        bold = [(first.start("label"), first.end("label")), *_line_labels(passage)]
    for number, (start, end) in enumerate(bold):
        until = bold[number + 1][0] if number + 1 < len(bold) else len(text)
        yield Labelled(passage[start:end].strip(), passage[end:until].strip(), block)


def _line_labels(passage: Passage) -> Iterator[tuple[int, int]]:
    """The labels that begin a line of the source inside a paragraph."""
    for match in INNER.finditer(passage.text):
        at = passage[match.start() :].span.start
        _, broken, before = passage.source.text[max(at - INDENT, 0) : at].rpartition("\n")
        if broken and not any(map(str.isalnum, before)):
            yield match.start(1), match.end(1)


def _is_label(text: str, end: int) -> bool:
    return text[:end].rstrip()[-1:] in (":", "：") or text[end : end + 2].lstrip()[:1] in (":", "：")
