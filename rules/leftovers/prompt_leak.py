from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Kind, Rule, Severity, quoted, regex
from presslint.desk import (
    ORDERS,
    PROMPTS,
    Hit,
    Phrases,
    about_chatbots,
    any_of,
    at_the_edge,
    is_reported,
    jaccard,
    stems,
)

PHRASES = Phrases(PROMPTS + ORDERS)
FRAME = frozenset(("headline", "dek", "description", "kicker"))
OWN_LENGTH = regex(
    r"\b(?:script|essay|speech|letter|contest|entry|submission|abstract|answer|reader)s?\b", re.I
)
THIS = any_of("this cet ce dieser? este dit deze")
TEXT = any_of(
    "article text summary story overview report guide post analysis artikel texte? artículo texto tekst"
)
OF_ITSELF = regex(
    rf"\b{THIS} (?:\w{{3,20}} ){{0,3}}{TEXT}\b(?:[^.!?\n]|\.\w){{0,120}}$|"
    r"^\W{0,3}(?:written|verfasst|rédigé|redactado|geschreven)\b",
    re.I,
)
HEAD = 2  # blocks in which a label repeats what the metadata should hold
LABEL_EDGE = 6  # blocks at either end in which a generated text carries its labels
SAME = 0.6  # shared words from which a labelled line repeats the headline
QUESTIONS = frozenset(("title", "outline", "weak", "length", "tone"))  # kinds that a desk can have meant


class PromptLeak(Rule):
    """The copy holds the story, not the instructions for writing it.

    “Write a 600-word article about…”, “SEO keywords:”, “Word count: 412” belong to a prompt or to a
    form and were pasted along with the text. Instructions and labels for search engines are errors;
    “Headline:” before the headline is a warning, since some desks file so. Labels count at the head
    and foot of an article, where they are left over, and never in quotation marks or code. Echoes of
    the order are warnings: a length that ends a subhead (“Steps (at least 3)”), or the tone of “this
    article”; a speaker has a tone, and a contest a length, without a finding. The parts of an outline (“Hook:”, “Body paragraph 2:”, “Conclusion:”) count when two of them stand before
    paragraphs; one alone, or in a subhead, is the writer's own.
    """

    severity = Severity.ERROR
    reads_words = PHRASES.literals
    sources = (
        "NewsGuard: signs of unchecked publishing",
        "Journalism Trust Initiative, clause 10: accuracy",
    )
    examples: ClassVar = (
        Good(
            "Teachers were told to type “Write a 300-word article about the sea” and compare the results.\n"
        ),
        Good(
            "---\nseo_title: Ferry stops at four piers\nheadline: Ferry stops\n---\n\nThe ferry stops at four piers, in the words of the sign.\n"
        ),
        Good("They will rewrite this section of the law, and make this part of the coast more lively.\n"),
        Good(
            "# Ferry\n\nIt stops at four piers.\n\n## Conclusion: more to come?\n\nConclusion: it is late.\n"
        ),
        Bad(
            "[[Hook:]] The ferry is late.\n\nIt stops at four piers.\n\n[[Call to action:]] ring the council.\n",
            says=(
                "“Hook:” is a label from the writing of the story; delete it.",
                "“Call to action:” is a label from the writing of the story; delete it.",
            ),
            severity="warning",
        ),
        Good(
            "Write to the council in your own words about the buses, the campaign says, and include your street.\n"
        ),
        Bad(
            "[[Write a 600-word news article]] about the ferry in a neutral tone.\n\nThe ferry stops "
            "at four piers.\n",
            says="“Write a 600-word news article” is an instruction for writing the story; delete it.",
            severity="error",
        ),
        Bad(
            "The ferry stops.\n\n[[Rewrite this section]] to be a fifth shorter.\n\nIt leaves at noon.\n",
            severity="error",
        ),
        Bad(
            "The ferry stops at four piers.\n\n[[Word count: 412]]\n\n[[SEO keywords:]] ferry, pier, island\n",
            says=(
                "“Word count: 412” is a label from the writing of the story; delete the line.",
                "“SEO keywords:” is a label from the writing of the story; delete the line.",
            ),
            severity="error",
        ),
        Bad(
            "[[Headline:]] Ferry stops at four piers\n\nThe council said on Monday that it will.\n",
            severity="warning",
            says="“Headline:” labels a line that readers know by its place; delete the label.",
        ),
        Bad(
            "## Steps [[(at least 3)]]\n\nIt sails.\n",
            says="“(at least 3)” repeats the order for the story; cut it.",
            severity="warning",
        ),
        Bad(
            "# Ferry stops at four piers\n\nThe council said so.\n\n[[Headline:]] Ferry stops at four piers\n",
            says="“Headline:” labels a line that readers know by its place; delete the label.",
            severity="warning",
        ),
        Bad(
            "---\ntitle: Ferry stops [[in a neutral tone]]\n---\n\nIt sails.\n",
            says="“in a neutral tone” repeats the order for the story; cut it.",
            severity="warning",
        ),
        Good(
            "---\ntitle: Ferry stops at four piers\n---\n\nIt sails.\n\nThe council met.\n\nTitle: Ferry stops "
            "at four piers\n\nThe council met.\n"
        ),
        Bad(
            "[[User: ]]write me a story.\n\n[[Assistant: ]]The ferry stops.\n",
            says=(
                "“User:” is the turn of a chat; keep the story and delete the conversation.",
                "“Assistant:” is the turn of a chat; keep the story and delete the conversation.",
            ),
            severity="error",
        ),
        Bad(
            "It sails.\n\n[[(412 words)]]\n",
            says="“(412 words)” is a label from the writing of the story; delete the line.",
            severity="warning",
        ),
        Good("It sails in steps (at least 3).\n"),
        Bad(
            "This article is written [[in a neutral tone]].\n",
            says="“in a neutral tone” repeats the order for the story; cut it.",
            severity="warning",
        ),
        Good(
            "# Ferry stops at four piers\n\nHeadline: Ferry stops now at six piers\n\nThe council said so.\n"
        ),
        Bad(
            '---\ntitle: "[[Headline:]] Ferry stops at four piers"\n---\n\nThe council said so.\n',
            says="“Headline:” labels a line that readers know by its place; delete the label.",
            severity="warning",
        ),
        Good(
            "It sails.\n\nIt sails.\n\nIt sails.\n\nIt sails.\n\nIt sails.\n\nIt sails.\n\nSEO keywords: ferry\n\nIt "
            "stops.\n\nIt stops.\n\nIt stops.\n\nIt stops.\n\nIt stops.\n\nIt stops.\n\nIt stops.\n\nIt stops.\n\n"
        ),
        Bad(
            "---\ntitle: Boot\ndescription: [[Schrijf alles over deze boot in het Nederlands]]\n---\n\nHij vaart.\n",
            says="“Schrijf alles over deze boot in het Nederlands” is an instruction for writing the story; delete it.",
            severity="error",
        ),
        Bad(
            "[[Sentiment: ]]neutral\n\nIt sails.\n",
            says="“Sentiment:” is a label from the writing of the story; delete the line.",
            severity="error",
        ),
        Good(
            "Schrijf ons een brief. Escribe todo sobre el barco y envíalo. Schreiben Sie uns einen Text über den Bus.\n"
        ),
        Good("---\ntitle: Ferry stops (150 words)\n---\n\nIt sails.\n"),
        Good("Human: write me a story.\n\nThe ferry stops.\n"),
        Good("The mayor spoke in a neutral tone.\n"),
        Good("Hook: The ferry is late.\n\n## Conclusion: it ends\n\nIt stops.\n"),
        Bad(
            "# A chatbot writes\n\nThe chatbot was told.\n\n[[Write a 600-word news article]] about the "
            "ferry.\n\nThe chatbot did.\n",
            says="“Write a 600-word news article” is an instruction for writing the story; delete it.",
            severity="warning",
        ),
        Bad(
            "It sails.\n\nIt sails.\n\nIt sails.\n\nIt sails.\n\nIt sails.\n\n[[SEO keywords:]] ferry\n\nIt stops.\n\n"
            "It stops.\n\nIt stops.\n\nIt stops.\n\nIt stops.\n\nIt stops.\n\nIt stops.\n\nIt stops.\n\n",
            says="“SEO keywords:” is a label from the writing of the story; delete the line.",
            severity="error",
        ),
        Bad(
            "[[SEO keywords:]] ferry\n\nIt sails.\n",
            says="“SEO keywords:” is a label from the writing of the story; delete the line.",
            severity="error",
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        hits = [hit for hit in PHRASES.find(article) if not is_reported(article, hit)]
        kinds = {hit.phrase.kind for hit in hits}
        if len({hit.passage.text.lower() for hit in hits if _begins_a_paragraph(hit)}) > 1:
            kinds.add("outlined")
        for hit in hits:
            if self.is_left_over(article, hit, kinds):
                soft = hit.phrase.kind in QUESTIONS or (
                    hit.phrase.kind == "instruction" and about_chatbots(article)
                )
                yield self.finding(hit.passage, _message(hit), severity=Severity.WARNING if soft else None)

    def is_left_over(self, article: Article, hit: Hit, kinds: set[str]) -> bool:
        """Whether the place of a hit makes it a leftover."""
        kind, order = hit.phrase.kind, hit.copy.order
        if kind.startswith("turn-"):
            return {"turn-user", "turn-assistant"} <= kinds
        if kind == "title":
            return _labels_the_headline(article, hit)
        if kind == "weak":
            return order >= len(article.blocks) - 1
        if kind == "length":
            return _measures_a_subhead(hit)
        if kind == "tone":
            return _speaks_of_the_article(hit)
        if kind == "outline":
            return "outlined" in kinds and _begins_a_paragraph(hit)
        if kind == "label":
            return order >= 0 and at_the_edge(article, order, LABEL_EDGE)
        return True


def _measures_a_subhead(hit: Hit) -> bool:
    """Whether a length in brackets ends a subhead or a headline: “Introduction (150 words)”."""
    framed = hit.copy.field is not None and hit.copy.field.name in FRAME
    headed = hit.copy.block is not None and hit.copy.block.kind is Kind.HEADING
    return (framed or headed) and OWN_LENGTH.search(hit.copy.passage.text) is None


def _speaks_of_the_article(hit: Hit) -> bool:
    """Whether “in a neutral tone” is said of the article, or in its headline or dek."""
    if hit.copy.field is not None:
        return hit.copy.field.name in FRAME
    return OF_ITSELF.search(hit.copy.own.text[: hit.start]) is not None


def _begins_a_paragraph(hit: Hit) -> bool:
    """Whether a part of an outline stands before the paragraph that it names."""
    block = hit.copy.block
    return hit.phrase.kind == "outline" and block is not None and block.kind is Kind.PARAGRAPH


def _labels_the_headline(article: Article, hit: Hit) -> bool:
    """Whether “Title: …” stands for the headline: at the head, and no other headline says else."""
    headline = article.headline
    if hit.copy.field is not None:
        return hit.copy.field is headline
    if not 0 <= hit.copy.order < HEAD:
        return False
    if headline is None or headline.passage.span == hit.copy.passage.span:
        return True
    labelled = hit.copy.passage.text.partition(":")[2]
    return jaccard(set(stems(labelled)), set(stems(headline.text))) >= SAME


def _message(hit: Hit) -> str:
    words = quoted(hit.passage.text)
    if hit.phrase.kind == "instruction":
        return f"{words} is an instruction for writing the story; delete it."
    if hit.phrase.kind.startswith("turn-"):
        return f"{words} is the turn of a chat; keep the story and delete the conversation."
    if hit.phrase.kind == "title":
        return f"{words} labels a line that readers know by its place; delete the label."
    if hit.phrase.kind in ("length", "tone"):
        return f"{words} repeats the order for the story; cut it."
    if hit.phrase.kind == "outline":
        return f"{words} is a label from the writing of the story; delete it."
    return f"{words} is a label from the writing of the story; delete the line."
