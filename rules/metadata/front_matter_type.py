from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Edit, Field, Finding, Fix, Good, Rule, Severity, quoted, regex
from presslint.desk import instant

# dialects that want a list where others split a string
LISTS_ONLY = frozenset(("hugo", "astro", "docusaurus", "zola", "eleventy"))
STRING_OPENS = regex(r"[ \t]*[:=][ \t]*[\"']?")
LIST_OPENS = regex(r"[ \t]*[:=][ \t]*\[[^\]]*[\"']|[ \t]*:\s[\s\S]*[-][ \t]+[\"']?")
NAMES_BETWEEN = regex(r",[ \t]+|[ \t]+(?:and|&|und|et|y|e|en)[ \t]+")
FULL_NAME = regex(r"[A-ZÀ-Þ][\w.'’-]+(?: [\w.'’-]+){1,3}")
BETWEEN = regex(r"[ \t]*[,;|][ \t]*")
DATE_FIELDS = ("published", "modified", "expires", "embargo")
LOOKS_ISO = regex(r"\d{4}-\d\d?-\d\d?|\d{1,2}/\d{1,2}/\d{2,4}")  # impossible-date judges these
TRUTH = regex(r"(?:true|false|yes|no|on|off)", re.I)


class FrontMatterType(Rule):
    """Each field of the front matter has the type its generator expects.

    Tags in one string are one tag to Hugo; two writers in one entry of a list are one person; `draft: "false"` is true to a template; `title: No` is a
    truth value to YAML; a date in words sorts nowhere. Generators that split tag strings themselves
    (Jekyll, Hexo, Pelican) are let be, and so is everything where the generator is not known.
    """

    severity = Severity.WARNING
    sources = ("Hugo, Astro, Eleventy and Docusaurus documentation: front matter", "YAML 1.1: boolean values")
    reads = frozenset({"headline", "draft", "byline", "published", "modified", "expires", "embargo", "tags"})
    needs = frozenset({"metadata"})
    examples: ClassVar = (
        Good(
            "---\ntitle: Ferry\ntags: [ferries, harbours]\ndate: 2026-05-04\n---\n"
            '{{< figure src="a.jpg" >}}\n'
        ),
        Good(
            "---\ntitle: Ferry\ntags: ferries, harbours\n---\nText of a site whose generator nobody named.\n"
        ),
        Good('---\ntitle: "No"\ndraft: false\n---\nText.\n'),
        Bad(
            "---\ntitle: [[No]]\n---\nText.\n",
            says="“No” is a truth value to YAML; put the headline in quotation marks.",
            fix='---\ntitle: "No"\n---\nText.\n',
            severity="warning",
        ),
        Bad(
            '---\ntitle: Ferry\ndraft: "[[false]]"\n---\nText.\n',
            says="“false” in quotation marks is a string, which templates take for true; drop the "
            "quotation marks.",
            fix="---\ntitle: Ferry\ndraft: false\n---\nText.\n",
        ),
        Bad(
            "---\ntitle: Ferry\ndate: [[the day after the vote]]\n---\nText.\n",
            says="“the day after the vote” is no date to a machine; write it as 2026-05-04 or "
            "2026-05-04T09:30:00Z.",
        ),
        Bad(
            '---\ntitle: Ferry\ntags: "[[ferries]], harbours"\n---\n{{< figure src="a.jpg" >}}\n',
            says="The tags stand in one string from “ferries” on, which Hugo reads as one tag; write a list.",
        ),
        Good('---\ntitle: Ferry\ntags: ferries\n---\n{{< figure src="a.jpg" >}}\n'),
        Good("---\ntitle: Ferry\ndate:\n---\nText.\n"),
        Good('+++\ntitle = "Ferry"\nauthors = ["Ana Torres", "Ben Okafor"]\n+++\nText.\n'),
        Good("---\ntitle: Ferry\nauthor: Ana Torres, Ben Okafor\n---\nText.\n"),
        Good("---\ntitle: Ferry\nauthors:\n  - Ana Torres\n  - Ben Okafor, PhD\n---\nText.\n"),
        Bad(
            '+++\ntitle = "Ferry"\nauthors = ["[[Ana Torres]], Ben Okafor"]\n+++\nText.\n',
            says="“Ana Torres” and “Ben Okafor” share one entry of the list and are one person to a machine; give each "
            "an entry.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Ferry\nauthors:\n  - [[Ana Torres]], Ben Okafor\n---\nText.\n", severity="suggestion"
        ),
        Good("---\ntitle: Ferry\ndate: 5 June 2026\n---\nText.\n"),
        Bad(
            '---\ntitle: Ferry\ndraft: "[[yes]]"\n---\nText.\n',
            says="“yes” in quotation marks is a string, which templates take for true; drop the quotation "
            "marks.",
            fix="---\ntitle: Ferry\ndraft: true\n---\nText.\n",
            severity="warning",
        ),
        Good('---\ntitle: Ferry\n---\n{{< figure src="a.jpg" >}}\n\nTags: ferries, harbours\n'),
        Bad(
            '---\ntitle: Ferry\ntags: [[ferries]], harbours, piers\n---\n{{< figure src="a.jpg" >}}\n',
            says="The tags stand in one string from “ferries” on, which Hugo reads as one tag; write a list.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is not None and TRUTH.fullmatch(headline.text) and is_bare_yaml(headline):
            yield self.finding(
                headline,
                f"{quoted(headline.text)} is a truth value to YAML; put the headline in quotation marks.",
                fix=self.replace(
                    headline.passage, f'"{headline.text}"', "Put the headline in quotation marks"
                ),
            )
        yield from self.draft(article)
        yield from self.dates(article)
        yield from self.writers(article)
        if article.dialect in LISTS_ONLY:
            yield from self.tags(article)

    def draft(self, article: Article) -> Iterator[Finding]:
        for field in article.all("draft"):
            if field.origin == "front matter" and TRUTH.fullmatch(field.text) and is_quoted(field):
                value = "true" if field.text.lower() in ("true", "yes", "on") else "false"
                yield self.finding(
                    field,
                    f"{quoted(field.text)} in quotation marks is a string, which templates take for true; "
                    "drop the quotation marks.",
                    fix=Fix((Edit(field.span, value),), "Drop the quotation marks"),
                )

    def dates(self, article: Article) -> Iterator[Finding]:
        for name in DATE_FIELDS:
            for field in article.all(name):
                if field.origin != "front matter" or not field or LOOKS_ISO.match(field.text.strip()):
                    continue
                if instant(field) is None and not field.text.strip().isdigit():
                    yield self.finding(
                        field,
                        f"{quoted(field.text)} is no date to a machine; write it as 2026-05-04 or "
                        f"2026-05-04T09:30:00Z.",
                    )

    def writers(self, article: Article) -> Iterator[Finding]:
        """Two names in one entry of a list."""
        text = article.source.text
        signed = [field for field in article.bylines if field.origin == "front matter" and field.key_span]
        for one, other in pairwise(signed):
            if one.key_span != other.key_span or one.key_span is None:
                continue
            opens = text[one.key_span.end : one.passage.span.start]
            between = text[one.passage.span.end : other.passage.span.start]
            names = FULL_NAME.fullmatch(one.text) and FULL_NAME.fullmatch(other.text)
            if names and NAMES_BETWEEN.fullmatch(between) and LIST_OPENS.fullmatch(opens):
                yield self.finding(
                    one,
                    f"{quoted(one.text)} and {quoted(other.text)} share one entry of the list and are one person to a "
                    "machine; give each an entry.",
                    severity=Severity.SUGGESTION,
                )

    def tags(self, article: Article) -> Iterator[Finding]:
        tags = [field for field in article.tags if field.origin == "front matter"]
        if len(tags) < 2 or tags[0].key_span is None or tags[0].key_span != tags[1].key_span:
            return
        text = article.source.text
        opens = STRING_OPENS.fullmatch(text[tags[0].key_span.end : tags[0].passage.span.start])
        between = BETWEEN.fullmatch(text[tags[0].passage.span.end : tags[1].passage.span.start])
        if opens and between:
            yield self.finding(
                tags[0],
                f"The tags stand in one string from {quoted(tags[0].text)} on, which "
                f"{article.dialect.capitalize()} reads as "
                "one tag; write a list.",
            )


def written(field: Field) -> str:
    """A value as it stands in the source, quotation marks included."""
    return field.passage.source.text[field.span.start : field.span.end]


def is_quoted(field: Field) -> bool:
    return written(field)[:1] in ("'", '"')


def is_bare_yaml(field: Field) -> bool:
    """Whether a value stands without quotation marks in YAML front matter."""
    return (
        field.origin == "front matter"
        and not is_quoted(field)
        and field.passage.source.text.startswith("---")
    )
