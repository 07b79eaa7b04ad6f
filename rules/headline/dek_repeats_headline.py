from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Rule, Severity, quoted
from presslint.language.likeness import Likeness, compare, difference, fold

JACCARD, RATIO = 0.6, 0.75  # between 2,225 headlines and their first sentences two pairs reach either
COPIED = 0.95
ROOM = 30  # a dek longer than two headlines and this cannot be as like one as that
ADDS = 2  # words that a dek has to add


class DekRepeatsHeadline(Rule):
    """A dek adds what the headline has no room for.

    The two lines are read together, so a dek that says the headline in other words says nothing. The
    measure is shared words by their stems: a dek is reported when six in ten of all words, or the
    order of most letters, are the same, or when it adds fewer than two words that are no mere
    synonyms. A dek that adds a number or a day is let be. Where a page has only a description for
    search engines, repeating is a suggestion; where the dek is a copy, an error.
    """

    severity = Severity.WARNING
    sources = (
        "Headline-writing practice: no word twice in headline and deck",
        "Poynter and AP headline teaching",
    )
    languages = frozenset({"en"})
    not_for = frozenset({"live", "index"})
    yields_to: ClassVar = {"missing-core-field": "place"}
    looks_at = frozenset({"headline"})
    examples: ClassVar = (
        Good(
            "---\ntitle: Council cuts night buses\n"
            "dek: Three routes end in May; the mayor says fares would rise 9% otherwise\n"
            "---\nText.\n"
        ),
        Good(
            "---\ntitle: Ana Ruiz wins harbour seat\n"
            "dek: Ana Ruiz, a pilot, beat two councillors by 412 votes\n---\nText.\n"
        ),
        Good(
            "---\ntitle: Design participation\n"
            "summary: Learn how to design for inclusiveness and participation.\n---\nText.\n"
        ),
        Bad(
            "---\ntitle: Port keeps its freight lead as rivals close the gap\n"
            "dek: [[Port holds freight edge as rivals close gap]]\n---\nText.\n",
            says="The dek repeats the headline: 5 of its 7 words stand there already and “holds”, “edge” "
            "are synonyms; "
            "give a fact the headline lacks.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: City pool extends its opening hours after surge of swimmers\n"
            "dek: [[Pool lengthens hours after jump in swimmers]]\n---\nText.\n",
            says="The dek repeats the headline: 4 of its 6 words stand there already and “lengthens”, “jump” "
            "are synonyms; give a fact the headline lacks.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Council cuts night buses\ndek: [[Council cuts night buses]]\n---\nText.\n",
            says="The dek copies the headline; give a fact the headline lacks.",
            severity="error",
        ),
        Bad(
            "---\ntitle: Council cuts night buses\ndescription: [[The council cuts its night buses.]]\n"
            "---\nText.\n",
            severity="suggestion",
            says="The description repeats the headline: 4 of its 4 words stand there already; give a fact the "
            "headline lacks.",
        ),
        Bad(
            "---\ntitle: Council cuts night buses\ndek: [[The council of the town cuts all the night buses "
            "that are there in it]]\n---\nText.\n",
            says="The dek repeats the headline: 4 of its 6 words stand there already, it adds only “town”, "
            "“all”; give a fact the headline lacks.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Council cuts buses\ndek: [[Council slashes buses]]\n---\nText.\n",
            says="The dek repeats the headline: 2 of its 3 words stand there already and “slashes” is a "
            "synonym; give a fact the headline lacks.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Council cuts night buses\ndek: Council cuts night buses on Monday in May\n---\n"
            "Text.\n"
        ),
        Bad(
            "---\ntitle: Port keeps its freight lead as rivals close the gap and cuts costs\ndek: [[Port "
            "holds freight edge as foes close gap and trims costs]]\n---\nText.\n",
            says="The dek repeats the headline: 5 of its 9 words stand there already and “holds”, “edge”, "
            "“trims” are synonyms, it adds only “foes”; give a fact the headline lacks.",
            severity="warning",
        ),
        Good(
            "---\ntitle: City pool extends its opening hours after surge of swimmers\ndek: Pool lengthens "
            "hours\n---\nText.\n"
        ),
        Bad(
            "---\ntitle: Council cuts the €6 million night bus fund\ndek: [[Council cuts the €6m night bus "
            "fund]]\n---\nText.\n",
            says="The dek repeats the headline: 6 of its 7 words stand there already; give a fact the "
            "headline lacks.",
            severity="warning",
        ),
        Bad(
            "<html><head><title>Council cuts night buses</title><meta name=description "
            "content='[[Council cuts night buses]]'></head><body><article><h1>Council cuts night "
            "buses</h1><p>Text of the day.</p></article></body></html>\n",
            name="page.html",
            says="The description copies the headline; give a fact the headline lacks.",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: Council cuts night buses\ndek: Council cuts night buses on the old road on the "
            "old road on the old road on the old road on the old road on the old road \n---\nText.\n"
        ),
        Bad(
            "---\ntitle: City pool extends its opening hours after surge of swimmers\ndek: [[Pool "
            "lengthens hours after jump]]\n---\nText.\n",
            says="The dek repeats the headline: 3 of its 5 words stand there already and “lengthens”, “jump” "
            "are synonyms; give a fact the headline lacks.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        headline = article.headline
        if headline is None:
            return
        dek = article.dek
        if dek is not None:
            yield from self.compared(dek, headline, "dek")
        elif article.description is not None:
            yield from self.compared(article.description, headline, "description")

    def compared(self, dek: Field, headline: Field, name: str) -> Iterator[Finding]:
        shown = name == "dek" and dek.origin not in ("json-ld", "meta")
        if fold(dek.text) == fold(headline.text):
            yield self.finding(
                dek,
                f"The {name} copies the headline; give a fact the headline lacks.",
                severity=Severity.ERROR if shown else Severity.SUGGESTION,
                see=((headline, "the headline"),),
            )
            return
        if len(dek.text) > 2 * len(headline.text) + ROOM:
            return
        found = compare(dek.text, headline.text)
        if not repeats(found, dek.text, headline.text):
            return
        yield self.finding(
            dek,
            f"The {name} repeats the headline: {overlap(found)}; give a fact the headline lacks.",
            severity=None if shown else Severity.SUGGESTION,
            see=((headline, "the headline"),),
        )


def repeats(found: Likeness, dek: str, headline: str) -> bool:
    """Whether a dek says the headline again."""
    if found.size < 3 or found.shared < 2:
        return False
    adds = len(found.new)
    if adds >= ADDS and difference(dek, headline) in ("number", "day", "polarity"):
        return False
    if found.ratio >= COPIED:
        return True
    if found.jaccard >= JACCARD or found.ratio >= RATIO:
        return adds <= max(ADDS, found.size // 4)
    said = found.shared + len(found.restated)
    return adds < ADDS and found.shared >= 3 and said * 3 >= found.size * 2


def overlap(found: Likeness) -> str:
    """How much of the dek stood in the headline, in words."""
    same = f"{found.shared} of its {found.size} words stand there already"
    swapped = [word for word in found.restated if len(word) > 1]  # not the “m” of “€6m”
    if swapped:
        words = ", ".join(map(quoted, swapped[:3]))
        same += f" and {words} {'are synonyms' if len(swapped) > 1 else 'is a synonym'}"
    if found.new:
        same += f", it adds only {', '.join(map(quoted, found.new[:3]))}"
    return same
