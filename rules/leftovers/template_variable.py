from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.language.phrases import Hit, Phrases
from presslint.language.words.leftovers_desk import TEMPLATES
from presslint.regex import regex

PHRASES = Phrases(TEMPLATES)
# in a source for a site generator, these are code that the generator runs
SOURCE_FORMATS = frozenset(("markdown", "asciidoc", "rst"))
RUN = regex(
    r"\{\{[-<%]|\{%|\{\{[^}]*(?:\||\"|'|\(|\b(?:site|page|post|include|layout|config|\.[A-Z$])\b|\.[A-Z])"
)
NAME = regex(r"\{\{ {0,2}[A-Za-z_][\w.\- ]{0,40} {0,2}\}\}")
CODE_TALK = regex(
    r"\b(?:template|placeholder|variable|syntax|code|script|function|mail "
    r"merge|spreadsheet|formula|shortcode|Handlebars|Liquid|Jinja|Hugo|Excel)s?\b",
    re.IGNORECASE,
)


class TemplateVariable(Rule):
    """Every variable has been replaced by its value.

    “By {{ author }}”, “Dear *|FNAME|*”, “[object Object]” and “Invalid Date” say that a template ran
    without its data. In Markdown and its kin the code of the site's own generator is legal and stays
    unreported: shortcodes, `{% include %}`, `{{ page.title }}`. So is a sentence that speaks about
    templates, and what stands in code or quotation marks.
    """

    severity = Severity.ERROR
    looks_for = PHRASES.literals
    sources = ("Release hygiene of content systems",)
    allow: tuple[str, ...] = Option(
        (), description="Variables that the house's own build replaces, as written."
    )
    examples: ClassVar = (
        Good("The page shows `{{ author.name }}` until the feed is read, {{ page.title }} said.\n"),
        Good('{% include ferry.html %}\n\nThe ferry stops at four piers. {{< video "ferry.mp4" >}}\n'),
        Good("Only 5%_of the islanders, or 100% SURE voters, said $40 was too much.\n"),
        Bad(
            "By [[{{ author }}]]\n\nThe ferry stops at four piers.\n",
            name="story.txt",
            says="“{{ author }}” is a variable that nothing replaced; write its value.",
        ),
        Bad("The fare rose by [[NaN%]] on [[Invalid Date]], the council said.\n"),
        Bad("Dear [[*|FNAME|*]],\n\nThe ferry stops at four piers.\n", name="story.txt"),
        Bad(
            '<article><h1>Ferry</h1><p>[[[caption id="a"]]]The pier[[[/caption]]]</p></article>\n',
            name="page.html",
            severity="warning",
        ),
        Bad("The ferry stops at four piers.[[\\n\\n]]It leaves at noon.\n", name="story.txt"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        runs = article.format in SOURCE_FORMATS
        for hit in PHRASES.find(article):
            text = hit.passage.text
            if text in self.allow or (runs and self.is_code(article, hit)) or _is_talked_about(hit):
                continue
            yield self.finding(hit.passage, _message(hit), severity=hit.phrase.severity)

    def is_code(self, article: Article, hit: Hit) -> bool:
        """Whether the site's generator will run what was found."""
        if hit.phrase.kind == "shortcode":
            return bool(article.dialect)
        if hit.phrase.kind != "template":
            return False
        text = hit.passage.text
        if hit.phrase.name == "double-braces":
            return bool(article.dialect) or RUN.search(text) is not None or NAME.fullmatch(text) is None
        return hit.phrase.name == "template-block" or bool(article.dialect)


def _is_talked_about(hit: Hit) -> bool:
    root = hit.copy.own
    around = root.text[max(hit.start - 120, 0) : hit.end + 60]
    return CODE_TALK.search(around) is not None


def _message(hit: Hit) -> str:
    words = quoted(hit.passage.text)
    if hit.phrase.kind == "shortcode":
        return f"{words} is a shortcode that nothing ran; put in what it stands for."
    if hit.phrase.kind == "code":
        return f"{words} comes from a program, not from the story; write the value or delete it."
    return f"{words} is a variable that nothing replaced; write its value."
