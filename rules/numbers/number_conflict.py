from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted
from presslint.desk.arithmetic import totals
from presslint.language.numbers import Form, Number, plain, stated
from presslint.model.regex import regex

_SCALES = {1e6: "million", 1e9: "billion", 1e12: "trillion"}
_NEAR = 45  # characters on each side in which a figure's own words are looked for
_ALIKE = 0.6  # share of the words about two figures that must agree, where the figures are round
_CONTENT = regex(r"[a-z]{4,}")
_HAS_A_NAME = regex(
    r" (?:of|in|for|at|on|from) (?:the )?[A-Z]| [A-Z]|, [A-Z]"
)  # “the nine-member court of Lund”
_COMMON = frozenset(
    "about after before billi millio trilli their there these those which while would could that this with from "
    "have will were been they than into over said says also more".split()
)

# “the 14-member panel”: what kind of member, counted where
_UNITS = "member|person|seat|bed|page|storey|story|room|unit|acre|mile|nation|country|state|man|woman|car"
_MAY_SIZE = regex(rf"-(?:{_UNITS}) ")
_SIZED = regex(rf"-(?P<unit>{_UNITS}) (?P<noun>[a-z]{{4,}})\b", re.IGNORECASE)
_DEFINITE = regex(r"\b(?:the|this|that|its|their|whose) \Z", re.IGNORECASE)


_VOTED = regex(
    r"-member (?P<body>\w{1,20}(?: \w{1,20}){0,2}) (?:has |had )?voted "
    r"(?P<for>\d{1,3})[-–](?P<against>\d{1,3})(?!\w|[-–]\d)"
)
# “The wing has 24 beds”: a sentence that opens with a thing and says how much of something it has
_VERBS = "has|have|had|holds|seats|employs|costs|cost|spent"
_MAY_HOLD = regex(rf" (?:{_VERBS}) \S?[0-9]")
_SAID = tuple(f" {verb} " for verb in _VERBS.split("|"))
_HOLDS = regex(
    r"(?:\A|(?<=[.!?] ))(?P<subject>(?:The|Its|Their|[A-Z][\w’'-]{1,30})(?: [\w’'-]{1,30}){0,5}? "
    rf"(?:{_VERBS}|had spent|has spent)) \Z"
)
_HELD = regex(
    r" (?P<noun>(?!percent|per|years?|months?|weeks?|days?|hours?|minutes?|points?|goals?|more|fewer|times)"
    r"(?:(?:on|for|in|to) [a-z]{2,20}|[a-z]{2,20}))\b"
)


class NumberConflict(Rule):
    """The same quantity has the same value throughout the article, and the parts make the total.

    Slips that survive a spelling check: parts that do not add up to the total beside them (“12 people,
    seven men and four women”), a million that turns into a billion further down, in the same words, a
    “14-member panel” that has 12 members three paragraphs on, a wing that “has 24 beds” and later 28.
    A vote of “9–5” by a board that the sentence calls a 12-member one is such a slip too. Where a sentence leaves the list of parts open (“including”, “among them”) no sum is done, and a second
    panel with a name or a place of its own is another one.
    """

    severity = Severity.WARNING
    sources = (
        "American Press Institute, accuracy checklists: do the maths",
        "BBC Editorial Guidelines, accuracy",
    )
    languages = frozenset({"en"})
    not_for = frozenset({"live", "results"})
    examples = (
        Bad(
            "Police arrested [[12 people, seven men and four women]], on Monday.\n",
            says="“12 people, seven men and four women”: the parts make 11, not 12; "
            "correct the total or a part.",
            severity="warning",
        ),
        Bad(
            "The bridge will cost $4.5 billion.\n\nTenders for the [[$4.5 million]] bridge close in May.\n",
            says="“$4.5 million” was “$4.5 billion” further up; check the scale of the two.",
            severity="warning",
        ),
        Bad(
            "The 14-member panel meets in May.\n\nA decision of the [[12-member panel]] is final.\n",
            severity="suggestion",
            says="“12-member panel” was a “14-member panel” further up; use one figure or say that they are "
            "two.",
        ),
        Bad(
            "The wing has 24 beds and cost £2m.\n\n[[The wing has 28 beds]], and doctors like it.\n",
            says="“The wing has 28 beds”, but further up “The wing has 24 beds”; correct one or say what has "
            "changed.",
            severity="warning",
        ),
        Bad(
            "The nine-member board voted [[6–5]] for the pier on Monday.\n",
            says="“6–5” makes 11 votes, but the “nine-member board” has nine; correct one of the two.",
            severity="warning",
        ),
        Good("The nine-member board voted 6–3 for the pier, and 5-3 with one absent for the boats.\n"),
        Good("The nine-member board sent it to the council, which voted 20–8 for the pier.\n"),
        Good(
            "A dozen members — two Democrats, nine Republicans, and one independent — signed.\n\n"
            "Twelve pilots, two men, nine women and one apprentice, signed too.\n"
        ),
        Good("The seven-member court sits in May.\n\nThe nine-member court of Lund heard another case.\n"),
        Good("The pier fund holds $25 million.\n\nThe pension fund of the state holds $25 billion.\n"),
        Bad(
            "The pier fund holds $25 million now.\n\nThe pier fund now holds [[$25 billion]].\n",
            severity="warning",
        ),
        Good("The board has spent £2m on piers. The board has spent £3m on boats.\n"),
        Good("The wing has 24 beds and two lifts. The ward has 28 beds. In May the wing had 30 beds.\n"),
        Good("Police arrested 12 people, seven men and five women, on Monday.\n"),
        Good("Police arrested 12 people, including seven men and four women, on Monday.\n"),
        Good("The bridge will cost $4.5 billion, of which $4.5 million goes to studies of birds.\n"),
        Good("The 14-member panel meets in May, and the 12-member jury in June.\n"),
        Good("A man and two women were hurt; three people, a man and two women, are in hospital.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        passages = list(stated(article))
        for passage in passages:
            for total in totals(passage.text):
                if total.parts != total.total.value:
                    where = passage[total.start : total.end]
                    yield self.finding(
                        where,
                        f"{quoted(where.text)}: the parts make {plain(total.parts)}, not "
                        f"{plain(total.total.value)}; correct the total or a part.",
                    )
            yield from self._votes(article, passage)
        yield from self._scales(article, passages)
        yield from self._sizes(article, passages)
        yield from self._restated(article, passages)

    def _votes(self, article: Article, passage: Passage) -> Iterator[Finding]:
        """“The nine-member board voted 6–5”: more votes than members."""
        for members in article.figures.within(passage) if " voted " in passage.text else ():
            match = _VOTED.match(passage.text, members.end)
            if match is None:
                continue
            votes = int(match["for"]) + int(match["against"])
            if 0 < members.value < votes:
                tally = passage[match.start("for") : match.end()]
                body = passage.text[members.start : match.end("body")]
                yield self.finding(
                    tally,
                    f"{quoted(tally.text)} makes {votes} votes, but the {quoted(body)} has {members.passage.text}; "
                    "correct one of the two.",
                )

    def _scales(self, article: Article, passages: list[Passage]) -> Iterator[Finding]:
        """The same figure once with million and once with billion, about the same thing."""
        seen: dict[tuple[str, str], list[tuple[Passage, Number]]] = defaultdict(list)
        for passage in passages:
            if "illion" not in passage.text and "bn" not in passage.text:
                continue
            for number in article.figures.within(passage):
                figure = f"{number.value / number.scale:g}"
                if (
                    number.scale in _SCALES
                    and number.form in (Form.MONEY, Form.COUNT)
                    and len(figure.strip("0")) > 1
                ):
                    seen[number.unit, figure].append((passage, number))
        for places in seen.values():
            first, one = places[0]
            for passage, other in places[1:]:
                if (
                    other.scale != one.scale
                    and passage is not first
                    and _is_same_thing(_about(first, one), _about(passage, other), one)
                ):
                    where = passage[other.start : other.end]
                    before = first[one.start : one.end]
                    yield self.finding(
                        where,
                        f"{quoted(where.text)} was {quoted(before.text)} further up; "
                        "check the scale of the two.",
                        see=((before, "first given here"),),
                    )

    def _sizes(self, article: Article, passages: list[Passage]) -> Iterator[Finding]:
        """“The 14-member panel” and “the 12-member panel”."""
        seen: dict[tuple[str, str], tuple[float, Passage]] = {}
        for passage in passages:
            for number in article.figures.within(passage) if _MAY_SIZE.search(passage.text) else ():
                match = _SIZED.match(passage.text, _end_of_figure(number))
                if match is None or _HAS_A_NAME.match(passage.text, match.end()):
                    continue
                where = passage[number.start : match.end()]
                known, first = seen.setdefault((match["unit"], match["noun"]), (number.value, where))
                is_definite = _DEFINITE.search(passage.before(where, 8))
                if number.value != known and is_definite and first.root is not where.root:
                    yield self.finding(
                        where,
                        f"{quoted(where.text)} was a {quoted(first.text)} further up; use one figure "
                        "or say that they are two.",
                        severity=Severity.SUGGESTION,
                        see=((first, "first given here"),),
                    )

    def _restated(self, article: Article, passages: list[Passage]) -> Iterator[Finding]:
        """“The wing has 24 beds” and, further down, “The wing has 28 beds”: one sentence, two figures."""
        seen: dict[tuple[str, str], tuple[str, Passage]] = {}
        for passage in passages:
            text = passage.text
            may_hold = any(verb in text for verb in _SAID) and _MAY_HOLD.search(text)
            for number in article.figures.within(passage) if may_hold else ():
                if number.spelled or not passage.before(number.passage, 8).endswith(_SAID):
                    continue
                end = _end_of_figure(number)
                holds, held = _HOLDS.search(text, 0, number.start), _HELD.match(text, end)
                if holds is None or held is None:
                    continue
                where = passage[holds.start() : held.end()].strip()
                figure = text[number.start : end].lower()
                known, first = seen.setdefault((holds["subject"], held["noun"].lower()), (figure, where))
                if known != figure:
                    yield self.finding(
                        where,
                        f"{quoted(where.text)}, but further up {quoted(first.text)}; correct one or say what "
                        "has changed.",
                        see=((first, "first given here"),),
                    )


def _end_of_figure(number: Number) -> int:
    """Where the figure itself ends: the “12” of “12-acre” and of “12 acres”, the “4.5 million” of a sum."""
    words = number.passage.text
    if number.form is Form.MEASURE and "-" in words:
        return number.start + words.rindex("-")
    kept = words.split(" ")[: 2 if number.scale > 1 else 1] if not number.spelled else [words]
    return number.start + len(" ".join(kept))


def _is_same_thing(one: set[str], other: set[str], number: Number) -> bool:
    """A figure like 4.5 is hardly given twice by chance; 25 is, so that more words have to agree."""
    figure = f"{number.value / number.scale:g}"
    common = one & other
    if "." in figure or len(figure.strip("0")) > 2:
        return bool(common)
    return len(common) > 1 and len(common) >= _ALIKE * len(one | other)


def _about(passage: Passage, number: Number) -> set[str]:
    """The longer words on both sides of a figure, which say what it counts."""
    near = (
        passage.text[max(0, number.start - _NEAR) : number.start]
        + passage.text[number.end : number.end + _NEAR]
    )
    return {word[:6] for word in _CONTENT.findall(near.lower())} - _COMMON
