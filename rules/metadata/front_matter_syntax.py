from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity

KINDS = frozenset(("front-matter", "structure"))


class FrontMatterSyntax(Rule):
    """The metadata of an article can be read.

    One missing quotation mark or a second colon, and a site generator stops, or prints the article
    without its title and date. What the reader could not understand is reported where it stands; the
    article itself is still checked with what could be read.
    """

    severity = Severity.ERROR
    sources = ("YAML 1.2 specification", "TOML 1.0 specification", "RFC 8259: JSON")
    examples: ClassVar = (
        Good('---\ntitle: "Ferry: three piers"\ntags: [ferries, harbours]\n---\nText.\n'),
        Good('+++\ntitle = "Ferry"\n+++\nText.\n'),
        Good("No front matter at all.\n"),
        Bad("---\ntitle: Ferry[[: three piers]]\n---\nText.\n"),
        Bad("---\ntitle: Ferry\ndate: 2026-05-04\n[[title]]: Ferries\n---\nText.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for problem in article.problems:
            if problem.kind in KINDS:
                yield self.finding(problem.span, problem.message)
