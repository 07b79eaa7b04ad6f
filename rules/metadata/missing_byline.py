from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Rule, Severity, Span, quoted, regex
from presslint.desk import CREDITED, MONTHS, WEEKDAYS, any_of, is_signed

# words in the keys of other fields that make it no credit: an editor's note, a template, a picture
SOMETHING_ELSE = frozenset(
    "template note notes url image images photo picture pick picks choice comment comments count email".split()
)
# what a field says that names nobody: a switch, a number, the name of a host or of a feed
NOBODY = regex(
    r"(?:true|false|yes|no|rss|atom|api|feed|manual|auto\w*|web|ai|null|none)|[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}|[\d\W]+",
    re.I,
)
MOST = 14  # words of a field that can name people
KEY_WORD = regex(r"[A-Z]?[a-z]+|[A-Z]+")
# lines that credit somebody without a byline field; names keep their capitals
BY = r"\W{0,3}(?i:by|words|story|text|written|reporting|reported|compiled|author|with reporting)(?i: by)?:? "
NAMES = r"(?:[A-Z][\w.’'-]{0,30}\b,? ?(?:and |for )?){1,8}\W{0,3}"
END_OR_POST = r"(?:\||·|•|$|[a-z]{2,12} [a-z]{2,12} ?\Z)"
THIS = (
    r".{0,60}\b(?i:this|the following) (?i:article|post|story|blog|piece|column|report|interview|content)\b"
)
VERBS = r"\b(?i:written|authored|contributed|produced|compiled|posted|published|appeared)"
WRITTEN = rf"{VERBS} (?i:by|on|in|at)\b(?! (?:\d|{'|'.join((*MONTHS, *WEEKDAYS))}))"
GUESTS = (
    r"(?i:guest (?:post|article|column|blog)|staff report|cross-posted|contributed by|originally published)"
)
SIGNATURE = r"[–—-]{1,2} ?(?:[A-Z][\w.’'-]{0,30} ){1,3}[A-Z][\w’'-]{1,30}\.?\Z"
CREDIT = regex(rf"{BY}{NAMES}{END_OR_POST}|{THIS}.{{0,80}}{WRITTEN}|.{{0,80}}\b{GUESTS}\b|{SIGNATURE}")
# a line at the end that says who somebody is: the author, as a rule
TITLE = r"(?:(?:Dr|Mr|Ms|Mrs|Prof)\. )?"
NAME = r"[A-Z][\w’'-]{1,30}(?: [A-Z]\.| \(\w{2,20}\)| [A-Z][\w’'-]{1,30}){1,4}(?:, [\w. ]{2,12},?)?"
POSTS = any_of(
    "analyst manager director lead leader editor writer specialist officer fellow engineer designer developer",
    "chief head coordinator strategist consultant professor researcher psychologist scientist advis[eo]r intern",
    "administrator assistant associate librarian reporter correspondent columnist author founder president member",
    "student teacher liaison launcher expert producer journalist planner architect lawyer attorney",
)
BIOGRAPHY = regex(
    rf"\W{{0,3}}{TITLE}{NAME}\W{{0,3}} (?:is|was|works|serves|covers|writes|leads|served)\b.{{0,120}}?"
    rf"\b(?i:{POSTS})\b"
)
ENDS = 3  # blocks at either end in which a credit line stands


class MissingByline(Rule):
    """An article names who wrote it.

    Readers judge a story by its author, and search engines ask for one. Any byline, agency, source or
    credit line counts, in whatever language, and so do speakers, translators and whoever sent the piece in;
    letters pages are by many. Guides, event pages, index pages, newsletters and other copy that goes out in a
    house's own name need none, nor do pages about the site, nor editorials where the house says so. Where
    an export gives only the number of an author, or keeps authors in another file, or where part of the
    front matter cannot be read, nothing can be told. Notices of an organisation and letters go
    unsigned on purpose, so an article that only lacks a byline is a suggestion; a place for one that stands
    empty is a warning.
    """

    severity = Severity.WARNING
    lack = "a byline"
    sources = (
        "NewsGuard criteria: provides names of content creators",
        "The Trust Project: author expertise",
        "Google Search: bylines and author markup",
    )
    needs = frozenset({"metadata"})
    not_for = frozenset(
        {
            "docs",
            "event",
            "index",
            "page",
            "stub",
            "newsletter",
            "live",
            "results",
            "factbox",
            "press-release",
            "recipe",
            "obituary",
        }
    )
    unsigned: tuple[str, ...] = Option(
        ("editorial", "leader"),
        description="Kickers, sections or layouts whose copy the house leaves unsigned.",
    )
    yields_to: ClassVar = {"empty-slot": "place", "front-matter-syntax": "article"}
    examples: ClassVar = (
        Bad(
            "---\ntitle: [[Ferry]]\nhost: pier.example.net\nsource: rss\nlead: true\n---\nText.\n",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: [[Ferry]]\n---\nThis article was published on 5 May 2026.\n\nIt sails.\n",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: [[Ferry]]\n---\nThis article was published on Monday.\n\nIt sails.\n",
            severity="suggestion",
        ),
        Good("---\ntitle: Ferry\n---\nThis article was first published in the Harbour Post.\n\nIt sails.\n"),
        Good(
            "---\ntitle: Fähre\nlang: de\n---\nSie legt ab.\n\nSie kommt an.\n\nEs ist spät.\n\nEs ist früh.\n\nVon Ana Ruiz\n"
        ),
        Good("---\ntitle: Council cuts night buses\nauthor: Ana Ruiz\n---\nText.\n"),
        Good("---\ntitle: Council cuts night buses\nsource: Harbour News Agency\n---\nText.\n"),
        Good("---\ntitle: Council cuts night buses\n---\nBy Ana Ruiz\n\nThe council voted on Tuesday.\n"),
        Good(
            "---\ntitle: Council cuts night buses\n---\nThe council voted on Tuesday.\n\n"
            "Ana Ruiz is the transport correspondent of the Harbour News.\n"
        ),
        Good(
            "---\ntitle: Council cuts night buses\n---\n*by [Ana Ruiz](/ana)<br>Planner at the mill*\n\nText.\n"
        ),
        Good("---\ntitle: Le conseil supprime des bus\n---\npar [Ana Ruiz](/ana)\n\nTexte.\n"),
        Good("---\ntitle: Raad schrapt nachtbussen\n---\nDoor Ana Ruiz en Ben Cole\n\nTekst.\n"),
        Good("---\ntitle: Council cuts night buses\n---\n#### Ana Ruiz\n\nText.\n"),
        Good("---\ntitle: 夜行バス廃止\n---\n作者：山田\n\n市議会は夜行バスを廃止する。\n"),
        Good("---\ntitle: How buses are timed\nspeakers: [ana-ruiz]\n---\nText.\n"),
        Good("---\ntitle: Tips\n---\nThis tip was shared by the Harbour Office. Oil the winch.\n"),
        Good("---\ntitle: Letters to the editor\n---\nThe pier is too short.\n"),
        Bad(
            "---\ntitle: '[[Council answers all our letters at last]]'\n---\nText.\n",
            says="The article names no author; add a byline.",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Talk of the pier\n---\n### Answers created by:\n\n**Ana Ruiz, Ben Cole**\n\nText.\n"
        ),
        Good(
            "<html><head><title>Ferry</title></head><body><center><h2>Ferry</h2><h4>By <a href='/ana'>Ana Ruiz</a>"
            "</h4></center><hr><h1>Ferry</h1><p>The ferry is back at the old pier, and islanders are glad of it.</p>"
            "<p>It sails at ten, and the council has paid for the boat, the pier and the crew.</p></body></html>",
            name="ferry.html",
        ),
        Bad(
            "---\ntitle: '[[Fähre fährt wieder]]'\n---\nVon Montag an fährt die Fähre um zehn.\n",
            severity="suggestion",
        ),
        Good("---\ntitle: Contact\n---\nWrite to the harbour office.\n", name="contact.md"),
        Good(
            "---\ntitle: Ana Ruiz\n---\nAna has sailed since 1990.\n",
            name="content/authors/ana-ruiz/_index.md",
        ),
        Good("---\ntitle: Council cuts night buses\nstory_editor: Ana Ruiz\n---\nText.\n"),
        Good("---\ntitle: Keep the night buses\nkicker: Editorial\n---\nText.\n"),
        Good("---\ntitle: Council cuts night buses\n---\nText.\n", settings={"story-type": "event"}),
        Good(
            '{"posts": [{"id": "5f", "title": "Council cuts night buses", "html": "<p>The council voted on '
            'Tuesday.</p>", "published_at": "2026-05-05T10:00:00Z"}]}',
            name="posts.json",
        ),
        Good(
            '{"id": 7, "type": "post", "title": {"rendered": "Council cuts night buses"}, "content": '
            '{"rendered": "<p>The council voted on Tuesday.</p>"}, "author": 12}',
            name="post.json",
        ),
        Good(
            '{"type": "story", "version": "0.10.9", "headlines": {"basic": "Council cuts night buses"}, '
            '"credits": {"by": [{"type": "reference", "_id": "ana-ruiz"}]}, "content_elements": '
            '[{"type": "text", "content": "The council voted on Tuesday."}]}',
            name="story.json",
        ),
        Bad(
            '{"posts": [{"id": "5f", "title": "[[Council cuts night buses]]", "html": "<p>The council voted '
            'on Tuesday.</p>", "published_at": "2026-05-05T10:00:00Z", "authors": []}]}',
            name="posts.json",
            severity="suggestion",
        ),
        Bad(
            '---\ntitle: "[[Council cuts night buses]]"\n---\nThe council voted on Tuesday.\n',
            says="The article names no author; add a byline.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: [[Council cuts night buses]]\n---\nThe ferry is a lifeline for the islands.\n\n"
            "By Tuesday all buses will stop at ten, and the council is a long way from a new plan.\n",
            severity="suggestion",
        ),
        Bad(
            '---\ntitle: Council cuts night buses\n[[author]]: ""\n---\nThe council voted on Tuesday.\n',
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: [[Council cuts night buses]]\neditorialTemplate: brief\nsourceName: Feed 12\n---\n"
            "The council voted on Tuesday.\n",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: [[Council cuts night buses]]\neditors_note: Check it.\n---\nText.\n",
            severity="suggestion",
        ),
        Bad(
            "Council cuts night buses\n\n[[·]]\n\n"
            "The council voted on Tuesday night to cut all night buses from May, and "
            "islanders are angry about the loss of their last way home.\n",
            name="story.txt",
            says="The article names no author; “·” stands where the byline belongs.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: [[Council cuts buses]]\nsource: https://a.example.org\n---\nText.\n",
            says="The article names no author; add a byline.",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Council cuts buses\n---\nText of the day.\n\nText of the day.\n\nText of the day.\n\n"
            "Text of the day.\n\nBy Ana Ruiz\n\nText of the day.\n\nText of the day.\n\n"
        ),
        Bad(
            "---\ntitle: [[Council cuts buses]]\n---\nText of the day.\n\nText of the day.\n\nText of the day.\n\n"
            "Text of the day.\n\nBy Ana Ruiz\n\nText of the day.\n\nText of the day.\n\nText of the day.\n\n",
            says="The article names no author; add a byline.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: [[Council cuts buses]]\nphotographer: Ana Ruiz\n---\nText.\n",
            says="The article names no author; add a byline.",
            severity="suggestion",
        ),
        Bad(
            "[[]]Text of the day.\n", says="The article names no author; add a byline.", severity="suggestion"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.bylines or article.is_draft or not article.word_count or self.is_unsigned(article):
            return
        if has_other_credit(article) or has_credit_line(article) or is_signed(article):
            return
        slot = article.slots.get("byline")
        if slot is not None:
            yield self.finding(
                slot, f"The article names no author; {quoted(slot.text)} stands where the byline belongs."
            )
            return
        if "byline" in article.elsewhere:
            return
        places = (*article.all("byline"), article.headline, Span(article.body_start, article.body_start))
        where = next(place for place in places if place is not None)
        has_room = any(article.all("byline"))
        yield self.finding(
            where,
            "The article names no author; add a byline.",
            severity=None if has_room else Severity.SUGGESTION,
        )

    def is_unsigned(self, article: Article) -> bool:
        """Whether a kicker, section or layout says that the house speaks."""
        labels = {label.casefold() for label in self.unsigned}
        return any(
            field.text.strip().casefold() in labels
            for name in ("kicker", "section", "layout", "categories", "story-type")
            for field in article.all(name)
        )


def has_other_credit(article: Article) -> bool:
    """Whether another field names an agency, a source or a person."""
    for field in (*article.all("source"), *article.all("extra")):
        text = field.text.strip()
        if not field or text.startswith("http") or NOBODY.fullmatch(text):
            continue
        words = [word.casefold() for word in KEY_WORD.findall(field.key)]
        if field.name == "source":
            if "name" not in words:  # the name of a feed
                return True
        elif (
            len(text.split()) <= MOST and not CREDITED.isdisjoint(words) and SOMETHING_ELSE.isdisjoint(words)
        ):
            return True
    return False


def has_credit_line(article: Article) -> bool:
    """Whether a line near the top or the end of the body credits somebody."""
    lines = [
        block.text
        for block in article.blocks
        if block.kind in (Kind.PARAGRAPH, Kind.NOTE, Kind.QUOTE, Kind.CAPTION)
    ]
    last = lines[-ENDS:]
    return any(CREDIT.match(line) is not None for line in (*lines[:ENDS], *last)) or any(
        BIOGRAPHY.match(line) is not None for line in last
    )
