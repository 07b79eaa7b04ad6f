from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import and_others, jaccard, stems

TWO_STARS = regex(r"(?<![*/\\])\*\*(?![*/])")
LONGEST = 200  # characters between two marks that belong together
LETTER = regex(r"[^\W\d_]")
# one star or stroke, with a blank on the inner side of one of the two
SPACED_ONE = regex(
    r"(?<![\w*\\])(?:\*[^\W\d_][^*\n]{2,120} \*|_[^\W\d_][^_\n]{2,120} _|\* [^\W\d_][^*\n]{2,120}(?<! )\*)(?![\w*])"
)
LONE_STAR = regex(r"(?<=[a-z] )\*(?=[a-z]{3})")  # “it *codes”: it opens what nothing closes
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
ROW = regex(r"\|[^|\n]{1,200}\|[^|\n]{1,200}\|")
BREAKS = frozenset(("mdx",))
RUN_ON = 3  # bold labels behind a dash that make a list
DASHES = (" - ", " * ", " • ")
PROSE = regex(r"#{1,6} \w|(?:[A-ZÀ-Þ][^\s.:;{}()=<>]{0,30} ){1}(?:[^\s{}()=<>]{1,30} ){6}", re.M)
NUMBERED = regex(r"\[(?:\d{1,3}|sic|PDF|pdf)\] ")
NAMES_OF_CODE = regex(r"\*\*(?:kw)?args\b|\*\*(?:options|params|opts)\b", re.I)
# marks that Markdown would have parsed: only HTML around them keeps them standing
FORMED = regex(r"\*\*[^*\n]{1,200}\*\*|!?\[[^\]\n]{0,160}\]\([^()\s]{1,300}\)")
SPACED = regex(r"!?\[[^\]\n]{0,160}\]\([^()\n]{1,300}\)")
SPACED_OUT = frozenset(("loose", "slanted"))  # readers see a star more, and the words all the same
WRAPPERS = frozenset(("", "markdown", "md", "html", "text", "txt"))
COMMONMARK = frozenset(("hugo", "eleventy", "docusaurus", "astro", "zola"))
KRAMDOWN = regex(r"(?:^|/)_(?:posts|drafts)/")
INSIDE = frozenset((Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.CELL, Kind.QUOTE, Kind.CAPTION, Kind.NOTE))
SAME = 0.6  # shared words from which a line behind “#” is the headline
SAYS = {
    "bold": "shows its stars to the reader; set the words in bold or strip the stars",
    "loose": "is no bold type to a parser, for a blank is one too many or missing; set the words close between the stars",
    "glued": "is no bold type to a parser, for a word follows the stop without a blank; set a blank behind the stars",
    "table": "is a line of a table to nobody; write the line of dashes under its head, and a blank line before it",
    "run-on": "begins a list that runs on in one paragraph; begin a line with each item",
    "lines": "opens lines that a renderer runs together into one paragraph; make them a list, or leave a line blank between",
    "slanted": "is no emphasis to a parser, for a blank stands inside it; set the words close to their marks",
    "half": "stands without its other half, so readers see the stars; close the emphasis or strip them",
    "link": "is no link or picture to a reader; mend the brackets or the blank in the address, or write HTML where HTML stands around it",
    "hashes": "is no subhead to a reader; put one blank behind the hashes, or strip them",
    "fence": "opens code that never comes; delete the line",
    "fenced": "shows the article as code; delete the line and the one that closes it",
    "unclosed": "opens code that nothing closes, so what follows shows as code; close it behind the code",
}


class UnrenderedMarkdown(Rule):
    """Markdown that was parsed leaves no marks behind.

    A reader should not see `**`, `](`, `##Fares` or a lone ``` line. They are left standing when Markdown
    stands inside a block of HTML, when a blank is missing or one too many (`[pier] (…)`, `##Fares`), when
    brackets are turned round (`(pier)[…]`), when a picture carries a size that the format does not know
    (`=320x`), when a blank or a stop stands inside the stars (`** pier**`, `**Pier:**closed`), or when one half
    of a pair was lost. A table without its line of dashes, a list that runs on in one paragraph, and a fence around
    the whole article or one that nothing closes show the same. Marks that are whole stand so only because HTML is around
    them; some houses have their renderer parse that, so it is a suggestion unless the site's generator is
    known to leave it, and so is a blank inside the marks, which leaves a star beside words that are whole. The rule asks what the parser left, so it says nothing
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
        Good(
            "The sum of 2 * 3 * 4 is odd, 2 ** 3 ** 4 is large, and a*b, c * d too. Nobody swore * at all.\n"
        ),
        Good("**The pier** is *wet* , and the __bell__ _rings_ . f(**kwargs, **options) runs.\n"),
        Good("**Pier:**closed, as kramdown reads it.\n", name="_posts/2026-05-05-pier.md"),
        Bad(
            "It raised [[** the fares**]] on Monday, and **the pier ** was closed.\n",
            says="“** the fares**” is no bold type to a parser, for a blank is one too many or missing, here and once more; "
            "set the words close between the stars.",
            severity="suggestion",
        ),
        Bad(
            "[[**Pier:**]]closed for a day.\n",
            says="“**Pier:**” is no bold type to a parser, for a word follows the stop without a blank; set a blank behind "
            "the stars.",
            severity="warning",
        ),
        Bad(
            "The crew [[*said so *]] on Monday.\n",
            says="“*said so *” is no emphasis to a parser, for a blank stands inside it; set the words close to their marks.",
            severity="suggestion",
        ),
        Bad("The crew [[_said so _]] on Monday.\n", severity="suggestion"),
        Bad("Once she met it [[*]]codes and sails.\n", severity="warning"),
        Bad(
            "The board met.\n\nIt said: - **[[Fares]]**: they rise. - **Boats**: they sail. - **Crews**: they wait.\n",
            says="“Fares” begins a list that runs on in one paragraph; begin a line with each item.",
            severity="warning",
        ),
        Good("It said: - **Fares**: they rise. - **Boats**: they sail.\n"),
        Bad(
            "[[| Pier |]] Fare |\n| Ayton | four |\n",
            says="“| Pier |” is a line of a table to nobody; write the line of dashes under its head, and a blank line before "
            "it.",
            severity="warning",
        ),
        Good("| Pier | Fare |\n|---|---|\n| Ayton | four |\n\n|x| is the size of x.\n"),
        Bad(
            "[[```markdown]]\n# Ferry\n\nThe boat that the board bought sails on Monday.\n```\n",
            says="“```markdown” shows the article as code; delete the line and the one that closes it.",
            severity="warning",
        ),
        Good("```python\n# the boat that the board bought sails\n```\n"),
        Bad(
            "It sails.\n\n[[```]]\nThe board said that it would raise all of the fares.\n\n## Costs\n",
            says="“```” opens code that nothing closes, so what follows shows as code; close it behind the code.",
            severity="warning",
        ),
        Good("It sails.\n\n```\nrow(boat)\nprint(boat)\n"),
        Bad(
            "The board met.\n\n**[[Fares:]]** four\n**Boats:** two\n**Crews**: one\n",
            says="“Fares:” opens lines that a renderer runs together into one paragraph; make them a list, or leave a "
            "line blank between.",
            severity="warning",
        ),
        Good(
            "The board met.\n\n**Fares:** four  \n**Boats:** two  \n**Crews:** one\n\n**Nets:** one\n**Piers:** two\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.format != "markdown" or article.dialect == "mdx" or article.source.path.endswith(".mdx"):
            return
        found: dict[str, list[Passage]] = {}
        for block in article.walk():
            if (
                block.passage is not None
                and block.kind in INSIDE
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
            if kind in ("half", "slanted") and _explains_stars(article):
                continue
            more = and_others(len(places) - 1, ", here and once more", ", here and {} times more")
            said = SAYS[kind.partition(" ")[0]].replace(";", f"{more};", 1)
            see = tuple((place, "and here") for place in places[1:21])
            soft = kind in SPACED_OUT or (kind.endswith(" in HTML") and article.dialect not in COMMONMARK)
            yield self.finding(
                places[0],
                f"{quoted(places[0].text)} {said}.",
                severity=Severity.SUGGESTION if soft else None,
                see=see,
            )
        if "fence" not in self.allow:
            yield from self.fence(article)

    def fence(self, article: Article) -> Iterator[Finding]:
        """Fences at the foot of the article with nothing behind them, around all of it, or never closed."""
        shown = [block for block in article.blocks if block.kind is not Kind.SEPARATOR]
        last = shown[-1] if shown else None
        if last is None or last.kind is not Kind.CODE:
            return
        lines = Passage.of(article.source, last.span.start, last.span.end).strip()
        opening = lines[: len(lines.text.partition("\n")[0])].strip()
        mark = opening.text[:3]
        if mark not in ("```", "~~~"):
            return
        closed = len(lines) > len(opening) and lines.text.rpartition("\n")[2].strip().startswith(mark)
        told = ""
        if lines.text in ("```", "~~~"):
            told = "fence"
        elif len(shown) == 1 and opening.text[3:].strip() in WRAPPERS and PROSE.search(last.text):
            told = "fenced"
        elif not closed and len(PROSE.findall(last.text)) > 1:
            told = "unclosed"
        if told:
            yield self.finding(opening, f"{quoted(opening.text)} {SAYS[told]}.")


def _is_an_attribute(article: Article, caption: Passage) -> bool:
    """Whether a caption is the value of a shortcode's attribute, which generators render."""
    return article.source.text.endswith(('"', "'", "`"), 0, caption.span.start)


def _is_behind_a_comment(article: Article, block: Block) -> bool:
    """Whether the block's line begins with a comment such as `<!-- more -->`, which generators cut out."""
    start = article.source.line_start(block.span.start)
    return article.source.text.startswith("<!--", start)


def _left(article: Article, block: Block, passage: Passage) -> Iterator[tuple[str, Passage]]:
    """What the parser left standing in a block, by kind."""
    yield from _left_in_words(article, passage)
    if passage.text.startswith("#"):
        yield from _hashes(article, block, passage)
    if passage.text.startswith("|") and block.kind is Kind.PARAGRAPH and ROW.match(passage.text):
        yield "table", passage[: passage.text.find("|", 1) + 1]
    if block.kind is Kind.PARAGRAPH and len(bold := passage.marked("strong")) >= RUN_ON:
        dashed = [part for part in bold if passage.before(part, 3).endswith(DASHES)]
        if len(dashed) >= RUN_ON:
            yield "run-on", dashed[0]
        elif article.dialect not in BREAKS and len(lines := list(_labelled_lines(passage, bold))) >= RUN_ON:
            yield "lines", lines[0]


def _labelled_lines(passage: Passage, bold: tuple[Passage, ...]) -> Iterator[Passage]:
    """Labels in bold that begin a line of the source, where a renderer runs the lines together."""
    text, source = passage.text, passage.source.text
    for part in bold:
        at = part.at - passage.at
        end = at + len(part)
        label = part.text.endswith(":") or text[end : end + 1] == ":"
        if not label:
            continue
        if at == 0:
            yield part
            continue
        before = passage.place(at - 1)
        written = source[before.start : before.end]
        if "\n" in written and "<br" not in written.lower() and not written.startswith(("  ", "\\")):
            yield part


def _left_in_words(article: Article, passage: Passage) -> Iterator[tuple[str, Passage]]:
    """Stars and brackets that the parser left standing."""
    text = passage.text
    if "**" in text:
        kramdown = KRAMDOWN.search(article.source.path) is not None  # which takes a mark set close to a word
        yield from (pair for pair in _pairs(passage) if not (kramdown and pair[0] == "glued"))
        yield from (("half", found) for found in _halves(passage))
    elif "*" in text or " _" in text or "_ " in text:
        yield from _single(passage)
    if "](" in text or "] (" in text or "][" in text or ")[" in text:
        spaces = KRAMDOWN.search(article.source.path) is not None  # kramdown takes blanks in an address
        for pattern in (SIZE, LINK, TURNED):
            for found, _ in passage.find(pattern):
                if not NUMBERED.match(found.text) and not (spaces and SPACED.fullmatch(found.text)):
                    yield _kind("link", found), found


def _kind(kind: str, found: Passage) -> str:
    return f"{kind} in HTML" if FORMED.fullmatch(found.text) else kind


def _pairs(passage: Passage) -> Iterator[tuple[str, Passage]]:
    """Two marks of two stars with words between that the parser did not take for emphasis."""
    text = passage.text
    opening = -1
    for mark in TWO_STARS.finditer(text):
        at, end = mark.span()
        if opening >= 0 and end - opening <= LONGEST + 4 and LETTER.search(text, opening + 2, at):
            found = passage[opening:end]
            tight = not text[opening + 2].isspace() and not text[at - 1].isspace()
            glued = end < len(text) and (text[end].isalnum() or text[end] == "_")
            if not NAMES_OF_CODE.search(found.text):
                yield ("loose" if not tight else "glued" if glued else _kind("bold", found)), found
            opening = -1
        else:
            before = text[at - 1 : at]
            opening = -1 if before.isascii() and (before.isalnum() or before == "_") else at


def _single(passage: Passage) -> Iterator[tuple[str, Passage]]:
    """Words between single marks that are set too far from them, or a star that opens nothing."""
    text = passage.text
    for found, _ in passage.find(SPACED_ONE):
        if text.count(found.text[0]) == 2:
            yield "slanted", found
    if text.count("*") == 1:
        yield from (("half", found) for found, _ in passage.find(LONE_STAR))


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
    """Whether stars stand for notes: a line begins with them and a blank, and with no second pair."""
    return any(
        block.passage is not None
        and block.text.startswith(("** ", "* ", "*** "))
        and block.text.count("**") != 2
        for block in article.walk()
    )
