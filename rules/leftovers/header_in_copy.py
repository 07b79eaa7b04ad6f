from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Passage, Rule, Severity, quoted, regex
from presslint.desk import HEADER_KEYS

# lines of `key: value` that follow one another, with the entries of a list below a key
RUN = regex(
    r"(?m)(?:^[a-z][\w-]{1,30}:(?:[^\S\n][^\n]{0,400})?(?:\n[^\S\n]{0,4}-[^\S\n][^\n]{0,200}){0,40}(?:\n|\Z)){2,40}"
)
KEY = regex(r"(?m)^([a-z][\w-]{1,30}):")
FENCE = "---"
LEAST = 2  # keys of a header that stand together
NAMED = 3  # of them that are named


class HeaderInCopy(Rule):
    """The header of an article stands above it, and not in its copy.

    `title: …`, `date: …` and `tags: …` beside a `---` in the copy, or at its very beginning, are the front matter
    once more: a program wrote it twice, or put it behind the text, and readers see it. It is an error where two of
    the keys are those of the article's own header, and a warning otherwise. The `---` under a paragraph makes a
    subhead of it, too. Headers shown in code, labels with a capital (“Date: 5 May”), one line alone, and such lines
    in the middle of the copy without a `---` are left alone, and so are pages of documentation.
    """

    severity = Severity.WARNING
    reads = frozenset({"paragraph", "heading"})
    not_for = frozenset({"docs"})
    sources = ("Jekyll and Hugo documentation: front matter is the first thing in the file",)
    examples: ClassVar = (
        Bad(
            "---\ntitle: Pier opens\nauthor: Ana Ruiz\n---\nThe pier opens in May.\n\nThe board pays.\n\n"
            "[[title: Pier opens]]\nauthor: Ana Ruiz\ntags: [pier]\n---\n",
            says="“title”, “author” and “tags” are the article's header once more, in the copy; cut them.",
            severity="error",
        ),
        Bad(
            "---\ntitle: Pier opens\n---\n---\n[[slug: pier-opens]]\ncategory: news\n---\n\nThe pier opens in May.\n",
            says="“slug” and “category” are keys of a header in the copy; move them to the front matter, or cut them.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Pier opens\ndate: 2026-05-06\n---\n[[title: Pier opens]]\ndate: 2026-05-06\n\nThe pier opens in May.\n",
            severity="error",
        ),
        Bad(
            "---\ntitle: Pier opens\n---\nLead.\n\n## The boats\n\nThe boats leave at nine and come back at five.\n---\n"
            "[[slug: pier-opens]]\ncategory: news\n",
            severity="warning",
        ),
        Good(
            "---\ntitle: Pier opens\n---\nIt is so:\n\n```yaml\n---\ntitle: Pier opens\ndate: 2026-05-06\n---\n```\n"
        ),
        Good("---\ntitle: Pier opens\n---\nThe pier opens.\n\n---\n\nDate: 5 May\nAuthor: Ana Ruiz\n"),
        Good("---\ntitle: Pier opens\n---\nThe pier opens.\n\n---\n\nauthor: Ana Ruiz\n"),
        Good(
            "---\ntitle: Pier opens\n---\nIt says:\n\ntitle: the pier\nauthor: the board\n\nThe pier opens.\n"
        ),
        Good(
            "---\ntitle: Pier opens\ntype: docs\n---\ntitle: Pier opens\ndate: 2026-05-06\n\nThe pier opens.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        text = article.source.text
        if article.key or article.format != "markdown":
            return
        body = Passage.of(article.source, article.body_start, len(text))
        if FENCE not in body.text and KEY.match(body.text.lstrip()) is None:
            return
        code = [block.span for block in article.walk() if block.kind is Kind.CODE]
        own = {
            field.key
            for named in article.fields.values()
            for field in named
            if field.origin == "front matter"
        }
        for run, _ in body.find(RUN):
            keys = [match[1] for match in KEY.finditer(run.text)]
            known = [key for key in keys if key.lower().replace("-", "_") in HEADER_KEYS or key in own]
            if len(set(known)) < LEAST or len(known) * 2 < len(keys):
                continue
            if any(span.start <= run.span.start < span.end for span in code) or not _is_fenced(body, run):
                continue
            twice = len(own.intersection(known)) >= LEAST
            last = min(len(known), NAMED) - 1
            names = f"{', '.join(map(quoted, known[:last]))} and {quoted(known[last])}"
            said = (
                "are the article's header once more, in the copy; cut them"
                if twice
                else "are keys of a header in the copy; move them to the front matter, or cut them"
            )
            first = run[: len(run.text.partition("\n")[0])]
            yield self.finding(first, f"{names} {said}.", severity=Severity.ERROR if twice else None)
            return


def _is_fenced(body: Passage, run: Passage) -> bool:
    """Whether a `---` stands right before or behind some lines, or the copy begins with them."""
    before, after = body.before(run).rstrip(), body.after(run).lstrip()
    return not before or before.endswith(FENCE) or after.startswith(FENCE)
