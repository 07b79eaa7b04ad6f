from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Passage, Rule, Severity, quoted, regex

LINE = regex(r"(?m)^(?:<{7}(?: [^\n]{0,200})?$|={7}$|>{7}(?: [^\n]{0,200})?$)")


class ConflictMarker(Rule):
    """Two versions of a file were merged to the end.

    Lines of seven signs (`<<<<<<<`, `=======`, `>>>>>>>`) are what a version control leaves where two
    people changed the same words. Readers see them, and both versions. The rule needs an opening and a
    closing line in one article, so a line of seven equals signs under a subhead is fine, and so is code.
    """

    severity = Severity.ERROR
    sources = ("git-merge: how conflicts are presented",)
    examples: ClassVar = (
        Good("Fares\n=======\n\nThey rise.\n\n>>>>>>> is a sign of old mail.\n"),
        Good("Git writes:\n\n```\n<<<<<<< HEAD\nthe fare\n=======\na fare\n>>>>>>> pier\n```\n"),
        Bad(
            "It sails.\n\n[[<<<<<<< HEAD]]\nThe fare is $4.\n=======\nThe fare is $5.\n>>>>>>> pier\n\nIt is late.\n",
            says="“<<<<<<< HEAD” opens two versions of the same lines, down to “>>>>>>> pier”; keep one, and delete the "
            "marks.",
            severity="error",
        ),
        Bad(
            "[[<<<<<<< HEAD]]\nThe fare is $4.\n=======\nThe fare is $5.\n>>>>>>> pier\n\nIt is late.\n",
            says="“<<<<<<< HEAD” opens two versions of the same lines, down to “>>>>>>> pier”; keep one, and "
            "delete the marks.",
            severity="error",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.key or "<<<<<<<" not in article.source.text:
            return
        body = Passage.of(article.source, 0, len(article.source.text))
        code = [block.span for block in article.walk() if block.kind is Kind.CODE]
        opened: Passage | None = None
        for line, _ in body.find(LINE):
            if any(span.start <= line.span.start < span.end for span in code):
                continue
            if line.text.startswith("<"):
                opened = line
            elif line.text.startswith(">") and opened is not None:
                yield self.finding(
                    opened,
                    f"{quoted(opened.text)} opens two versions of the same lines, down to {quoted(line.text)}; keep one, "
                    "and delete the marks.",
                    see=((line, "the conflict ends here"),),
                )
                opened = None
