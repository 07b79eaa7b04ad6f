"""CSV, as content systems and data sets are exported: one article a row, columns named in the first line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from presslint.article import Article
from presslint.model.document import Problem
from presslint.model.source import Source, SourceError, Span
from presslint.reading import Settings, anyjson, cms
from presslint.reading.cmsarticle import Record
from presslint.reading.fields import fold_key
from presslint.reading.tree import Entry, Node, Piece, Shape

DELIMITERS = ",;\t|"
LEFT_OUT = frozenset(("archived", "isarchived"))  # columns that say that a row is no article any more
KEYS = ("slug", "id", "itemid", "url")  # columns that name a row, best first
TRUE = frozenset(("true", "1", "yes"))


def cell_pieces(text: str, start: int, end: int) -> Iterable[Piece]:
    """How a cell in quotation marks was written; a mark inside it is doubled."""
    at, last = start + 1, end - 1
    while at < last:
        mark = text.find('""', at, last)
        upto = mark if mark >= 0 else last
        if upto > at:
            yield at, upto, None
        if mark >= 0:
            yield mark, mark + 2, '"'
        at = upto + 2
    return


def read(source: Source, settings: Settings = Settings()) -> Iterator[Article]:
    """The articles of a file, row by row. Raises SourceError where no column holds a title and a text."""
    rows = _Rows(source)
    names = [str(cell.value).strip() for cell in rows.next().items]
    sample = Node(Shape.MAP, 0, 0)
    sample.entries = [Entry(name, Span(0, 0), Node(Shape.TEXT, 0, 0, "x")) for name in names]
    if not cms.is_article(sample, settings):
        raise SourceError(source.path, cms.missing(sample, settings, "column"), 1)
    count = 0
    while rows.at < len(source.text):
        line = rows.line
        row = rows.next()
        if not any(cell.value for cell in row.items):
            continue
        count += 1
        text = source.text[row.start : row.end]
        record = Source(text, source.path, encoding=source.encoding, first_line=line)
        article = _article(_entry(names, row), row, names, record, settings, rows.problem)
        if article is not None:
            yield article
    if not count:
        raise SourceError(
            source.path, "this CSV has a line of column names and no rows; presslint reads each row"
        )


class _Rows:
    """The rows of a file; `at` and `line` are where the next one begins."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.at = 0
        self.line = 1
        self.problem = ""
        first = self.text.partition("\n")[0]
        self.delimiter = max(DELIMITERS, key=first.count)

    def next(self) -> Node:
        """One row; its cells are texts with their places in the row."""
        text, size, begin = self.text, len(self.text), self.at
        row = Node(Shape.LIST, begin, begin)
        self.problem = ""
        at = begin
        while True:
            start = at
            if text[at : at + 1] == '"':
                at = self._closing(at + 1)
                raw = text[start + 1 : at - 1]
                cell = Node(Shape.TEXT, start - begin, at - begin, raw.replace('""', '"'), cell_pieces)
                stop = self._stop(at)
            else:
                at = stop = self._stop(at)
                cell = Node(Shape.TEXT, start - begin, at - begin, text[start:at].rstrip("\r"))
            row.items.append(cell)
            at = stop
            if at >= size or text[at] == "\n":
                break
            at += 1
        row.end = at
        self.line += text.count("\n", begin, at + 1)
        self.at = at + 1
        return row

    def _stop(self, at: int) -> int:
        """Where a cell ends that is not in quotation marks."""
        end = self.text.find("\n", at)
        end = len(self.text) if end < 0 else end
        found = self.text.find(self.delimiter, at, end)
        return end if found < 0 else found

    def _closing(self, at: int) -> int:
        """The place behind the mark that closes a cell."""
        while True:
            mark = self.text.find('"', at)
            if mark < 0:
                self.problem = "A quotation mark opens a cell here and is never closed; close it."
                return len(self.text)
            if self.text[mark + 1 : mark + 2] != '"':
                return mark + 1
            at = mark + 2


def _entry(names: list[str], row: Node) -> Node:
    """A row as an object: its cells under the names of their columns."""
    node = Node(Shape.MAP, 0, row.end - row.start)
    node.entries = [
        Entry(name, cell.span, cell)
        for name, cell in zip(names, row.items, strict=False)
        if cell.value.strip()
    ]
    return node


def _article(
    node: Node, row: Node, names: list[str], source: Source, settings: Settings, problem: str
) -> Article | None:
    by_key = {fold_key(entry.key): entry.node for entry in node.entries}
    if any(str(by_key[key].value).strip().lower() in TRUE for key in LEFT_OUT if key in by_key):
        return None
    record = Record(node, source, settings, "csv")
    anyjson.fill(record)
    if len(row.items) > len(names):
        problem = (
            f"The row has {len(row.items)} cells and the first line names {len(names)} columns; mend the row."
        )
    if problem:
        record.problems.append(Problem(Span(0, len(source.text)), problem, "structure"))
    name = next((str(by_key[key].value) for key in KEYS if key in by_key), f"line {source.first_line}")
    return record.article(name)
