from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted
from presslint.desk import Announcement, Delivered, Sure, breaks_off, leads_into

LEVELS = {
    Sure.CERTAIN: Severity.ERROR,
    Sure.LIKELY: Severity.WARNING,
    Sure.DOUBTFUL: Severity.SUGGESTION,
}
PLACES = {
    Delivered.NOTHING: "the article ends here",
    Delivered.SUBHEAD: "a subhead follows",
    Delivered.MISCOUNTED: "a subhead follows",
    Delivered.OTHER: "prose follows",
}


class DanglingListLeadIn(Rule):
    """A sentence that announces a list is followed by one.

    “The plan rests on three pillars:” and then a subhead: the list was lost on the way from the
    writer's document, or was never written. The rule reads the end of each paragraph (a colon, “such
    as”, “including”, “as follows”, a dash) and looks at what comes next. A table, a quotation, a
    picture, an embed, code or subheads deliver as well as a list does; so do paragraphs that open alike.

    It is an error where a sentence breaks off or names several things, and the article ends there or a
    subhead as high as its own follows. What may be announced in another way is a suggestion: one thing
    (“remember one thing:”), which the next subhead may be; several, which the next paragraphs may be. A
    sentence that breaks off before an ordinary paragraph (“The grant will help us to:”), or counts other
    things than the subheads that follow, is a warning. Lines that say who speaks (“Comment by Ana Ruiz:”,
    “she wrote:”), “And:” before a quoted or slanted paragraph, a label of two or three words before a text, and those that
    lead into a subhead of their own words announce no list; nor do those before a line of code or a centred line that was set
    as a subhead, where the sentence goes on below it, or before a subhead over the list.
    """

    severity = Severity.ERROR
    sources = (
        "Reuters Handbook of Journalism: news presentation",
        "Copy-desk practice: the copy delivers what it promises",
    )
    reads = frozenset({"announcements.lead_ins"})
    languages = frozenset({"en", "de", "fr", "es"})
    examples: ClassVar = (
        Good(
            "## The plan\n\nIt rests on three pillars:\n\n- price\n- access\n- staffing\n\n"
            "## Reaction\n\nNone yet.\n"
        ),
        Good(
            "## What he said\n\nThe harbour master put it plainly:\n\n"
            "> The tide waits for no minister.\n\n## Next\n\nText.\n"
        ),
        Good(
            "Here is where the candidates stand:\n\n## Ana Ruiz\n\nFor the bypass.\n\n## Ben Cole\n\n"
            "Against it.\n"
        ),
        Good(
            "## Tides\n\nHigh water by day:\n\n| Day | Time |\n| --- | --- |\n| Mon | 4.10 |\n\n"
            "## Next\n\nText.\n"
        ),
        Good("## Kit\n\nPlaying colours:\n\nAll black\n\n## Fixtures\n\nNone until May.\n"),
        Bad(
            "## The plan\n\nThe council will close a gap it left in 2019, and the plan rests on three "
            "pillars, "
            "each [[with a budget of its own:]]\n\n## Reaction\n\nIslanders were angry.\n",
            severity="error",
            says="“with a budget of its own:” announces a list, but a subhead follows; restore the list or "
            "finish the sentence.",
        ),
        Bad(
            "[[The ferry will stop at four piers, including]]\n",
            says="“The ferry will stop at four piers, including” announces a list, but the article ends "
            "here; restore the list or finish the sentence.",
            severity="error",
        ),
        Bad(
            "## The plan\n\n[[It closes several gaps, including:]]\n\n"
            "For the past four years islanders have asked the "
            "council for a boat that runs after dark, and for four years it has told them that no crew "
            "can be found "
            "who would sail it.\n",
            severity="suggestion",
            says="“It closes several gaps, including:” announces a list, but prose follows; restore the list "
            "or finish the sentence.",
        ),
        Bad(
            "## The grant\n\n[[With the money the harbour trust will be able to:]]\n\n"
            "The trust was founded in 1871 by nine families of fishermen, who put up the first light on the "
            "point and kept it burning for sixty years without any help from the county or the state.\n",
            severity="warning",
        ),
        Bad(
            "## The grant\n\n[[The trust has three goals for the coming year:]]\n\nThe light will be lit again. “We have "
            "waited for it,” she said.\n\nIt was built in 1871.\n\nIt fell in 1931.\n",
            severity="suggestion",
        ),
        Bad(
            "## Advice\n\n[[Pilots recommend these steps:]]\n\nCrews were at work all night long. By Sunday noon the pier was dry.\n",
            severity="suggestion",
        ),
        Good(
            "## Advice\n\nPilots recommend these steps for the storm:\n\nTie up early.\n\nCall the office.\n"
        ),
        Bad(
            "The trust set out [[with four goals for the first year:]]\n\n## How it began\n\nIn a shed.\n\n"
            "## Reaction\n\nIslanders were angry.\n",
            severity="warning",
        ),
        Bad(
            "## Costs\n\n[[The fares by pier are shown below.]]\n\n## Reaction\n\nNone yet.\n",
            severity="suggestion",
        ),
        Bad(
            "## The plan\n\n[[The survey names several trends in the harbour trade:]]\n\n## Next\n\nA vote in May.\n",
            says="“The survey names several trends in the harbour trade:” announces a list, but a subhead "
            "follows; restore the list or finish the sentence.",
            severity="error",
        ),
        Bad(
            "## The plan\n\nBring a coat. [[Above all there is one thing to remember:]]\n\n"
            "## The boat leaves on time\n\nNobody waits.\n",
            severity="suggestion",
        ),
        Bad(
            "## Closures\n\n[[The piers closed for this winter are:]]\n\n### What the trust says\n\n"
            "The storm of May took the planks off all of them.\n",
            severity="suggestion",
        ),
        Good(
            "## Closures\n\nThe piers closed are:\n\n### The north side\n\nAll of these:\n\n- Ayton\n- Beeton\n"
        ),
        Good(
            "## Lights\n\nTell your friends these two things:\n\n## The lamp\n\n…is lit, and the pier is open.\n"
        ),
        Bad(
            "## Lights\n\n[[It needs three changes to the list:]]\n\n## ★ The lamp\n\nLine one.\n",
            severity="error",
        ),
        Good("## Lights\n\nIt needs three changes to the list:\n\n## `src/lamp`\n\nLine one.\n"),
        Good("## Ways\n\nThe boats of the pier are as follows.\n\n## Boats of oak\n\n- Rose\n- Lily\n"),
        Good(
            "## Why\n\nThere is more to the vote. And:\n\n*We need to know what the islanders think of the boat and of the "
            "pier, whatever it is.*\n"
        ),
        Good(
            "## Log\n\nI have a problem that I find no answer to:\n\nI have a boat that I bought of a man in Ayton, and each "
            "time that I sail it the lamp goes out before dawn.\n"
        ),
        Good(
            "## Log\n\nSponsored by:\n\nThe pier is kept by the harbour trust of Ayton, which was founded in 1871 by nine "
            "families of fishermen.\n"
        ),
        Good("## Closures\n\nThe piers closed are:\n\n##\n\n- Ayton\n- Beeton\n"),
        Good("## The log\n\nComment by Ana Ruiz, posted on 4 May:\n\n### The crane\n\nIt is back at work.\n"),
        Good("## The log\n\nOn Monday the harbour master wrote:\n\n## The crane\n\nIt is back at work.\n"),
        Good(
            "## Lights\n\nMore on the lights stands in the following section:\n\n## The lights\n\n- Green\n"
        ),
        Good(
            "## Signs\n\nThe first code translates to:\n\nThe boat is late today because of the fog on the sound.\n"
        ),
        Good("## The log\n\nLet me put it in a fable:\n\n## The fable\n\nA swan met a gull.\n"),
        Good("## The plan\n\nThe trust rests on two pillars:\n\n## Money\n\nLittle.\n\n## People\n\nFew.\n"),
        Good("For the timetable tap the picture:\n[![Times](times.png)](https://ferry.example/times)\n"),
        Good(
            "## Tests\n\nThere are two obstacles left on the way:\n\nThe first being the depth of the water at "
            "the north pier, which nobody has measured since the storm of 1931.\n\nThe second is money.\n"
        ),
        Bad(
            "## Der Plan\n\n[[Der Rat nennt drei Gründe:]]\n\n## Reaktionen\n\nDie Insel war verärgert.\n",
            settings={"language": "de"},
            severity="warning",
        ),
        Bad(
            "## Le plan\n\n[[Le conseil avance trois raisons :]]\n\n## Réactions\n\nL’île était en colère.\n",
            settings={"language": "fr"},
            severity="warning",
        ),
        Bad(
            "El consejo propone [[las medidas siguientes:]]\n".replace("[[", "").replace("El", "[[El"),
            settings={"language": "es"},
            severity="warning",
        ),
        Good(
            "## Der Plan\n\nDer Rat nennt drei Gründe:\n\n- Preis\n- Zeit\n- Geld\n",
            settings={"language": "de"},
        ),
        Good(
            "## Der Plan\n\nDer Bürgermeister sagte dazu aus drei Gründen:\n\n## Kritik\n\nKeine.\n",
            settings={"language": "de"},
        ),
        Good(
            "## Le plan\n\nLe conseil avance deux raisons :\n\n## Le prix\n\nTrop haut.\n\n## Le temps\n\nTrop long.\n",
            settings={"language": "fr"},
        ),
        Good(
            "## El plan\n\nLea también estas tres razones:\n\n## Reacciones\n\nNinguna.\n",
            settings={"language": "es"},
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for found in article.announcements.lead_ins:
            severity = level(found)
            if severity is not None:
                yield self.finding(
                    found.where,
                    f"{quoted(found.where.text)} announces a list, but {PLACES[found.delivered_by]}; restore the "
                    "list or finish the sentence.",
                    severity=severity,
                )


def level(found: Announcement) -> Severity | None:
    """How sure it is that a list was lost; None where one is there, or another thing that was meant."""
    block, after = found.block, found.after
    if block is None or found.delivered_by not in PLACES:
        return None
    if after is None:
        return LEVELS[found.sure] if found.open else None
    if found.delivered_by is Delivered.MISCOUNTED:
        return Severity.WARNING
    if found.delivered_by is Delivered.OTHER:
        return Severity.WARNING if breaks_off(block, after) else Severity.SUGGESTION
    as_high = found.section is not None and after.level <= found.section.level
    severity = LEVELS[found.sure] if as_high else Severity.SUGGESTION
    if severity is Severity.SUGGESTION and leads_into(block.text, after.text):
        return None
    return severity
