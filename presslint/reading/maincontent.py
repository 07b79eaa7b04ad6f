"""Where on a page the article stands, and what around and inside it is furniture.

Prose is text that stands in lines of its own, is long enough to be a sentence and is not mostly
links. The article's body is the smallest element that holds nearly all of the page's prose, once
navigation, comments, adverts, share bars and the like are put aside by what the page calls them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from msgspec import Struct, field

from presslint.language.alternatives import any_of
from presslint.model.regex import regex
from presslint.reading.blocks import HTML_ROLES, Role, is_hidden, layout_tables
from presslint.reading.chrome import chrome, pictures, tail_of_links
from presslint.reading.clues import NO_CLUES, Clues
from presslint.reading.elements import HEADINGS, Element, Text
from presslint.reading.furniture import LONG_NAME, Called, called, words_of
from presslint.reading.mass import Mass

LINE = 40  # bytes from which a line of text counts as prose
LINKED = 0.5  # from this share of link text on, a stretch is a list of links
SHARE = 0.75  # of the prose around it that an element must hold to be the body instead
SHARE_OF_ARTICLE = 0.95  # the same, where the element around it is called the article
ENTERED = frozenset((Role.BLOCK, Role.TABLE, Role.ROW, Role.CELL, Role.INLINE))
INLINE = frozenset((Role.INLINE, Role.LINK, Role.MARK, Role.QUOTATION))
LINK_LISTS = frozenset("div section aside table header form ul ol dl details".split())
FURNITURE_TAGS = frozenset("nav footer menu dialog".split())
FURNITURE_ROLES = frozenset(
    "navigation banner complementary contentinfo search menu menubar dialog alertdialog tablist "
    "toolbar".split()
)
# the share of the page's prose that furniture may hold, by how surely it is called so
HELD: Mapping[Called, float] = {
    Called.PERHAPS: 0.2,
    Called.FURNITURE: 0.35,
    Called.UNSEEN: 0.8,
    Called.COMMENTS: 0.8,
}
ENOUGH = 1500  # bytes of prose that make an article, if they are not little beside the page
FOUND = 0.15  # of a page's prose; where less is read, the article is elsewhere
FOUND_OF_TEXT = 0.35  # of the text that JSON-LD gives; some cut it, and some hold more than the article
CONFIRMED = 0.5  # of what JSON-LD gives as the text that must stand on the page to be believed
LEAST = 24  # letters from which a line is told by its text
BODY_NAME = regex(
    r"(?:^|[\s_-])(?:article|story|entry|post|page|news|content)[-_]{0,2}(?:body|content|text|copy)"
    r"(?:$|[\s_-])"
    r"|articlebody|storybody|body[-_]?(?:copy|text)"
)
HEADLINE_NAME = regex(
    r"(?:^|[\s_-])(?:article|story|entry|post|page|news)?[-_]{0,2}(?:headline|title)(?:$|[\s_-])"
)
# headings of lists that lead away from the article
_LEADS_AWAY = any_of(
    ("related", "more", "most", "read", "also"),
    ("see", "recommended", "trending", "popular", "latest", "share"),
    ("follow", "tags", "topics", "contents", "in this"),
    ("on this", "navigation", "menu", "categor", "archive"),
    ("you may", "you might", "don.t miss", "next", "previous"),
    ("mehr", "lesen sie", "auch interessant", "lire aussi", "à lire", "voir aussi"),
    ("leggi anche", "lee también", "leia também"),
)
ASIDE = regex(
    rf"\W{{0,3}}{_LEADS_AWAY}\b|.{{0,30}}(?:related|relacionad|correlat|similair|verwandte)",
    re.I,
)
# how much a tag alone looks like the headline, and how much together with a telling class
RANKS = {"h1": 1.0, "h2": 0.2, "h3": 0.2}
NAMED_RANKS = {"h2": 0.5, "h3": 0.5, **dict.fromkeys(("div", "p", "span"), 0.3)}
TAGS = regex(r"<[^<>]{0,400}>")
TITLE_WORDS = regex(r"\w+")
NO_WORDS: frozenset[str] = frozenset()


def label_words(element: Element) -> frozenset[str]:
    """Class and id cut into lower-case words, also at camelCase humps."""
    words = element.words
    if words is None:
        label = element.written_label
        words = element.words = _words_of(label[:400]) if label else NO_WORDS
    return words


@lru_cache(1000)
def _words_of(label: str) -> frozenset[str]:
    named = (words_of(name) for name in label.split())
    return frozenset(word for words in named if len(words) <= LONG_NAME for word in words)


class Content(Struct):
    """The article on the page.

    `root` holds the body, `scope` the body and what belongs to it (headline, byline, tags),
    `top` the whole page.
    `elements` are all that may hold copy, in document order, furniture left out. `prose` are those
    that are a line of prose; `shown` what is read although the page hides it,
    `roles` those of elements that have them by what the page calls them.
    """

    root: Element
    scope: Element
    top: Element
    headline: Element | None
    elements: list[Element]
    furniture: dict[Element, str] = field(default_factory=dict)  # with what tells it
    prose: set[Element] = field(default_factory=set)
    masses: dict[Element, Mass] = field(default_factory=dict)
    shown: Collection[Element] = ()
    roles: dict[Element, Role] = field(default_factory=dict)
    read: int = 0  # bytes of prose in the body
    page: int = 0  # bytes of prose on the page
    found: bool = True  # False where less was read than the article must have

    def in_prose(self, element: Element) -> bool:
        """True for an element inside a sentence."""
        return element in self.prose or any(outer in self.prose for outer in element.ancestors())


def main_content(root: Element, text: str, clues: Clues = NO_CLUES) -> Content:
    """The article on a page.

    Where less is read than the article must have, the page is read once more: what it hides is shown then,
    and names of furniture count for nothing but comments. The reading with more copy is kept.
    """
    first = _reading(root, text, clues, ())
    wanted = max((len(TAGS.sub(" ", body).encode()) for body in clues.texts), default=0)
    if first.read >= ENOUGH and first.read >= FOUND * first.page and first.read >= FOUND_OF_TEXT * wanted:
        return first
    everywhere = list(root.walk())
    order = _elements(root, frozenset(everywhere))
    held = _own_prose(order, text)
    if not held:
        first.found = wanted < 10 * LEAST  # so little may stand in lines too short for prose
        return first
    if first.read >= FOUND * held and first.read >= FOUND_OF_TEXT * wanted:
        return first
    second = _reading(root, text, clues, frozenset(everywhere), trust_names=False)
    best = second if second.read > 2 * first.read else first
    best.page = max(held, wanted)
    best.found = best.read >= FOUND * held and best.read >= FOUND_OF_TEXT * wanted
    return best


def _own_prose(order: list[Element], text: str) -> int:
    """The prose of a page without what its readers wrote below, which may be ten times the article."""
    masses, _ = _masses(order, [_own_size(element, text) for element in order], ())
    inside: set[Element | None] = set()
    theirs = 0
    for element in order:
        if element.parent in inside:
            inside.add(element)
        elif element.tag not in ("html", "body", "") and furniture_kind(element) is Called.COMMENTS:
            inside.add(element)
            theirs += masses[element].prose
    whole = masses[order[0]].prose
    return whole - theirs or whole


def _reading(
    root: Element, text: str, clues: Clues, shown: Collection[Element], *, trust_names: bool = True
) -> Content:
    order = _elements(root, shown)
    sizes = [_own_size(element, text) for element in order]
    masses, prose = _masses(order, sizes, ())
    page = masses[root].prose
    confirmed = _confirmed(prose, text, clues)
    named = _named_headline(order, text, clues)
    least = Called.PERHAPS if trust_names else Called.UNSEEN
    furniture = _furniture(order, masses, page, confirmed | named, least)
    if furniture:
        masses, prose = _masses(order, sizes, furniture)
    elements = list(_outside(order, furniture))
    headline = _headline(elements, masses, text, clues)
    body = _body(root, masses, elements, headline)
    read = masses[body].prose
    furniture |= _link_lists(body, masses, furniture, text)
    furniture |= {
        element: "<footer>" for element in elements if element.tag == "footer" and element is not body
    }
    furniture |= chrome(body, masses, furniture, lambda element: _words(element, text), confirmed)
    furniture |= tail_of_links(body, masses, lambda element: _words(element, text))
    scope = _scope(root, body, headline)
    roles = pictures(scope, masses, furniture, confirmed)
    return Content(body, scope, root, headline, elements, furniture, prose, masses, shown, roles, read, page)


def _elements(root: Element, shown: Collection[Element] = ()) -> list[Element]:
    """Elements that may hold copy, in document order; those that the page hides only if `shown` names them."""
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
            and not (child.attributes and is_hidden(child) and child not in shown)
        )
    return order


def _confirmed(prose: set[Element], text: str, clues: Clues) -> set[Element]:
    """The lines that are copy because the metadata has them too: the summary, the text in JSON-LD.

    The text counts if most of it stands on the page.
    """
    whole = max((_letters(TAGS.sub(" ", body)) for body in clues.texts), key=len, default="")
    starts = {_letters(summary)[: 2 * LEAST] for summary in clues.summaries}
    found: set[Element] = set()
    summed: set[Element] = set()
    held = 0
    for line in prose:
        letters = _letters(_words(line, text))
        if len(letters) < LEAST:
            continue
        if letters[: 2 * LEAST] in starts:
            summed.add(line)
        elif letters[: 2 * LEAST] in whole:
            found.add(line)
            held += len(letters)
    if len(whole) < 10 * LEAST or held < CONFIRMED * len(whole):
        found.clear()
    return found | summed


def _named_headline(order: list[Element], text: str, clues: Clues) -> set[Element]:
    """The first-level heading that says what the metadata calls the article; what holds it is no furniture."""
    called = [_folded(title) for title in clues.titles]
    headings = [element for element in order if element.tag == "h1"]
    return {
        heading
        for heading in headings[:8]
        if any(_likeness(_folded(_words(heading, text)), title) > 0.7 for title in called)
    }


def _words(element: Element, text: str) -> str:
    return "".join(piece.text or text[piece.start : piece.end] for piece in element.texts())


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).lower()


def _outside(order: list[Element], furniture: Collection[Element]) -> Iterable[Element]:
    dropped: set[Element | None] = set()
    for element in order:
        if element in furniture or element.parent in dropped:
            dropped.add(element)
        else:
            yield element


def _own_size(element: Element, text: str) -> int:
    """How much text stands in an element itself, not in those below it."""
    size = 0
    for child in element.children:
        if isinstance(child, Text):
            size += _size(text[child.start : child.end].strip()) if child.text is None else 1
    return size


def _masses(
    order: list[Element], sizes: list[int], furniture: Collection[Element]
) -> tuple[dict[Element, Mass], set[Element]]:
    """Text, link text and prose of every element, and the lines of prose; furniture weighs nothing.

    `sizes` are those of the elements' own text.
    """
    masses = {element: Mass() for element in order}
    line_of: dict[Element | None, Element] = {}
    linked: set[Element | None] = set()
    lines: dict[Element, Mass] = {}
    prose: set[Element] = set()
    own = dict(zip(order, sizes, strict=True))
    kept = list(_outside(order, furniture)) if furniture else order
    for element in kept:
        parent = element.parent
        line = element
        if HTML_ROLES.get(element.tag, Role.INLINE) in INLINE:
            line = line_of.get(parent, element)
        line_of[element] = line
        if element.tag == "a" or parent in linked:
            linked.add(element)
        size = own[element]
        if not size:
            continue
        mass = lines.get(line)
        if mass is None:
            mass = lines[line] = Mass()
        for holder in (mass, masses[element]):
            holder.text += size
            if element in linked:
                holder.linked += size
    for line, mass in lines.items():
        if mass.text >= LINE and mass.linked < LINKED * mass.text:
            masses[line].prose += mass.text - mass.linked
            masses[line].lines += 1
            prose.add(line)
    for element in reversed(kept):
        if element.parent in masses and element is not order[0]:
            masses[element.parent].add(masses[element])
    return masses, prose


def _size(words: str) -> int:
    """Length in UTF-8 bytes: one Chinese character says as much as three Latin letters."""
    return len(words) if words.isascii() else len(words.encode("utf-8", "surrogatepass"))


def _furniture(
    order: list[Element],
    masses: dict[Element, Mass],
    prose: int,
    confirmed: set[Element],
    least: Called,
) -> dict[Element, str]:
    """What is called furniture and holds too little of the page's prose to be the article."""
    found: dict[Element, str] = {}
    inside: set[Element | None] = set()
    copy: dict[Element, int] = {}  # the confirmed prose of what holds any
    for line in confirmed:
        for outer in (line, *line.ancestors()):
            copy[outer] = copy.get(outer, 0) + masses[line].text
    for element in order:
        if element.parent in inside:
            inside.add(element)
            continue
        if element.tag in ("html", "body", ""):
            continue
        how = furniture_kind(element)
        if how is Called.NOTHING or how < least:
            continue
        held = masses[element].prose
        if held > HELD[how] * prose or (how is not Called.UNSEEN and copy.get(element, 0) > 0.5 * held):
            continue
        found[element] = _name_of(element)
        inside.add(element)
    return found


def _name_of(element: Element) -> str:
    """What tells that an element is furniture, in words."""
    name = next((name for name in element.written_label.split() if called(name)), "")
    if name:
        return f"called “{name}”"
    role = element.get("role")
    return f"role “{role}”" if role in FURNITURE_ROLES else f"<{element.tag}>"


def furniture_kind(element: Element) -> Called:
    """How surely tag, role, class or id say that the element is not part of the article."""
    if element.tag in FURNITURE_TAGS:
        inner = element.tag == "footer" and any(outer.tag == "article" for outer in element.ancestors())
        return Called.NOTHING if inner else Called.UNSEEN
    if element.get("role") in FURNITURE_ROLES:
        return Called.FURNITURE
    if element.tag == "header" and element.parent is not None and element.parent.tag in ("body", "html", ""):
        return Called.NOTHING if element.find("h1") else Called.FURNITURE  # the page's own head
    if not element.attributes:
        return Called.NOTHING
    how = called(element.written_label[:400])
    if HTML_ROLES.get(element.tag, Role.INLINE) in (Role.HEADING, Role.MARK):
        return how if how is Called.UNSEEN else Called.NOTHING
    return how


# -- headline -------------------------------------------------------------------------------------


def _headline(
    elements: list[Element],
    masses: dict[Element, Mass],
    text: str,
    clues: Clues,
) -> Element | None:
    """The heading that best says what the metadata says; the first h1 when there is no telling."""
    best: Element | None = None
    most = 0.0
    names = {_folded(site) for site in clues.sites}
    called = [_folded(title) for title in clues.titles]
    for element in elements:
        if not 0 < masses[element].text <= 600 or masses[element].lines > 1:
            continue
        score = _rank(element)
        if not score:
            continue
        words = _folded(_words(element, text))
        if not words or words in names:
            continue
        score += max((3 * _likeness(words, title) for title in called), default=0.0)
        if score > most:
            best, most = element, score
    return best if most >= 1 else None


def _rank(element: Element) -> float:
    """How much an element looks like the place of a headline, before its words are read."""
    plain = RANKS.get(element.tag, 0.0)
    if not element.attributes:
        return plain
    if element.get("itemprop") == "headline":
        return 1.2 if element.tag == "h1" else 1.0
    if element.tag in NAMED_RANKS and HEADLINE_NAME.search(element.label):
        return NAMED_RANKS[element.tag]
    return plain


def _folded(text: str) -> tuple[str, ...]:
    return tuple(TITLE_WORDS.findall(text.lower()))


def _likeness(words: tuple[str, ...], title: tuple[str, ...]) -> float:
    """1 for the same words, nearly 1 for a title that only adds the site's name, 0 for strangers."""
    if words == title:
        return 1.0
    shared = len(set(words) & set(title))
    whole = max(len(set(words)), 1)
    if len(words) > 2 and shared / whole > 0.8 and words[:2] == title[:2]:
        return 0.95
    likeness = 2 * shared / (whole + len(set(title)))
    return likeness if likeness > 0.5 else 0.0


# -- body -----------------------------------------------------------------------------------------


def _body(
    root: Element,
    masses: dict[Element, Mass],
    elements: list[Element],
    headline: Element | None,
) -> Element:
    """The smallest element that holds nearly all of the prose around it."""
    total = masses[root].prose
    start = _declared(masses, elements, total) or _around(headline, masses, total) or root
    if not total:
        return next((found for found in elements if found.tag in ("article", "main", "body")), root)
    layout: set[Element] | None = None
    share = SHARE
    while masses[start].prose:
        best = max(
            (child for child in start.elements if child in masses),
            key=lambda child: masses[child].prose,
            default=None,
        )
        if start.tag == "article" or BODY_NAME.search(start.label):
            share = SHARE_OF_ARTICLE
        if best is None or masses[best].prose < share * masses[start].prose or masses[best].lines <= 1:
            break
        role = HTML_ROLES.get(best.tag, Role.INLINE)
        if role not in ENTERED:
            break
        if role is Role.TABLE:
            layout = layout_tables(root) if layout is None else layout
            if best not in layout:
                break
        start = best
    return start


def _declared(masses: dict[Element, Mass], elements: list[Element], total: int) -> Element | None:
    """The element that the page itself calls the article's body."""
    return next(
        (
            element
            for element in elements
            if "articleBody" in element.get("itemprop") and masses[element].prose >= 0.4 * total
        ),
        None,
    )


def _around(headline: Element | None, masses: dict[Element, Mass], total: int) -> Element | None:
    """The smallest element that holds the headline and a good part of the page's prose."""
    if headline is None:
        return None
    large = [
        outer
        for outer in headline.ancestors()
        if outer in masses and masses[outer].lines > 1 and masses[outer].prose >= 0.25 * total
    ]
    return next((outer for outer in large if outer.tag == "article"), large[0] if large else None)


def _scope(root: Element, body: Element, headline: Element | None) -> Element:
    """The smallest element that holds body and headline, or the `article` around the body."""
    around = [body, *body.ancestors()]
    if headline is not None:
        inside = {headline, *headline.ancestors()}
        around = [element for element in around if element in inside]
    article = next((element for element in around if element.tag in ("article", "main")), None)
    return article or (around[0] if around else root)


def _is_announced(element: Element, before: Element | None, text: str) -> bool:
    """True for a list that a subhead or a sentence of the article announces: its links are copy."""
    if before is None or element.tag not in ("ul", "ol", "dl", "table"):
        return False
    words = _words(before, text).strip()
    announces = before.tag in HEADINGS or (before.tag == "p" and words.endswith(":"))
    return announces and ASIDE.match(words) is None


def _link_lists(
    body: Element, masses: dict[Element, Mass], furniture: Collection[Element], text: str
) -> dict[Element, str]:
    """Stretches inside the body that are mostly links: related stories, tag clouds, menus."""
    found: dict[Element, str] = {}
    stack: list[tuple[Element, Element | None]] = [(body, None)]  # with the element before it
    while stack:
        element, before = stack.pop()
        if element in furniture or element not in masses:
            continue
        mass = masses[element]
        if element is not body and element.tag in LINK_LISTS:
            linked, prose = (0.4, 0.5) if element.tag == "aside" else (0.6, 0.3)
            is_links = mass.linked > linked * mass.text and mass.prose < prose * mass.text
            if is_links and not _is_announced(element, before, text):
                found[element] = "mostly links"
                continue
        inner = list(element.elements)
        stack.extend(zip(inner, [None, *inner], strict=False))
    return found


def everything(root: Element, text: str) -> Content:
    """All of a fragment: whoever wrote it chose what stands in it."""
    elements = _elements(root)
    masses, prose = _masses(elements, [_own_size(element, text) for element in elements], ())
    headline = next((element for element in elements if element.tag == "h1" and masses[element].text), None)
    return Content(root, root, root, headline, elements, {}, prose, masses)
