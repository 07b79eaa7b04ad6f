from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted
from presslint.language.quotation import unbalanced
from presslint.regex import regex

BRACKETS = {"(": ")", "[": "]"}
WIDE_SIGNS = "（）［］"
WIDE = str.maketrans(WIDE_SIGNS, "()[]")
BRACKET = regex(r"[()\[\]]")
CLOSERS = {close: mark for mark, close in BRACKETS.items()}
# closing brackets that stand for something else: “a)”, “1)”, smileys
LIST_MARK = regex(r"(?:^|[\s(;,])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\)")
SMILEY = regex(r"[:;=8xX]['’]?[-^o]?[)(\]\[DPp]")
# copy that holds code: attributes, templates, formulas, tags
CODE = regex(
    r"=[\"“”]|\{\{|\}\}|\{%|[=(]\w+\(|</?[a-z][^>]{0,80}>|\w\[\d|&\w+;|[a-z]\(\)|https?://\S*[(\[\"”“]",
    re.IGNORECASE,
)
FEWEST_WORDS = 4
ODD_SHARE = 0.05  # of paragraphs: more than this, and the import has lost the marks


class UnbalancedQuotes(Rule):
    """Every quotation mark and bracket that opens is closed.

    A missing mark moves words into a mouth or out of it. Speech that goes on in the next paragraph needs no
    closing mark, apostrophes and inches are none, and code is not read. In the headline or the dek a
    missing mark is an error. Where more than one paragraph in twenty is odd, the file has lost its marks
    on the way in, and the rule keeps still.
    """

    severity = Severity.WARNING
    sources = ("AP Stylebook: quotation marks", "Desk practice: quotation accuracy")
    yields_to = {"front-matter-syntax": "place"}
    not_for = frozenset({"index"})
    examples = (
        Bad(
            "[[“]]We will win, she said. The hall was full.\n",
            says="The quotation mark before “We will win, she” is never closed; add the closing "
            "one or cut it.",
        ),
        Bad("She said we will win[[”]] and left the hall.\n"),
        Bad("The port [[(]]and the cafe will close in May. The boats stay.\n"),
        Bad("---\ntitle: Mayor calls wall [[“]]a disgrace\n---\n\nShe said so.\n", severity="error"),
        Good("“We will win,” she said.\n"),
        Good("“We will win.\n\n“And we will win again,” she said.\n"),
        Good("The dogs' home has a 6\" pipe and a 5' pole, rock 'n' roll and the '90s.\n"),
        Good("Choose a) the wall or b) the pier. It is fine :)\n"),
        Good("The wall (and the pier) stay.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for field in (article.headline, article.dek):
            if field is not None:
                if CODE.search(field.text):
                    continue
                for mark in unbalanced((field.passage,)):
                    yield self.finding(mark, _missing(mark, field.passage), severity=Severity.ERROR)
        homes = {id(passage.root): passage for passage in article.prose}
        found: list[tuple[Passage, Passage]] = []
        if not all(quotation.balanced for quotation in article.quotations):
            found = [(mark, homes.get(id(mark.root), mark)) for mark in unbalanced(article.prose)]
        for passage in article.prose:
            found += [(mark, passage) for mark in _lonely_brackets(passage)]
        concerned = {id(passage): passage for _, passage in found}
        plain = {
            key
            for key, passage in concerned.items()
            if passage.word_count >= FEWEST_WORDS and not CODE.search(passage.text)
        }
        found = [(mark, passage) for mark, passage in found if id(passage) in plain]
        odd = len({id(passage) for _, passage in found})
        if odd > 2 and odd > ODD_SHARE * len(article.prose):
            return
        found.sort(key=lambda pair: pair[0].span.start)
        for mark, passage in found:
            yield self.finding(mark, _missing(mark, passage))


def _missing(mark: Passage, passage: Passage) -> str:
    """What is wrong with a lonely mark, with the words beside it."""
    sign, at = mark.text, mark.at - passage.at
    after = " ".join(passage.text[at + len(sign) : at + 80].split()[:4])
    before = " ".join(passage.text[max(0, at - 80) : at].split()[-4:])
    bracket = sign in BRACKETS or sign in CLOSERS
    name = "bracket" if bracket else "quotation mark"
    touching = passage.text[at - 1 : at] if at > 0 else ""
    if sign in BRACKETS or (not bracket and (not touching.strip() or touching in "([—–-")):
        return f"The {name} before {quoted(after)} is never closed; add the closing one or cut it."
    return f"The {name} after {quoted(before)} was never opened; add the opening one or cut it."


def _lonely_brackets(passage: Passage) -> Iterator[Passage]:
    """Brackets of a paragraph without a partner; list marks, smileys and code left out."""
    text = passage.text
    if not text.isascii() and any(sign in text for sign in WIDE_SIGNS):
        text = text.translate(WIDE)
    if text.count("(") == text.count(")") and text.count("[") == text.count("]"):
        return  # as many open as close: an order that is wrong as well is rarer than a smiley
    ignored = {m.end() - 1 for m in LIST_MARK.finditer(text)} | {m.end() - 1 for m in SMILEY.finditer(text)}
    code = {at for mark in passage.marks if mark.kind == "code" for at in range(mark.start, mark.end)}
    stack: list[int] = []
    lonely: list[int] = []
    for found in BRACKET.finditer(text):
        at, sign = found.start(), found.group()
        if at in code:
            continue
        if sign in BRACKETS:
            stack.append(at)
        elif stack and BRACKETS[text[stack[-1]]] == sign:
            stack.pop()
        elif at not in ignored:
            lonely.append(at)
    for at in sorted(lonely + [at for at in stack if at not in ignored]):
        yield passage[at : at + 1]
