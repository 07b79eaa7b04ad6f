"""Which columns of a table are which fields of an article, and a row read by them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct

from presslint.article import Article
from presslint.model.errors import PresslintError
from presslint.model.passage import Part
from presslint.model.source import Position, Source, Span
from presslint.reading import Settings, anyjson, markdown
from presslint.reading.cmsarticle import Record
from presslint.reading.fields import SPLIT_VALUES
from presslint.reading.placed import place_blocks, place_comments
from presslint.reading.tree import Entry, Node, Shape

BETWEEN = "\n\n"  # what parts the values of a row in the text that its article is read from
ELSEWHERE = ("byline", "published", "tags", "dek", "section")  # fields that a table may keep in another one


def _markdown(record: Record, node: Node) -> None:
    """Add the blocks of a Markdown body, with its comments, which may silence a rule."""
    outer = node.passage(record.source, Part.PARAGRAPH)
    article = next(markdown.read(Source(outer.text)))
    record.blocks += place_blocks(article.blocks, outer)
    record.comments += place_comments(article.comments, outer)
    record.body_start = record.body_start or node.start
    record.drop_headline()


BODIES: Mapping[str, Callable[[Record, Node], None]] = {
    "markdown": _markdown,
    "html": lambda record, node: record.html_body(node),
    "plain": lambda record, node: record.text_body(node),
}


class ColumnsError(PresslintError):
    """A mapping of columns that cannot be used."""


class Columns(Struct, frozen=True):
    """The columns of a table by what they hold; each is a column's name, or empty.

    Either `file` holds whole files, whose name in the `id` column tells format and place (findings are those of
    `presslint check` on the file), or `body` holds the text and the other columns its fields. `format` is the
    column that says how the body is written (markdown, html, plain), `body_format` says it for all; without
    either it is told from the text. `fields` are further fields by their names in front matter. `tags` and
    `byline` may be lists.
    """

    id: str = ""
    file: str = ""
    body: str = ""
    format: str = ""
    headline: str = ""
    dek: str = ""
    byline: str = ""
    published: str = ""
    modified: str = ""
    section: str = ""
    tags: str = ""
    url: str = ""
    language: str = ""
    fields: Mapping[str, str] = {}
    body_format: str = ""

    @classmethod
    def parse(cls, words: Sequence[str]) -> Columns:
        """`field=column` words, as the command line has them. Raises ColumnsError."""
        own = set(cls.__struct_fields__) - {"fields", "body_format"}
        given: dict[str, Any] = {"fields": {}}
        for word in words:
            name, equals, column = word.partition("=")
            if not equals or not name or not column:
                raise ColumnsError(f"“{word}” names no column; write field=column, as in headline=title")
            if name == "body-format":
                given["body_format"] = column
            elif name in own:
                given[name] = column
            else:
                given["fields"][name] = column
        return cls(**given)

    def __post_init__(self) -> None:
        if bool(self.file) == bool(self.body):
            raise ColumnsError("name one column that holds the text: body, or file for whole files")
        if self.file and not self.id:
            raise ColumnsError("whole files are read by their names; name the column that holds them: id")
        if self.body_format and self.body_format not in BODIES:
            raise ColumnsError(f"no body format “{self.body_format}”; use one of {', '.join(BODIES)}")

    def by_field(self) -> dict[str, str]:
        """Fields of the article and their columns, the body last."""
        plain = ("headline", "dek", "byline", "published", "modified", "section", "tags", "url", "language")
        named = {name: getattr(self, name) for name in plain} | dict(self.fields) | {"body": self.body}
        return {name: column for name, column in named.items() if column}

    def wanted(self) -> list[str]:
        """Every column that is read, once each."""
        named = [self.id, self.file, self.format, *(self.by_field().values() if self.body else ())]
        return list(dict.fromkeys(column for column in named if column))

    def check(self, there: Iterable[str]) -> None:
        """Raises ColumnsError for a column that a table does not have."""
        known = list(there)
        missing = next((name for name in self.wanted() if name not in known), None)
        if missing is not None:
            raise ColumnsError(f"the table has no column “{missing}”; it has {', '.join(known)}")


class Row:
    """A row as one text: the values that are read, one under the other, each with its column."""

    def __init__(self, values: Mapping[str, Any], columns: Columns, name: str) -> None:
        self.columns = columns
        self.places: list[tuple[int, str, Source]] = []  # where a value begins, its column, the value
        pieces: list[str] = []
        self.node = Node(Shape.MAP, 0, 0)
        size = 0
        for field, column in columns.by_field().items():
            items: list[Node] = []
            for text in _texts(values.get(column)):
                self.places.append((size, column, Source(text)))
                items.append(Node(Shape.TEXT, size, size + len(text), text))
                pieces.append(text)
                size += len(text) + len(BETWEEN)
            if items:
                node = items[0]
                if len(items) > 1 or (field in SPLIT_VALUES and _is_list(values.get(column))):
                    node = Node(Shape.LIST, items[0].start, items[-1].end)
                    node.items = items
                self.node.entries.append(Entry(field, node.span, node))
        self.source = Source(BETWEEN.join(pieces), name)
        self.node.end = len(self.source.text)
        self.format = str(values.get(columns.format) or "") if columns.format else columns.body_format

    def article(self, settings: Settings) -> Article:
        """The article of the row; what the table has no column for is not missing, it stands elsewhere."""
        record = Record(self.node, self.source, settings, "row")
        given = self.columns.by_field()
        record.elsewhere = frozenset(name for name in ELSEWHERE if name not in given)
        return anyjson.fill(record, write=BODIES.get(self.format, anyjson.text_body)).article()

    def place(self, span: Span) -> tuple[str, Span, Position]:
        """The column in which a span stands, the span in the value, and the line and column there."""
        number = bisect_right(self.places, span.start, key=lambda place: place[0]) - 1
        start, column, value = self.places[number] if number >= 0 else (0, "", self.source)
        inside = span.moved(-start)
        return column, inside, value.position(inside.start)


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _texts(value: Any) -> Iterator[str]:
    """A value as the texts that it holds; nothing of an empty one."""
    for each in value if _is_list(value) else (value,):
        if isinstance(each, datetime | date):
            yield each.isoformat()
        elif isinstance(each, Mapping):
            yield from (str(each[key]) for key in ("name", "title", "slug") if each.get(key))
        elif each is not None and str(each).strip():
            yield str(each)
