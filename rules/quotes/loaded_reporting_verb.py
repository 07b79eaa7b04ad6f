from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Option, Rule, Severity, quoted
from presslint.desk.attribution import Sentence
from presslint.desk.cues import Cue, Level
from presslint.language.lexicon import AUXILIARY, BE
from presslint.language.quotation import OPENING
from presslint.language.words.reporting import LOADED
from presslint.model.regex import regex

MEANS = {
    "claim": "doubts the speaker",
    "admit": "presumes guilt",
    "concede": "presumes reluctance",
    "confess": "presumes guilt",
    "insist": "doubts the speaker",
    "refute": "means to disprove",
    "rebut": "means to disprove",
}
# objects that make another sense: claim a prize, admit a patient, acknowledge a debt
OTHER_SENSE = regex(
    r"(?i)\b(?:claim\w* (?:responsibility|the|a|an|his|her|its|their|victory|credit|lives|asylum|benefits"
    r"|to have been|\d)|admitt?\w* (?:to (?:the )?(?:hospital|murder|manslaughter|assault|charges?|a charge"
    r"|offences?|stealing|killing|driving)|guilt|murder|manslaughter|charges?|liability|patients?|members?"
    r"|students?|defeat)|conced\w* (?:defeat|the|a|an|his|her|their|goals?|\d)|insist\w* (?:on|upon)|complain\w* (?:of"
    r"|about|to)|confess\w* to|tout\w* (?:the|a|as))\b"
)
COURT = (
    r"(?i)\b(?:court|judge|jury|trial|police|prosecut\w+|lawsuit|suing|sued|complaint|indict\w+|accus\w+"
    r"|charged?|plead\w*|guilty|alleg\w+|defen[cd]e|verdict|suspect|fraud|investigat\w+)\b"
)
AFTER = regex(
    rf"\W*(?:that\b|he\b|she\b|they\b|it\b(?!\s*[,.!?])|there\b|the\b|his\b|her\b|their\b|its\b|:|,? ?[{OPENING}])"
)


class LoadedReportingVerb(Rule):
    """“Said” reports; the verbs that judge are kept for when they are meant.

    “Claimed” doubts, “admitted” convicts, “refuted” decides the quarrel. Where the copy only means that
    somebody said it, “said” is fair to everybody. Crime and court copy, claims of responsibility, pleas,
    concessions of defeat and the other senses of these words are left alone, and so is opinion.
    """

    severity = Severity.SUGGESTION
    sources = (
        "AP Stylebook: said",
        "Reuters Handbook of Journalism: attributive verbs",
        "Wikipedia Manual of Style: synonyms for said",
    )
    languages = frozenset({"en"})
    looks_for = frozenset({"claim", "admit", "conced", "confess", "insist", "refut", "rebut"})
    not_for = frozenset({"opinion", "review", "docs", "index", "event", "sport"})
    allow: tuple[str, ...] = Option(
        (), description="Verbs that the house uses freely, in their plain form: “insist”."
    )
    examples = (
        Bad(
            "Ana Ruiz [[claimed]] that the bridge was closed. The road was empty.\n",
            says="“claimed” doubts the speaker; write “said” unless that is meant.",
            severity="suggestion",
        ),
        Bad(
            "The mayor [[refuted]] that she had known. The hall was full.\n",
            says="“refuted” means to disprove; write “said” unless that is meant.",
        ),
        Good("Ana Ruiz said that the bridge was closed, and insisted on a boat.\n"),
        Good("The group claimed responsibility, and Ruiz claimed the title.\n"),
        Good("He admitted that he had taken the boat, the court heard.\n"),
        Good("Ruiz conceded his race on Monday, and I admit that I never liked the boat.\n"),
        Good("Ruiz conceded defeat and insisted on a recount.\n"),
        Good("“She claimed that it was closed,” Ruiz said.\n"),
        Good("Ana Ruiz had admitted that it was shut. The hall was full.\n"),
        Bad(
            "Ana Ruiz left, [[claiming]] that it was shut. The hall was full.\n",
            says="“claiming” doubts the speaker; write “saying” unless that is meant.",
            severity="suggestion",
        ),
        Bad(
            "The police came. The road was empty. Ana Ruiz [[claimed]] that it was shut. The hall was "
            "full. It was wet.\n",
            says="“claimed” doubts the speaker; write “said” unless that is meant.",
            severity="suggestion",
        ),
        Good("The police came. Ana Ruiz claimed that it was shut. The hall was full. It was wet.\n"),
        Good("Ana Ruiz claimed that it was shut. The police came.\n"),
        Bad(
            "Ana Ruiz [[claimed]] that it was shut. The hall was full. The police came.\n",
            says="“claimed” doubts the speaker; write “said” unless that is meant.",
            severity="suggestion",
        ),
        Bad(
            "Ana Ruiz [[claims]] that it is shut. The hall was full.\n",
            says="“claims” doubts the speaker; write “says” unless that is meant.",
            severity="suggestion",
        ),
        Bad(
            "Islanders [[claim]] that it is shut. The hall was full.\n",
            says="“claim” doubts the speaker; write “say” unless that is meant.",
            severity="suggestion",
        ),
        Bad(
            "Ana Ruiz [[insisted]] it was shut. The hall was full.\n",
            says="“insisted” doubts the speaker; write “said” unless that is meant.",
            severity="suggestion",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        for sentence in attribution.sentences:
            for cue in sentence.cues:
                if cue.lemma not in MEANS or cue.lemma not in LOADED or cue.lemma in self.allow:
                    continue
                if not self._reports(sentence, cue) or re.search(
                    COURT, _around(attribution.sentences, sentence)
                ):
                    continue
                where = sentence.part(cue.start, cue.end)
                yield self.finding(
                    where,
                    f"{quoted(where.text)} {MEANS[cue.lemma]}; write {_said(where.text)} unless that is "
                    f"meant.",
                )

    def _reports(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether the verb introduces a statement and does nothing else."""
        if cue.kind != "speech" or cue.level < Level.ROLE or sentence.second_person or sentence.first_person:
            return False
        tokens = sentence.tokens
        if cue.start and tokens.tags[cue.start - 1] & (AUXILIARY | BE):
            return False  # “would claim”, “has admitted”
        places = sentence.places
        rest = sentence.text[places[cue.end - 1][1] :]
        verb = sentence.text[places[cue.start][0] :]
        return AFTER.match(rest) is not None and OTHER_SENSE.match(verb) is None


def _around(sentences: tuple[Sentence, ...], sentence: Sentence) -> str:
    near = sentences[max(0, sentence.index - 1) : sentence.index + 2]
    return " ".join(other.text for other in near)


def _said(verb: str) -> str:
    if verb.endswith("ing"):
        return "“saying”"
    return "“says”" if verb.endswith("s") else "“said”" if verb.endswith("d") else "“say”"
