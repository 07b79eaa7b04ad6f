from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import ClassVar

from presslint import Article, Bad, Block, Finding, Good, Kind, Passage, Rule, Severity, quoted, regex
from presslint.desk import ENDING_TAGS, FINITE_VERBS, FUNCTION_WORDS, OPENING, any_of, no_end, opener, unread

TEASER = regex(r"(?:\[(?:…|\.{3})\]|(?:…|\.{3})\s?(?:read more|continue reading|\(more\)))\Z", re.I)
ITEM = regex(r"[;,] (?:and|or)\Z")
LABELLED = regex(r"[A-Z][\w ]{2,40}: [A-Z]")  # a line of a list of thanks: “Photos: Ana Ruiz”
LETTERED = regex(r"[a-z]{1,3}[.)]\s")  # “a. the pier”
ENDS = frozenset(".!?:;。！？”\"»)’'")
BRACKET = 60  # characters of a bracket in which a text stops
WORDS = 8  # a line of fewer words may be a label, a signature or a result
# lines that end without a stop on purpose
CONTACTS = any_of(
    ("tel", "phone", "email", "e-mail", "contact", "copyright", "subscribe", "newsletter", "sign up"),
    ("follow us", "©", "rights reserved", "powered by", "posted (?:in|by|on)", "filed under"),
    ("comments are closed",),
)
CONTACT = regex(rf"@|https?:|www\.|\b{CONTACTS}\b|\d{{3}}[ .-]\d{{3,4}}|\bv\b", re.I)
LAST_WORD = regex(
    rf"(?:^|(?<=[\s/-]))[{OPENING}(]?[A-Z]?[a-z][a-z'’]+[,–—-]?\Z"
)  # no figure, no emoticon, no time zone


class TruncatedText(Rule):
    """A text runs to its end.

    A paragraph that stops at “and” or “the”, a last paragraph without a full stop, and the “[…]” of a
    feed's excerpt are signs that copy was cut on the way. Only paragraphs of eight words or more are
    looked at, so that signatures, contact lines and results stay out; so do last lines without a verb
    and those that end with a figure, a time, an emoticon or an exclamation. An item that ends in “; and”
    has the next one after it, and a sentence may go on below a line that is shown. Where the next
    paragraph goes on in small letters, the two are one. A “[…]” that more text follows, or that stands
    twice, is an editor's cut.
    """

    severity = Severity.WARNING
    sources = (
        "Copy-desk practice: read to the last line",
        "Known accident: feed excerpts published as bodies",
    )
    reads = frozenset({"paragraph"})
    languages = ENDING_TAGS
    yields_to: ClassVar = {"dangling-list-lead-in": "place"}
    examples: ClassVar = (
        Bad(
            "The boat:\n\n- **Deck:** open to all who hold a pass.\n- **Bar:** a small and at times somewhat noisy place, "
            "[[salty or]]\n",
            says="The text stops at “salty or”; restore what followed.",
            severity="error",
        ),
        Bad("The boat:\n\n- The bar is in the lower part of the [[boat (hence]]\n", severity="error"),
        Good(
            "The boat:\n\n- The bar is in the lower part of the boat, or\n- The bar is in the upper part of the boat\n"
        ),
        Good("The boat:\n\n- What all the small boats are looking out for\n"),
        Good("The council said on Tuesday that it would appeal against the ruling of the court.\n"),
        Good(
            "The council said on Tuesday evening that the boats would call at\n\n- the north pier\n"
            "- the mill\n"
        ),
        Good(
            "The council met on Tuesday and said that it would appeal.\n\n"
            "Ana Ruiz, Ben Cole, Sam Oyelaran and Jo Lind\n"
        ),
        Good(
            "The council thanked all who had worked on the day and on the night before:\n"
            "Paint and rope: Ana Ruiz and Ben Cole\nSoup that was served: Sam Oyelaran and Jo Lind\n"
        ),
        Good("The boats are back at the north pier and it was not too hard in the end :-P\n"),
        Good("The boats are back at the pier and we have to say that it was a day!!!1\n"),
        Good("The boats are back at the old pier by the mill on Tuesday at 3 PM PDT\n"),
        Good("The council met on Tuesday.\n\nJo Lind for the team of the old harbour and of the mill\n"),
        Good("The council met on Tuesday and was told of the boats. […]\n\nIt meets again in June.\n"),
        Good("The council met on Tuesday. […]\n\nIt was told of the boats and of the pier. […]\n"),
        Good("The text of this page is free for all to use, and all other rights reserved\n"),
        Bad(
            "The council said on Tuesday evening that it would appeal [[against the]]\n\n"
            "Islanders were angry about it.\n",
            says="The paragraph stops at “against the”; restore what followed.",
            severity="error",
        ),
        Bad(
            "The ferry company said that it was sorry for the delays [[and would]]\n\n## Reaction\n\nNone.\n",
            severity="error",
        ),
        Bad(
            "The council met on Tuesday.\n\n"
            "The mayor said after the meeting that she was sure of [[the islanders’ support]]\n",
            says="The text ends without a full stop at “the islanders’ support”; restore the rest, add the "
            "stop, or cut what does not belong.",
            severity="warning",
        ),
        Bad(
            "The council met on Tuesday.\n\n"
            "The evening altered my way of thinking of the harbour and left me with [[a new hope]]\n",
            severity="warning",
        ),
        Good(
            "The council means to do three things:\n\n<li>to look after the boats and the pier of the town; and</li>"
            "\n\n\n\n<li>to paint them.</li>\n"
        ),
        Good(
            "The council said on Tuesday evening that the name of the boat is the\n\nMary Ann\n\n"
            "and that it would be painted.\n"
        ),
        Bad(
            "The council said on Tuesday evening that it would appeal [[against the]]\n\n"
            "ruling of the court, and that the boats would sail.\n",
            says="The paragraph breaks off at “against the” and goes on in the next; join them.",
            severity="warning",
        ),
        Good(
            "The council said on Tuesday evening that all that is missing are\n\n"
            "a. the north pier and the boats that lie there\n\nb. the mill\n"
        ),
        Bad(
            "The council said on Tuesday evening that it would appeal against the ruling [[[…]]]\n",
            says="“[…]” is the mark of an excerpt; restore the rest of the text.",
            severity="warning",
        ),
        Good(
            "The council said on Tuesday evening that it would appeal against the\n\nruling of the court.\n"
        ),
        Good(
            "The council met on Tuesday.\n\nThe mayor was sure of the islanders’ support and [of the "
            "boats](https://pier.example.org/b)\n"
        ),
        Bad(
            "The council met on Tuesday.\n\nThe mayor was sure of [[the new boats]]\n",
            says="The text ends without a full stop at “the new boats”; restore the rest, add the stop, or "
            "cut what does not belong.",
            severity="warning",
        ),
        Bad(
            "The council said on Tuesday evening that the name of the boat [[is the]]\n\nMary Ann!\n\nand "
            "that it would be painted.\n",
            says="The paragraph stops at “is the”; restore what followed.",
            severity="error",
        ),
        Good("The boats would not sail to the\n\nIslanders were angry about it.\n"),
        Bad(
            "The council met on Tuesday.\n\nThe mayor painted seven boats and old [[harbours near here]]\n",
            says="The text ends without a full stop at “harbours near here”; restore the rest, add the stop, "
            "or cut what does not belong.",
            severity="warning",
        ),
        Good(
            "The council said on Tuesday evening that the law says it must:\n\nAct for the boats and the "
            "pier of the town; and\n\nact for the boats and the pier of the mill; or\n\nleave.\n"
        ),
        Bad(
            "The council said […] that it would appeal [[against the]]\n",
            says="The text stops at “against the”; restore what followed.",
            severity="error",
        ),
        Bad(
            "The council met on Tuesday.\n\nThe mayor was sure of **the islanders’ support** and [[of the "
            "boats]]\n",
            says="The text ends without a full stop at “of the boats”; restore the rest, add the stop, or cut "
            "what does not belong.",
            severity="warning",
        ),
        Good(
            "The council met on Tuesday.\n\n“The mayor was sure of the islanders’ support and of the boats\n"
        ),
        Good(
            "The council met on Tuesday.\n\nThe mayor quickly painted seven large boats near old harbours\n"
        ),
        Bad(
            "The council met on Tuesday.\n\nBoats rocked. The mayor was sure of the islanders’ [[support "
            "in May]]\n",
            says="The text ends without a full stop at “support in May”; restore the rest, add the stop, or "
            "cut what does not belong.",
            severity="warning",
        ),
        Good(
            "The council said on Tuesday evening that it would appeal against the\n\n> ruling of the "
            "court\n\nIt meets again.\n"
        ),
        Bad(
            "The council met on Tuesday and wrote to all who had been there:\nThe boats of the pier are "
            "to be painted by the [[end of May]]\n",
            says="The text ends without a full stop at “end of May”; restore the rest, add the stop, or cut "
            "what does not belong.",
            severity="warning",
        ),
        Bad(
            "Der Rat tagt.\n\nDer Rat der Stadt hat am Dienstag gesagt, dass die Boote und [[Netze der]]\n",
            says="The text stops at “Netze der”; restore what followed.",
            settings={"language": "de"},
            severity="error",
        ),
        Good(
            "De raad zei dinsdag dat de boot in het weekend was gekomen met mensen erin\n",
            settings={"language": "nl"},
        ),
        Good(
            "Der Rat der Stadt hat am Dienstag gesagt, dass alle Boote und Netze gut sind\n",
            settings={"language": "de"},
        ),
        Bad(
            "The board met.\n\n- The boats are old.\n- The council said on Tuesday that the boats are [[old or]]\n",
            says="The text stops at “old or”; restore what followed.",
            severity="error",
        ),
        Bad(
            "The board met.\n\nThe council said on Tuesday that it would appeal ([[and hence]]\n",
            severity="error",
        ),
        Good("The board met.\n\n- The boats are old or\n- new\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        cuts = sum(teaser_of(block.text) is not None for block in article.blocks)
        for number, (block, after) in enumerate(pairwise((*article.blocks, None))):
            if block is None or block.kind is not Kind.PARAGRAPH or block.passage is None:
                continue
            passage = block.passage.strip()
            if not passage.text or passage.text[-1] in ENDS:
                continue
            teaser = teaser_of(passage.text)
            if teaser is not None and teaser[0][0] == "[" and (cuts > 1 or after is not None):
                continue
            if teaser is not None:
                mark = passage[len(passage) - len(teaser[0]) :]
                yield self.finding(
                    mark, f"{quoted(mark.text)} is the mark of an excerpt; restore the rest of the text."
                )
            elif passage.word_count >= WORDS:
                second = article.blocks[number + 2] if number + 2 < len(article.blocks) else None
                if is_item(passage, after) or goes_on_below(after, second):
                    continue
                if is_broken(article, passage, after) and not unread(article, block, after):
                    tail = passage[passage.words[-2].start :]
                    yield self.finding(
                        tail,
                        f"The paragraph breaks off at {quoted(tail.text)} and goes on in the next; join them.",
                    )
                elif not continues(article, block, after):
                    yield from self.cut(article, passage, final=after is None)

        yield from self.last_item(article)

    def last_item(self, article: Article) -> Iterator[Finding]:
        """The last item of a list at the foot of the copy that stops at a word with which no sentence ends."""
        last = article.blocks[-1] if article.blocks else None
        while last is not None and last.children:
            last = last.children[-1]
        if last is None or last.kind not in (Kind.ITEM, Kind.PARAGRAPH) or last is article.blocks[-1]:
            return
        if last.passage is None or last.word_count < WORDS or unread(article, article.blocks[-1], None):
            return
        passage = last.passage.strip()
        if passage.text[-1] not in ENDS and (
            stops(article, passage) or (opens_a_bracket(passage) and passage.words[-1].text[0].islower())
        ):
            tail = passage[passage.words[-2].start :]
            yield self.finding(
                tail,
                f"The text stops at {quoted(tail.text)}; restore what followed.",
                severity=Severity.ERROR,
            )

    def cut(self, article: Article, passage: Passage, *, final: bool) -> Iterator[Finding]:
        """A paragraph that stops at a word that ends no sentence; of the last one, any word."""
        english = article.primary_language == "en"
        hard = stops(article, passage) or (final and opens_a_bracket(passage))
        if not hard and not (final and english and is_cut_off(passage)):
            return
        tail = passage[passage.words[-2 if hard else -3].start :]
        if hard:
            message = (
                f"The {'text' if final else 'paragraph'} stops at {quoted(tail.text)}; restore what followed."
            )
        else:
            message = (
                f"The text ends without a full stop at {quoted(tail.text)}; "
                "restore the rest, add the stop, or cut what does not belong."
            )
        yield self.finding(tail, message, severity=Severity.ERROR if hard else None)


def teaser_of(text: str) -> re.Match[str] | None:
    """The mark of an excerpt with which a text ends."""
    end = text[-40:]
    return TEASER.search(end) if "…" in end or "..." in end else None


def stops(article: Article, passage: Passage) -> bool:
    """Whether a passage ends with a word with which no sentence of its language ends."""
    return no_end(article.primary_language).search(passage.text[-16:]) is not None


def opens_a_bracket(passage: Passage) -> bool:
    """Whether a passage stops inside a bracket."""
    text = passage.text
    opened = text.rfind("(")
    return text[-1:].isalpha() and opened >= 0 and text.find(")", opened) < 0 and len(text) - opened < BRACKET


def is_item(passage: Passage, after: Block | None) -> bool:
    """Whether a paragraph is an item of a list, and not the last: “…; and”."""
    return after is not None and ITEM.search(passage.text[-8:]) is not None


def goes_on_below(after: Block | None, second: Block | None) -> bool:
    """Whether the sentence goes on behind a short line that is shown, such as a command."""
    if after is None or second is None or after.passage is None or second.kind is not Kind.PARAGRAPH:
        return False
    shown = after.passage.word_count < WORDS and after.text.rstrip()[-1:] not in ENDS
    return shown and second.text[:1].islower()


def is_broken(article: Article, passage: Passage, after: Block | None) -> bool:
    """Whether a paragraph stops in mid-sentence and the next goes on in small letters."""
    if after is None or after.kind is not Kind.PARAGRAPH or after.passage is None:
        return False
    return (
        stops(article, passage)
        and after.text[:1].islower()
        and after.passage.word_count >= WORDS
        and not opener(after.passage)
        and LETTERED.match(after.text) is None
    )


def continues(article: Article, block: Block, after: Block | None) -> bool:
    """Whether what comes next completes the paragraph, or something unread stands there."""
    if after is not None and after.kind is not Kind.HEADING:
        if after.kind is not Kind.PARAGRAPH or after.passage is None:
            return True
        if opener(after.passage) or after.text[:1].islower():
            return True
    return unread(article, block, after)


def is_cut_off(passage: Passage) -> bool:
    """Whether a last paragraph without a stop is a sentence, and no call to the reader or contact line."""
    text = passage.text
    if CONTACT.search(text) or LAST_WORD.search(text[-40:]) is None:
        return False
    if any(mark.end >= len(text) and mark.kind in ("link", "strong", "em", "code") for mark in passage.marks):
        return False
    breaks = list(passage.line_breaks())
    if breaks and LABELLED.match(text[breaks[-1] + 1 :]):
        return False
    sentence = passage.sentences[-1]
    words = [word.text for word in sentence.words]
    function = sum(word in FUNCTION_WORDS for word in words)
    says_something = any(word in FINITE_VERBS or (word.endswith("ed") and word.islower()) for word in words)
    return says_something and len(words) >= WORDS and text[0].isalpha() and function * 5 >= len(words)
