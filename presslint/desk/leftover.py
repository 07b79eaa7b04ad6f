"""When a leftover is none: where copy speaks about chatbots, and what stands at the edges of an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from presslint.language.phrases import Hit, copies, level
from presslint.language.words.leftovers_residue import ANSWERS, PRODUCTS
from presslint.model.document import Document, Kind, once
from presslint.model.passage import Passage
from presslint.model.regex import regex

REPORT = regex(rf"\b{PRODUCTS}\b[^.!?\n]{{0,80}}\b{ANSWERS}\b", re.IGNORECASE)
RELAYED = regex(rf"\b{ANSWERS} that\b[^.!?\n]{{0,60}}$", re.IGNORECASE)  # “It added that …”
ASKED = regex(
    r"\b(?:when|after) (?:asked|prompted|pressed)\b|"
    r"\b(?:asked|told|prompted) (?:the )?(?:chatbot|bot|ChatGPT|model|AI)\b",
    re.IGNORECASE,
)
ABOUT = regex(
    r"\b(?:AI|A\.I\.|artificial intelligence|chatbots?|ChatGPT|OpenAI|Anthropic|Claude|Gemini|Copilot|LLMs?|"
    r"language models?|generative|prompts?|prompting|machine learning)\b"
)
SAMPLE = regex(
    r"\b(?:for example|such as|e\.g\.|like|phrases?|words?|prompts?|template|sample)\b[^.!?\n]{0,40}$", re.I
)
SHOWN = 20  # other places of one leftover that are listed
EDGE = 3  # blocks at either end of an article in which an assistant's opening or closing words stand


def at_the_edge(article: Document, order: int, blocks: int = EDGE) -> bool:
    """Whether a top-level block is among the first or last of the article; fields are."""
    return order < blocks or order >= len(article.blocks) - blocks


def about_chatbots(article: Document) -> bool:
    """Whether headline, dek or tags say that the article is about artificial intelligence."""
    shown = [*article.all("headline"), *article.all("dek"), *article.tags]
    return any(ABOUT.search(field.text) for field in shown)


def is_reported(article: Document, hit: Hit) -> bool:
    """Whether the copy reports what a chatbot said or was told: in the sentence, or in a lead-in before.

    “Asked for the score, the chatbot replied that as an AI it …”; a block after “ChatGPT answered:”.
    """
    text = level(hit.copy.own.text)
    start = max(text.rfind(stop, 0, hit.start) for stop in (". ", "? ", "! ")) + 1
    before = text[start : hit.start]
    if any(pattern.search(before) for pattern in (REPORT, RELAYED, ASKED, SAMPLE)):
        return True
    lead_in = block_before(article, hit.copy.order)
    return lead_in.endswith(":") and bool(
        REPORT.search(lead_in) or ASKED.search(lead_in) or ABOUT.search(lead_in)
    )


def block_before(article: Document, order: int) -> str:
    """The text of the nearest prose before a top-level block."""
    for block in reversed(article.blocks[: max(order, 0)]):
        if block.kind in (Kind.PARAGRAPH, Kind.HEADING) and block.text.strip():
            return level(block.text).rstrip()
    return ""


class Also(Struct, frozen=True):
    """The other places of one leftover: how a message says how many, and where they stand."""

    said: str
    places: tuple[tuple[Passage, str], ...]


def grouped(
    hits: Iterable[Hit], key: Callable[[Hit], str] = lambda hit: hit.passage.text.strip()
) -> Iterator[tuple[Hit, Also]]:
    """Hits that are the same, as the first of them with the others: one cause is told once."""
    same: dict[tuple[str, str], list[Hit]] = {}
    for hit in hits:
        same.setdefault((hit.phrase.kind, key(hit)), []).append(hit)
    for first, *others in same.values():
        count = len(others) + 1
        said = "" if not others else ", twice" if count == 2 else f", {count} times"
        yield first, Also(said, tuple((hit.passage, "and here") for hit in others[:SHOWN]))


@once
def code_spans(article: Document) -> list[tuple[int, int]]:
    """Where code stands in the source, in order."""
    found = [(block.span.start, block.span.end) for block in article.walk() if block.kind is Kind.CODE]
    for copy in copies(article):
        found += [(piece.span.start, piece.span.end) for piece in copy.passage.marked("code")]
    return sorted(found)


def inside(stretches: list[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of some stretches that are in order."""
    number = bisect_right(stretches, (at, 1 << 62)) - 1
    return number >= 0 and stretches[number][0] <= at < stretches[number][1]
