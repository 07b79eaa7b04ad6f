from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Rule, Severity, quoted, regex
from presslint.desk import Form, Instant, Number, compare, fold, instant, numbers, stems

DAY = timedelta(hours=24)
MADE_BY = regex(r"\b(?:[Aa]gent|[Bb]ot|[Pp]ipeline|[Ww]orkflow)\Z")
SITE = regex(r" [|–—-] [^|–—]{1,40}\Z")
NAME = regex(r"[A-Z][\w’'.-]{1,30}")
ALIKE = 0.5  # share of the shorter title's words that must agree before two titles are compared
STATED = (Form.COUNT, Form.PERCENT, Form.MONEY, Form.MEASURE)
NEGATIONS = frozenset(("not", "no", "never", "wont", "cant", "doesnt", "isnt", "didnt", "without", "denies"))
# keys that say when a page was first published, and nothing else
PUBLICATION_KEYS = frozenset(
    (
        *("datepublished", "articlepublishedtime", "published", "publishedat", "publisheddate"),
        *("publishdate", "pubdate", "publicationdate", "publishedtime"),
    )
)
PAGE = frozenset(("head", "body", "front matter", "tail"))  # where readers look
MACHINES = frozenset(("meta", "json-ld"))  # where search engines look


class MetadataConflict(Rule):
    """An article says one thing about itself, wherever it says it.

    Search and social titles are written apart from the headline and are forgotten when a figure
    changes; dates and authors of structured data come from other fields than those that readers see.
    Compared are the figures and negations of titles that are otherwise worded alike, publication dates
    that lie more than a day apart (a suggestion: a page may hold another page's data), and an author in
    the metadata who is the site itself or a program (“News Agent”) while the page names a person. Titles that are worded otherwise
    may speak of other quantities and are left alone.
    """

    severity = Severity.WARNING
    judges_unseen = True
    sources = (
        "Google Search: structured data has to match the page",
        "schema.org NewsArticle: author, datePublished",
    )
    needs = frozenset({"metadata"})
    yields_to: ClassVar = {"missing-core-field": "place"}
    examples: ClassVar = (
        Good(
            "---\ntitle: Fire hurts 12 at harbour hotel\nseo_title: Harbour hotel fire hurts a dozen\n"
            "---\nText.\n"
        ),
        Good(
            "---\ntitle: Fire hurts 12 at harbour hotel\nog_title: Harbour hotel on fire | The Paper\n"
            "---\nText.\n"
        ),
        Good(
            "---\ntitle: Council will not close the pier\nseo_title: Council keeps the pier open\n---\n"
            "Text.\n"
        ),
        Good(
            "---\ntitle: Board needs £1.4m for its piers\nseo_title: Piers get £112,000 toward the £1.4m that "
            "the board needs\n---\nText.\n"
        ),
        Good("---\ntitle: Piers get £3m as board needs £1.4m\nseo_title: Board needs £1.4m\n---\nText.\n"),
        Bad(
            '<head><meta name="author" content="Ana Ruiz"><meta property="article:author" '
            'content="[[Harbour Story Agent]]"></head><article><h1>Pier opens</h1><p>It opens.</p></article>\n',
            name="page.html",
            says="“article:author” names the program “Harbour Story Agent” as author, “author” names "
            "“Ana Ruiz”; name the person.",
            severity="warning",
        ),
        Good(
            '<head><meta name="author" content="Ana Ruiz"><meta property="article:author" '
            'content="https://post.example/ana"></head><article><h1>Pier opens</h1><p>It opens.</p></article>\n',
            name="page.html",
        ),
        Bad(
            "---\ntitle: Fire hurts 12 at harbour hotel\nog_title: Fire hurts [[10]] at harbour hotel\n"
            "---\nText.\n",
            says="“og_title” says “10”, the headline says “12”; use one figure everywhere.",
        ),
        Bad(
            "---\ntitle: Council will not close the old pier\n"
            'seo_title: "[[Council will close the old pier]]"\n---\nText.\n',
            says="“seo_title” says the opposite of the headline; agree on one.",
        ),
        Bad(
            "---\ntitle: Pier\npublished: soon\npubdate: 2026-05-05\ndatePublished: [[2026-05-20]]\n---\nText.\n",
            says="“datePublished” says “2026-05-20”, “pubdate” says “2026-05-05”; use one date everywhere.",
            severity="suggestion",
        ),
        Good("---\ntitle: Pier\npublished: 2026-05-04\npubdate: 2026-05-05\n---\nText.\n"),
        Good(
            "---\ntitle: Fire hurts 12 at harbour hotel\nog_title: Fire hurts 12 at harbour hotel\n---\n"
            "Text.\n"
        ),
        Bad(
            "---\ntitle: Old pier never shut\nog_title: [[Old pier shut]]\n---\nText.\n",
            says="“og_title” says the opposite of the headline; agree on one.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Fire hurts 12 at harbour hotel\nog_title: Fire hurts 10 or 11 at harbour hotel\n"
            "---\nText.\n"
        ),
        Good(
            "---\ntitle: Fire hurts 3 at harbour hotel\nog_title: Fire hurts 2 at harbour hotel\n---\nText.\n"
        ),
        Good(
            "---\ntitle: Fire hurts 2 at harbour hotel\nog_title: Fire hurts 3 at harbour hotel\n---\nText.\n"
        ),
        Good("---\ntitle: Pier never shut\nog_title: Pier shut\n---\nText.\n"),
        Good("---\ntitle: Board will not close old pier\nog_title: Board will close new pier\n---\nText.\n"),
        Bad(
            '<html><head><title>Pier opens</title><meta property="og:site_name" content="The Harbour '
            'Post"><meta name="author" content="Ben Cole"><meta property="article:author" content="[[The '
            'Harbour Post]]"></head><body><article><h1>Pier opens</h1><p class="byline">By Ana '
            "Ruiz</p><p>It opens in May, the board said.</p></article></body></html>\n",
            name="page.html",
            says="“article:author” names the site “The Harbour Post” as author, the page names “Ana Ruiz”; "
            "name the person.",
            severity="suggestion",
        ),
        Good(
            '<html><head><title>Pier opens</title><meta property="og:site_name" content="The Harbour '
            'Post"><meta name="author" content="The Harbour Post"></head><body><article><h1>Pier '
            'opens</h1><p class="byline">By Ruiz</p><p>It opens in May, the board '
            "said.</p></article></body></html>\n",
            name="page.html",
        ),
        Good(
            "---\ntitle: Fire hurts 1 at harbour hotel\nog_title: Fire hurts 4 at harbour hotel\n---\nText.\n"
        ),
        Good(
            "---\ntitle: Pier\npubdate: 2026-05-04T10:00:00Z\ndatePublished: 2026-05-05T10:00:00Z\n---\nText.\n"
        ),
        Good(
            "---\ntitle: 12 of 40 boats, 14 of 30 piers\nog_title: 17 of 80 boats, 19 of 60 piers\n---\n"
            "Text.\n"
        ),
        Good(
            "---\ntitle: Pier\npubdate: 2026-05-05T10:00:00Z\ndatePublished: 2026-05-04T10:00:00Z\n---\nText.\n"
        ),
        Bad(
            "---\ntitle: Pier\npubdate: 2026-05-04T10:00:00Z\ndatePublished: [[2026-05-05T22:00:00Z]]\n---\n"
            "Text.\n",
            says="“datePublished” says “2026-05-05T22:00:00Z”, “pubdate” says “2026-05-04T10:00:00Z”; use one "
            "date everywhere.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Fire hurts 2 at harbour hotel\nog_title: Fire hurts [[5]] at harbour hotel\n---\n"
            "Text.\n",
            says="“og_title” says “5”, the headline says “2”; use one figure everywhere.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Fire hurts 12 at harbour hotel\nog_title: Fire hurts 10 at harbour mill\n---\nText.\n"
        ),
        Good("---\nog_title: Fire hurts 10 at harbour hotel\n---\nText.\n"),
        Bad(
            "---\ntitle: 12 boats\nog_title: [[20]] boats\n---\nText.\n",
            says="“og_title” says “20”, the headline says “12”; use one figure everywhere.",
            severity="warning",
        ),
        Good(
            '<html><head><title>Pier opens</title><meta property="og:site_name" content="The Harbour '
            'Post"><meta name="author" content="The Harbour Post"></head><body><article><h1>Pier '
            'opens</h1><p class="byline">By The Harbour Post Desk</p><p>It opens in May, the board '
            "said.</p></article></body></html>\n",
            name="page.html",
        ),
        Good(
            '<html><head><title>Pier opens</title><meta name="author" content="News '
            'Agent"></head><body><article><h1>Pier opens</h1><p class="byline">By Ruiz</p><p>It opens in '
            "May, the board said.</p></article></body></html>\n",
            name="page.html",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is not None:
            for other in article.all("headline-alt"):
                if other:
                    yield from self.titles(headline, other)
        yield from self.dates(article)
        yield from self.authors(article)

    def titles(self, headline: Field, other: Field) -> Iterator[Finding]:
        if compare(other.text, headline.text).containment < ALIKE:
            return
        mine, theirs = figures(headline.text), figures(other.text)
        same = len(mine) == len(theirs) and worded(headline.text) == worded(other.text)
        for claim, number in zip(mine, theirs, strict=True) if same else ():
            if claim.comparable == number.comparable and (claim.high < number.low or number.high < claim.low):
                place = other.passage[number.start : number.end]
                said = headline.text[claim.start : claim.end]
                yield self.finding(
                    place,
                    f"{quoted(other.key)} says {quoted(place.text)}, the headline says {quoted(said)}; "
                    "use one figure everywhere.",
                    see=((headline, "the headline"),),
                )
                return
        if contradicts(headline.text, other.text):
            yield self.finding(
                other,
                f"{quoted(other.key)} says the opposite of the headline; agree on one.",
                see=((headline, "the headline"),),
            )

    def dates(self, article: Article) -> Iterator[Finding]:
        """Publication dates against each other: what stands in the copy may be another story's date."""
        first: tuple[Field, Instant] | None = None
        for field in article.all("published"):
            moment = instant(field, article.language_data) if field and field.origin != "body" else None
            if moment is None or fold(field.key).replace(" ", "") not in PUBLICATION_KEYS:
                continue
            if first is None:
                first = field, moment
            elif moment.earliest - first[1].latest > DAY or first[1].earliest - moment.latest > DAY:
                other = first[0]
                yield self.finding(
                    field,
                    f"{quoted(field.key)} says {quoted(field.text)}, "
                    f"{quoted(other.key)} says {quoted(other.text)}; use one date everywhere.",
                    severity=Severity.SUGGESTION,
                    see=((other, "the other date"),),
                )
                return

    def authors(self, article: Article) -> Iterator[Finding]:
        """An author in the metadata who is the publisher or a program while another field names a person."""
        yield from self.programs(article)
        site = article.get("site")
        if site is None:
            return
        publisher = fold(site.text)
        people = [
            field for field in article.bylines if field.origin in PAGE and is_person(field.text, publisher)
        ]
        if not people:
            return
        for field in article.bylines:
            if field.origin in MACHINES and fold(field.text) == publisher:
                yield self.finding(
                    field,
                    f"{quoted(field.key)} names the site {quoted(field.text)} as author, the page names "
                    f"{quoted(people[0].text)}; "
                    "name the person.",
                    see=((people[0], "the byline"),),
                    severity=Severity.SUGGESTION if article.is_page else None,
                )

    def programs(self, article: Article) -> Iterator[Finding]:
        person = next((each for each in article.bylines if is_person(each.text.split(",")[0], "\n")), None)
        for field in article.bylines if person is not None else ():
            if field.origin in MACHINES and MADE_BY.search(field.text) and person is not None:
                yield self.finding(
                    field,
                    f"{quoted(field.key)} names the program {quoted(field.text)} as author, "
                    f"{quoted(person.key)} names {quoted(person.text)}; name the person.",
                    see=((person, "the person"),),
                )


def figures(title: str) -> list[Number]:
    return [number for number in numbers(title) if number.form in STATED and number.value > 1]


def worded(title: str) -> list[str]:
    """The content words of a title without its figures and without the name of the site at its end."""
    for number in reversed(numbers(title)):
        title = f"{title[: number.start]} {title[number.end :]}"
    return list(stems(SITE.sub("", title)))


def is_person(byline: str, publisher: str) -> bool:
    """Two capitalised words or more, none of them the site's, an agency's or a label."""
    words = NAME.findall(byline)
    return (
        len(words) > 1
        and not MADE_BY.search(byline)
        and ":" not in byline
        and "/" not in byline
        and fold(byline) not in publisher
        and (publisher not in fold(byline) and not any(word.isupper() for word in words))
    )


def contradicts(one: str, other: str) -> bool:
    """Whether two titles have the same content words but for a negation in one."""
    words = fold(one).split(), fold(other).split()
    negated = [bool(NEGATIONS.intersection(side)) for side in words]
    if negated[0] == negated[1]:
        return False
    content = [{stem for stem in stems(title) if stem not in NEGATIONS} for title in (one, other)]
    return len(content[0]) >= 3 and content[0] == content[1]
