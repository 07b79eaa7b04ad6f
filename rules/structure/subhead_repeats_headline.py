from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Passage, Rule, Severity, quoted
from presslint.desk import compare, difference, fold, stems

HARDLY = 60  # words before a heading that is still the title: an editor's note, a byline, a sign-up line
SIGNS = 6  # characters of a headline in a script without blanks that is more than a name
MOSTLY = 0.6  # share of a subhead's words that the headline has, synonyms aside, before more is asked


class SubheadRepeatsHeadline(Rule):
    """A subhead says more than the headline said.

    A subhead is a second headline for the part below it. One that repeats the headline wastes the
    place; a first heading that is the title again is printed twice where the template prints the
    title, and so is a first paragraph. Further down, where the name of a thing may be both, it is a suggestion. Questions and subheads
    that share only a name are fine, and so
    are web pages, which hold their own title and list others, unless the title opens the copy once more.
    """

    severity = Severity.WARNING
    sources = (
        "WCAG 2.2, success criterion 2.4.6",
        "Headline-writing practice: no line says what another said",
    )
    reads = frozenset({"headline"})
    needs = frozenset({"headings"})
    yields_to: ClassVar = {"missing-core-field": "article", "second-headline": "place"}
    examples: ClassVar = (
        Bad(
            "<article><h1>Council cuts the night buses</h1><h2>[[Council cuts the night buses]]</h2><p>It voted.</p></article>\n",
            name="page.html",
        ),
        Good(
            "<article><h1>Council cuts the night buses</h1><h2>Why</h2><p>It voted.</p>"
            "<h2>Council cuts the night buses</h2></article>\n",
            name="page.html",
        ),
        Good("---\ntitle: Council cuts night buses\n---\nLead.\n\n## Which routes go first\n\nText.\n"),
        Good("---\ntitle: Who is Ana Ruiz?\n---\nLead.\n\n## Who is Ben Cole?\n\nText.\n"),
        Good("---\ntitle: Ana Ruiz wins harbour seat\n---\nLead.\n\n## Ana Ruiz\n\nText.\n"),
        Good(
            "---\ntitle: Council cuts night buses from May\n---\nLead.\n\n"
            "## Why the council cuts night buses\n\nText.\n"
        ),
        Bad(
            "---\ntitle: Council cuts night buses\n---\n# [[Council cuts night buses]]\n\nLead.\n",
            says="This heading repeats the headline; cut it, or let it say what the part below it is about.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Council cuts night buses\n---\nLead.\n\n## Fares\n\nText.\n\n"
            "## [[Council cuts night buses]]\n\nText.\n",
            severity="suggestion",
        ),
        Good(
            "<html><head><title>Ferry cut</title></head><body><article><h1>Ferry cut to three days</h1><p>It sails on "
            "Monday.</p><h2>Ferry cut to three days</h2><p>More.</p></article></body></html>\n",
            name="page.html",
        ),
        Bad(
            "---\ntitle: Council cuts night buses\n---\n**[[Council cuts night buses]]**\n\nThe last one runs in May.\n",
            says="The copy opens with the headline again; cut it.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Council cuts all its night buses\n---\nLead.\n\n"
            "## [[Night buses cut by council]]\n\nText.\n",
            severity="suggestion",
            says="“Night buses cut by council” says what the headline said; let it say what the part below it "
            "is about.",
        ),
        Good(
            "---\ntitle: Council cuts night buses\n---\n\nWord Word Word Word Word Word Word Word Word Word "
            "Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word "
            "Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word Word "
            "Word Word Word Word Word Word Word Word Word Word Word Word Word last.\n\n## About the night "
            "buses that the council cuts\n\nText.\n"
        ),
        Good("---\ntitle: Buses\n---\n\nLead is here.\n\n## Buses\n\nText.\n"),
        Bad(
            "---\ntitle: Night buses\n---\n\nLead is here.\n\n## [[Night buses]]\n\nText.\n",
            says="This heading repeats the headline; cut it, or let it say what the part below it is about.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Council cuts night buses\n---\nThe boat is late and the crew is tired; the board "
            "will meet on the pier at nine on Monday.\n\nThe boat is late and the crew is tired; the board "
            "will meet on the pier at nine on Monday.\n\nThe boat is late and the crew is tired; the board "
            "will meet on the pier at nine on Monday.\n\n## [[Council cuts night buses]]\n\nText.\n",
            says="This heading repeats the headline; cut it, or let it say what the part below it is about.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Council cuts night buses\n---\nThe boat is late and the crew is tired; the board "
            "will meet on the pier at nine on Monday.\n\nThe boat is late and the crew is tired; the board "
            "will meet on the pier at nine on Monday.\n\nThe boat is late and the crew is tired; the board "
            "will meet on the pier at nine on Monday. Yes.\n\n## [[Council cuts night buses]]\n\nText.\n",
            says="This heading repeats the headline; cut it, or let it say what the part below it is about.",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Council cuts night buses and fares of harbour town\n---\nLead.\n\n## Council cuts "
            "night buses\n\nText.\n"
        ),
        Bad(
            "---\ntitle: 港口码头今天重新开放\n---\n# [[港口码头今天重新开放]]\n\n码头开放。\n",
            severity="warning",
        ),
        Good("---\ntitle: 码头\n---\n# 码头\n\n码头开放。\n"),
        Good("---\ntitle: Night bus cut\n---\nNight bus cut\n\nIt is May.\n"),
        Bad(
            "---\ntitle: Council cuts night buses\n---\n---\n\n[[Council cuts night buses]]\n\nIt is May.\n",
            says="The copy opens with the headline again; cut it.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None:
            return
        title = fold(headline.text)
        if article.format == "html":
            below = next((block for block in article.blocks if block.level != 1 and block.text.strip()), None)
            if below is not None and below.kind is Kind.HEADING and fold(below.text) == title:
                yield self.repeated(article, below)
            return
        first = next((block for block in article.blocks if block.text.strip()), None)
        if (
            first is not None
            and first.kind is Kind.PARAGRAPH
            and headline.origin == "front matter"
            and len(title.split()) > 3
            and fold(first.text) == title
        ):
            yield self.finding(
                first,
                "The copy opens with the headline again; cut it.",
                see=((headline, "the headline"),),
            )
        for heading in article.headings:
            if heading.passage is None or not heading.passage:
                continue
            if fold(heading.text) == title:
                if len(title.split()) > 1 or (not title.isascii() and len(title) >= SIGNS):
                    yield self.repeated(article, heading)
                continue
            if restates(heading.passage, headline.text):
                yield self.finding(
                    heading,
                    f"{quoted(heading.text)} says what the headline said; let it say what the part below "
                    f"it is about.",
                    severity=Severity.SUGGESTION,
                )

    def repeated(self, article: Article, heading: Block) -> Finding:
        return self.finding(
            heading,
            "This heading repeats the headline; cut it, or let it say what the part below it is about.",
            severity=Severity.WARNING if opens(article, heading) else Severity.SUGGESTION,
            see=((article.headline, "the headline"),) if article.headline else (),
        )


def opens(article: Article, heading: Block) -> bool:
    """Whether a heading stands where a title does: no other before it, and hardly a word."""
    if heading is not article.headings[0]:
        return False
    before = (block for block in article.blocks if block.span.start < heading.span.start)
    return sum(block.word_count for block in before) <= HARDLY


def restates(heading: Passage, headline: str) -> bool:
    """Whether a subhead of four content words or more has nothing that the headline lacks."""
    text = heading.text
    if text.rstrip().endswith("?") or text.lower().startswith(("about ", "why ", "what ")):
        return False
    if not MOSTLY * len(stems(text)) <= len(frozenset(stems(text)) & frozenset(stems(headline))):
        return False
    likeness = compare(text, headline)
    return (
        likeness.size >= 4
        and not likeness.new
        and (likeness.jaccard >= 0.75 or likeness.ratio >= 0.85)
        and difference(text, headline) in ("", "name")
    )
