from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity


class ArticleNotFound(Rule):
    """The text of an article is found on its page.

    A page may keep its text where a script has to fetch it, or call it by a name that tells furniture. Where
    far less was read than the page holds, nothing was checked, and that is said in place of other findings;
    `presslint parse` shows what was left out and why. A page that does not call itself an article and has no
    text, such as a list or a gallery, is let be.
    """

    severity = Severity.ERROR
    reads = frozenset({"problem"})
    sources = ("schema.org Article: articleBody", "HTML Living Standard: the article element")
    examples: ClassVar = (
        Good(
            "<html><head><meta property='og:type' content='article'></head><body><h1>Night buses back</h1>"
            "<div class='overflow-hidden sidebar-grid'><p>The council voted on Tuesday to bring the night buses "
            "back in May, and riders cheered.</p></div></body></html>",
            name="buses.html",
        ),
        Good(
            "<html><head><title>Sitemap</title></head><body><h1>Sitemap</h1></body></html>", name="map.html"
        ),
        Good(
            "<html><head><meta property='og:type' content='article'></head><body><h1>Night buses back</h1>"
            "<div hidden id='S:1'><p>The council voted on Tuesday to bring the night buses back in May, and "
            "riders cheered.</p></div></body></html>",
            name="buses.html",
        ),
        Bad(
            '<html><head><script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "The council '
            "voted on Tuesday to bring the night buses back in May. Riders cheered, and drivers asked for more pay. "
            'The mayor said that fares would stay as they are until the summer, and that she would ask the board again in June or July, once the count is in."}'
            "</script></head><body>[[<h1>Night buses back</h1>]]<p>Sign in to read on.</p></body></html>",
            name="buses.html",
            severity="error",
            says="The article was not found on this page: 5 of the 51 words that its JSON-LD has were read; save the "
            "page as a subscriber's browser shows it.",
        ),
        Bad(
            "<html><head><meta property='og:type' content='article'></head><body>[[<h1>Night buses back</h1>]]"
            "<div id='app'></div></body></html>",
            name="buses.html",
            severity="error",
            says="The page calls itself an article and holds no text of one; save it as a browser shows it, "
            "for a script may put the text there.",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for problem in article.problems:
            if problem.kind == "no-article":
                yield self.finding(problem.span, problem.message)
