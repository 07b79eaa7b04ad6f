from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Rule, Severity, quoted, regex
from presslint.desk import END_MARK, FURNITURE, PAGE_LINES, Hit, Phrases, and_others, grouped

PHRASES = Phrases((*FURNITURE, *PAGE_LINES))
AROUND = regex(r"[\W\d_]{0,30}")  # signs and minutes beside the words of a line
END = regex(END_MARK)
LISTED = frozenset(("lines", "times"))  # of `language/<tag>/page.py`
SHORT = 6  # words up to which a paragraph below a subhead can be a teaser


class PageFurniture(Rule):
    """The body holds the story, not the page around it.

    “Story continues below advertisement”, “View this post on Instagram”, cookie notices and wire marks
    (WRITETHRU, -30-, ENDS) come along when copy is taken from a page or from the wire. Only whole lines
    count, so “ENDS” in a sentence and a link that says “Read more about the ferry” are fine. A lone
    “Read more” that carries a link is the page's own element and fine too, and so is a subhead over
    copy of its own. Buttons, teasers and reading times are known in seven languages; in a web page, which has
    such lines of its own, they are a suggestion. Wire copy in plain text keeps its end mark.
    """

    severity = Severity.WARNING
    reads_words = PHRASES.literals
    sources = ("AP filing practice: end and update marks", "Copy-desk practice: scraped and reused pages")
    end_marks: bool = Option(True, description="Report -30-, ###, ENDS and their like (never in plain text).")
    examples: ClassVar = (
        Good("# Ferry\n\nThe story ends here. Read more about the ferry in our guide.\n"),
        Good("The ferry stops at four piers.\n\n[Read more](https://paper.example.org/ferry)\n"),
        Good("It sails.\n\n## Related articles\n\nThe new search lists them beside each find.\n"),
        Bad(
            "[[Advertisement]]\n\nIt sails at noon.\n\nAdvertisement\n\nIt is late.\n",
            says="“Advertisement” belongs to a page, not to the story; delete the line, here and once more.",
            severity="warning",
        ),
        Good("It sails.\n\n## See also\n\n- [Fares](https://paper.example.org/fares)\n"),
        Good(
            "FERRY STOPS\n\nThe ferry stops at four piers from Monday, an advertisement of the council said.\n\n-30-\n",
            name="story.txt",
        ),
        Bad(
            "The ferry stops at four piers.\n\n[[Story continues below advertisement]]\n\nIt leaves at "
            "noon.\n",
            says="“Story continues below advertisement” belongs to a page, not to the story; delete "
            "the line.",
            severity="warning",
        ),
        Bad(
            "The ferry stops at four piers.\n\n[[View this post on Instagram]]\n\n[[-30-]]\n",
            says=(
                "“View this post on Instagram” belongs to a page, not to the story; delete the line.",
                "“-30-” marks the end for a desk, not for a reader; delete the line.",
            ),
            severity=(
                "warning",
                "suggestion",
            ),
        ),
        Bad(
            "[[1st Ld-Writethru]]\n\nThe ferry stops at four piers.\n",
            says="“1st Ld-Writethru” belongs to the wire, not to the story; delete the line.",
            severity="warning",
        ),
        Bad(
            "## [[Read next]]\n\nIt was cold at the sea.\n",
            says="“Read next” belongs to a page, not to the story; delete the line.",
            fix="## \n\nIt was cold at the sea.\n",
            severity="warning",
        ),
        Bad(
            "[Fares](https://a.example.org)\n\n[[Read more]]\n\nIt sails.\n\n[Fares](https://a.example.org)\n",
            says="“Read more” belongs to a page, not to the story; delete the line.",
            fix="[Fares](https://a.example.org)\n\n\n\nIt sails.\n\n[Fares](https://a.example.org)\n",
            severity="warning",
        ),
        Bad(
            "It sails.\n\n[[Advertisement]]\n\n-30-\n",
            says="“Advertisement” belongs to a page, not to the story; delete the line.",
            fix="It sails.\n\n\n\n-30-\n",
            severity="warning",
            end_marks=False,
        ),
        Good("## Read next\n\nIt was a cold day at sea.\n"),
        Bad(
            "## [[Related articles]]\n\nShort.\n\nIt was a very cold day at sea today.\n",
            says="“Related articles” belongs to a page, not to the story; delete the line.",
            fix="## \n\nShort.\n\nIt was a very cold day at sea today.\n",
            severity="warning",
        ),
        Bad(
            "It was a very cold day at sea today.\n\n## [[Related articles]]\n",
            says="“Related articles” belongs to a page, not to the story; delete the line.",
            fix="It was a very cold day at sea today.\n\n## \n",
            severity="warning",
        ),
        Bad(
            "<html><body><article><h1>Pier opens</h1><p>The new pier on Harbour Street opened on Tuesday, the "
            "mayor said.</p><p>[[Article continues below]]</p><p>Boats moor there from May until October, and "
            "the fee is low.</p></article></body></html>",
            name="page.html",
            severity="suggestion",
        ),
        Bad(
            "Das Boot ist spät, sagt der Rat der Stadt.\n\n[[Teilen Sie diesen Artikel:]]\n\n[[Lesezeit: 5 Minuten]]\n",
            says=(
                "“Teilen Sie diesen Artikel:” belongs to a page, not to the story; delete the line.",
                "“Lesezeit: 5 Minuten” belongs to a page, not to the story; delete the line.",
            ),
            settings={"language": "de"},
            severity="warning",
        ),
        Bad("It sails.\n\n[[5 min read]]\n\nIt was cold.\n\n[[Back to top ↑]]\n", severity="warning"),
        Bad(
            "<article><h1>Ferry</h1><p>It sails at noon.</p><p>[[Lire aussi]]</p><p>It was cold.</p></article>\n",
            name="page.html",
            severity="suggestion",
        ),
        Bad("[[Facebook Twitter LinkedIn]]\n\nIt sails.\n", severity="warning"),
        Bad(
            "It sails.\n\n[[Sign up for our free newsletter and be glad.]]\n\n[[Follow us on X and Facebook.]]\n",
            severity="warning",
        ),
        Bad("It sails.\n\n[[Read more: Five boats that sank]]\n\nIt stops.\n", severity="warning"),
        Bad("It sails.\n\nPhoto credits: [[Image 1: Ana; Image 2: Ben]]\n", severity="warning"),
        Good(
            "It sails.\n\nRead more: [Five boats that sank](https://a.example.org/)\n\nFacebook\n\nPhoto: Ana\n"
        ),
        Good(
            "It takes 5 min, read on. Comments are closed to all who want to leave a comment.\n\nNo. 4: Advertisement\n"
        ),
        Good(
            "It sails.\n\nMin read\n\nIt was cold.\n\n## Commentaires\n\nThe word is French for what readers say.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        hits = [hit for hit in PHRASES.find(article) if _is_a_line_of_the_page(article, hit)]
        for hit, also in grouped(hits):
            listed = hit.phrase.kind in LISTED
            where = hit.copy.passage if listed else hit.passage
            words = quoted(where.text)
            what = "the wire" if hit.phrase.kind == "wire" else "a page"
            more = and_others(len(also.places), ", here and once more", ", here and {} times more")
            yield self.finding(
                where,
                f"{words} belongs to {what}, not to the story; delete the line{more}.",
                severity=Severity.SUGGESTION
                if article.is_page or (listed and article.format == "html")
                else None,
                fix=self.delete(where, f"Delete {words}", "unsafe"),
                see=also.places,
            )
        if self.end_marks and article.format != "plain":
            yield from self.marks(article.blocks)

    def marks(self, blocks: tuple[Block, ...]) -> Iterator[Finding]:
        """An end mark on a line of its own among the last blocks."""
        for block in blocks[-3:]:
            passage = block.passage
            if block.kind in (Kind.PARAGRAPH, Kind.HEADING) and passage and END.fullmatch(passage.text):
                yield self.finding(
                    passage,
                    f"{quoted(passage.text)} marks the end for a desk, not for a reader; delete the line.",
                    severity=Severity.SUGGESTION,
                    fix=self.delete(passage, "Delete the end mark", "unsafe"),
                )


def _is_a_line_of_the_page(article: Article, hit: Hit) -> bool:
    block = hit.copy.block
    if block is None or block.links or _heads_links(article, hit):
        return False
    if hit.phrase.kind in LISTED and not _is_all(hit):
        return False
    return block.kind is not Kind.HEADING or not _heads_copy(article, hit)


def _is_all(hit: Hit) -> bool:
    """Whether nothing but signs and figures stands beside the words; a reading time has its minutes."""
    text = hit.copy.passage.text
    before, after = text[: hit.start], text[hit.end :].removesuffix(" min").removesuffix(" Minuten")
    alone = AROUND.fullmatch(before) is not None and AROUND.fullmatch(after) is not None
    counted = any(map(str.isdigit, before + after))
    return alone and counted == (hit.phrase.kind == "times")


def _heads_copy(article: Article, hit: Hit) -> bool:
    """Whether a subhead such as “Related articles” stands over a paragraph of its own."""
    after = article.blocks[hit.copy.order + 1 : hit.copy.order + 2]
    return any(block.kind is Kind.PARAGRAPH and block.word_count > SHORT for block in after)


def _heads_links(article: Article, hit: Hit) -> bool:
    """Whether a line such as “Related posts:” stands over links, which makes it a subhead."""
    after = article.blocks[hit.copy.order + 1 : hit.copy.order + 2]
    return any(inner.links for block in after for inner in block.walk())
