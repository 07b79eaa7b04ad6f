from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import Anonymous, Attribution, Level, Sentence, is_outward

QUESTIONS = {
    "expert": "name one, with a title, or cut the claim",
    "analyst": "name one and the firm",
    "camp": "name one and say what gives them a stake",
    "plural": "name one, or say which body they speak for",
    "group": "name one, or say which body they speak for",
    "people": "name one, with a place, or say who asked how many",
    "research": "name the study and who made it, and link it",
    "quantifier": "say who, or cut the claim",
    "document": "name the study and who made it, and link it",
    "frame": "name one of them",
    "passive": "say by whom",
    "existential": "say who voices this",
    "rumour": "find out or leave it out",
}
BARE = frozenset(("group", "research"))  # “industry leaders report”: no turn of speech in any copy
GROUPS = frozenset(("plural", "camp", "analyst", "people"))
PAPERS = frozenset(("document", "research", "frame"))  # “according to data”: nothing to look up
LONG = 12  # sentences of copy that can be expected to name somebody
# people whom a paragraph has introduced, whose answers it then sums up
GROUP = regex(
    r"\b(?:participants|attendees|respondents|interviewees|interviewed|surveyed|polled|we asked|when asked"
    r"|we spoke|members|employees|users|customers|visitors|voters|agencies|teams|colleagues|others)\b",
    re.IGNORECASE,
)


class AnonymousAuthority(Rule):
    """A claim rests on somebody with a name.

    “Experts note”, “studies show”, “it is widely believed”, “there are calls for”: a reader cannot weigh
    an authority who has no name, and an editor cannot check one. Bare “experts” and “studies”, and opinions
    and calls that are nobody's, are warnings; “analysts”, “critics”, “some say”, “reports say” and everything
    in copy that speaks as “we” or to “you” are suggestions. The rule keeps still where a name follows in the
    next two sentences or opens the next paragraph, where experts of the kind are named further on, where a
    study is named or anything linked in this paragraph or beside it, where the group has a place or
    a body (“analysts at the Farm Bank”, “Norwegian officials”), for plain “officials” and “sources”, and
    inside quotations. The same words again are told once. In copy of some length that names nobody, or that
    leans on such words twice and neither quotes nor links, plain groups (“critics say”, “residents fear”) and papers
    (“according to data”) are warnings as well. What is told of people beside somebody who is named is at most a suggestion. When more
    than a third of an article's attributions are of this kind, the headline gets a finding of its own.
    """

    severity = Severity.WARNING
    sources = (
        "AP News Values and Principles: anonymous sources",
        "Reuters Handbook of Journalism: the essentials of sourcing",
        "BBC Editorial Guidelines, section 3: anonymous sources",
        "Ganter and Strube 2009: weasel words in Wikipedia",
    )
    languages = frozenset({"en"})
    reads = frozenset({"prose"})
    not_for = frozenset({"opinion", "review", "docs", "index", "event", "recipe", "results"})
    allow: tuple[str, ...] = Option(
        (), description="Groups that the house lets speak unnamed, in lower case: “traders”, “residents”."
    )
    examples = (
        Bad(
            "The tunnel is late. [[Experts note]] that clay could slow the drills.\n",
            says="“Experts note”: which experts? Name one, with a title, or cut the claim.",
            severity="warning",
        ),
        Bad(
            "The tunnel is late, yet [[there are calls for]] a second one.\n",
            says="“there are calls for” names nobody; say who voices this.",
            severity="warning",
        ),
        Bad(
            "[[Studies show]] that short breaks help, and the plan allows for two a day.\n",
            says="“Studies show” names nobody; name the study and who made it, and link it.",
            severity="warning",
        ),
        Bad(
            "[[It is widely believed that]] the old pier will close before the season ends.\n",
            says="“It is widely believed that” names nobody; say by whom.",
            severity="warning",
        ),
        Bad(
            "The pier is old. [[Some say]] it will go by May.\n",
            severity="suggestion",
            says="“Some say” names nobody; say who, or cut the claim.",
        ),
        Bad(
            "The pier is old. It will go by May, [[according to experts]].\n",
            severity="warning",
            says="“according to experts” names nobody; name one of them.",
        ),
        Bad("We built a pier. [[Studies show]] that piers help.\n", severity="suggestion"),
        Good("The pier is old, according to two reports. It is full, according to data from the board.\n"),
        Good("The pier is old, officials said. According to town data it is full.\n"),
        Good(
            "The clay is hard, experts say.\n\nThe drills are old.\n\nThe site is full.\n\nThe hole is deep.\n\n"
            "“It is hard,” said Ana Ruiz, a professor of soils at Leeds.\n"
        ),
        Good(
            "The clay is hard, and studies show that it slows drills.\n\nThe survey by Leeds University covers 40 "
            "sites.\n"
        ),
        Bad(
            "The pier is old. [[Observers have documented]] gulls that nest in it.\n",
            severity="warning",
            says="“Observers have documented” names nobody; name one, or say which body they speak for.",
        ),
        Bad("[[Industry leaders who run piers report]] a rise in fares of a third.\n", severity="warning"),
        Bad(
            "[[Recent market research indicates]] that piers pay. The season is short.\n", severity="warning"
        ),
        Bad(
            "[[Research shows]] that piers pay. Research shows that gulls stay. Research shows it all.\n",
            says="“Research shows” names nobody; name the study and who made it, and link it. It stands 3 times.",
            severity="warning",
        ),
        Bad(
            "The bank waits. " * 12 + "[[Critics say]] it has waited too long already.\n",
            severity="warning",
            says="“Critics say” names nobody; name one and say what gives them a stake.",
        ),
        Good("The board's observers have documented gulls. Our market research indicates that piers pay.\n"),
        Good("The results of a first study indicate so. Supporters tell the world. Visitors said so.\n"),
        Bad("The bank waits. [[Critics say]] it has waited too long already.\n", severity="suggestion"),
        Bad(
            "---\ntitle: [[Tunnel is late again]]\n---\n\n[[Experts say]] the clay is hard. The drills "
            "are old.\n\n"
            "[[Many believe]] that the money is gone. The hole is deep.\n\nThe contractor has left the "
            "site.\n",
            says=(
                "2 of 2 attributions in this article name nobody; find sources who can be named.",
                "“Experts say”: which experts? Name one, with a title, or cut the claim.",
                "“Many believe” names nobody; say who, or cut the claim.",
            ),
            severity=(
                "warning",
                "warning",
                "suggestion",
            ),
        ),
        Bad(
            "[[According to a recent study]], clay could slow the drills. [[One expert noted]] that it is hard.\n",
            severity=(
                "warning",
                "suggestion",
            ),
        ),
        Bad(
            "[[It has been shown that]] short breaks help, and the plan allows for two a day.\n",
            severity="warning",
        ),
        Good("According to a recent study by Leeds University, one expert, Ana Ruiz, said too much.\n"),
        Good(
            "Clay could slow the drills, experts say. “It is the hardest I know,” said Ana Ruiz of Leeds.\n"
        ),
        Good("Analysts at the Farm Bank expect a loss, and Norwegian officials say they agree.\n"),
        Good("“Experts say all sorts of things,” Ruiz said.\n"),
        Good("Many of the players left early. Some 400 people stayed, and residents said it was loud.\n"),
        Good("[Studies show](https://journal.example/sleep) that short breaks help.\n"),
        Good("We asked visitors of the pier. Many believe it has waited too long.\n"),
        Bad(
            "---\ntitle: Tunnel is late again\n---\n\n[[Experts say]] the clay is hard. The drills are old.\n\n"
            "The board met.\n\n[[Many believe]] that the money is gone. The hole is deep.\n\nIt is dark.\n\nIt "
            "is wet.\n\nAna Ruiz said the board met. Ben Cole said it was late. Jo Lind said it was wet. "
            "Sam Oyelaran said it was dark.\n",
            says=(
                "“Experts say”: which experts? Name one, with a title, or cut the claim.",
                "“Many believe” names nobody; say who, or cut the claim.",
            ),
            severity=(
                "warning",
                "suggestion",
            ),
        ),
        Good("“It is late,” said Ana Ruiz of Leeds. The pier is old. Critics say it has waited too long.\n"),
        Good("Critics say the pier is late. The pier is old.\n", allow=("critics",)),
        Bad(
            "The bank waits. "
            * 9
            + "Ana Ruiz said so.\n\nIt is dark.\n\nIt is wet.\n\nIt is cold.\n\n[[Residents fear]] a long winter, and, "
            "[[according to data]], it is near.\n",
            says=(
                "“Residents fear” names nobody; name one, with a place, or say who asked how many.",
                "“according to data” names nobody; name the study and who made it, and link it.",
            ),
            severity="warning",
        ),
        Bad(
            "The bank waits. "
            * 8
            + "“It waits,” Ana Ruiz said.\n\nIt is dark.\n\nIt is wet.\n\nIt is cold.\n\n[[Residents fear]] a long winter, and, "
            "[[according to data]], it is near.\n",
            severity="suggestion",
        ),
        Good("The residents fear a long winter. What investors expect from a boat is told below.\n"),
        Bad(
            "---\ntitle: [[Tunnel is late again]]\n---\n\n[[Experts say]] the clay is hard. The drills are "
            "old.\n\nThe board met.\n\n[[Many believe]] that the money is gone. The hole is deep.\n\nIt is "
            "dark.\n\nIt is wet.\n\nAna Ruiz said the board met. A clerk of the town said it was late.\n",
            says=(
                "2 of 4 attributions in this article name nobody; find sources who can be named.",
                "“Experts say”: which experts? Name one, with a title, or cut the claim.",
                "“Many believe” names nobody; say who, or cut the claim.",
            ),
            severity=(
                "warning",
                "warning",
                "suggestion",
            ),
        ),
        Bad(
            "The bank waits. The bank waits. The bank waits. The bank waits. The bank waits. The bank "
            "waits. The bank waits. The bank waits. The bank waits. The bank waits. The bank waits. The "
            "bank waits. [[Critics say]] it has waited too long already.\n\nThe bank waits.\n\nAna Ruiz said "
            "it waits.\n",
            says="“Critics say” names nobody; name one and say what gives them a stake.",
            severity="suggestion",
        ),
        Bad(
            "[[Critics say]] the pier is late. The pier is old. Critics say that it is closed.\n",
            says="“Critics say” names nobody; name one and say what gives them a stake.",
            severity="suggestion",
        ),
        Good(
            "We asked visitors of the pier. It was cold. It was late. It was wet. Many believe it has "
            "waited too long.\n"
        ),
        Bad(
            "We asked visitors of the pier. It was cold. It was late. It was wet. It was dark. [[Many "
            "believe]] it has waited too long.\n",
            says="“Many believe” names nobody; say who, or cut the claim.",
            severity="suggestion",
        ),
        Bad(
            "[[Many believe]] it has waited too long. Visitors came.\n",
            says="“Many believe” names nobody; say who, or cut the claim.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Tunnel is late again\n---\n\n[[Experts say]] the clay is hard. The drills are old.\n\n"
            "The hole is deep.\n\nThe contractor has left the site.\n",
            says="“Experts say”: which experts? Name one, with a title, or cut the claim.",
            severity="warning",
        ),
        Bad(
            "The bank waits. The bank waits. The bank waits. The bank waits. The bank waits. The bank "
            "waits. [[Critics say]] it has waited too long already.\n",
            says="“Critics say” names nobody; name one and say what gives them a stake.",
            severity="suggestion",
        ),
        Bad(
            "The bank waits. The bank waits. The bank waits. The bank waits. The bank waits. The bank "
            "waits. The bank waits. The bank waits. The bank waits. The bank waits. The bank waits. "
            "[[Critics say]] it has waited too long already.\n",
            says="“Critics say” names nobody; name one and say what gives them a stake.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        leaning: dict[int, Sentence] = {}
        told: dict[str, list[tuple[Passage, Anonymous, bool]]] = {}
        mild = attribution.chats()  # a guide or a blog, where “research shows” is a turn of speech
        for sentence in attribution.sentences:
            for found in sentence.anonymous:
                words = sentence.passage[found.start : found.end]
                if self._excused(attribution, sentence, words.text, found.kind):
                    continue
                near = attribution.person_near(sentence)
                if near and not found.grave and found.kind != "frame":
                    continue
                leaning.setdefault(sentence.index, sentence)
                told.setdefault(words.text.lower(), []).append((words, found, near))
        alone = not mild and sum(map(len, told.values())) > 1 and _stands_alone(article)
        bare = not mild and (alone or _names_nobody(attribution))
        for places in told.values():  # the same words again are one habit
            words, found, near = places[0]
            on_paper = alone and found.kind in PAPERS
            grave = found.grave or on_paper or (bare and found.kind in GROUPS)
            soft = (near or mild) and found.kind not in BARE and not on_paper
            again = f" It stands {len(places)} times." if len(places) > 2 else ""
            yield self.finding(
                words,
                f"{quoted(words.text)}{_ask(found.kind)}{again}",
                severity=None if grave and not soft else Severity.SUGGESTION,
                see=tuple((other, "again") for other, _, _ in places[1:6]),
            )
        yield from self._share(article, list(leaning.values()))

    def _excused(self, attribution: Attribution, sentence: Sentence, words: str, kind: str) -> bool:
        if attribution.named_after(sentence) or sentence.linked:
            return True
        if kind in ("document", "research") and attribution.document_near(sentence):
            return True
        if kind in ("quantifier", "frame") and self._sums_up(attribution, sentence):
            return True
        low = words.lower()
        if any(group in low for group in self.allow):
            return True
        return kind in ("expert", "frame") and attribution.expert_follows(sentence)

    def _sums_up(self, attribution: Attribution, sentence: Sentence) -> bool:
        """Whether “many felt” speaks of people that the paragraph has introduced: those who were asked."""
        near = attribution.sentences[max(0, sentence.index - 4) : sentence.index + 1]
        return any(
            other.paragraph == sentence.paragraph and GROUP.search(other.passage.text) for other in near
        )

    def _share(self, article: Article, leaning: list[Sentence]) -> Iterator[Finding]:
        named = sum(sentence.level >= 2 for sentence in article.attribution.sentences)
        if len(leaning) < 2 or len(leaning) * 3 <= len(leaning) + named:
            return
        if article.headline is None:
            return
        yield self.finding(
            article,
            f"{len(leaning)} of {len(leaning) + named} attributions in this article name nobody; "
            "find sources who can be named.",
            see=tuple((sentence.passage, "names nobody") for sentence in leaning),
        )


def _names_nobody(attribution: Attribution) -> bool:
    """Whether copy of some length names no speaker, no document and links nothing: its groups are all it has."""
    return len(attribution.sentences) >= LONG and not any(
        sentence.links or (sentence.level is Level.NAMED and not sentence.leans_on_bare)
        for sentence in attribution.sentences
    )


def _stands_alone(article: Article) -> bool:
    """Whether copy of some length quotes nobody and leads nowhere: a reader can look up none of it."""
    return (
        len(article.attribution.sentences) >= LONG
        and not article.quotations
        and not any(is_outward(article, link) for link in article.links)
    )


def _ask(kind: str) -> str:
    if kind == "expert":
        return ": which experts? Name one, with a title, or cut the claim."
    return f" names nobody; {QUESTIONS[kind]}."
