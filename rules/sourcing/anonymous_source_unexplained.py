from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Rule, Severity, quoted, regex
from presslint.desk import Attribution, Cue, Sentence, any_of

NAMELESS = frozenset("source sources insider insiders official aide diplomat".split())
AFTER_HEAD = frozenset(
    "at in with from of inside within close familiar briefed involved near for who on".split()
)
BARE = frozenset(("source", "sources", "insider", "insiders"))
INDEFINITE = frozenset(("a", "an", "one", "another", "two", "three", "several"))
REASONS = any_of(
    (r"anonym\w+", "not (?:be )?(?:authori[sz]ed|allowed|permitted|named|identified)", "unauthori[sz]ed"),
    ("retaliation", "reprisals?", "fear(?:ed|s|ing)? (?:of|for|that)", "feared"),
    (r"declin\w+ to (?:be|give)", r"refus\w+ to be", "because", r"withh\w+", "on background", r"sensitiv\w+"),
    ("confidential", "private(?:ly)? (?:talks|deliberations|conversations)"),
)
REASON = regex(rf"\b{REASONS}\b", re.IGNORECASE)
POSITION = regex(
    r"\b(?:at|in|with|from|of|inside|within|close to|familiar with|briefed on|involved in|near|for|who)\b"
)


class AnonymousSourceUnexplained(Rule):
    """A source who stays unnamed is described, and the reader is told why.

    “A source said” tells nobody how the source could know. Say what the person does or how near the matter
    they stand, and why no name is given. A bare “source” is a warning, a described one without a reason a
    suggestion; the reason may stand two sentences before or after, or once for the whole story.
    """

    severity = Severity.SUGGESTION
    reads = frozenset({"cues"})
    reads_words = NAMELESS
    sources = (
        "AP News Values and Principles: anonymous sources",
        "The Trust Project: unnamed sources policy",
        "BBC Editorial Guidelines, section 3: anonymous sources",
    )
    languages = frozenset({"en"})
    not_for = frozenset({"opinion", "review", "docs", "index", "event", "recipe", "results"})
    examples = (
        Bad(
            "The deal is close, [[a source said]]. The bank is silent.\n",
            says="“a source said”: say what the source does and why no name is given.",
            severity="warning",
        ),
        Bad("[[Sources said]] the deal was close. The bank is silent.\n", severity="warning"),
        Bad(
            "[[A senior bank official said]] the deal was close. The rain went on.\n",
            says="“A senior bank official said”: say why no name is given.",
            severity="suggestion",
        ),
        Good(
            "A bank official involved in the talks, who was not authorised to speak publicly, said it "
            "was close.\n"
        ),
        Good("The deal is close, a source said. The source asked not to be named because the talks go on.\n"),
        Good("An official, Ana Ruiz, said the deal was close. A water source dried up.\n"),
        Good("“A source said so,” Ruiz said. Sources of income, the report said, are few.\n"),
        Good("A bank official, Ana Ruiz, said the deal was close. The rain went on.\n"),
        Good("A source code said the deal was close. The rain went on.\n"),
        Good("An official said the deal was close. The rain went on.\n"),
        Bad(
            "[[A bank source said]] the deal was close. The rain went on.\n",
            says="“A bank source said”: say why no name is given.",
            severity="suggestion",
        ),
        Good("Bank sources said the deal was close. The rain went on.\n"),
        Good("The talks are private because of the law. It was dark. A source said the deal was close.\n"),
        Good("According to a source, the deal was close. The rain went on.\n"),
        Bad(
            "The deal is close, [[said a bank official]], and the rain went on.\n",
            says="“said a bank official”: say why no name is given.",
            severity="suggestion",
        ),
        Good(
            "---\ntitle: We build\n---\n\nWe built our pier. The deal is close, a source said. We like our "
            "deal.\n"
        ),
        Good("A bank official, who had been there, said the deal was close. The rain went on.\n"),
        Good(
            "A senior official of the old harbour board of the town in the north said the deal was "
            "close. The rain went on.\n"
        ),
        Bad(
            "[[A senior official of the bank board said]] the deal was close. The rain went on.\n",
            says="“A senior official of the bank board said”: say why no name is given.",
            severity="suggestion",
        ),
        Bad(
            "The talks are private because of the law. The rain went on. It was dark. [[A source said]] "
            "the deal was close.\n",
            says="“A source said”: say what the source does and why no name is given.",
            severity="warning",
        ),
        Good("A source said the deal was close. It was dark. The talks are private because of the law.\n"),
        Bad(
            "[[A source said]] the deal was close. It was dark. The rain went on. The talks are private "
            "because of the law.\n",
            says="“A source said”: say what the source does and why no name is given.",
            severity="warning",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        attribution = article.attribution
        if attribution.chats():
            return
        explained = False
        for sentence in attribution.sentences:
            for cue in sentence.cues:
                kind = _nameless(sentence, cue)
                if not kind:
                    continue
                explained = explained or _reason_near(attribution, sentence)
                if explained:
                    return  # a story explains its sources once
                start, end = min(cue.start, cue.source[0]), max(cue.end, cue.source[1])
                where = sentence.part(start, end)
                missing = "say what the source does and why no name is given"
                if kind == "described":
                    missing = "say why no name is given"
                yield self.finding(
                    where,
                    f"{quoted(where.text)}: {missing}.",
                    severity=Severity.WARNING if kind == "bare" else Severity.SUGGESTION,
                )
                return


def _nameless(sentence: Sentence, cue: Cue) -> str:
    """“bare” or “described” when an unnamed person speaks; else empty."""
    if cue.kind != "speech" or not cue.source[1] or cue.level > 2:
        return ""
    tokens = sentence.tokens
    words = [word.lower() for word in tokens.words[slice(*cue.source)]]
    head = next((word for word in words if word in NAMELESS), "")
    after_head = words[words.index(head) + 1 :] if head else []
    if "who" in (word.lower() for word in tokens.words[cue.source[1] : cue.start]):
        return ""  # “a source who told him”: somebody else’s source
    if not head or len(words) > 12 or (after_head and after_head[0] not in AFTER_HEAD):
        return ""
    plural = head in ("sources", "insiders")
    if words[0] not in INDEFINITE and not (plural and words[0] == head):
        return ""
    after = tokens.words[cue.source[1] : cue.source[1] + 2]
    if after[:1] == [","] and after[1:] and after[1][:1].isupper():
        return ""  # “an official, Ana Ruiz, said”
    placed = POSITION.search(" ".join(words)) is not None
    if head not in BARE:
        return "described" if placed or len(words) > 2 else ""
    return "described" if placed or after_head or words.index(head) > 1 else "bare"


def _reason_near(attribution: Attribution, sentence: Sentence) -> bool:
    near = attribution.sentences[max(0, sentence.index - 2) : sentence.index + 3]
    return any(REASON.search(other.text) for other in near)
