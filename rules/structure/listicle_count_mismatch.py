from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.desk import Announcement, By, Delivered, Sure

NEAR = 2  # what is further off than this counts something else
MOST_OFF = 20  # the same where the words say that they name all


class ListicleCountMismatch(Rule):
    """A headline or sentence that counts its items counts right.

    “Five ways to cut fuel bills” over four numbered subheads is the first thing readers write in
    about. Items are counted as numbered subheads, subheads of one level, the longest list, numbered
    or bold-led paragraphs and pictures, and subheads with the items of the lists under them; the headline is wrong only when none of these gives its
    number. A numbered row is proof (error); a single row or list that misses by one or two is a
    question (warning). So is a sentence that announces “two reasons:” over a list of one or of three,
    “all 4 volunteers:” over a list of another length, a count in brackets behind a subhead (“Changes (5)”)
    over one list of another length, and a line that says of itself that it is cut (“Showing 10 of 12”).
    """

    severity = Severity.WARNING
    sources = ("Copy-desk checklists: if the headline says 12 highlights, count 12",)
    reads = frozenset({"announcements.counts"})
    languages = frozenset({"en", "de", "fr", "es"})
    examples: ClassVar = (
        Good(
            "---\ntitle: Three ways to cross the bay\n---\n## By ferry\n\nText.\n\n## By bridge\n\n"
            "Text.\n\n## On foot\n\nText.\n"
        ),
        Good("---\ntitle: 12 people charged after harbour raid\n---\n- Ana Ruiz\n- Ben Cole\n"),
        Good(
            "It gave two reasons for the cut, among others:\n\n- a lack of drivers\n\nNobody believed it.\n\n"
            "Three steps lead there:\n\n1. Ask.\n\nThat is hard.\n\n2. Wait.\n\n3. Ask again.\n"
        ),
        Good(
            "---\ntitle: Six tips for the fair\n---\nIntro.\n\n## 1. Go early\n\nText.\n\n## 2. Bring cash\n\nText.\n\n"
            "And these:\n\n- Wear boots\n- Leave the dog\n- Eat\n- Sing\n"
        ),
        Good(
            "---\ntitle: Three tips for the fair\n---\nIntro.\n\n## 1. Go early\n\nText.\n\n## 1.1 By boat\n\nText.\n\n"
            "## 2. Eat\n\nText.\n\n## 3. Sing\n\nText.\n"
        ),
        Good("It meets two of the three goals of the plan:\n\n- more boats\n- fewer cars\n"),
        Bad(
            "It gave [[two reasons]] for the cut:\n\n- a lack of drivers\n\nNobody believed it.\n",
            says="The sentence announces “two reasons”, but the list has 1; count again.",
            severity="warning",
        ),
        Good("## Changes (2)\n\n- more boats\n- fewer cars\n"),
        Good(
            "## The council (2026)\n\n- more boats\n- fewer cars\n\n## Fares (4)\n\nNote four says it all.\n"
        ),
        Good("Thanks to all 3 pilots:\n\n- Ana Ruiz\n- Ben Cole\n- Mira Okafor\n"),
        Good("The map is showing 10 of 12 piers as they were in 1904, the trust said on Monday.\n"),
        Bad(
            "## [[Changes (5)]]\n\n- more boats\n",
            says="The subhead says “(5)”, but the list has 1; count again.",
            severity="warning",
        ),
        Bad(
            "Thanks to [[all 4 pilots]] of the sound:\n\n- Ana Ruiz\n- Ben Cole\n- Mira Okafor\n- Sam Ito\n- Joan Pell\n- "
            "Tom Lind\n",
            says="The sentence announces “all 4 pilots”, but the list has 6; count again.",
            severity="warning",
        ),
        Bad(
            "## Piers\n\n- Ayton\n- Beeton\n\n[[Showing 10 of 12]]\n",
            says="“Showing 10 of 12” leaves 2 out; give all, or cut the line.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Four tips for the fair\n---\nIntro.\n\n- Go early\n- Bring cash\n- Wear boots\n"
            "- Leave the dog\n"
        ),
        Bad(
            '---\ntitle: "[[Five ways]] to cut fuel bills"\n---\nIntro.\n\n## 1. Close the door\n\nText.\n\n'
            "## 2. Turn it down\n\nText.\n\n## 3. Bleed radiators\n\nText.\n\n## 4. Ask for help\n\nText.\n",
            says="The headline says “Five ways”, but the subheads are numbered to 4; count again.",
            severity="error",
        ),
        Bad(
            '---\ntitle: "[[Six tips]] for the fair"\n---\nIntro.\n\n'
            "- Go early\n- Bring cash\n- Wear boots\n- Leave the dog\n",
            severity="warning",
            says="The headline says “Six tips”, but the text has 4; count again.",
        ),
        Bad(
            "Thanks to [[all 4 pilots]] of the sound:\n\n- Ana\n- Ben\n- Mira\n- Sam\n- Joan\n- Tom\n- Ida\n- Lea\n"
            "- Max\n- Nia\n- Ola\n- Pia\n- Rolf\n- Sue\n- Ted\n- Una\n- Vera\n- Will\n- Xenia\n- Yann\n- Zoe\n- Aki\n- "
            "Bea\n- Cid\n",
            says="The sentence announces “all 4 pilots”, but the list has 24; count again.",
            severity="warning",
        ),
        Good("It gave two reasons for the cut:\n\n- drivers\n- boats\n- money\n- fog\n- ice\n"),
        Good(
            "Thanks to all 4 pilots of the sound:\n\n- Ana\n- Ben\n- Mira\n- Sam\n- Joan\n- Tom\n- Ida\n- Lea\n- "
            "Max\n- Nia\n- Ola\n- Pia\n- Rolf\n- Sue\n- Ted\n- Una\n- Vera\n- Will\n- Xenia\n- Yann\n- Zoe\n- Aki\n- "
            "Bea\n- Cid\n- Dan\n"
        ),
        Good("## Piers\n\n- Ayton\n- Beeton\n\nShowing 12 of 10\n"),
        Bad(
            "## Der Plan\n\nDer Rat nennt [[drei Gründe]]:\n\n- Preis\n- Zeit\n\n## Kritik\n\nKeine.\n",
            settings={"language": "de"},
        ),
        Good(
            "## Der Plan\n\nDer Rat nennt drei Gründe, darunter:\n\n- Preis\n- Zeit\n",
            settings={"language": "de"},
        ),
        Bad(
            "## Le plan\n\nLe conseil avance [[trois raisons]] :\n\n- le prix\n- le temps\n\n## Suite\n\nRien.\n",
            settings={"language": "fr"},
        ),
        Bad(
            "## El plan\n\nEl consejo da [[tres razones]]:\n\n- el precio\n- el tiempo\n\n## Más\n\nNada.\n",
            settings={"language": "es"},
        ),
        Good(
            "## El plan\n\nEl consejo da tres razones:\n\n- el precio\n- el tiempo\n- el dinero\n",
            settings={"language": "es"},
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for found in article.announcements.counts:
            if found.delivered_by is Delivered.MISCOUNTED and is_near(found):
                message = said(found)
                severity = Severity.ERROR if is_numbered(found) else None
                yield self.finding(found.where, message, severity=severity)


def is_near(found: Announcement) -> bool:
    """Whether the count can be meant of what is there."""
    off = abs(found.count - found.delivered_count)
    if found.by is By.LINE:
        return found.delivered_count < found.count
    if found.by is By.SENTENCE:
        return off <= (MOST_OFF if found.sure is Sure.CERTAIN else NEAR)
    return found.by is By.BRACKETS or is_numbered(found) or off <= NEAR


def is_numbered(found: Announcement) -> bool:
    """Whether numbered subheads prove how many there are."""
    return found.by in (By.HEADLINE, By.SUBHEAD) and found.sure is Sure.CERTAIN


def said(found: Announcement) -> str:
    """What an announcement says, and what is there."""
    words, there = quoted(found.where.text), found.delivered_count
    if found.by is By.LINE:
        left = found.count - there
        return f"{quoted(found.where.text.strip(' .'))} leaves {left} out; give all, or cut the line."
    if found.by is By.SENTENCE:
        return f"The sentence announces {words}, but the list has {there}; count again."
    if found.by is By.BRACKETS:
        return f"The subhead says “({found.count})”, but the list has {there}; count again."
    has = f"the subheads are numbered to {there}" if is_numbered(found) else f"the text has {there}"
    return f"The {found.by.value} says {words}, but {has}; count again."
