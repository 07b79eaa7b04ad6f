from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted, regex

RULING = regex(r"\b(?:court|judge|tribunal|ruling|verdict|jury|police|sheriff)\b", re.IGNORECASE)
VOICES = ("speech", "document", "frame")


class SingleSourceArticle(Rule):
    """A report of some length has more than one source.

    When all that is said comes from one person or body, nobody has tested it. The rule counts distinct
    named sources; links to other sites and people who speak without a name count too. Profiles (the source
    stands in the headline, is described in the first sentence, or by every sixth one), interviews, court and police reports have
    one source by nature.
    """

    severity = Severity.SUGGESTION
    sources = ("BBC Editorial Guidelines, section 3: reluctance to rely on a single source",)
    languages = frozenset({"en"})
    reads = frozenset({"cues"})
    not_for = frozenset(
        {
            "opinion", "review", "sport", "results", "recipe", "live", "obituary", "docs", "index", "event",
            "factbox", "explainer", "newsletter", "interview", "press-release",
        }
    )  # fmt: skip
    words: int = Option(300, ge=100, description="The fewest words of an article that is judged.")
    mentions: int = Option(3, ge=2, description="How often the one source must be cited.")
    examples = (
        Bad(
            "---\ntitle: The pier will close\n---\n\n"
            + "[[Ana Ruiz]] said the pier must go. "
            + "The old pier stands on wood that the sea has eaten for a century and more. " * 20
            + "Ruiz said the cafe would go too. Ruiz said the boats would stay.\n",
            says="Everything attributed here comes from “Ana Ruiz”; ask somebody who can confirm "
            "or contradict it.",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\n"
            + "Ana Ruiz said the pier must go. "
            + "The old pier stands on wood that the sea has eaten for a century and more. " * 20
            + "Ruiz said the cafe would go too. Ben Cole of the cafe said it would stay. Ruiz said no.\n"
        ),
        Good(
            "---\ntitle: Ruiz leaves the pier\n---\n\n"
            + "Ana Ruiz said the pier must go. "
            + "The old pier stands on wood that the sea has eaten for a century and more. " * 20
            + "Ruiz said the cafe would go too. Ruiz said the boats would stay.\n"
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nAna Ruiz said so. Ruiz said it twice. Ruiz said it "
            "again.\n"
        ),
        Bad(
            "---\ntitle: The pier will close\n---\n\nThe sea is cold. [[Ana Ruiz]] said the pier must go. "
            "The old pier stands on wood that the sea has eaten. The old pier stands on wood that the "
            "sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on "
            "wood that the sea has eaten. The old pier stands on wood that the sea has eaten. The old "
            "pier stands on wood that the sea has eaten. The old pier stands on wood that the sea has "
            "eaten. The old pier stands on wood that the sea has eaten. The old pier stands on wood that "
            "the sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands "
            "on wood that the sea has eaten. The old pier stands on wood that the sea has eaten. Ruiz "
            "said it was late. Ruiz said it was sad. She said so again. The mayor said so too.\n",
            says="Everything attributed here comes from “Ana Ruiz”; ask somebody who can confirm or "
            "contradict it.",
            severity="suggestion",
            words=100,
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nThe sea is cold. Ana Ruiz said the pier must go. The "
            "old pier stands on wood that the sea has eaten. The old pier stands on wood that the sea "
            "has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on wood "
            "that the sea has eaten. The old pier stands on wood that the sea has eaten. The old pier "
            "stands on wood that the sea has eaten. The old pier stands on wood that the sea has eaten. "
            "The old pier stands on wood that the sea has eaten. The old pier stands on wood that the "
            "sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on "
            "wood that the sea has eaten. The old pier stands on wood that the sea has eaten. Ruiz said "
            "it was late. Ruiz said it was sad. A fisherman said so too.\n",
            words=100,
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nAna Ruiz runs the pier. Ana Ruiz said the pier must go. "
            "The old pier stands on wood that the sea has eaten. The old pier stands on wood that the "
            "sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on "
            "wood that the sea has eaten. The old pier stands on wood that the sea has eaten. The old "
            "pier stands on wood that the sea has eaten. The old pier stands on wood that the sea has "
            "eaten. The old pier stands on wood that the sea has eaten. The old pier stands on wood that "
            "the sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands "
            "on wood that the sea has eaten. The old pier stands on wood that the sea has eaten. Ruiz "
            "said it was late. Ruiz said it was sad.\n",
            words=100,
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nThe sea is cold. Ana Ruiz said the pier must go. The "
            "old pier stands on wood that the sea has eaten. The old pier stands on wood that the sea "
            "has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on wood "
            "that the sea has eaten. The old pier stands on wood that the sea has eaten. The old pier "
            "stands on wood that the sea has eaten. The old pier stands on wood that the sea has eaten. "
            "The old pier stands on wood that the sea has eaten. The old pier stands on wood that the "
            "sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on "
            "wood that the sea has eaten. Ruiz said it was late. Ruiz said it was sad. Ruiz runs it. "
            "Ruiz built it. Ruiz left it.\n",
            words=100,
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nThe sea is cold. Ana Ruiz said the pier must go. The "
            "old pier stands on wood that the sea has eaten. The old pier stands on wood that the sea "
            "has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on wood "
            "that the sea has eaten. The old pier stands on wood that the sea has eaten. The old pier "
            "stands on wood that the sea has eaten. The old pier stands on wood that the sea has eaten. "
            "The old pier stands on wood that the sea has eaten. The old pier stands on wood that the "
            "sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on "
            "wood that the sea has eaten. The old pier stands on wood that the sea has eaten. Ruiz said "
            "it was late.\n",
            words=100,
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nThe sea is cold. Ana Ruiz said the pier must go. The "
            "old pier stands on [wood](https://wood.example/w) that the sea has eaten. The old pier "
            "stands on [wood](https://wood.example/w) that the sea has eaten. The old pier stands on "
            "[wood](https://wood.example/w) that the sea has eaten. The old pier stands on "
            "[wood](https://wood.example/w) that the sea has eaten. The old pier stands on "
            "[wood](https://wood.example/w) that the sea has eaten. The old pier stands on "
            "[wood](https://wood.example/w) that the sea has eaten. The old pier stands on "
            "[wood](https://wood.example/w) that the sea has eaten. The old pier stands on "
            "[wood](https://wood.example/w) that the sea has eaten. The old pier stands on "
            "[wood](https://wood.example/w) that the sea has eaten. The old pier stands on "
            "[wood](https://wood.example/w) that the sea has eaten. The old pier stands on "
            "[wood](https://wood.example/w) that the sea has eaten. The old pier stands on "
            "[wood](https://wood.example/w) that the sea has eaten. Ruiz said it was late. Ruiz said it "
            "was sad.\n",
            words=100,
        ),
        Bad(
            "---\ntitle: The pier will close\n---\n\nThe sea is cold. [[Ana Ruiz]] said the pier must go. "
            "The old pier stands on wood that the sea has eaten. The old pier stands on wood that the "
            "sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on "
            "wood that the sea has eaten. The old pier stands on wood that the sea has eaten. The old "
            "pier stands on wood that the sea has eaten. The old pier stands on wood that the sea has "
            "eaten. The old pier stands on wood that the sea has eaten. The old pier stands on wood that "
            "the sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands "
            "on wood that the sea has eaten. The old pier stands on wood that the sea has eaten. Ruiz "
            "said it was late. Ruiz said it was sad. Ruiz runs it. Ruiz built it. Ruiz left.\n",
            says="Everything attributed here comes from “Ana Ruiz”; ask somebody who can confirm or "
            "contradict it.",
            severity="suggestion",
            words=100,
        ),
        Good(
            "---\ntitle: The pier will close\n---\n\nThe sea is cold. Ana Ruiz said the pier must go. The "
            "old pier stands on wood that the sea has eaten. The old pier stands on wood that the sea "
            "has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on wood "
            "that the sea has eaten. The old pier stands on wood that the sea has eaten. The old pier "
            "stands on wood that the sea has eaten. The old pier stands on wood that the sea has eaten. "
            "The old pier stands on wood that the sea has eaten. The old pier stands on wood that the "
            "sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on "
            "wood that the sea has eaten. The old pier stands on wood that the sea has eaten. The old "
            "pier stands on wood that the sea has eaten. The old pier stands on wood that the sea has "
            "eaten. The old pier stands on wood that the sea has eaten. The old pier stands on wood that "
            "the sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands "
            "on wood that the sea has eaten. Ruiz said it was late. Ruiz said it was sad.\n"
        ),
        Bad(
            "---\ntitle: The pier will close\n---\n\nThe sea is cold. [[Ana Ruiz]] said the pier must go. "
            "The old pier stands on wood that the sea has eaten. The old pier stands on wood that the "
            "sea has eaten. The old pier stands on wood that the sea has eaten. The old pier stands on "
            "wood that the sea has eaten. The old pier stands on wood that the sea has eaten. The old "
            "pier stands on wood that the sea has eaten. The old pier stands on wood that the sea has "
            "eaten. It is.\n\nRuiz said it was late. Ruiz said it was sad.\n",
            says="Everything attributed here comes from “Ana Ruiz”; ask somebody who can confirm or "
            "contradict it.",
            severity="suggestion",
            words=100,
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        sources = attribution.sources
        if len(sources) != 1 or len(sources[0].mentions) < self.mentions or attribution.chats():
            return
        if attribution.cited or any(sentence.linked for sentence in attribution.sentences):
            return
        if (
            article.word_count < self.words
            or self._others_speak(article)
            or RULING.search(article.source.text)
        ):
            return
        only = sources[0]
        if _is_about(article, only.name):
            return
        yield self.finding(
            only.first,
            f"Everything attributed here comes from {quoted(only.name)}; "
            "ask somebody who can confirm or contradict it.",
            see=tuple((sentence.passage, "again") for sentence, _ in only.mentions[1:6]),
        )

    def _others_speak(self, article: Article) -> bool:
        """Whether anybody speaks without a name who cannot be the one source: a group, a role, “they”."""
        return any(
            cue.kind in VOICES
            and cue.level < 3
            and sentence.tokens.words[cue.source[1] - 1].lower() not in SAME
            for sentence in article.attribution.sentences
            for cue in sentence.cues
            if cue.source[1]
        )


def _is_about(article: Article, name: str) -> bool:
    """Whether the article is about its one source: a profile."""
    surname = name.split()[-1].removesuffix("’s").removesuffix("'s")
    sentences = article.attribution.sentences
    titles = (field for field in (article.headline, article.dek) if field is not None)
    if any(surname in field.text for field in titles):
        return True
    if surname in sentences[0].text and not sentences[0].cues:
        return True
    described = sum(surname in s.text and not any(cue.kind in VOICES for cue in s.cues) for s in sentences)
    return described * PROFILE >= len(sentences)


PROFILE = 6  # somebody whom every sixth sentence describes is the subject
# words that can stand for the one source
SAME = frozenset(
    """
    he she it they who company firm group agency ministry department bank council spokesman spokeswoman
    spokesperson report study survey statement minister mayor president director
    """.split()
)
