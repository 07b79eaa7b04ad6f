from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import jaccard, stems

BOLD = regex(r"(?<![\w*/\\])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*/])")
# one of the two marks is missing: a word before, none behind; or none before, a word behind
HALF = regex(r"(?<=[^\W\d_])[.:!?)”]?\*\*(?=[\s:,.;)]|\Z)|(?:\A|(?<=[\s(]))\*\*(?=[^\W\d_])")
TARGET = r"(?:https?://|www\.|mailto:|/|\.{1,2}/|#)"
LINK = regex(rf"!?\[[^\[\]\n]{{0,160}}\] ?\((?={TARGET})[^()\s]{{0,300}}(?: [^()\n]{{0,80}})?\)?")
TURNED = regex(
    rf"\([^()\n]{{2,80}}\)\[{TARGET}[^\]\s]{{0,300}}\]|\[[^\[\]\n]{{2,80}}\]\[(?:https?://|www\.)[^\]\s]{{0,300}}\]"
)
SIZE = regex(r"!\[[^\]\n]{0,160}\]\([^()\n]{1,200} =\d{0,5}x\d{0,5}\)")
HASHES = regex(r"#{2,6}(?=[^\W\d_a-z])|#{1,6} (?=\w)")
HEADLINE = regex(r"#{1,6}(?=[^\W\d_])")
NUMBERED = regex(r"\[(?:\d{1,3}|sic|PDF|pdf)\] ")
NAMES_OF_CODE = regex(r"\*\*(?:kw)?args\b|\*\*(?:options|params|opts)\b", re.I)
# marks that Markdown would have parsed: only HTML around them keeps them standing
FORMED = regex(r"\*\*[^*\n]{1,200}\*\*|!?\[[^\]\n]{0,160}\]\([^()\s]{1,300}\)")
SPACED = regex(r"!?\[[^\]\n]{0,160}\]\([^()\n]{1,300}\)")
COMMONMARK = frozenset(("hugo", "eleventy", "docusaurus", "astro", "zola"))
KRAMDOWN = regex(r"(?:^|/)_(?:posts|drafts)/")
INSIDE = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.CELL, Kind.QUOTE, Kind.CAPTION, Kind.NOTE))
PAIRED = ("](", "] (", "][", ")[")  # one of them stands in every link
SAME = 0.6  # shared words from which a line behind “#” is the headline
SAYS = {
    "bold": "shows its stars to the reader; set the words in bold or strip the stars",
    "half": "stands without its other half, so readers see the stars; close the emphasis or strip them",
    "link": "is no link or picture to a reader; mend the brackets or the blank in the address, or write HTML where HTML stands around it",
    "hashes": "is no subhead to a reader; put one blank behind the hashes, or strip them",
    "fence": "opens code that never comes; delete the line",
}


class UnrenderedMarkdown(Rule):
    """Markdown that was parsed leaves no marks behind.

    A reader should not see `**`, `](`, `##Fares` or a lone ``` line. They are left standing when Markdown
    stands inside a block of HTML, when a blank is missing or one too many (`[pier] (…)`, `##Fares`), when
    brackets are turned round (`(pier)[…]`), when a picture carries a size that the format does not know
    (`=320x`), or when one half of a pair was lost. Marks that are whole stand so only because HTML is around
    them; some houses have their renderer parse that, so it is a suggestion unless the site's generator is
    known to leave it. The rule asks what the parser left, so it says nothing
    of marks that work. Each kind is told once in an article, with the other places. Code, marks that were
    escaped, sums (`5**2`), paths (`**/*.md`), arguments (`**kwargs`), censored words (f***), notes behind
    stars, hashtags, `[12] (address)` and MDX, which parses inside its components, are left alone.
    """

    severity = Severity.WARNING
    sources = ("CommonMark 0.31: HTML blocks, emphasis, links, ATX headings",)
    yields_to: ClassVar = {"markup-leak": "place", "chatbot-residue": "place"}
    allow: tuple[str, ...] = Option(
        (), description="Marks that the house's own renderer understands: bold, half, link…"
    )
    examples: ClassVar = (
        Good("# Ferry\n\nThe **pier** is *closed*; see [the notice](https://pier.example.org/n). `**x**`\n"),
        Good(
            "The area is 5**2, the files are **/*.md, the call is f(**kwargs), and the skipper said f***.\n"
        ),
        Good("The fare is \\*\\*four\\*\\* and \\[pier\\](https://pier.example.org).\n"),
        Good("The fare is four dollars** a day.\n\n** Children ride free.\n"),
        Good("#PierDay\n\n#Pier2026 opens on Monday with a choir, the harbour board said.\n"),
        Good("It is told in [12] (https://pier.example.org/12), and the list says “##”.\n"),
        Good("<Note>\n**Pier:** closed\n</Note>\n\nimport x\n", name="story.mdx"),
        Good("<div>\n\n**Pier:** closed, see [the notice](https://pier.example.org/n)\n\n</div>\n"),
        Good("It is [pier] (https://pier.example.org).\n", allow=("link",)),
        Bad(
            "<div>\n[[**Pier:**]] closed\n</div>\n\nThe ferry sails.\n",
            severity="suggestion",
            says="“**Pier:**” shows its stars to the reader; set the words in bold or strip the stars.",
        ),
        Bad(
            "<div>\n[[**Pier:**]] closed **today**\n</div>\n\nThe ferry sails.\n",
            says="“**Pier:**” shows its stars to the reader, here and once more; set the words in bold or strip the "
            "stars.",
            severity="suggestion",
        ),
        Bad(
            '{{< boat "a" >}}\n\n<div>\n[[**Pier:**]] closed\n</div>\n\nThe ferry sails.\n',
            severity="warning",
        ),
        Good("<!-- more -->The **pier** is closed.\n"),
        Bad(
            "The ferry sails.\n\n## The new boat[[**]]\n\nIt has two decks.\n",
            says="“**” stands without its other half, so readers see the stars; close the emphasis or strip "
            "them.",
            severity="warning",
        ),
        Bad("The boat has [[**]]two decks and a bar.\n", severity="warning"),
        Bad(
            "<figure>\n<figcaption>A boat, on [[[Boats](https://boats.example.org/)]].</figcaption>\n</figure>\n",
            says="“[Boats](https://boats.example.org/)” is no link or picture to a reader; mend the brackets "
            "or the blank in the address, or write HTML where HTML stands around it.",
            severity="suggestion",
        ),
        Bad(
            "<figure>\n<img src='/boat.png' alt='A white boat'/>\n"
            "<figcaption>On [[[Boats](https://boats.example.org/)]].</figcaption>\n</figure>\n",
            severity="suggestion",
        ),
        Good(
            '{{< figure src="/boat.png" alt="A white boat" caption="On [Boats](https://boats.example.org/)." >}}\n'
        ),
        Bad("See [[[the notice] (https://pier.example.org/n)]] at the pier.\n", severity="warning"),
        Bad("See [[(the list)[https://pier.example.org/l]]] at the pier.\n", severity="warning"),
        Bad("The boat: [[![a boat](boat.gif =320x)]] at the pier.\n", severity="warning"),
        Bad(
            "The ferry sails.\n\n[[##]]Fares for islanders\n\nThey rise.\n",
            says="“##” is no subhead to a reader; put one blank behind the hashes, or strip them.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Board approves ferry\n---\n\n[[#]]Board approves ferry\n\nIt sails.\n",
            severity="warning",
        ),
        Bad("The ferry sails.\n\n## [[## ]]Costs\n\nThey rise.\n", severity="warning"),
        Bad(
            "The ferry sails.\n[[```]]\n",
            says="“```” opens code that never comes; delete the line.",
            severity="warning",
        ),
        Bad(
            "<div>\n[[**Pier:**]] closed **today** and **late**\n</div>\n\nThe ferry sails.\n",
            says="“**Pier:**” shows its stars to the reader, here and 2 times more; set the words in bold or "
            "strip the stars.",
            severity="suggestion",
        ),
        Good("---\ntitle: x\n---\n"),
        Good(
            "<article><h1>Ferry</h1><p>**Pier:** closed, and **late** too.</p></article>\n", name="page.html"
        ),
        Good(
            "---\ntitle: Board approves ferry\n---\n\n#Pier opens on Monday for all the islanders\n\nIt sails.\n"
        ),
        Good("The ferry sails.\n```\n", allow=("fence",)),
        Good("The ferry sails.\n\n```py\n"),
        Bad(
            "---\ntitle: Board approves ferry\n---\n\n[[#]]Board approves new ferry pier\n\nIt sails.\n",
            says="“#” is no subhead to a reader; put one blank behind the hashes, or strip them.",
            severity="warning",
        ),
        Bad(
            "See [[[the list][https://pier.example.org/l]]] at the pier.\n",
            says="“[the list][https://pier.example.org/l]” is no link or picture to a reader; mend the "
            "brackets or the blank in the address, or write HTML where HTML stands around it.",
            severity="warning",
        ),
        Good("The call takes **kwargs and it sails.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.format != "markdown" or article.dialect == "mdx" or article.source.path.endswith(".mdx"):
            return
        found: dict[str, list[Passage]] = {}
        for block in article.walk():
            if (
                block.passage is not None
                and block.kind in INSIDE
                and _may_be_left(block.text)
                and not _is_behind_a_comment(article, block)
            ):
                for kind, where in _left(article, block, article.own(block.passage)):
                    if where.whole and kind.partition(" ")[0] not in self.allow:
                        found.setdefault(kind, []).append(where)
        for media in article.all_media:
            if media.caption is not None and not _is_an_attribute(article, media.caption):
                for kind, where in _left_in_words(article, media.caption):
                    if where.whole and kind.partition(" ")[0] not in self.allow:
                        found.setdefault(kind, []).append(where)
        for kind, places in found.items():
            if kind == "half" and _explains_stars(article):
                continue
            more = {1: "", 2: ", here and once more"}.get(
                len(places), f", here and {len(places) - 1} times more"
            )
            said = SAYS[kind.partition(" ")[0]].replace(";", f"{more};", 1)
            see = tuple((place, "and here") for place in places[1:21])
            soft = kind.endswith(" in HTML") and article.dialect not in COMMONMARK
            yield self.finding(
                places[0],
                f"{quoted(places[0].text)} {said}.",
                severity=Severity.SUGGESTION if soft else None,
                see=see,
            )
        if "fence" not in self.allow:
            yield from self.fence(article)

    def fence(self, article: Article) -> Iterator[Finding]:
        """A fence at the foot of the article, with nothing behind it."""
        last = article.blocks[-1] if article.blocks else None
        if last is not None and last.kind is Kind.CODE and not last.text.strip():
            written = Passage.of(article.source, last.span.start, last.span.end)
            line = written.strip()
            if line.text in ("```", "~~~"):
                yield self.finding(line, f"{quoted(line.text)} {SAYS['fence']}.")


def _is_an_attribute(article: Article, caption: Passage) -> bool:
    """Whether a caption is the value of a shortcode's attribute, which generators render."""
    return article.source.text.endswith(('"', "'", "`"), 0, caption.span.start)


def _is_behind_a_comment(article: Article, block: Block) -> bool:
    """Whether the block's line begins with a comment such as `<!-- more -->`, which generators cut out."""
    start = article.source.line_start(block.span.start)
    return article.source.text.startswith("<!--", start)


def _may_be_left(text: str) -> bool:
    """Whether any mark stands in a text, quoted words included: a look that costs little."""
    return "**" in text or text.startswith("#") or any(pair in text for pair in PAIRED)


def _left(article: Article, block: Block, passage: Passage) -> Iterator[tuple[str, Passage]]:
    """What the parser left standing in a block, by kind."""
    yield from _left_in_words(article, passage)
    if passage.text.startswith("#"):
        yield from _hashes(article, block, passage)


def _left_in_words(article: Article, passage: Passage) -> Iterator[tuple[str, Passage]]:
    """Stars and brackets that the parser left standing."""
    text = passage.text
    if "**" in text:
        yield from ((_kind("bold", found), found) for found, _ in passage.find(BOLD))
        yield from (("half", found) for found in _halves(passage))
    if any(pair in text for pair in PAIRED):
        spaces = KRAMDOWN.search(article.source.path) is not None  # kramdown takes blanks in an address
        for pattern in (SIZE, LINK, TURNED):
            for found, _ in passage.find(pattern):
                if not NUMBERED.match(found.text) and not (spaces and SPACED.fullmatch(found.text)):
                    yield _kind("link", found), found


def _kind(kind: str, found: Passage) -> str:
    return f"{kind} in HTML" if FORMED.fullmatch(found.text) else kind


def _halves(passage: Passage) -> Iterator[Passage]:
    """Two stars that open or close nothing, where they are the only ones of their block."""
    marks = [found for found, _ in passage.find(HALF)]
    if len(marks) == 1 and passage.text.count("**") == 1 and "***" not in passage.text:
        mark = marks[0]
        if not NAMES_OF_CODE.search(passage.text):
            yield mark[len(mark) - 2 :]


def _hashes(article: Article, block: Block, passage: Passage) -> Iterator[tuple[str, Passage]]:
    """Hashes before words that are no subhead; one before the words of a hashtag is none of them."""
    found = HASHES.match(passage.text)
    if block.kind is Kind.HEADING or (found and found.end() > 1 and " " not in found[0]):
        if found:
            yield "hashes", passage[: found.end()]
    elif block.kind is Kind.PARAGRAPH and article.headline is not None:
        mark = HEADLINE.match(passage.text)
        if mark and jaccard(set(stems(passage.text)), set(stems(article.headline.text))) >= SAME:
            yield "hashes", passage[: mark.end()]


def _explains_stars(article: Article) -> bool:
    """Whether stars stand for notes: a line begins with them and a blank."""
    return any(
        block.passage is not None and block.text.startswith(("** ", "* ", "*** ")) for block in article.walk()
    )
