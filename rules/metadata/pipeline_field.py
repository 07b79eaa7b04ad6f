from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Option, Rule, Severity, quoted, regex
from presslint.desk import (
    MODELS,
    PIPELINE_ENDS,
    PIPELINE_GRADES,
    PIPELINE_KEYS,
    PIPELINE_STAMPS,
    PIPELINE_SUBJECTS,
)

PART = regex(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
MODEL = regex(MODELS, re.I)
NAMED = 4  # keys that a message names


class PipelineField(Rule):
    """What a machine notes for itself stays out of the article.

    `affiliate_potential: high`, `image_prompt: …`, `model: gpt-4` and `seo_score: 91` steer the program that
    puts a text together. They say nothing to a reader, are read by everybody in the source of the page, and show
    that nobody looked the file over. Keys are known by their kind: a grade of something that is sold or
    searched, an order to a machine, its name. One date or grade alone is a suggestion. A disclosure
    (`ai_generated: true`), a model of car and the score of a match are none of these.
    """

    severity = Severity.WARNING
    reads = frozenset({"extra"})
    sources = ("Release hygiene of content systems",)
    needs = frozenset({"metadata"})
    allow: tuple[str, ...] = Option((), description="Keys that the site's templates use, as written.")
    examples: ClassVar = (
        Good(
            "---\ntitle: Ferry\nmodel: Golf GTI\nscore: 3:1\nai_generated: true\nvalue: high\n---\n\nIt sails.\n"
        ),
        Good(
            "---\ntitle: Ferry\nseo_score: 91\nimage_prompt: a boat\n---\n\nIt sails.\n",
            allow=("seo_score", "image_prompt"),
        ),
        Bad(
            "---\ntitle: Ferry\naffiliate_potential: [[high]]\nsearchIntent: informational\n---\n\nIt sails.\n",
            says="“affiliate_potential” and 1 more (“searchIntent”) are a program's notes; keep them out of the "
            "published file.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Ferry\nimage_prompt: [[a boat at dawn, cinematic]]\n---\n\nIt sails.\n",
            says="“image_prompt” is a program's note; keep it out of the published file.",
            severity="warning",
        ),
        Bad("---\ntitle: Ferry\nmodel: [[gpt-4-turbo]]\n---\n\nIt sails.\n", severity="warning"),
        Bad("---\ntitle: Ferry\nseo_score: [[91]]\n---\n\nIt sails.\n", severity="suggestion"),
        Bad("---\ntitle: Ferry\ngenerated_at: [[2026-05-06]]\n---\n\nIt sails.\n", severity="suggestion"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        found: dict[str, Field] = {}
        strong = False
        for field in article.all("extra"):
            key = field.key.rpartition(".")[2]
            grade = _grade(key, field.text) if field and key not in self.allow else 0
            if grade:
                found.setdefault(key, field)
                strong = strong or grade > 1
        if not found:
            return
        first, *others = found
        more = f" and {len(others)} more ({', '.join(map(quoted, others[: NAMED - 1]))})" if others else ""
        what = "are a program's notes; keep them" if others else "is a program's note; keep it"
        yield self.finding(
            found[first],
            f"{quoted(first)}{more} {what} out of the published file.",
            severity=None if strong or others else Severity.SUGGESTION,
        )


def _grade(key: str, value: str) -> int:
    """2 for an order to a machine or its name, 1 for a grade or a stamp, 0 for a key of an article."""
    parts = [part.lower() for part in PART.findall(key)]
    whole = "".join(parts)
    if whole in PIPELINE_KEYS or (len(parts) > 1 and parts[-1] in PIPELINE_ENDS):
        return 2
    if whole == "model":
        return 2 if MODEL.search(value) else 0
    if whole in PIPELINE_STAMPS or whole == "generated":
        return 1
    graded = len(parts) > 1 and parts[-1] in PIPELINE_GRADES
    return 1 if graded and not PIPELINE_SUBJECTS.isdisjoint(parts[:-1]) else 0
