from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import MASK, Article, Bad, Finding, Good, Kind, Option, Passage, Rule, Severity, quoted, regex
from presslint.desk import Attribution, Level, Sentence, any_of, is_speech

SPOKEN = frozenset(("speech", "document", "frame", "first-hand", "silence"))
# what stands around words that nobody need have spoken: signs, titles, questions of a form
BEARERS = any_of(
    r"sign signs poster banner headline title[ds]? entitled slogan motto caption message button label\w* tag",
    "tagline question questions phrase word words term email letter text lyrics? song verse poem prayer joke proverb",
    "saying letters dictionary definition read reads reading asks? prompt example called",
    ("known as", "step", r"step \d"),
)
SHOWN = regex(rf"\b{BEARERS}\b", re.IGNORECASE)
PERSON = regex(r"\b(?:he|she|him|her|his|hers)\b", re.IGNORECASE)
MARKS = ("“", '"', "‘", "'", "„", "«", "»")
VOICES = 3  # times that somebody with a name speaks, in copy that quotes as a report does
LONG = 12  # words of a quotation that surely was spoken
SHORT_LINE = 12  # words of a line of dialogue
BESIDES = 3  # words that may stand beside the quotation: “…” and a name
SENTENCE_END = regex(r"[.!?…]$|[,—–-]$")
DASH_SIGNATURE = regex(r"\s*(?:—|–|―|--|-)\s*[A-Z]")


class UnattributedQuote(Rule):
    """Every quotation says who speaks.

    A paragraph that is nothing but a quotation, with no speaker in it, in the one before or at the start of the one
    after, and nobody beside it who speaks elsewhere, leaves the reader to guess. The rule reads whole sentences in
    quotation marks only, and only in copy that quotes people by name three times: titles, terms, signs, notes,
    overheard words, questions and answers, lists, italics, stories told in dialogue, and quotations that go on over
    several paragraphs are left alone. A single long one is a warning where nobody at all is named beside it.
    """

    severity = Severity.SUGGESTION
    sources = (
        "Reuters Handbook of Journalism: quotes",
        "AP Stylebook: quotations in the news",
    )
    languages = frozenset({"en", "de", "fr", "es"})
    not_for = frozenset({"review", "interview", "docs", "index", "event", "recipe", "results", "live"})
    words: int = Option(8, ge=3, description="The fewest words of a quotation that is judged.")
    most: int = Option(
        4,
        ge=1,
        description="With more such quotations than this the copy is dialogue or a round-up, and is "
        "left alone.",
    )
    reads = frozenset({"quotations"})
    examples = (
        Bad(
            "The port will close in May.\n\n“[[We have waited for this wall for twenty years.]]”\n\n"
            "The cafe stays open. Boats leave at nine.\n\nIt rained.\n\nThe pier is new, Ana Ruiz said. It is long, Ben Cole said. It is blue, Ida Moll said.\n",
            says="“We have waited for this wall for twenty years.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Bad(
            "Fares rise on Monday.\n\n“[[It is the wrong moment for the whole of the island.]]”\n\n"
            "Boats leave at nine.\n\nThe cafe is closed.\n\nThe pier is new, Ana Ruiz said. It is long, Ben Cole said. It is blue, Ida Moll "
            "said.\n",
            severity="suggestion",
        ),
        Bad(
            "Fares rise on Monday.\n\n“[[It is the wrong moment for the whole of the island and for all of us.]]”\n\n"
            "Boats leave at nine.\n\nThe cafe is closed.\n\nThe pier is new, Ana Ruiz said. It is long, Ben Cole "
            "said. It is blue, Ida Moll said.\n",
            severity="warning",
        ),
        Good(
            "The port will close in May.\n\n“We have waited for this wall for twenty years,” Ana Ruiz said.\n"
        ),
        Good(
            "Ana Ruiz runs the port. “We are glad,” she said.\n\n“We have waited for this wall for "
            "twenty years.”\n"
        ),
        Good(
            "The port will close in May.\n\n“We have waited for this wall for twenty years.”\n\n"
            "The cafe stays open.\n"
        ),
        Good(
            "Moll keeps the port.\n\n“We have waited for this wall for twenty years.”\n\nBoats leave.\n\n"
            "It rained.\n\nThe pier is new, Ana Ruiz said. It is long, Ben Cole said. It is blue, Ida Moll said. It is new, Moll said.\n"
        ),
        Good(
            "“I go first,” he said.\n\n“No.”\n\n“Yes.”\n\n“You went first on every day of the last week.”\n"
        ),
        Good("A sign at the gate: “Please do not feed the birds on the wall.”\n\nThe cafe stays open.\n"),
        Good(
            "The port will close.\n\n“We have waited for this wall for twenty years,\n\n“and now it "
            "comes,” said Ruiz.\n"
        ),
        Good("“We have waited for this wall for twenty years.” — Ana Ruiz\n\nThe port will close in May.\n"),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“[[We have waited for this wall for twenty years and more now.]]”\n\n"
            "The cafe stays open.\n",
            says="“We have waited for this wall for twenty years and more now.” has no speaker; say who says "
            "it.",
            severity="suggestion",
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“We have waited for this wall for twenty years.”\n\nBoats left. The "
            "mayor said so.\n"
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“[[We have waited for this wall for twenty years.]]” It is.\n",
            says="“We have waited for this wall for twenty years.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“*We have waited for this wall for twenty years.*”\n\nThe cafe stays "
            "open.\n"
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“No.”\n\n“Yes.”\n\n“No.”\n\n“Yes, it is.”\n\nBoats leave.\n\nIt is.\n\n“We "
            "have waited for this wall for twenty years.”\n\nThe cafe stays open.\n"
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\nSo. “[[We have waited for this wall for twenty years.]]”\n\nThe cafe "
            "stays open.\n",
            says="“We have waited for this wall for twenty years.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Good(
            "## Why is it?\n\n## Who is it?\n\nAna Ruiz said the port was old. Ben Cole said it was wet. Jo "
            "Lind said it was cold.\n\nThe port will close in May.\n\n“We have waited for this wall for "
            "twenty years.”\n\nThe cafe stays open.\n"
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“We have waited for this wall for twenty years.”\n\nIt is on a sign.\n"
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“we have waited for this wall for twenty years.”\n\nThe cafe stays "
            "open.\n"
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“[[We have waited for this wall for two years.]]”\n\nBoats leave.\n\n"
            "“[[We have waited for this wall for three years.]]”\n\nBoats leave.\n\n“[[We have waited for "
            "this wall for four years.]]”\n\nBoats leave.\n\n“[[We have waited for this wall for five "
            "years.]]”\n\nBoats leave.\n\nThe cafe stays open.\n",
            says=(
                "“We have waited for this wall for two years.” has no speaker; say who says it.",
                "“We have waited for this wall for three years.” has no speaker; say who says it.",
                "“We have waited for this wall for four years.” has no speaker; say who says it.",
                "“We have waited for this wall for five years.” has no speaker; say who says it.",
            ),
            severity="suggestion",
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\nBoats leave.\n\nIt is.\n\n“[[We have waited for this wall for twenty "
            "years and more now.]]”\n\nShe left.\n\nIt is.\n",
            says="“We have waited for this wall for twenty years and more now.” has no speaker; say who says "
            "it.",
            severity="suggestion",
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\nBoats leave.\n\nIt is.\n\n“So.”\n\n“[[We have waited for this wall for "
            "twenty years and more now.]]”\n\nBoats leave.\n\nIt is.\n",
            says="“We have waited for this wall for twenty years and more now.” has no speaker; say who says "
            "it.",
            severity="suggestion",
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“[[We have waited for this wall for ages.]]”\n\nThe cafe stays open.\n",
            says="“We have waited for this wall for ages.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\nA sign hangs there. It is old.\n\n“[[We have waited for this wall "
            "for twenty years.]]”\n\nThe cafe stays open.\n",
            says="“We have waited for this wall for twenty years.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“*[[We have waited* for this wall for twenty years.]]”\n\nThe cafe "
            "stays open.\n",
            says="“We have waited for this wall for twenty years.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n- “We have waited for this wall for twenty years.”\n\nThe cafe stays "
            "open.\n"
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\nBoats leave.\n\nIt is.\n\n“[[We have waited for this wall for twenty "
            "years and more now.]]”\n\nBoats leave.\n\nThe mayor said so.\n",
            says="“We have waited for this wall for twenty years and more now.” has no speaker; say who says "
            "it.",
            severity="suggestion",
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\nRuiz left.\n\n“[[We have waited for this wall for twenty years.]]”\n\n"
            "The cafe stays open.\n",
            says="“We have waited for this wall for twenty years.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\nRuiz said it too. It was old.\n\nIt is.\n\nRuiz left. It is.\n\n“[[We "
            "have waited for this wall for twenty years.]]”\n\nThe cafe stays open.\n",
            says="“We have waited for this wall for twenty years.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“We have waited for walls for ages.”\n\nThe cafe stays open.\n"
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. It was cold.\n\nThe port will close "
            "in May.\n\n“We have waited for this wall for twenty years.”\n\nThe cafe stays open.\n"
        ),
        Bad(
            "## Why is it?\n\nAna Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it "
            "was cold.\n\nThe port will close in May.\n\n“[[We have waited for this wall for twenty "
            "years.]]”\n\nThe cafe stays open.\n",
            says="“We have waited for this wall for twenty years.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“[[We have waited for this wall for twenty years.]]”\n\nBoats left. "
            "Boats came. The mayor said so.\n",
            says="“We have waited for this wall for twenty years.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“We have waited for this wall for twenty years.”\n\nCritics say so.\n"
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“[[We have waited for this wall for twenty years.]]”\n\nIt is old. "
            "It is on a sign.\n",
            says="“We have waited for this wall for twenty years.” has no speaker; say who says it.",
            severity="suggestion",
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\nIt is…\n\n“We have waited for this wall for twenty years.”\n\nThe cafe "
            "stays open.\n"
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\n“We have waited for this wall for twenty years.” It is late now.\n"
        ),
        Good(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\nSo it “We have waited for this wall for twenty years.”\n\nThe cafe "
            "stays open.\n"
        ),
        Bad(
            "Ana Ruiz said the port was old. Ben Cole said it was wet. Jo Lind said it was cold.\n\nThe "
            "port will close in May.\n\nBoats leave.\n\nIt is.\n\n“[[We have waited for this wall for twenty "
            "years and more now.]]”\n\nMoll left.\n\nIt is.\n",
            says="“We have waited for this wall for twenty years and more now.” has no speaker; say who says "
            "it.",
            severity="warning",
        ),
        Bad(
            "Der Hafen schließt im Mai.\n\n„[[Wir haben zwanzig Jahre auf diese Mauer gewartet.]]“\n\nDas Café bleibt offen. Es gibt "
            "Kuchen.\n\nEs hat geregnet.\n\nDer Steg ist neu, sagte Ana Ruiz. Er ist lang, sagte Ben Cole. Er ist blau, sagte Ida Moll.\n",
            settings={"language": "de"},
            severity="suggestion",
        ),
        Good(
            "Der Hafen schließt im Mai.\n\n„Wir haben zwanzig Jahre auf diese Mauer gewartet.“\n\nDas erklärte Ana Ruiz.\n\n"
            "Es hat geregnet.\n\nDer Steg ist neu, sagte Ana Ruiz. Er ist lang, sagte Ben Cole. Er ist blau, sagte Ida Moll.\n",
            settings={"language": "de"},
        ),
        Bad(
            "Le port ferme en mai.\n\n« [[Nous attendons ce mur depuis plus de vingt ans.]] »\n\nLe café reste ouvert. Il y a du gâteau.\n\nIl a "
            "plu.\n\nLe quai est neuf, a déclaré Ana Ruiz. Il est long, a ajouté Ben Cole. Il est bleu, a dit Ida Moll.\n",
            settings={"language": "fr"},
            severity="suggestion",
        ),
        Good(
            "Le port ferme en mai.\n\n« Nous attendons ce mur depuis plus de vingt ans. »\n\nC’est ce qu’affirme le maire.\n\nIl a plu.\n\n"
            "Le quai est neuf, a déclaré Ana Ruiz. Il est long, a ajouté Ben Cole. Il est bleu, a dit Ida Moll.\n",
            settings={"language": "fr"},
        ),
        Bad(
            "El puerto cierra en mayo.\n\n«[[Llevamos más de veinte años esperando este muro.]]»\n\nEl café sigue abierto. Hay pastel.\n\nHa "
            "llovido.\n\nEl muelle es nuevo, dijo Ana Ruiz. Es largo, añadió Ben Cole. Es azul, señaló Ida Moll.\n",
            settings={"language": "es"},
            severity="suggestion",
        ),
        Good(
            "El puerto cierra en mayo, según el alcalde.\n\n«Llevamos más de veinte años esperando este muro.»\n\nEl café sigue abierto.\n\n"
            "El muelle es nuevo, dijo Ana Ruiz. Es largo, añadió Ben Cole. Es azul, señaló Ida Moll.\n",
            settings={"language": "es"},
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        if attribution.chats() or sum(h.text.rstrip().endswith("?") for h in article.headings) > 1:
            return
        voices = sum(
            cue.level is Level.NAMED
            and cue.kind == "speech"
            and cue.lemma.isalpha()  # no “Ruiz: …” of a script
            for s in attribution.sentences
            for cue in s.cues
        )
        if voices < VOICES or self._is_dialogue(article):
            return  # copy that quotes few by name: a story, a script, a wall of sayings
        found = list(self._unspoken(article, attribution))
        if len(found) > self.most:
            return
        for passage in found:
            sure = len(found) == 1 and "!" not in passage.text
            sure = sure and self._is_sure(attribution, attribution.at(passage))
            yield self.finding(
                passage,
                f"{quoted(passage.text)} has no speaker; say who says it.",
                severity=Severity.WARNING if sure and passage.word_count >= LONG else Severity.SUGGESTION,
            )

    def _is_dialogue(self, article: Article) -> bool:
        """Whether short lines of speech follow one another, as in a story or a script."""
        opening = [text for block in article.prose if (text := block.text.lstrip())[:1] in MARKS]
        return sum(len(text.split()) < SHORT_LINE for text in opening) > self.most

    def _unspoken(self, article: Article, attribution: Attribution) -> Iterator[Passage]:
        seen: set[int] = set()
        for quotation in article.quotations:
            passage = quotation.passage.strip()
            if quotation.continued or quotation.continues or not quotation.balanced:
                continue
            if (
                passage.word_count < self.words
                or not self._is_speech(article, passage)
                or _is_in_italics(passage)
            ):
                continue
            sentences = attribution.at(passage)
            if not sentences or sentences[0].block.kind is Kind.ITEM or sentences[0].paragraph in seen:
                continue
            seen.add(sentences[0].paragraph)
            if self._goes_on(attribution, sentences) or self._has_speaker(attribution, sentences):
                continue
            yield passage

    def _is_speech(self, article: Article, passage: Passage) -> bool:
        """A whole sentence at the start of its paragraph, or after a stop: no term, no title, no sign."""
        text = passage.text
        if (
            not text[:1].isupper()
            or SENTENCE_END.search(text) is None
            or not is_speech(text, article.primary_language)
        ):
            return False
        root = passage.root.text
        before = root[: passage.at].rstrip("“\"'‘«„»‹\u00a0\u202f ")
        return not before.strip() or before.rstrip()[-1:] in '.!?”"“»'

    def _goes_on(self, attribution: Attribution, sentences: tuple[Sentence, ...]) -> bool:
        """Whether the paragraph says more than the quotation: “She pauses.”, “and so the cafe closes”."""
        paragraph = attribution.paragraphs[sentences[0].paragraph]
        return len(" ".join(s.text for s in paragraph).replace(MASK, "").split()) > BESIDES

    def _has_speaker(self, attribution: Attribution, sentences: tuple[Sentence, ...]) -> bool:
        """Whether somebody speaks in the paragraph, in the one before or at the start of the one after."""
        before, here, after = _beside(attribution, sentences)
        around = (*here, *before, *after[:2])
        if any(cue.kind in SPOKEN and cue.level >= Level.VAGUE for s in around for cue in s.cues):
            return True
        known = {source.name.split()[-1] for source in attribution.sources if len(source.mentions) > 1}
        if any(word in known for s in before[-1:] for word in s.tokens.words):
            return True  # whoever is named beside it goes on speaking
        if any(SHOWN.search(s.text) for s in (*here, *before[-1:], *after[:1])):
            return True
        if any(DASH_SIGNATURE.match(s.text) for s in (*here, *after[:1])):
            return True
        return bool(before) and before[-1].text.rstrip().endswith((":", ",", "…", "..."))

    def _is_sure(self, attribution: Attribution, sentences: tuple[Sentence, ...]) -> bool:
        """Whether nobody is named at all beside the quotation, and nobody speaks two paragraphs away."""
        before, _, after = _beside(attribution, sentences)
        if any(s.passage.text.startswith(MARKS) for s in (*before[:1], *after[:1])):
            return False  # talk
        if any(any(s.tokens.names) or PERSON.search(s.text) for s in (*before, *after)):
            return False
        number = sentences[0].paragraph
        far = [s for group in attribution.paragraphs[max(0, number - 2) : number + 3] for s in group]
        return not any(
            cue.kind in SPOKEN and cue.level >= Level.VAGUE and cue.source[1] for s in far for cue in s.cues
        )


def _is_in_italics(passage: Passage) -> bool:
    end = passage.at + len(passage)
    return any(
        mark.kind == "em" and mark.start <= passage.at and end <= mark.end for mark in passage.root.marks
    )


def _beside(
    attribution: Attribution, sentences: tuple[Sentence, ...]
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...], tuple[Sentence, ...]]:
    """The sentences of the paragraph before, of the quotation's own, and of the one after."""
    number, paragraphs = sentences[0].paragraph, attribution.paragraphs
    before = paragraphs[number - 1] if number else ()
    after = paragraphs[number + 1] if number + 1 < len(paragraphs) else ()
    return before, paragraphs[number], after
