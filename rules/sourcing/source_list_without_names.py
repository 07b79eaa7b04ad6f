from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import entry_label, is_generic_source, source_entries

HEADING = regex(
    r"\s*(?:data )?(?:sources|references|bibliography|works cited|further reading)\b", re.IGNORECASE
)
LINE = regex(r"\s*(?:data )?sources?\s*:\s*(?=\S)", re.IGNORECASE)
PIECE = regex(r"\s*(?:,|;| and )\s*")


class SourceListWithoutNames(Rule):
    """A list of sources names them.

    “Sources: industry reports, expert interviews”, or a section “References” whose entries are “Industry Research
    Report” and “Market Study”: the form of evidence with nothing in it that a reader could look up. The rule
    reports a list in which no entry has a name, a title, a year, an address or a link. One entry that can be
    found makes the list a list, and “Source: own count” or “Source: company” is left alone.
    """

    severity = Severity.WARNING
    sources = (
        "The Trust Project: citations and references",
        "Journalism Trust Initiative, clause 12",
    )
    reads = frozenset({"heading", "paragraph"})
    reads_patterns = (HEADING, LINE)
    languages = frozenset({"en"})
    entries: int = Option(2, ge=1, description="The fewest entries without a name that are reported.")
    allow: tuple[str, ...] = Option((), description="Entries that the house lets stand, in small letters.")
    examples = (
        Bad(
            "# Piers\n\nPiers pay.\n\n## [[Sources]]\n\n1. Industry Research Report - Trends on the Coast\n"
            "2. Trade Publication - New Piers\n3. Market Research Study\n",
            says="“Sources” lists 3 entries and names none, such as “Industry Research Report”; name each with its "
            "maker and link it.",
            severity="warning",
        ),
        Bad("# Piers\n\nPiers pay.\n\n[[Sources: industry reports, expert interviews]]\n"),
        Good("# Piers\n\nPiers pay.\n\n## Sources\n\n- Harbour Board\n- Industry reports\n"),
        Good(
            "# Piers\n\nPiers pay.\n\n## Sources\n\n- [Industry report](https://board.example/report)\n- Market data\n"
        ),
        Good("# Piers\n\nPiers pay.\n\n## References\n\n- Market Research Report, 2024\n- Market data\n"),
        Good("# Piers\n\nPiers pay.\n\nSource: own count\n\nSources: Harbour Board, Ana Ruiz\n"),
        Good("# Piers\n\nPiers pay.\n\nSource: company\n"),
        Good("# Piers\n\nPiers pay.\n\nSources: market data, trade press\n", allow=("trade press",)),
        Good("# Piers\n\nPiers pay.\n\nSources: [industry reports](https://pier.example/i), market data\n"),
        Bad(
            "# Piers\n\nPiers pay.\n\n[[Sources: , industry reports, , market data]]\n",
            says="“Sources” lists 2 entries and names none, such as “industry reports”; name each with its "
            "maker and link it.",
            severity="warning",
        ),
        Good("# Piers\n\nPiers pay.\n\nSources: industry reports\n"),
        Good("# Piers\n\nPiers pay.\n\n## Notes\n\n- Industry reports\n- Market data\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for section in article.walk_sections():
            heading = section.heading
            if heading is not None and heading.passage is not None and HEADING.match(heading.text):
                entries = source_entries(section)
                if self._names_nothing(entries):
                    first = entry_label(entries[0].text)
                    yield self._tell(heading.passage, heading.text, len(entries), first)
        for block in article.walk():
            if block.kind is not Kind.PARAGRAPH or block.passage is None or block.links:
                continue
            line = LINE.match(block.text)
            if line is None:
                continue
            pieces = [piece for piece in PIECE.split(block.text[line.end() :].strip(" .")) if piece]
            if self._names_nothing(pieces):
                yield self._tell(block.passage, block.text[: line.end()].strip(" :"), len(pieces), pieces[0])

    def _names_nothing(self, entries: Sequence[Block | str]) -> bool:
        return len(entries) >= self.entries and all(
            is_generic_source(entry) and self._words(entry) not in self.allow for entry in entries
        )

    def _words(self, entry: Block | str) -> str:
        return (entry if isinstance(entry, str) else entry_label(entry.text)).lower()

    def _tell(self, where: Passage, title: str, count: int, first: str) -> Finding:
        return self.finding(
            where,
            f"{quoted(title)} lists {count} entries and names none, such as {quoted(first)}; "
            "name each with its maker and link it.",
        )
