from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import and_others

STAMP = regex(
    r"\d(?<![\w/.:=-].)\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?(?![\w/:.-]\w)"
)
# the same with a blank and an offset
OFFSET = regex(r"(?<![\w/.:=-])\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? ?[+-]\d\d:?\d\d(?![\w/:.-]\w)")
UUID = regex(r"(?<![\w/.=@%:-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\w/-])", re.I)
# “eli/dl/proc/2026-0068” as a line of its own
PATH = regex(r"[a-z][\w-]{0,30}(?:/[\w-]{1,30}){1,6}/[\w-]{0,20}\d{3,}[\w-]{0,20}(?=\s|\Z)")
SERVER = regex(
    r"\b(?:from|via|by|using|through|with) (?:the )?((?:[a-z][a-z0-9]{1,20}-){1,4}mcp|mcp-[a-z][a-z0-9-]{2,30})(?![\w/-])(?! (?:server|tool|package))"
)
# “EXECUTIVE_SUMMARY” as a heading: the key of a form
KEY = regex(r"[A-Z][A-Z0-9]{1,24}(?:_[A-Z0-9]{1,24}){1,5}:?")
SHORT = 8  # words of a line that such a key can begin
PATHS = 3  # lines of that shape from which they are a list of keys, not a file that is spoken of
SHOWN = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.CELL, Kind.CAPTION, Kind.NOTE))
TOOLS = regex(r"\bMCP\b|[Mm]odel [Cc]ontext [Pp]rotocol")


class MachineValue(Rule):
    """Readers get a date and a name, not the key of a record.

    `2026-03-11T08:39:55.759Z`, a UUID, lines such as `eli/dl/proc/2026-0068` and the name of the tool that
    fetched the figures (`harbour-data-mcp`) are for machines, and so is the key of a form as a heading
    (`EXECUTIVE_SUMMARY`): write the day, the title of the paper, the
    name of the source. Code and quotations are left alone, and so is an article that shows such a value in
    its code or speaks about such tools. Each kind is told once in an article, with the other places.
    """

    severity = Severity.WARNING
    reads = frozenset({"paragraph", "item", "heading", "cell", "caption", "note"})
    sources = ("AP Stylebook: dates and times", "Release hygiene of content systems")
    allow: tuple[str, ...] = Option((), description="Values that the house prints on purpose, as written.")
    examples: ClassVar = (
        Good(
            "The log says `2026-03-11T08:39:55Z`, and 2026-03-11 is the day. See boats/fares/2026-001 for more.\n"
        ),
        Good("The boat left at 2026-03-11T08:39Z in UTC.\n\n```\nleft = 2026-03-10T08:39Z\n```\n"),
        Good("The harbour-data-mcp server speaks MCP, the model context protocol.\n"),
        Good(
            "See https://pier.example.org/2026-03-11T08:39:55Z and the file log-2026-03-11T08:39:55Z.txt.\n"
        ),
        Good("Flight 2026-03-11T08:39:55Z it is.\n", allow=("2026-03-11T08:39:55Z",)),
        Bad(
            "BREAKING — [[2026-03-11T08:39:55.759Z]]\n\nIt sails.\n",
            says="“2026-03-11T08:39:55.759Z” is a value for machines; write the day and the hour.",
            severity="warning",
        ),
        Bad("It sailed on [[2026-05-03 07:05:52+02:00]], said the board.\n"),
        Good(
            "Join https://meet.pier.example.org/l/19%3a_x@123e4567-e89b-12d3-a456-426614174000/0 at noon.\n"
        ),
        Bad(
            "The order [[123e4567-e89b-12d3-a456-426614174000]] was late.\n",
            says="“123e4567-e89b-12d3-a456-426614174000” is a value for machines; write the name of what it "
            "stands for.",
        ),
        Bad(
            "# Ferry\n\n## Papers\n\n[[pier/dl/proc/2026-0068]]\n\npier/dl/proc/2026-0069\n\npier/dl/proc/2026-0070\n",
            says="“pier/dl/proc/2026-0068” is a value for machines, and so are 2 more; write the title of "
            "what it stands for.",
        ),
        Good("# Ferry\n\n## Papers\n\npier/dl/proc/2026-0068\n\npier/dl/proc/2026-0069\n"),
        Bad(
            "## [[EXECUTIVE_SUMMARY]]\n\nIt sails.\n\n## KEY_FIGURES\n\nIt is late.\n",
            says="“EXECUTIVE_SUMMARY” is a value for machines, and so is one more; write the subhead in words.",
        ),
        Good("## `HARBOUR_KEY`\n\nIt sails.\n\n## HARBOUR_KEY\n\n```\nHARBOUR_KEY=1\n```\n"),
        Bad(
            "The figures come from [[harbour-data-mcp]] and the town hall.\n",
            says="“harbour-data-mcp” is a value for machines; name the source that it was taken from.",
        ),
        Good("The fares come from harbour-data-mcp, which speaks MCP.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found: dict[str, list[Passage]] = {}
        for block in article.walk():
            if block.passage is None or block.kind not in SHOWN:
                continue
            for kind, where in _values(article, block):
                if where.text not in self.allow and where.whole:
                    found.setdefault(kind, []).append(where)
        for kind, places in found.items():
            if (kind == "path" and len(places) < PATHS) or _is_spoken_of(article, kind):
                continue
            more = and_others(len(places) - 1, ", and so is one more", ", and so are {} more")
            yield self.finding(
                places[0],
                f"{quoted(places[0].text)} is a value for machines{more}; {ADVICE[kind]}.",
                see=tuple((place, "and here") for place in places[1:21]),
            )


ADVICE = {
    "stamp": "write the day and the hour",
    "uuid": "write the name of what it stands for",
    "path": "write the title of what it stands for",
    "key": "write the subhead in words",
    "tool": "name the source that it was taken from",
}


def _values(article: Article, block: Block) -> Iterator[tuple[str, Passage]]:
    passage = block.passage
    if passage is None:
        return
    text = passage.text
    if block.kind is Kind.HEADING and "_" in text and KEY.fullmatch(text.strip()) and not block.links:
        if any(True for _ in passage.marked("code")):
            return
        yield "key", passage.strip()
    if "T" in text and ":" in text and text.count("-") > 1 and STAMP.search(text):
        yield from (("stamp", where) for where, _ in article.own(passage).find(STAMP))
    if text.count(":") > 1 and OFFSET.search(text):
        yield from (("stamp", where) for where, _ in article.own(passage).find(OFFSET))
    if text.count("-") > 3:
        yield from (("uuid", where) for where, _ in article.own(passage).find(UUID))
    if "/" in text and not block.links and passage.word_count <= SHORT and (key := PATH.match(text)):
        yield "path", passage[: key.end()]
    if "mcp" in text:
        for where, match in article.own(passage).find(SERVER):
            yield "tool", where[len(where) - len(match[1]) :]


def _is_spoken_of(article: Article, kind: str) -> bool:
    """Whether the article shows such values in its code, or speaks about such tools."""
    if kind == "tool":
        return any(TOOLS.search(passage.text) for passage in article.passages)
    if kind == "key":
        return any(block.kind is Kind.CODE for block in article.walk())
    pattern = {"stamp": STAMP, "uuid": UUID, "path": PATH}[kind]
    code = [block.text for block in article.walk() if block.kind is Kind.CODE]
    return any(pattern.search(text) for text in code)
