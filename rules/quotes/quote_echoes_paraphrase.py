from __future__ import annotations

from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk.attribution import Sentence, is_speech
from presslint.desk.cues import Level
from presslint.language.likeness import containment, stems
from presslint.model.passage import MASK, Passage


class QuoteEchoesParaphrase(Rule):
    """A quotation adds to what the copy has just said.

    “He said he would run again. ‘I will run again,’ he said.” One of the two is enough, and it is usually
    the quotation. The rule compares a reported sentence with the quotation that follows it and asks for
    nearly all of its words to return. Off unless selected: no pair in 2.3 million words of professional
    copy came so close, and with a lower bar three hits in four were titles and slogans.
    """

    severity = Severity.SUGGESTION
    default_on = False
    sources = ("Desk practice: do not state it and then quote it", "BBC Academy: writing for news")
    languages = frozenset({"en"})
    not_for = frozenset({"review", "docs", "index", "event"})
    share: float = Option(
        0.75, ge=0.5, le=1, description="How much of the shorter of the two must return in the other."
    )
    words: int = Option(5, ge=3, description="The fewest words of content that both must share.")
    looks_at = frozenset({"quotation"})
    examples = (
        Bad(
            "Ruiz said the island would run the late ferry again every summer night. "
            "“[[We will run the late ferry again every summer night on the island]],” she said.\n",
            says="“We will run the late ferry again every … night on the island” "
            "says what the sentence before it says; keep one of the two.",
            severity="suggestion",
        ),
        Good("Ruiz said the ferry would run again. “It was always the crew who wanted it,” she said.\n"),
        Good("Ruiz said the island would run the late ferry again. “We will,” she said.\n"),
        Good("Ruiz said the ferry would run late every night. “Run ferry late every night,” she said.\n"),
        Bad(
            "Ruiz said the ferry would run late every night. “[[Ferry will run late every night]],” she "
            "said.\n",
            says="“Ferry will run late every night” says what the sentence before it says; keep one of the "
            "two.",
            severity="suggestion",
        ),
        Good(
            "Ruiz said the island would run the late ferry again every summer night. “We will run the "
            "late ferry again every summer night and open the new pier and the old mill and sell the "
            "boats,” she said.\n"
        ),
        Bad(
            "The mayor said the island would run the late ferry again every summer night. “[[We will run "
            "the late ferry again every summer night]],” she said.\n",
            says="“We will run the late ferry again every summer night” says what the sentence before it "
            "says; keep one of the two.",
            severity="suggestion",
        ),
        Good(
            "The island would run the late ferry again every summer night. “We will run the late ferry "
            "again every summer night,” she said.\n"
        ),
        Bad(
            "Ruiz said the island would run the late ferry again every summer night. “[[Run late ferry "
            "now]],” she said.\n",
            says="“Run late ferry now” says what the sentence before it says; keep one of the two.",
            severity="suggestion",
            words=3,
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        for quotation in article.quotations:
            passage = quotation.passage
            if passage.word_count < self.words + 1 or not is_speech(passage.text):
                continue
            here = attribution.at(passage)
            if not here or here[0].index == 0:
                continue
            before = attribution.sentences[here[0].index - 1]
            if self._reports(before) and self._echoes(before, passage):
                where = passage[: len(passage.text.rstrip(",. "))]
                yield self.finding(
                    where,
                    f"{quoted(where.text)} says what the sentence before it says; keep one of the two.",
                    see=((before.passage, "said here already"),),
                )

    def _reports(self, sentence: Sentence) -> bool:
        """Indirect speech in the writer's words: somebody speaks and nothing is quoted."""
        return (
            sentence.level >= Level.ROLE
            and MASK not in sentence.text
            and any(cue.kind == "speech" for cue in sentence.cues)
        )

    def _echoes(self, sentence: Sentence, quotation: Passage) -> bool:
        said, reported = set(stems(quotation.text)), set(stems(sentence.text))
        return len(said & reported) >= self.words and containment(said, reported) >= self.share
