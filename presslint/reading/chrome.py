"""What stands inside the body of a page and is no copy: what leads elsewhere, waits for consent, tells a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from presslint.language.alternatives import any_of
from presslint.language.words.chrome import (
    CAPTION_WORDS,
    CONSENT,
    LEADS_ELSEWHERE,
    PICTURE_WORDS,
    TIME_LABELS,
)
from presslint.model.regex import regex
from presslint.reading.blocks import HTML_ROLES, Role
from presslint.reading.elements import HEADINGS, Element
from presslint.reading.furniture import words_of
from presslint.reading.mass import Mass

CAPTION_LIMIT = 600  # bytes; a longer text is no caption
OPEN = frozenset((Role.BLOCK, Role.INLINE, Role.LIST, Role.ITEM))
CARD_LIMIT = 700  # bytes of text; what holds more is no teaser
LABEL_LIMIT = 40  # bytes
LINE_LIMIT = 240  # bytes; a longer line is a sentence
BOXES = frozenset("div section aside article li figure details a span".split())
LINES = frozenset("p div span small strong b em i time h2 h3 h4 h5 h6".split())
TEXT_LISTS = frozenset("ul ol dl table blockquote li dd td th".split())
ELSEWHERE = regex(rf"\W{{0,3}}{any_of(*LEADS_ELSEWHERE)}(?!\w)", re.I)
CALLS_ELSEWHERE = regex(rf"\W{{0,3}}{any_of(*LEADS_ELSEWHERE)}\s?:", re.I)  # a line of nothing else
ASKS_CONSENT = regex(any_of(*CONSENT), re.I)
TIME_LABEL = regex(rf"\W{{0,3}}{any_of(*TIME_LABELS)}(?!\w)", re.I)
NUMBER = regex(r"\d{1,4}")
WORD = regex(r"[^\W\d_]{2,}")
TIME_WORDS = 9  # a line with more words says more than a time


def chrome(
    body: Element,
    masses: Mapping[Element, Mass],
    furniture: Mapping[Element, str],
    words: Callable[[Element], str],
    confirmed: set[Element],
) -> dict[Element, str]:
    """The elements of the body that are no copy, each with the reason."""
    found: dict[Element, str] = {}
    cards: dict[str, list[Element]] = {}
    stack = list(body.elements)[::-1]
    while stack:
        element = stack.pop()
        mass = masses.get(element)
        if mass is None or element in furniture:
            continue
        if 0 < mass.text <= CARD_LIMIT and element not in confirmed:
            why = _why(element, mass, words)
            if why:
                found[element] = why
                continue
            if element.tag in BOXES and _is_card(element, masses):
                cards.setdefault(f"{element.tag} {element.get('class')}", []).append(element)
        stack.extend(list(element.elements)[::-1])
    for alike in cards.values():
        if len(alike) > 1 or alike[0].tag == "article":
            found.update(dict.fromkeys(alike, "cards of other articles"))
    return found


def pictures(
    body: Element, masses: Mapping[Element, Mass], furniture: Mapping[Element, str], confirmed: set[Element]
) -> dict[Element, Role]:
    """The words under pictures and the boxes around both, where the page names them and no tag does."""
    found: dict[Element, Role] = {}
    stack = list(body.elements)
    while stack:
        element = stack.pop()
        mass = masses.get(element)
        if mass is None or element in furniture or HTML_ROLES.get(element.tag, Role.INLINE) not in OPEN:
            continue
        if element.attributes and 0 < mass.text <= CAPTION_LIMIT and element not in confirmed:
            words = {word for name in element.written_label.split() for word in words_of(name)}
            if words & CAPTION_WORDS and not _signs(element):
                found[element] = Role.CAPTION
                continue
            if (
                words & PICTURE_WORDS
                and mass.lines <= 2
                and element.find("img", "picture", "video", "noscript")
            ):
                found[element] = Role.FIGURE
        stack.extend(element.elements)
    return found


def _signs(element: Element) -> bool:
    """True for a box that names who wrote: what is called credits is then no line under a picture."""
    return any(
        inner.get("rel") == "author" or "byline" in inner.get("class").lower().split()
        for inner in element.walk()
    )


def _why(element: Element, mass: Mass, words: Callable[[Element], str]) -> str:
    """Why an element and all in it is no copy, or nothing."""
    if element.tag in ("a", "b", "strong", "em", "i", "span", "u", "small") and not _alone(element):
        return ""
    if mass.text > CARD_LIMIT or element.tag in ("table", "tr", "tbody", "blockquote"):
        return ""
    text = " ".join(words(element).split())
    if mass.text <= LINE_LIMIT:
        if TIME_LABEL.match(text) and NUMBER.search(text) and len(text.split()) <= TIME_WORDS:
            return "a time"
        if element.tag in LINES and mass.text <= LABEL_LIMIT and CALLS_ELSEWHERE.fullmatch(text):
            return "leads to another page"
        if element.tag == "p" and mass.linked >= 0.95 * mass.text and mass.text > 30:
            return "a link to another page"
    if mass.linked and ELSEWHERE.match(text) and mass.linked >= 0.3 * mass.text:
        return "leads to another page"
    if element.tag in BOXES and ASKS_CONSENT.search(text[:400]):
        return "waits for consent"
    return ""


def _alone(element: Element) -> bool:
    """True for an inline element that is a line of its own."""
    parent = element.parent
    return parent is not None and parent.tag in ("div", "section", "aside", "figure")


def _is_card(element: Element, masses: Mapping[Element, Mass]) -> bool:
    """A box whose heading is a link to another page, with a line or two under it."""
    mass = masses[element]
    if mass.lines > 3:
        return False
    heading = next((inner for inner in element.walk() if inner.tag in HEADINGS and inner in masses), None)
    if heading is None or heading is element:
        return False
    head = masses[heading]
    if not head.text:
        return False
    around = any(outer.tag == "a" for outer in (element, *_until(heading, element)))
    return around or head.linked >= 0.9 * head.text


def _until(inner: Element, outer: Element) -> Iterator[Element]:
    for element in inner.ancestors():
        if element is outer:
            return
        yield element


def tail_of_links(
    body: Element, masses: Mapping[Element, Mass], words: Callable[[Element], str]
) -> dict[Element, str]:
    """What follows a heading that leads away, where most of it is links: the rest of a body is no copy."""
    children = [child for child in body.elements if child in masses and masses[child].text]
    for number, child in enumerate(children):
        if child.tag not in HEADINGS or not ELSEWHERE.match(words(child).strip()):
            continue
        rest = children[number + 1 :]
        end = next(
            (at for at, after in enumerate(rest) if after.tag in HEADINGS and after.tag <= child.tag),
            len(rest),
        )
        rest = rest[:end]
        boxes = sum(masses[after].text for after in rest if after.tag not in ("p", "blockquote"))
        if boxes > 0.5 * sum(masses[after].text for after in rest):
            return dict.fromkeys([child, *rest], "leads to other pages")
    return {}
