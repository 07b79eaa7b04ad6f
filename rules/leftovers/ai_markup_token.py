from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted, regex
from presslint.desk import RAW_TOKENS, TOKENS, Phrases, code_spans, inside

PHRASES = Phrases(TOKENS)
RAW = Phrases(RAW_TOKENS)
TAG = regex(r"</?(\w+)[^>\n]{0,80}>")
CLOSING = regex(r"</\w+>\Z")


class AiMarkupToken(Rule):
    """Sources are links and notes that a reader can follow.

    `citeturn0search2`, `oaicite`, `【12†source】` and `[cite: 4]` are pointers inside a chat program: on
    the page they lead nowhere, and the claim before them stands without a source. The fix strips the
    token; the sentence still needs its source. What stands between `<think>` and `</think>` is not for
    readers at all, and the fix takes it out whole. Code and quotation marks are left alone.
    """

    severity = Severity.ERROR
    sources = ("Journalism Trust Initiative, clause 12: sources", "tokens seen in public repositories")
    examples: ClassVar = (
        Good("The draft held the string `citeturn0search2` twice, which the editor showed us.\n"),
        Good("She turned on the search light in turn 2 and filed the view of a file.\n"),
        Bad(
            "Fares rose sharply[[ citeturn0search2]].\n",
            says="“citeturn0search2” leads nowhere outside the program that made it; link the source, "
            "or cut the claim.",
            fix="Fares rose sharply.\n",
            severity="error",
        ),
        Bad("Turnout fell by half[[【12†source】]] on Sunday[[ [cite: 4, 7]]].\n"),
        Bad(
            "[[<think>The user wants a ferry story.</think>]]\n\nThe ferry stops at four piers.\n",
            says="“<think>” opens working notes that are not for readers; delete them down to “</think>”.",
            fix="\n\nThe ferry stops at four piers.\n",
            severity="error",
        ),
        Bad(
            "[[<think>]]\n\nThe user wants a ferry story.\n",
            severity="error",
            says="“<think>” opens working notes that are not for readers; delete it with the notes.",
        ),
        Bad(
            "The user wants a ferry story.\n[[</think>]]\n\nThe ferry stops at four piers.\n",
            severity="error",
            says="“</think>” closes working notes that are not for readers; delete them down to it.",
        ),
        Bad(
            'The boats are full.[[<grok-card data-id="a1"></grok-card>]] They leave at noon.\n',
            severity="error",
        ),
        Bad('The boats are full.[[ [](grok_render_citation_card_json={"id":1})]] They leave.\n'),
        Bad("The boats are full[[ [cite_start]]] in June[[ 【3:0†fares.pdf】]].\n"),
        Good("The pages [12] and 【東京】 stand in the list; see `<think>` and turn 0 of the search.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for hit in PHRASES.find(article):
            yield self.token(_with_space(hit.copy.passage, hit.start, hit.end))
        if not article.key:  # a file of many articles is JSON or XML, where such tags are escaped
            yield from self.raw(article)

    def raw(self, article: Article) -> Iterator[Finding]:
        """Tokens that a reader of markup takes for tags, searched for in the body as it was written."""
        written, start = article.source.text, article.body_start
        if not any(written.find(word, start) >= 0 for phrase in RAW_TOKENS for word in phrase.words):
            return
        body = Passage.of(article.source, start, len(written))
        code = code_spans(article)
        reached = 0
        for phrase, start, end, _ in RAW.search(body.text):
            where = body[start:end]
            if start < reached or inside(code, where.span.start):
                continue
            if phrase.kind == "notes":
                where = _to_its_end(body, where)
                yield self.notes(where)
            else:
                yield self.token(where)
            reached = where.at + len(where)

    def notes(self, where: Passage) -> Finding:
        """What a machine noted for itself, between its tags."""
        first = TAG.match(where.text)
        last = CLOSING.search(where.text)
        opening = quoted(first[0]) if first else quoted(where.text)
        if first and first[0].startswith("</"):
            said = f"{opening} closes working notes that are not for readers; delete them down to it."
        elif last:
            said = f"{opening} opens working notes that are not for readers; delete them down to {quoted(last[0])}."
        else:
            said = f"{opening} opens working notes that are not for readers; delete it with the notes."
        fix = self.delete(where, "Delete the working notes", "unsafe") if last and first else None
        return self.finding(where, said, fix=fix)

    def token(self, where: Passage) -> Finding:
        words = quoted(where.text.strip())
        return self.finding(
            where,
            f"{words} leads nowhere outside the program that made it; link the source, or cut the claim.",
            fix=self.delete(where, f"Delete {words}", "unsafe"),
        )


def _to_its_end(body: Passage, opening: Passage) -> Passage:
    """From an opening tag to the tag that closes it; the tag alone where none does."""
    tag = TAG.match(opening.text)
    if tag is None or opening.text.startswith("</"):
        return opening
    closing = f"</{tag[1]}>"
    end = body.text.find(closing, opening.at)
    return opening if end < 0 else body[opening.at : end + len(closing)]


def _with_space(passage: Passage, start: int, end: int) -> Passage:
    """The token with one space before it, so that none is left over."""
    return passage[start - 1 : end] if passage.text[start - 1 : start] == " " else passage[start:end]
