from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity

KINDS = frozenset(("front-matter", "structure"))
READ_ON = frozenset(("hugo", "zola"))  # generators that take blank lines before the front matter


class FrontMatterSyntax(Rule):
    """The metadata of an article can be read.

    One missing quotation mark or a second colon, and a site generator stops, or prints the article
    without its title and date. What the reader could not understand is reported where it stands; the
    article itself is still checked with what could be read. Blank lines before the opening `---` are a
    warning, for Jekyll, Eleventy and others then print the front matter; Hugo and Zola read on, and are let be.
    """

    severity = Severity.ERROR
    reads = frozenset({"problem"})
    sources = ("YAML 1.2 specification", "TOML 1.0 specification", "RFC 8259: JSON")
    examples: ClassVar = (
        Good('---\ntitle: "Ferry: three piers"\ntags: [ferries, harbours]\n---\nText.\n'),
        Good('+++\ntitle = "Ferry"\n+++\nText.\n'),
        Good("No front matter at all.\n"),
        Bad(
            "---\ntitle: Ferry[[: three piers]]\n---\nText.\n",
            says="A second colon follows on this line; put the value in quotation marks.",
            severity="error",
        ),
        Good('\n+++\ntitle = "Ferry"\n+++\nText.\n'),
        Good("\n---\ntitle: Ferry\n---\n{{< pier >}}\n"),
        Good('"title": "Ferry",\n"date": "2026-05-04"\n;;;\nText.\n'),
        Bad(
            "[[\n]]---\ntitle: Ferry\n---\nText.\n",
            severity="warning",
            says="Blank lines stand before the front matter, and many generators then print it; delete them.",
        ),
        Bad(
            "---\ntitle: Ferry\ndate: 2026-05-04\n[[title]]: Ferries\n---\nText.\n",
            says="The key “title” stands twice, and only the last one counts; delete one.",
            severity="error",
        ),
        Bad(
            "---\ntitle: Ferry\n[[editor]]:\ndate: 2026-05-04\neditor: Ana Torres\n---\nText.\n",
            says="The key “editor” stands twice, here without a value; delete this one.",
            severity="error",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for problem in article.problems:
            if problem.kind in KINDS:
                yield self.finding(problem.span, problem.message)
            elif problem.kind == "blank-lines" and article.dialect not in READ_ON:
                yield self.finding(problem.span, problem.message, severity=Severity.WARNING)
