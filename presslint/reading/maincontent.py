"""Where on a page the article stands, and what around and inside it is furniture.

Prose is text that stands in lines of its own, is long enough to be a sentence and is not mostly
links. The article's body is the smallest element that holds nearly all of the page's prose, once
navigation, comments, adverts, share bars and the like are put aside by what the page calls them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from presslint.reading.blocks import HTML_ROLES, Role, is_hidden
from presslint.reading.elements import Element, Text

LINE = 40  # characters from which a line of text counts as prose
SHARE = 0.72  # of the prose around it that an element must hold to be the body instead
LINKED = 0.5  # from this share of link text on, a stretch is a list of links

# what pages call their furniture: words of a class or id
FURNITURE = frozenset(
    "ad ads advert adverts advertisement advertising adsense adslot dfp gpt banner breadcrumb breadcrumbs "
    "comment comments commenting commentlist disqus discussion responses respond "
    "share sharing sharebar sharebuttons sharetools social socials addthis sharedaddy shareaholic follow followus "
    "related recirc recirculation recommended recommendations outbrain taboola teaser teasers promo promos "
    "newsletter subscribe subscription signup paywall regwall "
    "nav navigation navbar menu menus footer masthead sidebar sidebars skip skiplink pagination pager prevnext "
    "cookie cookies consent gdpr onetrust popup modal overlay lightbox tooltip "
    "widget widgets rail rss print toolbar tools trending popular mostread mostpopular morenews "
    "sponsor sponsored hidden visuallyhidden noprint screenreader sronly editsection toc "
    "authorbio aboutauthor".split()
)
# two words that only together name furniture
FURNITURE_PAIRS = re.compile(
    r"most[-_ ]?(?:read|popular|viewed|shared)|read[-_ ]?(?:more|next|also)|more[-_ ]?(?:from|stories|news|on|like)"
    r"|(?:up|see)[-_ ]?(?:next|also)|sr[-_]only|screen[-_]reader|site[-_](?:header|footer|nav)|global[-_](?:header|nav)"
    r"|page[-_](?:footer|nav)|author[-_](?:bio|box|info|card)|post[-_]nav|jp[-_]relatedposts|print[-_]only"
    r"|mw[-_](?:editsection|jump)|back[-_]to[-_]top|tag[-_]?cloud|you[-_]may|inline[-_](?:promo|related)|hatnote|navbox"
)
# what makes the words above mean less: the element is also called the article
CONTENT = frozenset("article content main body story entry post text hentry page".split())
FURNITURE_TAGS = frozenset("nav footer menu dialog".split())
FURNITURE_ROLES = frozenset(
    "navigation banner complementary contentinfo search menu menubar dialog alertdialog tablist toolbar".split()
)
ALWAYS = frozenset("comments commentlist disqus respond nav navigation breadcrumb breadcrumbs footer hidden".split())
BODY_NAME = re.compile(
    r"(?:^|[\s_-])(?:article|story|entry|post|page|news|content)[-_]{0,2}(?:body|content|text|copy)(?:$|[\s_-])"
    r"|articlebody|storybody|body[-_]?(?:copy|text)"
)
WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])|\d+")


def label_words(element: Element) -> frozenset[str]:
    """Class and id cut into lower-case words, also at camelCase humps."""
    attributes = element.attributes
    written = f"{attributes.get('class', '')} {attributes.get('id', '')}"
    return frozenset(word.lower() for word in WORDS.findall(written[:400]))


@dataclass
class Mass:
    """How much text an element holds, all of it and by kind."""

    text: int = 0
    linked: int = 0
    prose: int = 0
    lines: int = 0

    def add(self, other: Mass) -> None:
        self.text += other.text
        self.linked += other.linked
        self.prose += other.prose
        self.lines += other.lines


@dataclass
class Content:
    """The body of the article and the elements in and around it that are not the article's."""

    root: Element
    furniture: set[Element] = field(default_factory=set)


def main_content(root: Element, text: str) -> Content:
    """The element that holds the article's text."""
    order = _visible(root)
    raw = _masses(order, text, set())
    furniture = _furniture(order, raw, raw[root].prose)
    masses = _masses(order, text, furniture)
    body = _body(root, masses, order)
    furniture |= _link_lists(body, masses, furniture)
    return Content(body, furniture)


def _visible(root: Element) -> list[Element]:
    """Elements that may hold copy, in document order."""
    order: list[Element] = []
    stack = [root]
    while stack:
        element = stack.pop()
        order.append(element)
        stack.extend(
            child
            for child in reversed(element.children)
            if isinstance(child, Element)
            and HTML_ROLES.get(child.tag) is not Role.SKIP
            and not is_hidden(child)
        )
    return order


def _masses(order: list[Element], text: str, furniture: set[Element]) -> dict[Element, Mass]:
    """Text, link text and prose of every element; furniture weighs nothing."""
    masses = {element: Mass() for element in order}
    line_of: dict[Element, Element] = {}
    linked: set[Element] = set()
    dropped: set[Element] = set()
    lines: dict[Element, Mass] = {}
    for element in order:
        parent = element.parent
        if element in furniture or parent in dropped:
            dropped.add(element)
            continue
        inline = HTML_ROLES.get(element.tag, Role.INLINE) in (Role.INLINE, Role.LINK, Role.MARK, Role.QUOTATION)
        line = line_of[parent] if inline and parent in line_of else element
        line_of[element] = line
        if element.tag == "a" or parent in linked:
            linked.add(element)
        mass = lines.setdefault(line, Mass())
        for child in element.children:
            if isinstance(child, Text):
                size = len(text[child.start : child.end].strip()) if child.text is None else 1
                mass.text += size
                if element in linked:
                    mass.linked += size
    for element, mass in lines.items():
        if mass.text >= LINE and mass.linked < LINKED * mass.text:
            mass.prose = mass.text - mass.linked
            mass.lines = 1
        masses[element].add(mass)
    for element in reversed(order):
        if element.parent is not None and element not in dropped and element.parent in masses:
            masses[element.parent].add(masses[element])
    return masses


def _furniture(order: list[Element], masses: dict[Element, Mass], prose: int) -> set[Element]:
    found: set[Element] = set()
    inside: set[Element] = set()
    for element in order:
        if element.parent in inside:
            inside.add(element)
            continue
        if element.tag in ("html", "body", "") or not is_furniture(element):
            continue
        large = masses[element].prose > 0.35 * prose
        if large and not (label_words(element) & ALWAYS or element.tag in FURNITURE_TAGS):
            continue
        if large and masses[element].prose > 0.8 * prose:
            continue
        found.add(element)
        inside.add(element)
    return found


def is_furniture(element: Element) -> bool:
    """True when tag, role, class or id say that the element is not part of the article."""
    if element.tag in FURNITURE_TAGS or element.get("role") in FURNITURE_ROLES:
        return True
    if HTML_ROLES.get(element.tag, Role.INLINE) in (Role.HEADING, Role.MARK):
        return False
    words = label_words(element)
    if not words:
        return False
    if words & FURNITURE and not (words & CONTENT and not words & ALWAYS):
        return True
    return FURNITURE_PAIRS.search(element.label) is not None


def _body(root: Element, masses: dict[Element, Mass], order: list[Element]) -> Element:
    total = masses[root].prose
    start = root
    for element in order:
        if masses[element].prose < 0.5 * total or not total:
            continue
        if "articleBody" in element.get("itemprop"):
            start = element
            break
        if element.tag == "article" or element.tag == "main" or BODY_NAME.search(element.label):
            start = element
    while True:
        best = max(
            (child for child in start.elements if child in masses),
            key=lambda child: masses[child].prose,
            default=None,
        )
        if best is None or masses[best].prose < SHARE * masses[start].prose or not masses[start].prose:
            return start
        if masses[best].lines <= 1 or HTML_ROLES.get(best.tag, Role.INLINE) not in (
            Role.BLOCK,
            Role.TABLE,
            Role.ROW,
            Role.CELL,
            Role.INLINE,
        ):
            return start
        start = best


def _link_lists(body: Element, masses: dict[Element, Mass], furniture: set[Element]) -> set[Element]:
    """Stretches inside the body that are mostly links: related stories, tag clouds, menus."""
    found: set[Element] = set()
    stack = [body]
    while stack:
        element = stack.pop()
        if element in furniture or element not in masses:
            continue
        mass = masses[element]
        if (
            element is not body
            and HTML_ROLES.get(element.tag) in (Role.BLOCK, Role.LIST, Role.TABLE)
            and element.tag != "p"
            and mass.text
            and mass.linked > 0.6 * mass.text
            and mass.prose < 0.3 * mass.text
        ):
            found.add(element)
            continue
        stack.extend(element.elements)
    return found
