from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import CALLS, COUNTS, NAMED, SECTIONS

APART = regex(r"\s*(?:[|/·•‧–—,:]|\s-\s)\s*")
BESIDE = regex(r"\s*[|/·•»>]\s*")
ROW = 3  # names of sections that make a menu
SIGNS = regex(r"[^\w\s]+")
# a folder of a repository, or the folder in which the file stands
FOLDER = regex(
    r"https?://(?:www\.)?(?:github|gitlab|codeberg)\.\w+/[^/\s]+/[^/\s]+(?:/-)?/tree/\S+|(?:\.{1,2}/?)+"
)
COUNT = regex(r"\d{1,4}\+?\s+(?P<what>[^\W\d_]+(?:'[^\W\d_])?)")
# other names of languages, as switches write them
SWITCHES = frozenset(
    "日本語 中文 简体中文 繁體中文 繁体中文 한국어 русский українська العربية עברית türkçe ελληνικά हिन्दी ไทย vietnamese "
    "japanese chinese korean russian arabic turkish català hrvatski română čeština magyar".split()
) | frozenset(("tiếng việt", "bahasa indonesia"))
ENDS = 3  # blocks at either end of an article in which the page's own lines stand
LINE = 14  # words that such a line has at most
CALL = 8  # words of a call; a longer one says what will come
FEW = 6  # words that stand beside two counts


class SiteNavigation(Rule):
    """The body holds the story, not the ways through the site.

    A switch of languages (“English | Français”), a row of sections (“Home | News | Weather”), a line that leads to the folder of the repository, a line that counts
    what the page has (“42 articles · 7 topics”) and a last sentence that asks readers to stay tuned are the template's.
    The switch, the row and the folder are warnings where they stand at either end; counts and calls, which some houses
    print on purpose, are suggestions. A web page has its ways beside the story and is not read.
    """

    severity = Severity.WARNING
    reads = frozenset({"paragraph", "list", "heading"})
    not_for = frozenset({"docs", "index", "event"})
    sources = ("Copy-desk practice: scraped and reused pages",)
    calls: bool = Option(
        True, description="Report last sentences that ask readers to stay tuned or to subscribe."
    )
    examples: ClassVar = (
        Bad(
            "[[English | Français]]\n\n" + "The pier is shut for the week. " * 4 + "\n",
            says="“English | Français” is a way through the site, not the story; delete the line.",
            severity="warning",
        ),
        Bad(
            "The pier is shut for the week.\n\n[[📂 [Browse all the issues](https://github.com/pier/news/tree/main/issues) here]]\n",
            severity="warning",
        ),
        Bad("[[Home | News | Weather]]\n\nThe pier is shut for the week.\n", severity="warning"),
        Good("Home | News\n\nThe pier is shut for the week.\n"),
        Bad("[[42 articles · 7 topics]]\n\nThe pier is shut for the week.\n", severity="suggestion"),
        Bad(
            "The pier is shut for the week.\n\n[[Stay tuned]] for more news of the harbour.\n",
            says="“Stay tuned” asks readers to come again and tells them nothing; cut the sentence.",
            severity="suggestion",
        ),
        Good("The harbour office speaks English, French and Dutch.\n\nThe pier is shut for the week.\n"),
        Good("It is shut.\n\nStay tuned for the second part, on how the map of the harbour was made.\n"),
        Good(
            "Stay tuned for more news.\n\nThe pier is shut.\n\nThe boat is late.\n\nIt is.\n\nThe end is near.\n"
        ),
        Good(
            "The pier is shut. The [code](https://github.com/pier/news/tree/main/src) of the map is open to all who want "
            "to read it.\n"
        ),
        Good("It is shut.\n\n12 articles of the harbour law and 3 topics of debate stand against it.\n"),
        Good("<p>English | Français</p><p>The pier is shut for the week.</p>\n", name="page.html"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.format == "html":
            return
        blocks = article.blocks
        ends = (*blocks[:ENDS], *blocks[max(len(blocks) - ENDS, ENDS) :])
        for block in ends:
            passage = block.passage
            if passage is None or block.kind not in (Kind.PARAGRAPH, Kind.HEADING):
                continue
            if block.word_count <= LINE and (
                is_switch(passage.text) or is_folder(block) or is_menu(passage.text)
            ):
                yield self.line(passage, None)
            elif block.word_count <= FEW and counts(passage.text, article.primary_language) > 1:
                yield self.line(passage, Severity.SUGGESTION)
        if self.calls:
            yield from self.call(article)

    def line(self, passage: Passage, severity: Severity | None) -> Finding:
        where = passage.strip()
        return self.finding(
            where,
            f"{quoted(where.text)} is a way through the site, not the story; delete the line.",
            severity=severity,
            fix=self.delete(where, "Delete the line", "unsafe"),
        )

    def call(self, article: Article) -> Iterator[Finding]:
        """The last sentence of the copy, where it asks readers to come again."""
        words = CALLS.get(article.primary_language, ())
        for block in article.blocks[-ENDS:]:
            if block.kind is not Kind.PARAGRAPH or block.passage is None or not words:
                continue
            for sentence in block.passage.sentences[-2:]:
                low = sentence.text.lower().replace("’", "'").lstrip("*_ ¡")
                call = next((each for each in words if low.startswith(each)), "")
                if call and not block.links and sentence.word_count <= CALL:
                    at = sentence.text.lower().replace("’", "'").find(call)
                    where = sentence[at : at + len(call)]
                    yield self.finding(
                        where,
                        f"{quoted(where.text)} asks readers to come again and tells them nothing; cut the sentence.",
                        severity=Severity.SUGGESTION,
                    )
                    return


def is_switch(text: str) -> bool:
    """Whether a line is two and more names of languages and nothing else."""
    parts = [SIGNS.sub("", part).strip().lower() for part in APART.split(text)]
    names = [part for part in parts if part]
    return len(names) > 1 and all(name in NAMED or name in SWITCHES for name in names)


def is_menu(text: str) -> bool:
    """Whether a line is three and more names of sections, set apart by signs: “Home | News | Weather”."""
    parts = [SIGNS.sub("", part).strip().lower() for part in BESIDE.split(text)]
    return len(parts) >= ROW and all(part in SECTIONS for part in parts)


def is_folder(block: Block) -> bool:
    """Whether a line is a link to a folder of the repository."""
    if len(block.links) != 1 or not FOLDER.fullmatch(block.links[0].target.strip()):
        return False
    return len(block.links[0].text.text) * 2 > len(block.text)


def counts(text: str, language: str) -> int:
    """How many kinds of things a line counts that a page can have."""
    words = COUNTS.get(language, frozenset())
    return sum(found["what"].lower() in words for found in COUNT.finditer(text))
