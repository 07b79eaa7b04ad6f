from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Part, Passage, Rule, Severity, quoted
from presslint.language.spellings import Spelling, Variant, variants
from presslint.regex import regex

_DISPLAY = (Part.HEADLINE, Part.DEK, Part.BYLINE, Part.CAPTION)
_ON_PURPOSE = regex(
    r"\b(?:sic|misspel\w+|spel(?:led|t|ling)|typo|pronounc\w+|also known as|a\.k\.a)\b", re.IGNORECASE
)


class NameSpellingVaries(Rule):
    """A name is spelled one way throughout the article.

    A name that is wrong once is the correction that newsrooms run most often. The rule compares the
    capitalised words of headline, copy, captions and tags, and reports a form that stands once or
    twice and is one letter away from another, when nothing else explains it: inflections (“Korea”,
    “Korean”), ordinary words (“Contact”, “Contract”), and two people, told apart by the names beside
    theirs, are no variants. It cannot know which of two forms is right. A slip in the first letter or
    in a name of four letters goes unseen.
    """

    severity = Severity.WARNING
    sources = (
        "Detroit Free Press accuracy checklist: names",
        "Steve Buttry, accuracy checklist",
        "AP Stylebook, names",
    )
    languages = frozenset({"en"})
    examples = (
        Bad(
            "Ana Roddick won. Roddick lost in May. “I am glad,” [[Rodick]] said. Roddick flies on Friday.\n",
            says="“Rodick” is spelled “Roddick” 3 times in this article; settle on one spelling.",
        ),
        Bad(
            "---\ntitle: Schneiderman sues the port\n---\n"
            "The port was sued by Ida Schneiderman on Monday.\n\n[[Scheiderman]] wants it closed.\n",
        ),
        Bad(
            "---\ntitle: Mayor [[Petrosian]] resigns\n---\nJoan Petrossian left. Petrossian lost a vote.\n",
        ),
        Good("Korea signed, the Korean side was glad; Koreans watched. Officer Bell left the Office.\n"),
        Good("Wesley Clark met Kenneth Clarke. Clark thanked him, and Clarke nodded.\n"),
        Good("See the Contact page. The Contract is signed. Contact us, and Contact them.\n"),
        Good("Alison Lemon and Allison Alexander won. Alison is nine.\n"),
        Good("Obama spoke of Osama bin Laden. Obama left.\n"),
        Good("The letter, with “Rodick” misspelled, went to Roddick. Roddick laughed; Roddick kept it.\n"),
        Good("The Centre for Ships is in the Center Hotel, at the Center.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for variant in variants(article):
            where = variant.rare.places[0]
            if _ON_PURPOSE.search(_sentence(where)):
                continue
            usual = variant.usual
            times = f" {usual.count} times" if usual.count > 1 else ""
            yield self.finding(
                where,
                f"{quoted(variant.rare.form)} is spelled {quoted(usual.form)}{times} in this article; "
                "settle on one spelling.",
                severity=Severity.ERROR if _is_certain(variant) else None,
                see=((usual.places[0], "spelled so here"),),
            )


def _is_certain(variant: Variant) -> bool:
    """True when the same name stands beside both, and one form is only in display text."""
    return bool(variant.companion) and (_only_displayed(variant.rare) is not _only_displayed(variant.usual))


def _only_displayed(spelling: Spelling) -> bool:
    return all(place.part in _DISPLAY for place in spelling.places)


def _sentence(place: Passage) -> str:
    root = place.root.text
    return root[max(0, place.at - 100) : place.at + 100]
