from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted
from presslint.desk.arithmetic import speaks_of_change
from presslint.language.numbers import Form, Number, plain, stated
from presslint.model.regex import regex

# words by which a sentence says that its shares make up a whole
_REMAINDER = regex(r"\b(?:the rest|the remaining|the remainder)\b", re.IGNORECASE)
_WHOLE = regex(
    r"\b(?:undecided|unsure|not sure|don[’']t know|didn[’']t know|no opinion|neither)\b"
    r"|\bfor\b.{1,60}\bagainst\b|\bapproved?\b.{1,60}\bdisapproved?\b"
    r"|\b(?:in favou?r|support\w*)\b.{1,60}\boppos\w+"
    r"|\bmen\b.{1,60}\bwomen\b|\bwomen\b.{1,60}\bmen\b|\bfemale\b.{1,60}\bmale\b"
    r"|\bRepublicans?\b.{1,90}\bindependents?\b",
    re.IGNORECASE,
)
# shares that need not make a whole: more than one answer, groups that overlap or have each their own base
_OPEN = regex(
    r"\b(?:each|both|also|multiple|among|average|compared|versus|than|rate|rates|interest|tax|growth|return|"
    r"yield|all that apply|more than one|select|choose|chose|overlap\w*|including|margin|points?|"
    r"respectively|likely|another|quarter|month|whites?|blacks?)\b",
    re.IGNORECASE,
)

# the next sentence names the share that is missing
_GOES_ON = regex(
    r"%|\b(?:per ?cent|rest|remain\w*|others?|balance|undecided|unsure|neither)\b", re.IGNORECASE
)
_BASE = regex(r" of (?:the |all |those )?(\w+)")  # “60% of men, 55% of women”: two wholes


class PercentSum(Rule):
    """The shares of one whole add up to 100 percent.

    “52% for, 39% against and 19% undecided” is 110 percent of the people asked. The rule reads three
    or more shares in a row, or two of which one is “the remaining” share, where the sentence says that
    they are a whole: a remainder, for and against, an undecided share. Each share may be rounded, and a
    share that is missing may stand in the next sentence.
    Changes, groups that overlap and questions with more than one answer are left alone.
    """

    severity = Severity.SUGGESTION
    sources = (
        "American Press Institute, accuracy checklists: do the maths",
        "BBC Editorial Guidelines, section 11",
    )
    languages = frozenset({"en"})
    looks_for = frozenset({"%", "percent", "per cent"})
    examples = (
        Bad(
            "The poll found [[52% for, 39% against and 19%]] undecided.\n",
            says="“52% for, 39% against and 19%” add up to 110 percent; "
            "correct a share or say what overlaps.",
            severity="warning",
        ),
        Bad(
            "Here [[60 percent are men and the remaining 30 percent]] women.\n",
            says="“60 percent are men and the remaining 30 percent” add up to 90 percent; correct a share or "
            "say what is missing.",
            severity="suggestion",
        ),
        Good("The poll found 52% for, 39% against and 9% undecided.\n"),
        Bad(
            "[[40% were for it, 35% against it and 10%]] undecided. Nobody asked the pilots.\n",
            says="“40% were for it, 35% against it and 10%” add up to 85 percent; "
            "correct a share or say what is missing.",
            severity="suggestion",
        ),
        Good("40% were for it, 35% against it and 10% undecided. The rest did not answer.\n"),
        Good("A third each: 33% for, 33% against, 33% undecided.\n"),
        Good("Readers could choose more than one answer: 60% named price, 55% access and 40% not sure.\n"),
        Good("Sales rose 52% in May, 39% in June and 19% in July.\n"),
        Good("Of those asked, 60% of men, 55% of women and 40% of children have had the jab.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for passage in stated(article):
            if "%" not in passage.text and "per" not in passage.text:
                continue
            sentences = passage.sentences
            for at, sentence in enumerate(sentences):
                shares = _shares(article, sentence)
                if not shares:
                    continue
                total = sum(share.value for share in shares)
                room = max(1.0, sum(share.half for share in shares)) + 0.01
                if abs(total - 100) <= room:
                    continue
                if total < 100 and at + 1 < len(sentences) and _GOES_ON.search(sentences[at + 1].text):
                    continue
                where = sentence[shares[0].start : shares[-1].end]
                yield self.finding(
                    where,
                    f"{quoted(where.text)} add up to {plain(total)} percent; "
                    f"correct a share or say what {'overlaps' if total > 100 else 'is missing'}.",
                    severity=Severity.WARNING if total > 105 else None,
                )


def _shares(article: Article, passage: Passage) -> Sequence[Number]:
    """The shares that a sentence presents as one whole; empty when it does not."""
    sentence = passage.text
    if sentence.count("%") + sentence.count("percent") + sentence.count("per cent") < 2:
        return ()
    remainder = _REMAINDER.search(sentence)
    if not (remainder or _WHOLE.search(sentence)) or _OPEN.search(sentence):
        return ()
    if any(passage.before(year.passage, 3) in ("by ", "in ") for year in article.years.within(passage)):
        return ()
    shares = [n for n in article.figures.within(passage) if n.form is Form.PERCENT]
    if len(shares) < (2 if remainder else 3) or any(
        n.in_range or n.hedge or not 0 < n.value < 100 for n in shares
    ):
        return ()
    if any(speaks_of_change(sentence, share) for share in shares):
        return ()
    if len({base[1] for share in shares if (base := _BASE.match(sentence, share.end))}) > 1:
        return ()
    if remainder and not 0 <= shares[-1].start - remainder.end() <= 12:
        return ()
    return shares
