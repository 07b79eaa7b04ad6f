from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import RECORD_HEADS, Labelled, labelled, records, tail

LINES = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE))
# “Status — final”: a label before a dash, where it is a label that a record has
DASHED = regex(r"\W{0,3}(?P<label>[^\W\d]\w{2,20}(?: \w{1,16}){0,2}) [—–-] (?=\S)")
# of these two behind a rule are a record, though each alone is a word of any copy
TOGETHER = frozenset(
    ("status", "version", "score", "rating", "draft", "revision", "language", "length", "output")
)
LEAST = 2  # labels of a record
SHARE = 0.5  # of the lines behind the copy
SHORT = 12  # words of a value under a subhead that announces a record
KEYS = 3  # cells of a table that are names or figures of a program
CELLS = 0.3  # of all its cells
KEY = regex(
    r"[a-z][a-z0-9]{0,20}(?:_[a-z0-9]{1,20}){1,5}|[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,5}|0\.\d{2,17}"
)
NAMED = regex(r"[A-Za-z]+_")
MODEL = regex(r"(?i)\b(?:gpt|claude|gemini|llama|mistral|mixtral|deepseek|qwen|opus|sonnet)\b[-\w. ]{0,20}")


STORY = (
    "# Ferry\n\nThe board met on Tuesday and said that the boat will sail four times a day from May on.\n\n"
)


class MakingRecord(Rule):
    """An article ends with its last line, not with the record of how it was made.

    “Model: …, Prompt: …, Tokens: …” behind the last paragraph, a table of `run_id` and 0.83, “(Word count: 412)” are
    what a pipeline notes for itself. They count only behind the last paragraph that tells something: two labels of a
    record with nothing but labels around them, one of which only a record has; what is set as code and the documents
    of a program are left alone, and so are the facts that a paper lists under a review (author, title, date).
    """

    severity = Severity.WARNING
    reads = frozenset({"prose"})
    not_for = frozenset({"docs"})
    sources = ("Release hygiene of content systems", "The Trust Project: methods are told for readers")
    merges_with = ("prompt-leak",)
    yields_to: ClassVar = {"desk-brief": "place", "header-in-copy": "place"}
    allow: tuple[str, ...] = Option(
        (), description="Labels that the house prints on purpose, in small letters."
    )
    examples: ClassVar = (
        Bad(
            f"{STORY}## [[Metadata]]\n\n- Model: GPT-5\n- Status: final\n",
            says="“Model” opens a record of how the text was made, with “Status”; cut it from the story.",
            severity="warning",
        ),
        Bad(
            f"{STORY}*[[(Word count: 1,248)]]*\n",
            says="“(Word count: 1,248)” counts the text for the desk; cut it.",
            severity="warning",
        ),
        Bad(
            f"{STORY}| Key | Value |\n|---|---|\n| [[run_id]] | B_7 |\n| seo_fit | 0.83 |\n",
            says="“run_id” and 2 other cells of this table are a program's; cut the table, or say what it tells.",
            severity="warning",
        ),
        Bad(f"{STORY}## [[Generation details]]\n\n- Voice: calm\n- Drafts: 2\n"),
        Good(
            f"{STORY}## Metadata\n\n- Boats: a word that the port has for all of the things that float in it at night\n- Pier: wood\n"
        ),
        Bad(f"{STORY}- [[Model: GPT-5]]\n- Status: final\n"),
        Bad(f"{STORY}[[Prompt: a boat\nStatus: final]]\n"),
        Good(f"{STORY}- Author: Ana Ruiz\n- Title: The boats\n- Date: 5 May\n"),
        Good(f"{STORY}- Model: Golf\n"),
        Good(f"- Model: GPT-5\n- Status: final\n\n{STORY}"),
        Good(f"{STORY}- Model: GPT-5\n- Status: final\n", allow=("model", "status")),
        Good(f"{STORY}- Model: GPT-5\n- Status: final\n- A boat\n- A pier\n- A crew\n"),
        Good(f"{STORY}(412 boats)\n"),
        Bad(f"{STORY}- [[Quality score — 8.5/10]]\n- Version — 2\n", severity="warning"),
        Good(f"{STORY}- Status — open\n- Fares — four dollars\n- Pier — the old one\n"),
        Bad(f"{STORY}> [[Word count: approximately 850 words]]\n\nThe end.\n", severity="warning"),
        Good(f"{STORY}Boats: 850\n"),
        Bad(f"{STORY}---\n\n[[Status — final]]\n\nVersion — 2\n", severity="warning"),
        Good(f"{STORY}Status — final\n\nVersion — 2\n"),
        Good(f"{STORY}| Key | Value |\n|---|---|\n| `run_id` | `a_b` |\n| `seo_fit` | 0.83 |\n"),
        Good(f"{STORY}| Boat | Share |\n|---|---|\n| Alba | 0.41 |\n| Bruma | 0.83 |\n| Cala | 0.11 |\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        behind = tail(article)
        if not behind:
            return
        words = records(article.primary_language)
        for last in (inner for block in behind for inner in block.walk()):
            if last.kind in LINES and last.passage and words.counted.fullmatch(last.text.strip()):
                yield self.finding(
                    last.passage, f"{quoted(last.text.strip())} counts the text for the desk; cut it."
                )
                break
        for block in behind:
            if block.kind is Kind.TABLE and (keys := _keys(article, block)):
                others = f" and {len(keys) - 1} other cells"
                yield self.finding(
                    keys[0],
                    f"{quoted(keys[0].text)}{others} of this table are a program's; cut the table, or say what it tells.",
                )
        yield from self.record(article, behind)

    def record(self, article: Article, behind: Sequence[Block]) -> Iterator[Finding]:
        """The labels behind the copy, where they are a record and little else stands there."""
        words = records(article.primary_language)
        lines = [line for block in behind for line in _lines(block) if line.name not in self.allow]
        known = [line for line in lines if line.name in words.own | words.plain]
        head = _head(behind, lines)
        if head is not None:
            known = lines
        elif not any(line.name in words.own and _is_a_program_s(line) for line in known):
            desk = {line.name for line in known if line.name in TOGETHER}
            if len(desk) < LEAST or not any(block.kind is Kind.SEPARATOR for block in behind):
                return
        if len({line.name for line in known}) < LEAST or len(known) < SHARE * _count(behind, lines):
            return
        first, second = known[0], next(line for line in known if line.name != known[0].name)
        yield self.finding(
            head or first.block.passage or first.label,
            f"{quoted(first.label.text.strip(' :'))} opens a record of how the text was made, with "
            f"{quoted(second.label.text.strip(' :'))}; cut it from the story.",
        )


def _lines(block: Block) -> Iterator[Labelled]:
    """The labels with their values in a block, those before a dash with them."""
    yield from (lines := labelled(block))
    for inner in block.walk() if not lines else ():
        if inner.kind in LINES and inner.passage is not None and inner.passage.word_count <= SHORT:
            found = DASHED.match(inner.text)
            if found is not None:
                label, rest = found.span("label"), found.end()
                yield Labelled(inner.passage[label[0] : label[1]], inner.passage[rest:], inner)


def _head(behind: Sequence[Block], lines: Sequence[Labelled]) -> Block | None:
    """The one subhead behind the copy, where it announces a record and has short values under it."""
    heads = [block for block in behind if block.kind is Kind.HEADING]
    if len(heads) != 1 or RECORD_HEADS.search(heads[0].text) is None:
        return None
    return heads[0] if all(line.value.word_count <= SHORT for line in lines) else None


def _count(behind: Sequence[Block], lines: Sequence[Labelled]) -> int:
    """How many lines stand behind the copy, a paragraph of several labels by these."""
    with_labels = {id(line.block) for line in lines}
    plain = sum(
        inner.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE)
        and inner.passage is not None
        and id(inner) not in with_labels
        for block in behind
        for inner in block.walk()
    )
    return plain + len(lines)


def _is_a_program_s(line: Labelled) -> bool:
    """Whether “model” is a machine's, and no car's: every other label of a record is clear by itself."""
    return "mode" not in line.name or MODEL.search(line.value.text) is not None


def _keys(article: Article, table: Block) -> list[Passage]:
    """The cells that only a program writes, where a table has many and a name is among them."""
    cells = [block.passage for block in table.walk() if block.kind is Kind.CELL and block.passage is not None]
    keys = [cell for cell in cells if KEY.fullmatch(article.own(cell).text.strip())]
    named = any(NAMED.match(cell.text) for cell in keys)
    return keys if named and len(keys) >= KEYS and len(keys) >= CELLS * len(cells) else []
