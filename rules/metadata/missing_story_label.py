from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Option, Passage, Rule, Severity, quoted
from presslint.model.regex import regex

# the writer judges in the first person
ARGUES = regex(
    r"\bI (?:(?:do not|don[’']t|can[’']t help but|for one|still|also|strongly|firmly|truly|really) "
    r")?(?:believe|think|feel|"
    r"fear|suspect|doubt|object|disagree|agree|urge|applaud|condemn|argue|submit|refuse to believe|am "
    r"convinced|would argue)\b"
    r"|\b(?:in my (?:view|opinion|judg(?:e)?ment|humble opinion)|to my mind|if you ask me|my "
    r"(?:view|argument|point) is)\b"
    r"|\bwe (?:must|should|cannot|need to) (?:not |never |stop|demand|reject|resist|refuse|face|admit)\w*",
    re.I,
)


class MissingStoryLabel(Rule):
    """Copy that argues is labelled as opinion.

    Readers are owed a label where the writer stops reporting and starts to judge. The rule counts
    sentences in which the writer argues in the first person, quotations left out, in articles without
    a label. It is off by default: house blogs and first-person features argue on purpose and carry no
    label, and among them half of what it finds would be wrong.
    """

    severity = Severity.SUGGESTION
    default_on = False
    sources = ("The Trust Project: type of work", "NewsGuard criteria: distinguishes news and opinion")
    languages = frozenset({"en"})
    not_for = frozenset(
        (
            *(
                "opinion",
                "analysis",
                "review",
                "interview",
                "obituary",
                "newsletter",
                "live",
                "docs",
                "index",
            ),
            *("event", "press-release", "explainer", "recipe"),
        )
    )
    least: int = Option(3, ge=1, description="How many arguing sentences make an opinion piece.")
    examples: ClassVar = (
        Good(
            "---\ntitle: Keep the boat\nsection: Opinion\n---\n"
            "I believe it is wrong. In my view it fails. I fear the worst.\n"
        ),
        Good(
            "---\ntitle: Keep the boat\nkicker: Sport\n---\n"
            "I believe it is wrong. In my view it fails. I fear the worst.\n"
        ),
        Good(
            "---\ntitle: Boat cut\n---\n"
            "“I believe it is wrong,” she said. “I think it fails. I fear the worst.”\n"
        ),
        Good("---\ntitle: Boat cut\n---\nI believe that I saw the boat at six. It was late again.\n"),
        Bad(
            "---\ntitle: Keep the boat\n---\n"
            "[[I believe the mayor is wrong.]] In my view the boat pays. I fear the worst.\n",
            says="The article argues in the first person, as in “I believe the mayor is wrong.”; label "
            "it as opinion.",
            severity="suggestion",
        ),
        Bad(
            "---\ntitle: Keep the boat\n---\n[[I think it fails.]] Boats sail. We must not accept it.\n",
            least=2,
        ),
        Good("---\ntitle: Keep the boat\n---\nI think it fails. Boats sail. We must not accept it.\n"),
        Bad(
            "---\ntitle: Keep the boat\nkicker: News\n---\n[[I believe it is wrong.]] In my view it fails. I "
            "fear the worst.\n",
            says="The article argues in the first person, as in “I believe it is wrong.”; label it as opinion.",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if any(article.all(name) for name in ("story-type", "kicker")) and article.story_type != "news":
            return
        argued: list[Passage] = []
        for passage in article.own_prose:
            if ARGUES.search(passage.text):
                argued += [sentence for sentence in passage.sentences if ARGUES.search(sentence.text)]
        if len(argued) >= self.least:
            yield self.finding(
                argued[0],
                f"The article argues in the first person, as in {quoted(in_full(argued[0]))}; label it as "
                f"opinion.",
                see=tuple((sentence, "argues too") for sentence in argued[1:4]),
            )


def in_full(own: Passage) -> str:
    """The words of a passage with its quotations, which the article's own words leave blank."""
    return own.root[own.at : own.at + len(own)].text
