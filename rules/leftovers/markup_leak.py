from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Fix, Good, Rule, Severity, quoted, regex
from presslint.desk import MARKUP, Copy, Hit, Phrases

PHRASES = Phrases(MARKUP)
RENDERS = frozenset(("markdown",))  # formats whose publishing turns Markdown into markup
PLAIN_TAG = regex(r"<(\w+)(?: [^>]*)?>")
ATTRIBUTE = regex(r" (?:href|src|class|style|id|target|rel|width|height)=[\"'\w]")
INNER = {
    "bold-stars": regex(r"\*\*(.+)\*\*"),
    "bracket-link": regex(r"\[([^\]]+)\]\(.+\)"),
}


class MarkupLeak(Rule):
    """Markup is rendered, not shown.

    “**Key points**” in an HTML paragraph, a tag in the text of a page, hashes before a line of plain
    text: the copy came from another program and its markup came along. The rule asks what the format
    renders, so Markdown in a Markdown file is no finding; there, only what the parser left standing
    is. Code, censored words (f***) and footnote stars are left alone.
    """

    severity = Severity.WARNING
    reads_words = PHRASES.literals
    sources = ("Release hygiene of content systems",)
    yields_to: ClassVar = {"chatbot-residue": "place", "prompt-leak": "place"}
    examples: ClassVar = (
        Good(
            "# Ferry\n\nItem # 4: the **pier** is *closed*, <em>for now</em>; see [the "
            "notice](https://pier.example.org/n).\n"
        ),
        Good("The skipper said it was f*** all, and 3 * 4 is 12.*\n", name="story.txt"),
        Good("<p>The tag is written <code>&lt;p&gt;</code> and closes itself.</p>\n", name="page.html"),
        Bad(
            "<article><h1>Ferry</h1><p>[[**Key points**]] The ferry stops at four piers.</p></article>\n",
            name="page.html",
            says="“**Key points**” shows its markup to the reader; set it as bold or strip the stars.",
            fix="<article><h1>Ferry</h1><p>Key points The ferry stops at four piers.</p></article>\n",
            severity="warning",
        ),
        Good("<p>A picture takes one &lt;img&gt; and no closing tag.</p>\n", name="page.html"),
        Bad(
            "<article><h1>Ferry</h1><p>It sails [[&lt;b&gt;]]daily&lt;/b&gt; from May.</p></article>\n",
            name="page.html",
            says="“<b>” shows its markup to the reader; let the tag work or delete it.",
            severity="warning",
        ),
        Bad(
            "The ferry stops at four piers.\n\n<br/>\n[[## ]]Fares\n\nThe fare is $4.\n",
            says="“##” shows its markup to the reader; set the line as a subhead or strip the hashes.",
            severity="suggestion",
        ),
        Bad(
            "<article><h1>Ferry</h1><p>It stops at [[[four piers](https://pier.example.org/4)"
            "]].</p></article>\n",
            name="page.html",
            says="“[four piers](https://pier.example.org/4)” shows its markup to the reader; set it as a link "
            "or keep the words alone.",
            severity="warning",
        ),
        Good("It stops.\n\n\\## Fares\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        tagged: dict[Copy, list[Hit]] = {}
        for hit in PHRASES.find(article):
            if article.format in RENDERS and not _is_unrendered(article, hit):
                continue
            if hit.phrase.kind == "html":
                tagged.setdefault(hit.copy, []).append(hit)
            else:
                level = Severity.SUGGESTION if hit.phrase.name == "heading-hashes" else None
                yield self.finding(hit.passage, _message(hit), severity=level, fix=self.stripped(hit))
        for hits in tagged.values():
            if _is_markup([hit.passage.text for hit in hits]):
                yield self.finding(hits[0].passage, _message(hits[0]), fix=self.untagged(hits))

    def untagged(self, hits: list[Hit]) -> Fix:
        """The passage without any of its tags."""
        fixes = [self.delete(hit.passage, "Delete the tags", "unsafe") for hit in hits]
        applicability = "display" if any(fix.applicability == "display" for fix in fixes) else "unsafe"
        return Fix(tuple(edit for fix in fixes for edit in fix.edits), "Delete the tags", applicability)

    def stripped(self, hit: Hit) -> Fix:
        """The words without their markup."""
        written = hit.passage.text
        inner = INNER.get(hit.phrase.name)
        match = inner.fullmatch(written) if inner else None
        return self.replace(hit.passage, match[1] if match else "", "Strip the markup", "unsafe")


def _is_markup(tags: list[str]) -> bool:
    """Whether tags in a text do what tags do: an opening one has its closing one, or attributes.

    A lone `<img>` in a story about web pages is talk about the tag.
    """
    opened = [PLAIN_TAG.fullmatch(tag) for tag in tags]
    names = {match[1].lower() for match in opened if match}
    closed = {tag[2:-1].strip().lower() for tag in tags if tag.startswith("</")}
    return bool(names & closed) or any(ATTRIBUTE.search(tag) for tag in tags)


def _is_unrendered(article: Article, hit: Hit) -> bool:
    """Whether a Markdown file shows the mark: a heading that begins its line and still was none.

    Other marks that are left standing there were escaped on purpose, and themes render front matter.
    """
    start = hit.passage.span.start
    return hit.phrase.name == "heading-hashes" and article.source.line_start(start) == start


def _message(hit: Hit) -> str:
    words = quoted(hit.passage.text)
    advice = {
        "html-tag": "let the tag work or delete it",
        "bold-stars": "set it as bold or strip the stars",
        "heading-hashes": "set the line as a subhead or strip the hashes",
        "bracket-link": "set it as a link or keep the words alone",
        "code-fence": "set what follows as code or strip the fence",
    }[hit.phrase.name]
    return f"{words} shows its markup to the reader; {advice}."
