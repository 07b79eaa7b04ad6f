"""What a rule reads: the names that `Rule.reads` can hold, and whether an article has anything under them.

An article has a field, a kind of block, a link or a picture by its structure. It has what a view gives (a date, a
claim, a repeat) when the view gives something; a cheap look comes first, so that a view is only worked out
where it may. A part of a view is named with a dot: `repeats.labels`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from presslint.article import Article
from presslint.model.document import Kind, once
from presslint.model.regex import regex
from presslint.reading.fields import IMAGE_PARTS, KEYS

DIGIT = regex("[0-9]")
QUOTATION_MARK = regex("[\"'`´“”‘’«»‹›„‟‚‛「」『』＂＇]")

# the parts of two views that give several kinds of things
ANNOUNCED = ("lead_ins", "counts", "promises", "bare")
REPEATED = (
    "paragraphs",
    "sentences",
    "quotations",
    "labels",
    "lists",
    "items",
    "shared",
    "links",
    "subheads",
    "alike",
)

# what `reads` and `reads_words` were called, and two names that stood in the first; rules of others may have them
FORMER = {"looks_at": "reads", "looks_for": "reads_words"}
FORMER_NAMES = {"figure": "figures", "quotation": "quotations"}


@once
def _copy(article: Article) -> str:
    """All words of the article in one text."""
    return "\n".join([passage.text for passage in article.passages])


def _has_digit(article: Article) -> bool:
    return DIGIT.search(_copy(article)) is not None


def _has_quotation_mark(article: Article) -> bool:
    return QUOTATION_MARK.search(_copy(article)) is not None


def _has_prose(article: Article) -> bool:
    return bool(article.prose)


def _has_heading(article: Article) -> bool:
    return "heading" in _structure(article)


def _has_list(article: Article) -> bool:
    return "list" in _structure(article)


def _has_link(article: Article) -> bool:
    return "link" in _structure(article)


# what every article has in which the view is not empty, found without the view
EVIDENCE: Mapping[str, Callable[[Article], bool]] = {
    "dates": _has_digit,
    "times": _has_digit,
    "days": _has_prose,
    "years": _has_digit,
    "figures": _has_prose,
    "quotations": _has_quotation_mark,
    "names": _has_prose,
    "cues": _has_prose,
    "claims": _has_prose,
    **dict.fromkeys((f"announcements.{part}" for part in ANNOUNCED), lambda article: bool(article.blocks)),
    **dict.fromkeys((f"repeats.{part}" for part in REPEATED), lambda article: bool(article.blocks)),
    "announcements.promises": _has_heading,
    "announcements.bare": _has_heading,
    "repeats.subheads": _has_heading,
    "repeats.alike": _has_heading,
    "repeats.lists": _has_list,
    "repeats.items": _has_list,
    "repeats.quotations": _has_quotation_mark,
    "repeats.links": _has_link,
}
# what a rule looks for where it needs it costs less than all of it: evidence is enough
READ_AS_ASKED = frozenset(("figures",))
# where these are lacking, somebody has judged: the view, or the reader of the front matter
JUDGED = frozenset((*EVIDENCE, "problem"))
STRUCTURE = frozenset(
    (
        *KEYS,
        *IMAGE_PARTS,
        "extra",
        *(kind.value for kind in Kind),
        "prose",
        "link",
        "media",
        "comment",
        "problem",
    )
)
NAMES = STRUCTURE | EVIDENCE.keys()


def _view(article: Article, name: str) -> bool:
    view, _, part = name.partition(".")
    if name == "cues":  # the sentences have them before the view does
        return any(sentence.cues for sentence in article.attribution.sentences)
    if name == "claims":  # the first one is enough
        return any(sentence.claims() for sentence in article.attribution.sentences)
    found = getattr(article, view)
    return bool(getattr(found, part) if part else found)


@once
def _structure(article: Article) -> frozenset[str]:
    """What the article has by its structure."""
    held = {name for name, found in article.fields.items() if any(found)}
    for block in article.walk():
        held.add(block.kind.value)
        if block.links:
            held.add("link")
    if article.prose:
        held.add("prose")
    if article.all_media:
        held.add("media")
    if article.comments:
        held.add("comment")
    if article.problems:
        held.add("problem")
    return frozenset(held)


@once
def _shows(article: Article, name: str) -> bool:
    """Whether a view of the article, or a part of one, gives something."""
    return EVIDENCE[name](article) and (name in READ_AS_ASKED or _view(article, name))


def holds(article: Article, names: frozenset[str]) -> bool:
    """Whether an article has one of some things, each named as in `Rule.reads`."""
    if not names.isdisjoint(_structure(article)):
        return True
    return any(_shows(article, name) for name in names if name in EVIDENCE)


def unknown(names: frozenset[str]) -> str:
    """What is wrong with the first of some names that no article can hold; empty when there is none."""
    from difflib import get_close_matches

    for name in sorted(names - NAMES):
        close = get_close_matches(name, NAMES, 1)
        return f"no article holds “{name}”" + (f"; did you mean “{close[0]}”?" if close else "")
    return ""
