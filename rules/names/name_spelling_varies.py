from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Part, Passage, Rule, Severity, quoted, regex
from presslint.desk import Spelling, Variant, is_accent_only, variants

_DISPLAY = (Part.HEADLINE, Part.DEK, Part.BYLINE, Part.CAPTION)
_ON_PURPOSE = regex(
    r"\b(?:sic|misspel\w+|spel(?:led|t|ling)|typo|pronounc\w+|also known as|a\.k\.a)\b", re.IGNORECASE
)


class NameSpellingVaries(Rule):
    """A name is spelled one way throughout the article.

    A name that is wrong once is the correction that newsrooms run most often. The rule compares the
    capitalised words of headline, copy, captions and tags, and reports a form that stands once or
    twice and is one letter away from another, when nothing else explains it. Inflections (“Korea”,
    “Korean”), ordinary words (“Contact”, “Contract”), two given names or two places (“Guyana”, “French
    Guiana”), words among foreign words, and two people, told apart by the names beside theirs, are no
    variants. In names of up to six letters one letter for another, and accents in places,
    count only where the same name stands beside both. Of two forms the ordinary word is taken for right,
    then the one that stands more often. A slip in the first letter or in a name of four letters goes
    unseen.
    """

    severity = Severity.WARNING
    most_on_pages = Severity.SUGGESTION
    sources = (
        "Detroit Free Press accuracy checklist: names",
        "Steve Buttry, accuracy checklist",
        "AP Stylebook, names",
    )
    reads = frozenset({"headline", "dek", "byline", "heading", "prose"})
    languages = frozenset({"en"})
    examples = (
        Bad(
            "Ana Roddick won. Roddick lost in May. “I am glad,” [[Rodick]] said. Roddick flies on Friday.\n",
            says="“Rodick” is spelled “Roddick” 3 times in this article; settle on one spelling.",
            severity="warning",
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
        Good("The launch was in French Guiana. Guyana is glad; Guyana has oil. Guyana has a port.\n"),
        Good("Uncle Ramdal spoke. Ramdal was loud, Ramdal was late. His nephew Rahdal wrote a letter.\n"),
        Good("The Liga Nacional de Barcos met. It is a National league, and the National league is old.\n"),
        Good("The ferry to Malága is full. Malaga has a pier, and Malaga is warm.\n"),
        Bad("Ida Marez came. Ida [[Maréz]] spoke. Marez was glad.\n", severity="warning"),
        Bad(
            "The old [[Fisherry]] is full. We love the Fishery, our fishery, all summer.\n",
            says="“Fisherry” is spelled “Fishery” in this article; settle on one spelling.",
        ),
        Bad("Ida Ruding came. Later Ida [[Rudeng]] spoke. Ruding was glad.\n"),
        Good("The Centre for Ships is in the Center Hotel, at the Center.\n"),
        Bad(
            "---\ntitle: Mayor Joan [[Petrosian]] resigns\n---\nJoan Petrossian left. Petrossian lost a "
            "vote.\n",
            says="“Petrosian” is spelled “Petrossian” 2 times in this article; settle on one spelling.",
            severity="error",
        ),
        Bad(
            "---\ntitle: Mayor Petrosian resigns\ndek: Petrosian lost\n---\nJoan [[Petrossian]] left. "
            "Petrossian lost a vote.\n",
            says="“Petrossian” is spelled “Petrosian” 2 times in this article; settle on one spelling.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Joan Petrossian resigns\n---\nJoan Petrossian left. Joan [[Petrosian]] lost a "
            "vote.\n",
            says="“Petrosian” is spelled “Petrossian” 2 times in this article; settle on one spelling.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Joan [[Petrosián]] resigns\n---\nJoan Petrosian left. Joan Petrosian lost a vote.\n",
            says="“Petrosián” is spelled “Petrosian” 2 times in this article; settle on one spelling.",
            severity="warning",
        ),
        Good(
            "Roddick came. Then Rodick, as the papers of the harbour board that met on the pier in May "
            "had it, misspelled, sang. Roddick laughed; Roddick kept it.\n"
        ),
        Good(
            "Roddick came. Misspelled as it was in the papers of the board of the pier, Rodick sang. "
            "Roddick laughed; Roddick kept it.\n"
        ),
        Bad(
            "Roddick came. “I am glad that the piers of our town are open again, that the mills by the "
            "sea are dry and that all of us may go there in boats,” said [[Rodick]]. All were glad, "
            "Roddick too, that the piers of our town were open again and that mills by the sea were dry, "
            "for all of us; the boat, by the way, is spelt Ana. Roddick flies.\n",
            says="“Rodick” is spelled “Roddick” 3 times in this article; settle on one spelling.",
            severity="warning",
        ),
        Bad(
            "How the boat is spelt, Ana or Anna, nobody knows, and nobody on the sound has ever asked in "
            "all of the years of the boat, not even the mayor. Roddick came. “I am glad,” said "
            "[[Rodick]]. Roddick flies.\n",
            says="“Rodick” is spelled “Roddick” 2 times in this article; settle on one spelling.",
            severity="warning",
        ),
        Good("Sic! Rodick stood for Roddick. Roddick laughed; Roddick kept it.\n"),
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
                severity=_severity(variant),
                see=((usual.places[0], "spelled so here"),),
            )


def _severity(variant: Variant) -> Severity | None:
    """The level; two short names that both come back, with none beside them, may be two persons."""
    if _is_certain(variant):
        return Severity.ERROR
    alone = not variant.companion and variant.rare.count > 1
    return Severity.SUGGESTION if alone else None


def _is_certain(variant: Variant) -> bool:
    """True when the same name stands beside both, and one form is only in display text."""
    if is_accent_only(variant.rare.form, variant.usual.form):
        return False
    return bool(variant.companion) and (_only_displayed(variant.rare) is not _only_displayed(variant.usual))


def _only_displayed(spelling: Spelling) -> bool:
    return all(place.part in _DISPLAY for place in spelling.places)


def _sentence(place: Passage) -> str:
    root = place.root.text
    return root[max(0, place.at - 100) : place.at + 100]
