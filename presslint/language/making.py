"""Copy that speaks of its own making: one grammar over the small word sets of each language.

What was handed over and lacks something, a source that could not be read, a writer who cannot write, a
summary that there is none of, a request for the text: each is said of few things with few verbs, in any
order that the language has. The words stand in `presslint/language/<tag>/making.py`.
"""

from __future__ import annotations

import re

from presslint.language.phrases import Phrase
from presslint.language.wordsets import WordSets

LANGUAGES = ("en", "de", "fr", "es", "nl", "pt", "it")
GAP = r"(?:[^.!?\n]|\.(?=\w))"  # anything inside a sentence, addresses included


def _of(words: WordSets) -> tuple[Phrase, ...]:
    """The shapes in one language."""
    near = r"(?: [^\s.!?]{1,24}){0,3}? (?:\w{1,5}')?"
    handed = rf"(?:{words.handed}{near}{words.texts}|{words.texts}{near}{words.handed}(?! (?:\w{{5,12}} )?{words.handed_by}))"
    lacks = (
        rf"{words.nots}{GAP}{{0,60}}?(?:{words.holds}|{words.reached})|{words.holds} (?:\S{{1,14}} )?{words.nots}"
        rf"|{words.unreached}|{words.limited}"
    )
    return (
        Phrase(
            f"handed-lacks-{words.tag}",
            rf"{handed}{GAP}{{0,60}}?(?:{lacks})|{words.nots}{GAP}{{0,60}}?{words.in_it}{near}{handed}",
            words.literals("handed"),
            "handed",
        ),
        Phrase(
            f"unread-{words.tag}",
            rf"{words.articles}{GAP}{{0,60}}?(?:{words.nots}{GAP}{{0,40}}?{words.reached}|{words.unreached})",
            words.literals("articles"),
            "unread",
        ),
        Phrase(
            f"no-summary-{words.tag}",
            rf"{words.summaries}{GAP}{{0,60}}?{words.no_product}",
            words.literals("summaries"),
            "unread",
        ),
    )


def _refusals(words: WordSets) -> tuple[Phrase, ...]:
    """A machine that cannot read or write, and that asks for the text."""
    few = r"(?:[^\s.!?]{1,20} ){0,4}?(?:\w{1,5}')?"
    aim = rf"{few}(?:{words.reach}|{words.tasks}){GAP}{{0,40}}?{words.products}|{few}{words.products}{GAP}{{0,60}}?(?:{words.reach}|{words.tasks})"
    return (
        Phrase(
            f"cannot-{words.tag}",
            rf"{words.cannot} (?:{aim})|(?:^\W{{0,3}}|[.!?] ){words.impossible} ?(?:{aim})",
            words.literals("cannot", "impossible"),
            "cannot",
        ),
        Phrase(
            f"please-give-{words.tag}",
            rf"{words.please}{GAP}{{0,20}}?{words.give}{GAP}{{0,50}}?{words.wanted}",
            words.literals("please"),
            "asks",
        ),
    )


# what writes by itself, by its name: a product, or a word that the names of such tools end with
PRODUCTS = r"(?:ChatGPT|GPT-?\d[\w.]{0,6}|Claude|Gemini|Perplexity|DeepSeek|Mistral|Llama|Copilot|Grok|n8n|Zapier)(?! (?!Code|Pro|Research|Search)[A-Z][a-z])"
TOOL_WORDS = r"(?:Bot|Agents?|Generator|Farm|Engine|Pipeline|Writer|Scraper|Workflow|Autoblog\w{0,4}|AutoBlog\w{0,4}|[\w-]{0,12}GPT|[\w-]{0,9}AI|LLM)"
TOOL = rf"(?:{PRODUCTS}|(?:[A-Z][\w.-]{{1,20}} ){{1,3}}{TOOL_WORDS}|[A-Z]\w{{1,20}}(?:Bot|GPT|AI|Blog))\b"


def _credits(words: WordSets) -> tuple[Phrase, ...]:
    """A text that says what made it: by itself, or a tool by its name."""
    this = rf"{words.this} ?(?:[^\s.!?]{{1,20}} ){{0,3}}?{words.pieces}"
    return (
        Phrase(
            f"made-by-itself-{words.tag}",
            rf"{this}{GAP}{{0,90}}?(?:{words.made}{GAP}{{0,20}}?{words.auto}|{words.auto}{GAP}{{0,20}}?{words.made})",
            words.literals("auto"),
            "itself",
        ),
        Phrase(
            f"made-by-a-tool-{words.tag}",
            rf"(?i:{this}{GAP}{{0,60}}?(?:{words.made}|{words.auto}){GAP}{{0,24}}?{words.by} )(?:\w{{1,4}} )?{TOOL}",
            words.literals("made", "auto"),
            "credit",
            cased=True,
        ),
        Phrase(
            f"credit-line-{words.tag}",
            rf"^\W{{0,4}}(?i:(?:\w{{1,14}}[ -])?{words.made}(?: {words.by})?)\W{{1,5}}(?:\w{{1,4}} )?{TOOL}",
            words.literals("made"),
            "line",
            cased=True,
        ),
        Phrase(
            f"tool-as-source-{words.tag}",
            rf"(?:^|[^\w,;])(?i:{words.sources}) ?: [^\n]{{0,160}}?\b{PRODUCTS}(?: (?:AI|Research|Search|Pro))?(?=\W{{0,3}}$|, )",
            words.literals("sources"),
            "source",
            cased=True,
        ),
    )


def names_a_tool(text: str) -> bool:
    """Whether a program stands in a text by its name."""
    return re.search(TOOL, text) is not None


def has_people(tag: str, sentence: str) -> bool:
    """Whether a line that says how a text was made is an honest one: with help, or with people who looked at it."""
    words = WordSets(tag, "making")
    return re.search(rf"{words.people}|{words.help}", sentence, re.IGNORECASE) is not None


def is_conditional(tag: str, before: str) -> bool:
    """Whether what stands before a hit in its sentence makes it a case that may arise: “if the text provided …”."""
    return re.search(WordSets(tag, "making").ifs, before, re.IGNORECASE) is not None


ALL = tuple(WordSets(tag, "making") for tag in LANGUAGES)
MISSING = tuple(phrase for words in ALL for phrase in _of(words))
CREDITS = tuple(phrase for words in ALL for phrase in _credits(words))
REFUSALS = tuple(phrase for words in ALL for phrase in _refusals(words))
