from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Field, Finding, Good, Option, Rule, Severity, quoted
from presslint.language.phrases import Phrase, Phrases
from presslint.model.regex import regex

KEYS = regex(
    r"digitalsourcetype|(?:is)?ai(?:generated|assisted|written|used|translated|summary)|generatedby(?:ai)?|"
    r"machine(?:generated|translated|written)|automat(?:ed|ion)|genai"
)
NO = frozenset(("", "false", "no", "none", "0", "null", "n/a", "human", "digitalcapture", "humanedits"))
AUTOMATION = regex(
    r"\b(?:AI|A\.I\.|ChatGPT|GPT-?\d\w*|Gemini|Copilot|Claude|bot|robot|automated|automatically|machine|"
    r"algorithm)\b",
    re.IGNORECASE,
)
TOLD = Phrases(
    (
        Phrase("ai-used", r"\b(?:AI|A\.I\.|artificial intelligence|generative|ChatGPT|GPT-?\d|Gemini|"
            r"Copilot|Claude|language model|algorithm|automat\w{1,8}|machine "
            r"translat\w{1,4})\b[^.!?]{0,120}\b(?:us(?:e|ed|ing)|help(?:ed)?|"
            r"assist\w{0,4}|generat\w{1,4}|produc\w{1,4}|translat\w{1,4}|creat\w{1,4}|"
            r"written|wrote|review\w{0,3}|edit\w{0,3}|summari\w{1,4})\b", ()),
        Phrase("used-ai", r"\b(?:us(?:e|ed|ing)|help|assist\w{0,4}|generat\w{1,4}|produc\w{1,4}|"
            r"translat\w{1,4}|creat\w{1,4}|written|review\w{0,3}|edit\w{0,3}|"
            r"summari\w{1,4})\b[^.!?]{0,80}\b(?:AI|A\.I\.|artificial "
            r"intelligence|ChatGPT|GPT-?\d|Gemini|Copilot|Claude|language "
            r"model|algorithm|automat\w{1,8})\b", ()),
    )
)  # fmt: skip


class AiDisclosureMissing(Rule):
    """Where the newsroom records that a machine helped, the reader is told.

    The rule compares the article's own metadata (`ai_assisted: true`, IPTC's digital source type, a
    byline such as “Automated”) with what readers see: a disclosure field, or a sentence that says how
    AI was used. It infers nothing from style. Off by default: whether and how to disclose is a policy
    of the house, and with `required` every article must carry the disclosure.
    """

    severity = Severity.WARNING
    default_on = False
    sources = (
        "EU AI Act, Article 50(4), with its exemption for human review and editorial responsibility",
        "IPTC digital source type",
        "AI policies of newsrooms",
    )
    needs = frozenset({"metadata"})
    required: bool = Option(False, description="Every article carries a disclosure field, whatever was used.")
    examples: ClassVar = (
        Good(
            "---\ntitle: Fares\nai_assisted: true\n---\n\nFares rise.\n\nA summary was generated with "
            "AI and reviewed by Ana Ruiz.\n"
        ),
        Good("---\ntitle: Fares\nai_assisted: false\n---\n\nFares rise.\n"),
        Bad(
            "---\ntitle: Fares\nai_assisted: [[true]]\n---\n\nFares rise.\n",
            says="The metadata says that AI was used (“ai_assisted”), and the reader is not told; add "
            "a note and who checked it.",
            severity="warning",
        ),
        Bad('---\ntitle: Fares\nauthor: "[[Automated by the desk]]"\n---\n\nFares rise.\n'),
        Bad(
            "---\ntitle: [[Fares]]\n---\n\nFares rise.\n",
            required=True,
            says="The house asks for a disclosure, and none is here; add the field.",
        ),
        Bad(
            "---\ntitle: Fares\nmeta:\n  ai_assisted: [[true]]\n---\nText.\n",
            says="The metadata says that AI was used (“meta.ai_assisted”), and the reader is not told; add a "
            "note and who checked it.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Fares\ndigital_source_type: "
            "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits\n---\nText.\n"
        ),
        Good("---\ntitle: Fares\nai_assisted: true\ndisclosure: A tool was used\n---\nText.\n"),
        Good("---\ntitle: Fares\nauthor: Ana Ruiz\n---\nText.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        if article.get("disclosure") is not None:
            return
        if self.required:
            yield self.finding(article, "The house asks for a disclosure, and none is here; add the field.")
            return
        recorded = next(self.records(article), None)
        if recorded is not None and not any(TOLD.find(article)):
            yield self.finding(
                recorded,
                f"The metadata says that AI was used ({quoted(recorded.key)}), and the reader is not told; "
                "add a note and who checked it.",
            )

    def records(self, article: Article) -> Iterator[Field]:
        """Fields that record the use of AI."""
        for field in article.all("extra"):
            key = re.sub(r"[^a-z]", "", field.key.rsplit(".", 1)[-1].lower())
            value = field.text.strip().lower().rsplit("/", 1)[-1]
            if KEYS.fullmatch(key) and field.value is not False and value not in NO:
                yield field
        for field in article.bylines:
            if AUTOMATION.search(field.text):
                yield field
