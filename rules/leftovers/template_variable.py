from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted
from presslint.article import once
from presslint.desk.leftover import grouped
from presslint.language.phrases import Hit, Phrases
from presslint.language.words.leftovers_desk import TEMPLATES
from presslint.model.regex import regex

PHRASES = Phrases(TEMPLATES)
# in a source for a site generator, these are code that the generator runs
SOURCE_FORMATS = frozenset(("markdown", "asciidoc", "rst"))
RUN = regex(
    r"\{\{[-<%]|\{%|\{\{[^}]*(?:\||\"|'|\(|\b(?:site|page|post|include|layout|config|\.[A-Z$])\b|\.[A-Z])"
)
BLOCK = regex(
    r"\{\{[~]?(?:[#/^] ?(?:each|if|unless|with|for|list|foreach|section)\b[^{}\n]{0,80}|else)[~]?\}\}"
)
UNSEEN = ("script", "style", "template", "textarea", "noscript", "pre", "code")
MOST = 20  # blocks of a page that are looked at
NAMED_TEMPLATE = regex(
    r"(?:^|[/_-])(?:templates?|archetypes?|layouts?|partials?|scaffolds?|skeleton)(?=[._/-])", re.I
)
FRAME = frozenset(("headline", "dek", "kicker", "byline", "dateline", "description"))
NAME = regex(r"\{\{ {0,2}[A-Za-z_][\w.\- ]{0,40} {0,2}\}\}")
CODE_TALK = regex(
    r"\b(?:template|placeholder|variable|syntax|code|script|function|mail "
    r"merge|spreadsheet|formula|shortcode|helper|component|modifier|attribute|argument|markup|Handlebars|Liquid|Jinja|Hugo|Excel)s?\b",
    re.IGNORECASE,
)


class TemplateVariable(Rule):
    """Every variable has been replaced by its value.

    “By {{ author }}”, “Dear *|FNAME|*”, “[object Object]” and “Invalid Date” say that a template ran
    without its data. In Markdown and its kin the code of the site's own generator is legal and stays
    unreported: shortcodes, `{% include %}`, `{{ page.title }}`; a bare `{{ name }}` there is a warning in
    running copy, `${name}` a suggestion, and both are errors in headline, dek and byline. An article
    whose code shows the same braces speaks about them, and so does a sentence that names templates; both
    are left alone, so is a `\\n` that stands as a word, as is what stands in code or quotation marks, and a
    file that is itself a template by its name.
    """

    severity = Severity.WARNING
    sources = ("Release hygiene of content systems",)
    allow: tuple[str, ...] = Option(
        (), description="Variables that the house's own build replaces, as written."
    )
    examples: ClassVar = (
        Good("The page shows `{{ author.name }}` until the feed is read, {{ page.title }} said.\n"),
        Good('{% include ferry.html %}\n\nThe ferry stops at four piers. {{< video "ferry.mp4" >}}\n'),
        Good("Only 5%_of the islanders, or 100% SURE voters, said $40 was too much.\n"),
        Good('The {{pier}} helper moves the boat:\n\n```hbs\n{{pier name="north"}}\n```\n'),
        Good("Set ${SSH_CLIENT%% *} and ${boat:-none} first.\n"),
        Good("Dear {{name}},\n\nwelcome aboard.\n", name="letter-template.md"),
        Bad(
            "The boat was [[${luck}]]-send.\n",
            severity="suggestion",
            says="“${luck}” is a variable that nothing replaced; write its value.",
        ),
        Bad("It sails.\n\n## Ferries of [[{{ town }}]]\n\nIt is late.\n", severity="warning"),
        Bad('---\ntitle: "Ferry of [[{{ town }}]]"\n---\n\nIt sails.\n', severity="warning"),
        Good(
            "<article><h1>Ferry</h1><p>It stops at four piers from May, and at noon.</p></article>"
            "<script>{{#each}}</script><a href='{{/if}}'>x</a><code>{{/each}}</code><!-- {{else}} -->\n",
            name="page.html",
        ),
        Bad(
            "<article><h1>Ferry</h1><p>It stops at four piers from May, and at noon.</p></article>"
            "<footer><nav>[[{{#each links}}]]<a href='/a'>A</a>{{/each}}</nav></footer>\n",
            name="page.html",
            severity="warning",
            says="“{{#each links}}” is a block of a template that nothing ran; run it or delete it.",
        ),
        Bad("The fare is [[{{/each}}]] four.\n", name="story.txt", severity="warning"),
        Bad(
            "By [[{{ author }}]]\n\nThe ferry stops at four piers.\n",
            name="story.txt",
            says="“{{ author }}” is a variable that nothing replaced; write its value.",
            severity="warning",
        ),
        Bad(
            "The fare rose by [[NaN%]] on [[Invalid Date]], the council said.\n",
            says=(
                "“NaN%” comes from a program, not from the story; write the value or delete it.",
                "“Invalid Date” comes from a program, not from the story; write the value or delete it.",
            ),
            severity="warning",
        ),
        Bad("Dear [[*|FNAME|*]],\n\nThe ferry stops at four piers.\n", name="story.txt", severity="warning"),
        Bad(
            '<article><h1>Ferry</h1><p>[[[caption id="a"]]]The pier[[[/caption]]]</p></article>\n',
            name="page.html",
            severity="warning",
            says=(
                '“[caption id="a"]” is a shortcode that nothing ran; put in what it stands for.',
                "“[/caption]” is a shortcode that nothing ran; put in what it stands for.",
            ),
        ),
        Good("# Boats and the sign \\n in a log\n\nMind the \\u2019 of old logs, or \\n alone.\n"),
        Bad(
            "The ferry stops at four piers.[[\\n\\n]]It leaves at noon.\n",
            name="story.txt",
            severity="warning",
        ),
        Good("The fare of {{ town }} rose, and it is known that the template is old.\n", name="story.txt"),
        Bad(
            "Mind the[[\\n]] now.\n",
            name="story.txt",
            says="“\\n” comes from a program, not from the story; write the value or delete it.",
            severity="warning",
        ),
        Good(
            "The template is old, and it is known to all the crew of the boat that it is late in the "
            "day, for the fare of {{ town }} rose.\n",
            name="story.txt",
        ),
        Bad(
            "The template is old, and it is known to all the crew of the boat that it is late in the "
            "day, as it has been for all the days of May and of June, for the fare of [[{{ town }}]] "
            "rose.\n",
            name="story.txt",
            says="“{{ town }}” is a variable that nothing replaced; write its value.",
            severity="warning",
        ),
        Bad(
            "The fare of [[{{ town }}]] rose, and it is known to all the crew of the old boat of the "
            "yard that the template is old.\n",
            name="story.txt",
            says="“{{ town }}” is a variable that nothing replaced; write its value.",
            severity="warning",
        ),
        Good("Template: {{ town }} rose.\n", name="story.txt"),
        Bad(
            "\\n[[\\n\\n]] is a sign.\n",
            name="story.txt",
            says="“\\n\\n” comes from a program, not from the story; write the value or delete it.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if NAMED_TEMPLATE.search(article.source.path):
            return
        hits = [hit for hit in PHRASES.find(article) if self.is_left(article, hit)]
        for hit, also in grouped(hits):
            yield self.finding(hit.passage, _message(hit), severity=_level(article, hit), see=also.places)

        if article.format == "html" and not article.key and not hits:
            yield from self.around(article)

    def around(self, article: Article) -> Iterator[Finding]:
        """Blocks of a template in the header, the footer or the cards of a page, where no copy is read."""
        if "{{" not in article.source.text:
            return
        page = Passage.of(article.source, 0, len(article.source.text))
        shown = [
            where
            for where, _ in islice(page.find(BLOCK), MOST)
            if where.text not in self.allow and _is_shown(article.source.text[: where.span.start])
        ]
        if shown:
            yield self.finding(
                shown[0],
                f"{quoted(shown[0].text)} is a block of a template that nothing ran; run it or delete it.",
                severity=Severity.WARNING,
                see=tuple((where, "and here") for where in shown[1:]),
            )

    def is_left(self, article: Article, hit: Hit) -> bool:
        """Whether nothing will run, and nobody means, what was found."""
        if hit.passage.text in self.allow or _is_talked_about(hit) or _is_subject(hit):
            return False
        if article.format in SOURCE_FORMATS and self.is_code(article, hit):
            return False
        return hit.phrase.kind != "template" or not _shows_such_code(article, hit)

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


def _is_shown(before: str) -> bool:
    """Whether readers see what comes after `before`: it is in no tag, script, comment or code."""
    if before.rfind("<") > before.rfind(">") or before.rfind("<!--") > before.rfind("-->"):
        return False
    lower = before.lower()
    return all(lower.rfind(f"<{tag}") <= lower.rfind(f"</{tag}") for tag in UNSEEN)


def _level(article: Article, hit: Hit) -> Severity | None:
    """In a source for a generator, braces in running copy can be meant; in a headline they cannot."""
    if hit.phrase.name == "dollar-braces":
        return Severity.SUGGESTION  # variables of shells are written about
    field = hit.copy.field
    if article.format not in SOURCE_FORMATS or (field is not None and field.name in FRAME):
        return hit.phrase.severity
    return Severity.WARNING if hit.phrase.name == "double-braces" else hit.phrase.severity


def _shows_such_code(article: Article, hit: Hit) -> bool:
    """Whether the article's code holds what the hit begins with."""
    opening = hit.passage.text[:2]
    return any(opening in code for code in _code(article))


@once
def _code(article: Article) -> tuple[str, ...]:
    """The article's code, in blocks and in lines."""
    blocks = [block.text for block in article.walk() if block.kind is Kind.CODE]
    inline = [
        piece.text
        for block in article.walk()
        if block.passage is not None
        for piece in block.passage.marked("code")
    ]
    return (*blocks, *inline)


def _is_talked_about(hit: Hit) -> bool:
    root = hit.copy.own
    around = root.text[max(hit.start - 120, 0) : hit.end + 60]
    return CODE_TALK.search(around) is not None


def _is_subject(hit: Hit) -> bool:
    """Whether a sign for a line end stands as a word of the sentence."""
    if hit.phrase.name != "escaped-newline" or hit.passage.text.count("\\n") > 1:
        return False
    text, at = hit.passage.root.text, hit.passage.at
    before, after = text[max(at - 1, 0) : at], text[at + len(hit.passage) :][:1]
    return (not before or before in " \\nr") and (not after or after in " ,.")


def _message(hit: Hit) -> str:
    words = quoted(hit.passage.text)
    if hit.phrase.kind == "shortcode":
        return f"{words} is a shortcode that nothing ran; put in what it stands for."
    if hit.phrase.kind == "code":
        return f"{words} comes from a program, not from the story; write the value or delete it."
    return f"{words} is a variable that nothing replaced; write its value."
