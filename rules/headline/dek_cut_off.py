from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Field, Finding, Good, Kind, Rule, Severity, quoted, regex
from presslint.desk import CLOSING, fold

_DOTS = regex(r"\s?(?:…|\.{3,4}|\[…\]|\[\.{3}\])\s*\Z")
_RUN = regex(r"(?:[^\W\d_]\.{4,}|[.!?]\s?…|[.!?]\s\.{3})\Z")  # a sentence that ended, and dots behind it
_END = regex(rf"[.!?:;,)\]{CLOSING}…]\s*\Z")
SENTENCE_END = regex(r"[.!?] ")
# words of those below that may end a phrase
ENDS_PHRASES = frozenset("in on to of for from at with by".split())
# verbs that want another word, and words behind which they do not: “how big the pier is”
TOLD_VERBS = frozenset("is are was were has had will would could should must may might can".split())
ASKING = frozenset("what how who where which why when than as all everything if whether".split())
# words after which no sentence ends
_OPEN = frozenset(
    "the a an of and or to with for from by in at on into their its his her your our that which".split()
)
CJK = regex(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")  # written without blanks
TORN = 3  # letters that are missing: more than an ending
LONG = 50  # characters of a dek that a program may have cut
FIRST = 4  # paragraphs and lists of the copy in which the end of a description is looked for
RUN_ON = 12  # characters of the second block that stand in it
LOOKED_AT = 40  # characters at its end that are looked for in the copy


class DekCutOff(Rule):
    """A dek or description ends where a sentence ends.

    Programs that make a description of the lead cut it at so many characters: in the middle of a word
    (“but the trajecto…”) or of a sentence. Readers see it on the front page and in the search engine.
    Told are ends in the middle of a word of the copy (an error without dots), ends on a word like “the” or “are”, an end
    inside a sentence of the copy that the field begins and does not finish, and three dots where the copy goes on; the
    last is a suggestion, since some houses print it like that. All fields of an article are told as one. So are four dots behind a
    sentence that ended, and a subhead that runs into what stands below it.
    """

    severity = Severity.WARNING
    reads = frozenset({"dek", "description"})
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
        Bad(
            "---\ntitle: Pier opens\ndescription: [[The pier opens in May after a winter of repairs, and boats are back....]]\n---\nText.\n",
            says="The description ends in a run of dots behind “back....”; end it once.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pier opens\ndescription: [[What the new pier brings Longer ramps for all of the boats and]]\n---\n"
            "## What the new pier brings\n\n- Longer ramps for all of the boats and a roof.\n",
            says="The description runs “What the new pier brings” and what stands below it together; write a sentence.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Pier opens\ndescription: Longer ramps for all of the boats; Roofs over the piers of the town\n---\n"
            "- Longer ramps for all of the boats\n- Roofs over the piers of the town.\n"
        ),
        Good(
            "---\ntitle: Pier opens\ndescription: What the new pier brings is told by the pilots of the old town\n---\n"
            "## What the new pier brings\n\n- Longer ramps for all of the boats and a roof.\n"
        ),
        Bad(
            "---\ntitle: Pier opens\ndescription: [[The pier opens in May after a winter of repairs, and the harb]]\n---\n"
            "*4 May*\n\n## Points\n\n- It is.\n- The pier opens in May after a winter of repairs, and the harbour pays.\n"
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
        Bad(
            "---\ntitle: Pier opens\ndescription: [[The pier opens in May after a winter of repairs that cost more than]]\n---\n"
            "The pier opens in May after a winter of repairs that cost more than all of the boats.\n",
            says="The description stops at “more than”, where the copy goes on with “all”; write one that ends.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pier opens\ndescription: [[The winter repairs of the old pier that the board has paid for are]]\n---\nText.\n",
            says="The description stops at “for are”; write one that ends.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pier opens\nog_description: [[The pier opens in May after a winter of repairs, and the harb]]\n"
            "dek: The pier opens in May after a winter of repairs, and the\n---\n"
            "The pier opens in May after a winter of repairs, and the harbour board pays.\n",
            severity="error",
        ),
        Bad(
            "---\ntitle: Der Steg\nlang: de\ndescription: [[Der Steg öffnet im Mai nach einem Winter der Arbeit an der]]\n---\n"
            "Der Steg ist offen.\n",
        ),
        Good(
            "---\ntitle: Pier opens\ndek: What the board has to say on how big the pier of the old town is\n---\nText.\n"
        ),
        Good(
            "---\ntitle: Pier opens\ndek: The pier opens in May after a winter of repairs that cost more\n---\n"
            "The pier opens in May after a winter of repairs that cost more. The boats pay.\n"
        ),
        Good(
            "---\ntitle: Council cuts night buses\ndescription: Pier opens in May, board pays for the\n---\n"
            "Text.\n"
        ),
        Bad(
            "---\ntitle: Council cuts night buses\ndescription: [[The pier opens in May after a winter of "
            "repairs, and the harb]]\n---\nThe pier opens in May after a winter of repairs, and the "
            "harbour board pays.\n",
            says="The description stops in the middle of “harbour”; write one that ends.",
            severity="error",
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
        found: list[tuple[Field, Finding]] = []
        seen: set[str] = set()
        for name in ("dek", "description"):
            for field in article.all(name):
                text = field.text.strip()
                if len(text) >= LONG and text not in seen:
                    seen.add(text)
                    found += ((field, told) for told in self.told(article, field, name, text))
        if not found:
            return
        worst, told = max(found, key=lambda each: each[1].severity)
        others = tuple((field, "and here") for field, _ in found if field is not worst)
        yield self.finding(worst, told.message, severity=told.severity, see=others)

    def told(self, article: Article, field: Field, name: str, text: str) -> Iterator[Finding]:
        if _RUN.search(text):
            yield self.finding(
                field, f"The {name} ends in a run of dots behind {quoted(text.split()[-1])}; end it once."
            )
            return
        joint = run_together(article, text)
        if joint:
            yield self.finding(
                field, f"The {name} runs {quoted(joint)} and what stands below it together; write a sentence."
            )
            return
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
            yield self.finding(field, message, severity=None if dots else Severity.ERROR)
        elif not dots and ends_open(article, words):
            message = f"The {name} stops at {quoted(' '.join(words[-2:]))}; write one that ends."
            yield self.finding(field, message)
        elif not dots and (more := continued(article, kept)):
            yield self.finding(
                field,
                f"The {name} stops at {quoted(' '.join(words[-2:]))}, where the copy goes on with {quoted(more)}; "
                "write one that ends.",
            )
        elif dots and rest:
            yield self.finding(
                field,
                f"The {name} is the copy's beginning, cut off after {quoted(' '.join(words[-2:]))}; "
                "write one that ends.",
                severity=Severity.SUGGESTION,
            )


def ends_open(article: Article, words: list[str]) -> bool:
    """Whether a text ends with a word that wants another: an article, a conjunction, an auxiliary verb."""
    last, before = words[-1], words[-2].lower()
    language = article.language_data
    if language is None:
        return False
    pronouns = {*language.pronouns}
    if last in language.determiners and last not in pronouns:
        return True
    if article.primary_language != "en":
        return False
    if last.lower() in _OPEN and last.lower() not in ENDS_PHRASES:
        return True
    asks = any(word.lower().strip(",:") in ASKING for word in words)
    is_verb = last in language.be_forms or last in language.auxiliaries
    return is_verb and last in TOLD_VERBS and before not in pronouns and not asks


def continued(article: Article, kept: str) -> str:
    """The next word of the sentence of the copy that a text begins and does not end; empty if there is none."""
    start = max(kept.rfind(mark) for mark in (". ", "! ", "? ")) + 2 if SENTENCE_END.search(kept) else 0
    last = " ".join(kept[start:].split())
    if len(last) < LOOKED_AT or CJK.search(last[-1:]):
        return ""
    for block in article.walk():
        if block.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE):
            continue
        words = " ".join(block.text.split())
        at = words.find(last)
        if at < 0 or (at > 0 and words[at - 2 : at - 1] not in (".", "!", "?")):
            continue
        rest = words[at + len(last) :]
        if rest[:1] == " " and rest[1:2].isalpha() and rest[1:2].islower():
            return rest.split()[0].strip(",.;:")
    return ""


def after(article: Article, kept: str) -> str:
    """What stands in the first blocks of the copy behind the words with which the field ends."""
    end = fold(kept)[-LOOKED_AT:]
    if len(end) < LOOKED_AT:
        return ""
    for _, text in beginning(article):
        at = text.find(end)
        if at >= 0:
            return text[at + len(end) :]
    return ""


def beginning(article: Article) -> list[tuple[Block, str]]:
    """The first blocks of the copy that have words, each with its words folded."""
    found: list[tuple[Block, str]] = []
    left = FIRST
    for top in article.blocks:
        left -= top.kind in (Kind.PARAGRAPH, Kind.LIST, Kind.QUOTE)
        if left < 0:
            break
        found += [
            (block, fold(block.passage.text)) for block in top.walk() if block.passage and block.text.strip()
        ]
    return found


def run_together(article: Article, text: str) -> str:
    """The subhead or the item with which a field begins that goes on with the block below it; empty if none."""
    words = fold(_DOTS.sub("", text))
    for (block, first), (_, second) in pairwise(beginning(article)):
        own = block.text.strip()
        if text[len(own) : len(own) + 1] not in tuple(" \u00a0\n") or not text.startswith(own):
            continue
        if block.kind in (Kind.HEADING, Kind.ITEM) and first and words.startswith(first + " "):
            rest = words[len(first) + 1 :]
            if len(rest) >= RUN_ON and (second.startswith(rest) or rest.startswith(second + " ")):
                return block.text.strip()
    return ""
