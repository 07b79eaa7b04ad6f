"""What a page shows around the text of its article: kicker, headline, dek, byline, dates, tags.

Each is known by what the page calls it (`rel=author`, `itemprop`, words of a class) and by where it
stands: near the headline or right after the text, never inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from presslint.language.alternatives import any_of
from presslint.language.dates import DateMention, find_dates, parse_instant
from presslint.language.languages import ENGLISH, Language
from presslint.language.words.bylines import AUTHOR_PATHS, BYLINE_LABELS
from presslint.language.words.furniture import TOPIC_PATHS, TOPICS_CALLED
from presslint.model.passage import Part, Passage
from presslint.model.regex import regex
from presslint.model.source import Source
from presslint.reading.blocks import HTML_ROLES, BlockReader, Role
from presslint.reading.chrome import TIME_LABEL
from presslint.reading.clues import NO_CLUES, Clues
from presslint.reading.elements import HEADINGS, Element, Text, attribute_passage
from presslint.reading.fields import JOINT, NAMES_JOIN, PICTURE, Fields
from presslint.reading.maincontent import Content, label_words

BYLINES = frozenset(
    "byline bylines author authors writer contributor contributors credits auteur auteurs autor autoren autores "
    "autore autori signature firma textauthor articleauthor autorin".split()
)
DATES = frozenset(
    "date dates dateline datetime timestamp time published pubdate posted updated modified".split()
)
DEKS = frozenset(
    "dek deck standfirst subtitle subheadline subhead subheading summary excerpt strapline lede intro "
    "abstract".split()
)
KICKERS = frozenset(
    "kicker eyebrow overline supertitle rubric topper roofline preheadline topline toplabel dachzeile oberzeile "
    "spitzmarke surtitre antetitulo antetitle pretitle occhiello stikktittel vinjett".split()
)
HEAD_LINES = frozenset(
    "meta metadata byline dateline info publication".split()
)  # what pages call the line of both
TAG_WORDS = frozenset("tag tags taglist topics keyword keywords".split())
CORRECTIONS = frozenset("correction corrections clarification".split())
MODIFIED = regex(r"modif|updat|revis", re.I)
PARTED = regex(
    r"\s*[|·•∙]\s*|\s+/(?:\s+|$)|\s+@\w|\s*[,–-]?\s*\(?\d{1,4}(?:[:.]\d\d|\s)"
)  # also a handle, a time
INITIALS = regex(r"\s*\([a-zà-ÿ]{1,4}\.?\)")  # “Ana Ruiz (ar)”
LABEL = regex(
    r"\s*(?:tags?|topics?|keywords?|filed under|related topics|more on|categor(?:y|ies))\s*:?\s*", re.I
)
TOPICS_FOLLOW = regex(rf"\W*{any_of(*TOPICS_CALLED)}\W*", re.I)
NUMBER = regex(r"\W*\d{1,3}\W*")  # no topic
# two to five words, none of which says more than a name: “Dr. Ana Ruiz”, “Marc van der Sar”
PERSON = regex(r"[^\W\d_a-zà-ÿ][\w.’'-]{0,30}(?:[ \u00a0][\w.’'-]{1,30}){1,4}")
LABELS_ALONE = frozenset((*BYLINE_LABELS, "by"))
TAG_LIMIT = 160  # characters; what is longer is a teaser, not a tag or several that run together
PARTS_KICKER = ":–|/"  # signs between a kicker and its headline, where both are one line
KICKER_LIMIT = 60  # characters; a longer one is a sentence
SAID_AGAIN = 20  # bytes from which a line is told by its words
BYLINE_LIMIT = 160  # bytes; a longer line that holds an author's name is a sentence
NO_DEK = frozenset("figure figcaption aside table ul ol time".split())
DEK_LIMIT = 600  # characters; a longer one is the first paragraph
CANDIDATES = 50  # elements that may hold a date; a page with more of them is a list of pages


class Masthead:
    """Finds the pieces and puts them into fields; `taken` are elements that the body leaves out."""

    def __init__(
        self,
        source: Source,
        content: Content,
        fields: Fields,
        clues: Clues = NO_CLUES,
        language: Language = ENGLISH,
    ) -> None:
        self.is_page = clues is not NO_CLUES
        self.clues = clues
        self.language = language
        self.titles = clues.titles
        self.topics = frozenset(topic.casefold() for topic in clues.topics)
        self.authors = [name for name in clues.authors if len(name) > 3]
        self.source = source
        self.content = content
        self.fields = fields
        self.taken: set[Element] = set()
        self.left_out = set(content.furniture)  # and what is taken
        self.lines: set[Element] = set()  # what is left of lines whose pieces were taken
        self.reader = BlockReader(source, skip=content.furniture)
        self.inside = [element for element in content.elements if self._is_piece(element)]
        self.pieces = frozenset(self.inside)
        self.named = [element for element in self.inside if element.attributes or element.tag == "time"]
        self.top = content.headline.start if content.headline is not None else content.scope.start
        self.first_prose = self._first_prose()

    def _is_piece(self, element: Element) -> bool:
        """True for an element of the article that holds neither its headline nor its body."""
        content = self.content
        if not (content.scope.start <= element.start and element.end <= content.scope.end):
            return False
        holds_headline = content.headline is not None and _holds(element, content.headline)
        return element is content.headline or not (holds_headline or _holds(element, content.root))

    def _first_prose(self) -> int:
        """Where the text begins: the second line of prose after the headline, for the first may be a dek."""
        prose = self.content.prose
        lines = [element.start for element in self.inside if element in prose and element.start > self.top]
        return lines[1] if len(lines) > 1 else self.content.scope.end

    def collect(self) -> None:
        self._headline()
        self._kicker()
        self._dek()
        self._dates()
        self._byline()
        self._byline_by_name()
        self._byline_by_link()
        self._dek_above()
        self._tags()
        self._corrections()
        self.taken |= self.lines

    def _size(self, element: Element) -> int:
        return self.content.masses[element].text

    def _take(self, element: Element) -> None:
        self.taken.add(element)
        self.left_out.add(element)

    def _put(self, name: str, element: Element, passage: Passage, key: str) -> None:
        self._take(element)
        whole = name == "tags"
        self.fields.put(name, passage, key=key, span=element.span, origin="body", whole=whole)

    # -- display lines ----------------------------------------------------------------------------

    def _headline(self) -> None:
        headline = self.content.headline
        if headline is None:
            return
        whole = self.reader.line(headline, Part.HEADLINE)
        first = next((child for child in headline.elements if self._words(child)), None)
        kicker = self.reader.line(first, Part.KICKER) if first is not None else None
        if first is not None and kicker and whole.text.startswith(kicker.text):
            rest = whole[len(kicker) :].strip()
            title = rest[1:].strip() if rest.text[:1] in ":|/" else rest
            if len(kicker) <= KICKER_LIMIT and title and self._stands_alone(first, title.text, whole.text):
                self._put("kicker", first, kicker, _name(first))
                whole = title
        self._put("headline", headline, whole, headline.tag)

    def _words(self, element: Element) -> bool:
        return element in self.content.masses and self._size(element) > 0

    def _stands_alone(self, first: Element, rest: str, whole: str) -> bool:
        """True when what follows the first part of a headline is the headline, and that part a kicker."""
        if label_words(first) & KICKERS:
            return True
        names = [title.casefold() for title in self.titles]
        if any(name.startswith(rest.casefold()) for name in names):
            return not any(name.startswith(whole.casefold()) for name in names)
        return self._parted_unseen(first, rest, whole, names)

    def _parted_unseen(self, first: Element, rest: str, whole: str, names: list[str]) -> bool:
        """True where the metadata, or a sign for those who hear the page, parts what the eye sees parted.

        “Harbour” and “Council votes to close the pier” are “Harbour: Council votes to close the pier” there.
        """
        kicker = whole[: len(whole) - len(rest)].strip()
        if not kicker or kicker[-1] in PARTS_KICKER:
            return False
        hidden = "".join(
            text.text or self.source.text[text.start : text.end] for text in first.texts()
        ).strip()
        if hidden and hidden[-1] in PARTS_KICKER and hidden[:-1].strip() == kicker:
            return True
        joined = [f"{kicker}{sign} {rest}".casefold() for sign in (":", " –", " |", " /")]
        return any(name.startswith(each) for name in names for each in joined)

    def _kicker(self) -> None:
        for element in self.named:
            if element.start >= self.top:
                return
            if label_words(element) & KICKERS and 0 < self._size(element) <= KICKER_LIMIT:
                self._put("kicker", element, self.reader.line(element, Part.KICKER), _name(element))
                return

    def _dek(self) -> None:
        headline = self.content.headline
        for element in self.inside:
            if element.start <= self.top or element in self.taken:
                continue
            if element.start >= self.first_prose:
                return
            if self._repeats_headline(element):
                self._take(element)
                continue
            if self._is_dek(element, headline) and 0 < self._size(element) <= DEK_LIMIT:
                if self.content.masses[element].lines > 2:
                    continue
                self._put("dek", element, self.reader.line(element, Part.DEK), _name(element))
                return

    def _repeats_headline(self, element: Element) -> bool:
        """Whether a page says its headline once more, for another width of screen or above a player."""
        headline = self.content.headline if self.is_page else None
        if (
            headline is None
            or self._size(element) < SAID_AGAIN
            or self._size(element) != self._size(headline)
        ):
            return False
        said, first = (self.reader.line(each, Part.HEADLINE).text for each in (element, headline))
        return said.casefold() == first.casefold()

    def _dek_above(self) -> None:
        """A line of prose between headline and body, whatever the page calls it."""
        if "dek" in self.fields or self.content.headline is None:
            return
        for element in self.inside:
            if not self.top < element.start < self.content.root.start or element not in self.content.prose:
                continue
            around = (element, *element.ancestors())
            if any(
                outer in self.taken or outer in self.content.roles or outer.tag in NO_DEK for outer in around
            ):
                continue
            if self._size(element) > DEK_LIMIT or label_words(element) & HEAD_LINES:
                continue
            line = self.reader.line(element, Part.DEK)
            if not any(self._known(line)) and not TIME_LABEL.match(line.text):
                self._put("dek", element, line, _name(element))
                return

    @staticmethod
    def _is_dek(element: Element, headline: Element | None) -> bool:
        if element.get("itemprop") in ("description", "alternativeHeadline", "alternateName"):
            return True
        words = label_words(element)
        if words & DEKS and not words & {"image", "photo", "figure", "caption", "author", "date"}:
            return True
        parent = headline.parent if headline is not None else None
        return element.parent is parent and parent is not None and parent.tag == "hgroup"

    # -- who and when -----------------------------------------------------------------------------

    def _near(self, elements: list[Element]) -> list[Element]:
        """Elements of the head of the article first, then those after its text; none from inside it."""
        first, last = self.first_prose, self._last_prose()
        below = [element for element in elements if self.top <= element.start < first]
        above = [element for element in elements if element.start < self.top]
        after = [element for element in elements if element.start >= last]
        return below + above[::-1] + after

    def _last_prose(self) -> int:
        return max((element.end for element in self.inside if element in self.content.prose), default=0)

    def _dates(self) -> None:
        found = {"published": False, "modified": False}
        dates = self._near([element for element in self.named if self._is_date(element)])
        for element in dates[:CANDIDATES]:
            if element in self.taken or (element.parent in self.taken and element.tag != "time"):
                continue
            passage = self.reader.line(element, Part.FIELD)
            stamp = element.get("datetime") or element.get("content")
            if not stamp and element.tag == "abbr":  # the hAtom microformat of older WordPress themes
                stamp = element.get("title")
            if not passage and stamp:
                name = "datetime" if "datetime" in element.attributes else "content"
                passage = attribute_passage(self.source, element, name, Part.FIELD) or passage
            days = self._days(passage.text)
            if passage and not stamp and not days:
                continue
            written = f"{element.label} {element.get('itemprop')} {passage.text[:40]}"
            day = stamp if parse_instant(stamp) else passage.text
            if not parse_instant(day, self.language) and days:
                day = days[0].text  # of “6 May 2026, 5 min read”
            kind = "modified" if MODIFIED.search(written) or self._is_later(day) else "published"
            line = self._line(element)
            if line in self.content.prose and self._size(line) > BYLINE_LIMIT:
                continue
            if found[kind]:
                self._take(element)
                continue
            found[kind] = True
            if any(
                inner is not element and self._is_byline(inner)
                for inner in element.walk()
                if inner in self.pieces
            ):
                self.lines.add(element)
            else:
                self._take(element)
            if passage and label_words(line) & HEAD_LINES and self._size(line) <= BYLINE_LIMIT:
                self.lines.add(line)
            self.fields.put(kind, passage, key=_name(element), value=day, span=element.span, origin="body")

    def _days(self, text: str) -> list[DateMention]:
        """The dates in a line, as the page's language writes them or else as English does."""
        return find_dates(text, self.language) or find_dates(text)

    def _is_later(self, written: str) -> bool:
        """True for the day on which the metadata says that the article was changed, and not published."""
        instant = parse_instant(written, self.language)
        day = instant.date if instant is not None else None
        return day in self.clues.modified and bool(self.clues.published) and day not in self.clues.published

    def _is_date(self, element: Element) -> bool:
        if element.tag == "time" or "date" in element.get("itemprop").lower():
            return True
        return bool(label_words(element) & DATES) and 0 < self._size(element) <= 80

    def _byline(self) -> None:
        named = [element for element in self.named if self._is_byline(element)]
        group: Element | None = None
        known: set[str] = set()
        empty: Element | None = None
        for element in self._outer_first(self._near(named)):
            if empty is not None and element.start >= self.first_prose:
                break  # below the text stands who wrote other articles
            if element is self.content.headline or any(outer in self.taken for outer in element.ancestors()):
                continue
            if any(outer in self.content.roles or outer.tag == "figure" for outer in element.ancestors()):
                continue  # who made a picture
            if self._in_card(element):
                continue
            if group is not None and element.parent is not group:
                continue
            line = self._line(element)
            if self._size(line) > BYLINE_LIMIT:
                in_head = element.start < self.first_prose and not label_words(element).isdisjoint(BYLINES)
                if line in self.content.prose and not in_head:
                    continue  # a sentence that names somebody
                line = element
            people = [person for person in self._people(element) if person.text not in known]
            if not any(people):
                self.lines.add(element)
                empty = empty or element
                continue
            self._take(element)
            self.lines.add(line)
            self.lines.update(self._byline_boxes(element))
            group = element.parent
            for person in people:
                known.add(person.text)
                self.fields.put("byline", person, key=_name(element), span=person.span, origin="body")
        if group is None and empty is not None:  # says something only where there is no other
            label = self.reader.line(empty, Part.BYLINE)
            is_label = label.text.strip(" :").casefold() in LABELS_ALONE  # and the name was lost
            said = label if is_label else Passage("", self.source, ())
            self.fields.put("byline", said, key=_name(empty), span=empty.span, origin="body")

    def _byline_boxes(self, element: Element) -> Iterator[Element]:
        """The boxes around a byline that are called one as well: with it goes the portrait of who wrote."""
        for outer in element.ancestors():
            if outer not in self.pieces or self._size(outer) > BYLINE_LIMIT:
                return
            if not label_words(outer).isdisjoint(BYLINES):
                yield outer

    def _boxes_in_head(self) -> list[Element]:
        """Boxes about an author between headline and body; below the body they say who wrote and more."""
        return [
            box
            for box in self.content.furniture
            if self.top < box.start < self.content.root.start and not label_words(box).isdisjoint(BYLINES)
        ]

    def _in_card(self, element: Element) -> bool:
        """True in a box beside the article whose heading is a link, and not the page's title: who wrote another one."""
        inside = {self.content.root, self.content.headline}
        for outer in (element, *element.ancestors()):
            if any(each is not None and _holds(outer, each) for each in inside):
                return False
            headings = [
                heading
                for heading in outer.find_all(*HEADINGS)
                if heading in self.content.masses
                and self._size(heading)
                and label_words(heading).isdisjoint(BYLINES)
            ]
            main = min(headings, key=lambda heading: heading.tag, default=None)  # h1 before h2
            if main is not None and self.content.masses[main].linked >= 0.9 * self._size(main):
                words = self.reader.line(main, Part.HEADLINE).text.casefold()
                return not any(words in title.casefold() for title in self.titles)
        return False

    def _outer_first(self, elements: list[Element]) -> list[Element]:
        """Above the headline the nearest comes first; a line of several names comes before the last of them."""
        above = [element for element in elements if element.start < self.top]
        nearest = iter(sorted(above, key=lambda element: (-element.end, element.start)))
        return [element if element.start >= self.top else next(nearest) for element in elements]

    def _line(self, element: Element) -> Element:
        """The line that an element stands in: the nearest block around it, if that is a piece of the head."""
        around = [element, *element.ancestors()]
        prose = next((outer for outer in around if outer in self.content.prose), None)
        block = next((outer for outer in around if HTML_ROLES.get(outer.tag) is Role.BLOCK), element)
        return prose or (block if block in self.pieces else element)

    def _is_byline(self, element: Element) -> bool:
        if element.get("rel") == "author" or "author" in element.get("itemprop"):
            return self._size(element) <= BYLINE_LIMIT
        words = label_words(element)
        if not words & BYLINES or words & {"image", "photo", "avatar", "bio", "caption", "figure"}:
            return False
        return self._size(element) <= BYLINE_LIMIT and self.content.masses[element].lines <= 1

    def _people(self, element: Element) -> Iterator[Passage]:
        """The names in a byline element: the elements that hold one each, else its line up to a date."""
        inside = [inner for inner in element.walk() if inner is not element and inner in self.content.masses]
        names = [inner for inner in inside if inner.get("rel") == "author" or inner.get("itemprop") == "name"]
        reader = BlockReader(self.source, skip=self.left_out)
        passage = reader.line(element, Part.BYLINE)
        if PICTURE.match(passage.text):
            return
        known = list(self._known(passage))
        if known:
            yield from known
            return
        names = names or [inner for inner in inside if self._is_name(inner)] or self._side_by_side(element)
        if names:
            for name in _outermost(names):
                line = reader.line(name, Part.BYLINE)
                known = list(self._known(line))
                yield from known or [self._name_alone(line)]
            return
        for date in self._days(passage.text)[:1]:
            if "published" not in self.fields:
                day = passage[date.start : date.end]
                self.fields.put("published", day, key=_name(element), origin="body")
            passage = passage[: date.start]
        person = self._name_alone(passage)
        if person.text.strip(" :").casefold() not in LABELS_ALONE and not TIME_LABEL.match(person.text):
            yield person

    def _is_name(self, element: Element) -> bool:
        """True for an element that is called a byline and holds a name, one of the metadata's where that has any."""
        if label_words(element).isdisjoint(BYLINES):
            return False
        line = self.reader.line(element, Part.BYLINE)
        return any(self._known(line)) if self.authors else PERSON.fullmatch(line.text) is not None

    def _side_by_side(self, element: Element) -> list[Element]:
        """The elements of a byline that hold a name each, where nothing but a joint stands between them."""
        inner = [child for child in element.elements if child in self.content.masses and self._size(child)]
        between = "".join(self._own_words(element).split()).casefold()
        if between.strip(",;/|&·") not in NAMES_JOIN:
            return []
        if len(inner) == 1:
            return self._side_by_side(inner[0])
        lines = [self.reader.line(child, Part.BYLINE).text for child in inner]
        return inner if len(inner) > 1 and all(PERSON.fullmatch(line) for line in lines) else []

    def _own_words(self, element: Element) -> str:
        texts = (child for child in element.children if isinstance(child, Text))
        return "".join(text.text or self.source.text[text.start : text.end] for text in texts)

    @staticmethod
    def _name_alone(passage: Passage) -> Passage:
        """What stands before a stroke, a handle, a time or initials in brackets."""
        for mark in (PARTED.search(passage.text, 2), INITIALS.search(passage.text, 2)):
            if mark and mark.start() < len(passage):
                passage = passage[: mark.start()]
        return passage.strip()

    def _known(self, passage: Passage) -> Iterator[Passage]:
        """The names in a line that the metadata gives as authors, as the line has them."""
        text = passage.text.casefold()
        if len(text) != len(passage.text):
            return
        places = [(text.find(name.casefold()), len(name)) for name in self.authors]
        end = 0
        found = [place for place in places if place[0] >= 0]
        for at, size in sorted(found, key=lambda place: (place[0], -place[1])):
            if at >= end:
                yield passage[at : at + size]
                end = at + size

    def _byline_by_name(self) -> None:
        """A line of the head that says little more than the names of the metadata's authors."""
        if "byline" in self.fields or not self.authors:
            return
        short = [inner for inner in self.inside if 0 < self._size(inner) <= BYLINE_LIMIT]
        for element in self._near(short)[: 4 * CANDIDATES]:
            if element in self.taken or element is self.content.headline or element.tag == "figcaption":
                continue
            if any(
                outer in self.taken or outer in self.content.roles
                for outer in (element, *element.ancestors())
            ):
                continue
            passage = BlockReader(self.source, skip=self.left_out).line(element, Part.BYLINE)
            names = list(self._known(passage))
            rest = len(passage.text.split()) - sum(len(name.text.split()) for name in names)
            if names and rest <= 4:
                self._take(element)
                for name in names:
                    whole = JOINT.search(name.text) is None
                    self.fields.put(
                        "byline", name, key=_name(element), span=name.span, origin="body", whole=whole
                    )
                return

    def _byline_by_link(self) -> None:
        """Links of the head to the pages of who wrote the article, side by side in one line."""
        if "byline" in self.fields:
            return
        group: Element | None = None
        links = [inner for inner in self.named if self.top <= inner.start < self.first_prose]
        for box in self._boxes_in_head():
            links += [inner for inner in box.walk() if inner.attributes]
        for element in filter(_leads_to_author, links):
            around = (element, *element.ancestors())
            if any(o in self.taken or o in self.content.roles or o.tag == "figure" for o in around):
                continue
            if self._in_card(element):
                continue
            name = self.reader.line(element, Part.BYLINE)
            if PERSON.fullmatch(name.text) is None or (group is not None and element.parent is not group):
                continue
            group = element.parent
            self._put("byline", element, name, "author")

    # -- tags and notes ---------------------------------------------------------------------------

    def _tags(self) -> None:
        """Lists of tags near the text; one that has nothing in common with the metadata's tags is another's."""
        found = list(self._tags_shown()) or list(self._topic_links())
        written = {tag.text.casefold().lstrip("#") for _, tag, _, _ in found}
        if len(self.topics) > 1 and written and written.isdisjoint(self.topics):
            return
        lists: dict[str, Element | None] = {}
        for element, tag, key, whole in found:
            shown = _holder(element)
            if self.is_page and lists.setdefault(tag.text, shown) is not shown:
                continue  # the same list once more, for another width of screen
            self.fields.put("tags", tag, key=key, span=tag.span, origin="body", whole=whole)

    def _tags_shown(self) -> Iterator[tuple[Element, Passage, str, bool]]:
        lists: list[Element] = []
        for element in self.named:
            is_tag = element.get("rel") == "tag"
            if not is_tag and not self._is_tag_list(element):
                continue
            if self.is_page and self._opens_teaser(element):
                continue
            if any(outer.tag in ("pre", "code") for outer in element.ancestors()):
                continue  # colours of a program, not topics of an article
            if is_tag and not self.content.in_prose(element):
                self._take(element)
                yield element, self.reader.line(element, Part.TAG), "rel=tag", True
            elif self._is_tag_list(element):
                lists.append(element)
        for element in _outermost(lists):
            if NUMBER.fullmatch(self.reader.line(element, Part.TAG).text):
                continue  # the number of a square in a puzzle
            if any(inner in self.taken for inner in element.walk()):
                self._take(element)
                continue
            linked = element.find("a", "li", "span") is not None
            if not linked and self.reader.line(element, Part.TAG).text.strip().isdigit():
                continue  # the number of a cell or a place in a table
            self._take(element)
            for passage in self._tags_of(element):
                yield element, passage, _name(element), linked

    def _opens_teaser(self, element: Element) -> bool:
        """True for a line in a link that holds more: the kicker of another article."""
        around = next((outer for outer in element.ancestors() if outer.tag == "a"), None)
        masses = self.content.masses
        return around is not None and around in masses and self._size(around) > self._size(element)

    def _topic_links(self) -> Iterator[tuple[Element, Passage, str, bool]]:
        """Links below the text that lead to topics or stand under a word for them, several of them side by side.

        Also where the page calls them a menu or a footer, if that stands in the article.
        """
        groups: dict[Element, list[Element]] = {}
        for element in self._links_below():
            group = _holder(element)
            if group is not None:
                groups.setdefault(group, []).append(element)
        for group, links in groups.items():
            if len(links) > 1 and (all(map(_leads_to_topic, links)) or self._is_topic_list(group)):
                for element in links:
                    self._take(element)
                    tag = BlockReader(self.source).line(element, Part.TAG)
                    if not TOPICS_FOLLOW.fullmatch(tag.text):
                        yield element, tag, "topic", True
                return

    def _links_below(self) -> Iterator[Element]:
        """The short links after the last line of prose in the article.

        Where the metadata names no topics, also those in its menus and in the box right after it.
        """
        if self.topics:
            last = self._last_prose()
            for element in self.named:
                if element.tag == "a" and element.start >= last and 0 < self._size(element) <= KICKER_LIMIT:
                    yield element
            return
        last = max((line.end for line in self.content.prose if _holds(self.content.root, line)), default=0)
        within = (
            self.content.scope if self.content.scope.tag not in ("body", "html", "") else self.content.root
        )
        after = within.parent.elements if within.parent is not None else ()
        box = next(
            (beside for beside in after if beside.start >= within.end and _words_in(beside, self.source)),
            None,
        )
        for holder in (within, box):
            for element in holder.walk() if holder is not None else ():
                if element.tag != "a" or element.start < last or not element.get("href"):
                    continue
                if 0 < len(_words_in(element, self.source)) <= KICKER_LIMIT:
                    yield element

    def _is_topic_list(self, group: Element) -> bool:
        """True for a list of links under a line that says that topics follow."""
        outer: Element | None = group
        for _ in range(3):
            if outer is None:
                return False
            before = _words_in(outer.parent, self.source, end=outer.start) if outer.parent is not None else ""
            if before:
                return TOPICS_FOLLOW.fullmatch(before) is not None
            outer = outer.parent
        return False

    def _is_tag_list(self, element: Element) -> bool:
        if element.tag in ("a", "body", "article", "main", "html"):
            return False
        if not label_words(element) & TAG_WORDS or element in self.taken:
            return False
        mass = self.content.masses[element]
        return 0 < mass.text <= 1200 and mass.lines <= 1

    def _tags_of(self, element: Element) -> Iterator[Passage]:
        holders = next(filter(None, (list(element.find_all(tag)) for tag in ("a", "li", "span"))), [])
        if not holders:
            line = self.reader.line(element, Part.TAG)
            label = LABEL.match(line.text)
            yield line[label.end() :] if label else line
            return
        for holder in holders:
            tag = self.reader.line(holder, Part.TAG)
            if tag and len(tag) <= TAG_LIMIT and not LABEL.fullmatch(tag.text):
                yield tag

    def _corrections(self) -> None:
        for element in self.named:
            if label_words(element) & CORRECTIONS and 0 < self._size(element) <= 2000:
                passage = self.reader.line(element, Part.FIELD)
                self.fields.put("correction", passage, key=_name(element), span=element.span, origin="body")
                return


def _outermost(elements: list[Element]) -> list[Element]:
    """Those that stand in none of the others."""
    among = set(elements)
    return [element for element in elements if among.isdisjoint(element.ancestors())]


def _leads_to_author(element: Element) -> bool:
    """True for a link to a page about a person of the house."""
    if element.get("rel") == "author":
        return True
    path = element.get("href").lower().partition("?")[0].split("/") if element.tag == "a" else ()
    return not AUTHOR_PATHS.isdisjoint(path[:-1])


def _leads_to_topic(element: Element) -> bool:
    path = element.get("href").lower().partition("?")[0].split("/")
    return not TOPIC_PATHS.isdisjoint(path[:-1])


def _holder(link: Element) -> Element | None:
    """The element in which a link stands beside others: not the item that is nothing but the link."""
    below = link
    for outer in link.ancestors():
        # child by child: the first but this one that has a link is enough
        if any(child is not below and _has_link(child) for child in outer.elements):
            return outer
        below = outer
    return None


def _has_link(element: Element) -> bool:
    return element.tag == "a" or element.find("a") is not None


def _words_in(element: Element, source: Source, end: int | None = None) -> str:
    """All words in an element, also in what is left out of the article; up to `end`."""
    limit = element.end if end is None else end
    texts = (piece for piece in element.texts() if piece.start < limit)
    return " ".join("".join(piece.text or source.text[piece.start : piece.end] for piece in texts).split())


def _holds(outer: Element, inner: Element) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _name(element: Element) -> str:
    """How the page calls the element: its rel, itemprop, first class, or tag."""
    classes = element.get("class").split()
    return element.get("rel") or element.get("itemprop") or (classes[0] if classes else element.tag)
