from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Rule, Severity, quoted
from presslint.language.likeness import fold
from presslint.language.quotation import CLOSING
from presslint.model.regex import regex

_DOTS = regex(r"\s?(?:…|\.{3,4}|\[…\]|\[\.{3}\])\s*\Z")
_END = regex(rf"[.!?:;,)\]{CLOSING}…]\s*\Z")
# words after which no sentence ends
_OPEN = frozenset(
    "the a an of and or to with for from by in at on into their its his her your our that which".split()
)
CJK = regex(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # written without blanks
TORN = 3  # letters that are missing: more than an ending
LONG = 50  # characters of a dek that a program may have cut
LOOKED_AT = 40  # characters at its end that are looked for in the copy


class DekCutOff(Rule):
    """A dek or description ends where a sentence ends.

    Programs that make a description of the lead cut it at so many characters: in the middle of a word
    (“but the trajecto…”) or of a sentence. Readers see it on the front page and in the search engine.
    Told are ends in the middle of a word of the copy, ends on a word like “the” or “of”, and three dots
    where the copy goes on; the last is a suggestion, since some houses print it like that.
    """

    severity = Severity.WARNING
    sources = ("Google Search Central: good meta descriptions are written",)
    yields_to: ClassVar = {"missing-core-field": "article"}
    examples: ClassVar = (
        Bad(
            "---\ntitle: Pier opens\ndescription: [[The pier opens in May after a winter of repairs, and the "
            "harbo...]]\n---\nThe pier opens in May after a winter of repairs, and the harbour board pays.\n",
            says="The description stops in the middle of “harbour”; write one that ends.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pier opens\ndek: [[The pier opens in May after a winter of repairs, paid by the]]\n"
            "---\nThe board paid.\n",
            says="The dek stops at “by the”; write one that ends.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pier opens\ndescription: [[The pier opens in May after a winter of repairs...]]\n---\n"
            "The pier opens in May after a winter of repairs that cost more than was planned.\n",
            says="The description is the copy's beginning, cut off after “of repairs”; write one that ends.",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Pier opens\ndek: The pier opens in May after a winter of repairs\n---\n"
            "The pier opens in May after a winter of repairs that cost more than was planned.\n"
        ),
        Good(
            "---\ntitle: Pier opens\ndek: The pier opens, and then the harbour board has to pay for all of it…\n---\nText.\n"
        ),
        Good(
            "---\ntitle: Pier opens\ndek: The pier opens in May, and the harbour board has a new service\n---\n"
            "The pier opens in May, and the harbour board has a new services office.\n"
        ),
        Good("---\ntitle: Pier opens\ndek: What the pier is made of\n---\nText.\n"),
        Good(
            "---\ntitle: Council cuts night buses\ndescription: Pier opens in May, board pays for the\n---\n"
            "Text.\n"
        ),
        Bad(
            "---\ntitle: Council cuts night buses\ndescription: [[The pier opens in May after a winter of "
            "repairs, and the harb]]\n---\nThe pier opens in May after a winter of repairs, and the "
            "harbour board pays.\n",
            says="The description stops in the middle of “harbour”; write one that ends.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Council cuts night buses\ndek: The pier opens in May after a winter of repairs, "
            "and it ends with a look at\n---\nText.\n"
        ),
        Bad(
            "---\ntitle: Council cuts night buses\ndescription: [[The pier opens in May after a winter of "
            "repairs...]]\n---\nIt is.\n\nIt was.\n\nIt went.\n\nThe pier opens in May after a winter of repairs "
            "that cost more.\n",
            says="The description is the copy's beginning, cut off after “of repairs”; write one that ends.",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Council cuts night buses\ndescription: The pier opens in May after a winter of "
            "repairs, and the harbour bo\n---\nThe pier opens in May after a winter of repairs, and the "
            "harbour boat is new.\n"
        ),
        Bad(
            "---\ntitle: Council cuts night buses\ndek: [[The pier opens in May after a winter, paid by "
            "thea the]]\n---\nText.\n",
            says="The dek stops at “thea the”; write one that ends.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Council cuts night buses\ndescription: The pier opens in May after a winter of "
            "repairs...\n---\nIt is.\n\nIt was.\n\nIt went.\n\nIt came.\n\nThe pier opens in May after a winter of "
            "repairs that cost more.\n"
        ),
        Bad(
            "---\ntitle: Council cuts night buses\ndescription: [[The pier opens in May after a winter of "
            "repairs...]]\n---\n![Pier](a.png)\n\nIt said: The pier opens in May after a winter of repairs "
            "that cost more.\n",
            says="The description is the copy's beginning, cut off after “of repairs”; write one that ends.",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        seen: set[str] = set()
        for name in ("dek", "description"):
            for field in article.all(name)[:2]:
                text = field.text.strip()
                if len(text) >= LONG and text not in seen:
                    seen.add(text)
                    yield from self.told(article, field, name, text)

    def told(self, article: Article, field: Field, name: str, text: str) -> Iterator[Finding]:
        dots = _DOTS.search(text)
        kept = text[: dots.start()] if dots else text
        words = kept.split()
        if not kept[-1:].isalpha():
            return
        rest = after(article, kept)
        torn = CJK.search(kept[-1:]) is None and rest[:1].isalpha()
        if torn and (dots or len(rest.split()[0]) >= TORN):
            whole = words[-1] + rest.split()[0]
            message = f"The {name} stops in the middle of {quoted(whole)}; write one that ends."
            yield self.finding(field, message)
        elif (
            words[-1].lower() in _OPEN
            and not dots
            and article.primary_language == "en"
            and not _END.search(text)
        ):
            message = f"The {name} stops at {quoted(' '.join(words[-2:]))}; write one that ends."
            if words[-1].lower() not in ("in", "on", "to", "of", "for", "from", "at", "with", "by"):
                yield self.finding(field, message)
        elif dots and rest:
            yield self.finding(
                field,
                f"The {name} is the copy's beginning, cut off after {quoted(' '.join(words[-2:]))}; "
                "write one that ends.",
                severity=Severity.SUGGESTION,
            )


def after(article: Article, kept: str) -> str:
    """What stands in the first blocks of the copy behind the words with which the field ends."""
    end = fold(kept)[-LOOKED_AT:]
    if len(end) < LOOKED_AT:
        return ""
    for block in article.blocks[:4]:
        text = fold(block.passage.text) if block.passage is not None else ""
        at = text.find(end)
        if at >= 0:
            return text[at + len(end) :]
    return ""
