from __future__ import annotations

import re
from collections.abc import Iterator

from presslint import Article, Bad, Finding, Good, Passage, Rule, Severity, quoted, regex
from presslint.desk import CLOSING, OPENING, unbalanced

BRACKETS = {"(": ")", "[": "]"}
WIDE_SIGNS = "（）［］"
WIDE = str.maketrans(WIDE_SIGNS, "()[]")
BRACKET = regex(r"[()\[\]]")
CLOSERS = {close: mark for mark, close in BRACKETS.items()}
# closing brackets that stand for something else: “a)”, “1)”, smileys
LIST_MARK = regex(r"(?:^|[\s(;,])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})\.?\)")
SMILEY = regex(r"(?:[:;=8xX,B]|(?<![\w.])\^\^?)['’]?[-^o*]?[)(\]\[](?![\w(])")
INTERVAL = regex(r"[(\[<] ?-?[\w.]{1,12} ?, ?-?[\w.∞]{1,12} ?[)\]]")
QUOTED_SIGN = regex(rf"[{OPENING}`]\\?[()\[\]][{CLOSING}`]")
# a paragraph of speech that is over: “…, said Ana Ruiz.” without the mark before “said”
SAID = regex(
    r"[,.?!] (?:(?:he|she|they|[A-Z]\w+(?: [A-Z][\w-]+)?) (?:said|says|added|wrote)"
    r"|(?:said|says|added|wrote) (?:[A-Z]\w+|the \w+)(?: [A-Z][\w-]+)?(?:, [^.,]{1,60})?)\.?\s*\Z"
)
# copy that holds code: attributes, templates, formulas, tags
CODE = regex(
    r"=[\"“”]|\{\{|\}\}|\{%|[=(]\w+\(|</?[a-z][^>]{0,80}>|\w\[\d|&\w+;|[a-z]\(\)|https?://\S*[(\[\"”“]",
    re.IGNORECASE,
)
FEWEST_WORDS = 4  # a shorter paragraph is a label or a sign
ODD_SHARE = 0.05  # of paragraphs: more than this, and the import has lost the marks


class UnbalancedQuotes(Rule):
    """Every quotation mark and bracket that opens is closed.

    A missing mark moves words into a mouth or out of it. Speech that goes on in the next paragraph needs no
    closing mark, unless its paragraph ends with who said it. Marks of other languages („…“, ”…”, «…»,
    ‘…’ before a particle), apostrophes, inches, smileys, list marks, intervals, damaged characters and code are
    not read. A quotation that opens with one kind of mark and closes with another is told once. In
    the headline or the dek a missing mark is an error. Where more than one paragraph in twenty is
    odd, the file has lost its marks on the way in, and the rule keeps still.
    """

    severity = Severity.WARNING
    sources = ("AP Stylebook: quotation marks", "Desk practice: quotation accuracy")
    yields_to = {"front-matter-syntax": "place"}
    reads = frozenset({"headline", "dek", "prose"})
    not_for = frozenset({"index"})
    examples = (
        Bad(
            "[[“]]We will win, she said. The hall was full.\n",
            says="The quotation mark before “We will win, she” is never closed; add the closing "
            "one or cut it.",
            severity="suggestion",
        ),
        Bad(
            "She said we will win[[”]] and left the hall.\n",
            says="The quotation mark after “said we will win” was never opened; add the opening one or cut it.",
            severity="suggestion",
        ),
        Bad(
            "The port [[(]]and the cafe will close in May. The boats stay.\n",
            says="The bracket before “and the cafe will” is never closed; add the closing one or cut it.",
            severity="warning",
        ),
        Bad("---\ntitle: Mayor calls wall [[“]]a disgrace\n---\n\nShe said so.\n", severity="error"),
        Good("“We will win,” she said.\n"),
        Good("“We will win.\n\n“And we will win again,” she said.\n"),
        Good("The dogs' home has a 6\" pipe and a 5' pole, rock 'n' roll and the '90s.\n"),
        Good("Choose a) the wall or b) the pier. It is fine :)\n"),
        Good("The wall (and the pier) stay.\n"),
        Good("We sailed (it was fun ;-)) and came home (late :). Stops: 1.) the pier, 2.) the wall.\n"),
        Good(
            "Der Hafen (die „Perle an der See“(so nennt man ihn)) sagt: „Wir sind ‚sehr froh‘“, und geht.\n"
        ),
        Good("Hamnen sa ”vi vinner” och gick hem, och 항구는 ‘우리는 이긴다’입니다 라고 말했다.\n"),
        Good("The wall is done âœ“ and the pier is done too.\n"),
        Good("Depths lie in the range [0, 12) and the sign “(” opens a bracket.\n"),
        Good(
            '"We will win.\n\nThe mayor told us "wait a while" twice, and we waited.\n\n'
            'Now the wall is done and we are glad."\n'
        ),
        Bad('Press the [["]]Go button and wait.\n\n“It is late,” said Ben Cole.\n', severity="suggestion"),
        Bad("[[“]]We will win, said Ana Ruiz.\n\n“We will lose,” said Ben Cole.\n", severity="suggestion"),
        Bad(
            "She said it was a ‘gift to the town[[”]] and left the hall.\n",
            says="The quotation that opens with a single mark closes with a double one; write a pair of one kind.",
            severity="warning",
        ),
        Bad(
            "The pier is old.\n\nThe (port)[[)]] will close in May.\n",
            says="The bracket after “The (port)” was never opened; add the opening one or cut it.",
            severity="warning",
        ),
        Good("The pier is old.\n\nBen (old left.\n"),
        Bad(
            "The pier is old.\n\nCafé [[（]]the old port will close.\n",
            says="The quotation mark before “the old port will” is never closed; add the closing one or cut "
            "it.",
            severity="suggestion",
        ),
        Bad(
            "The pier is old.\n\nThe (port [[[]]will close) in May.\n",
            says="The bracket before “will close) in May.” is never closed; add the closing one or cut it.",
            severity="warning",
        ),
        Good(
            "The pier is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\n"
            "It is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is "
            "old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\n"
            "It is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is "
            "old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is (one of "
            "four.\n\nIt is (two of four.\n\nIt is (three of four.\n"
        ),
        Bad(
            "The pier is old.\n\nHe saw [[(]]old boats.\n",
            says="The bracket before “old boats.” is never closed; add the closing one or cut it.",
            severity="warning",
        ),
        Bad(
            "The pier is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\n"
            "It is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is "
            "old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\n"
            "It is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is "
            "old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\n"
            "It is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is "
            "old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\n"
            "It is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is old.\n\nIt is [[(]]one of four.\n\nIt is "
            "[[(]]two of four.\n\nIt is [[(]]three of four.\n",
            says=(
                "The bracket before “one of four.” is never closed; add the closing one or cut it.",
                "The bracket before “two of four.” is never closed; add the closing one or cut it.",
                "The bracket before “three of four.” is never closed; add the closing one or cut it.",
            ),
            severity="warning",
        ),
        Bad(
            "The pier is old.\n\nThe `(` port will close in **May [[(]]**.\n",
            says="The bracket before “.” is never closed; add the closing one or cut it.",
            severity="warning",
        ),
        Good("---\ntitle: Pier =“x\ndek: It is x=“y\n---\nIt is.\n"),
        Bad(
            "The pier is old.\n\nIt is [[(]]one of four.\n\nIt is [[(]]two of four.\n",
            says=(
                "The bracket before “one of four.” is never closed; add the closing one or cut it.",
                "The bracket before “two of four.” is never closed; add the closing one or cut it.",
            ),
            severity="warning",
        ),
        Bad(
            'The pier is old.\n\nShe said it was ‘a gift to the town[["]] and left.\n',
            says="The quotation that opens with a single mark closes with a straight mark; write a pair of "
            "one kind.",
            severity="warning",
        ),
        Good("The pier is old.\n\nThe (port] will [close in) May.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        for field in (article.headline, article.dek):
            if field is not None:
                marks = list(unbalanced((field.passage,)))
                if marks and CODE.search(field.text):
                    continue
                for mark in marks:
                    yield self.finding(mark, _missing(mark, field.passage), severity=Severity.ERROR)
        homes = {id(passage.root): passage for passage in article.prose}
        found: list[tuple[Passage, Passage]] = []
        for quotation in article.quotations:
            passage = quotation.passage
            if quotation.continues and quotation.opened and SAID.search(passage.text):
                home = homes.get(id(passage.root), passage)
                found.append((passage.root[passage.at - 1 : passage.at], home))
        if not all(quotation.balanced for quotation in article.quotations):
            found += [(mark, homes.get(id(mark.root), mark)) for mark in unbalanced(article.prose)]
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
        pairs = _crossed(found)
        for mark, passage in found:
            if id(mark) in pairs:
                opening = pairs[id(mark)]
                yield self.finding(
                    mark,
                    f"The quotation that opens with {_kind(opening)} closes with {_kind(mark)}; write a pair of one kind.",
                    see=((opening, "opens here"),),
                )
            elif not any(mark is opening for opening in pairs.values()):
                bracket = mark.text in BRACKETS or mark.text in CLOSERS
                yield self.finding(
                    mark, _missing(mark, passage), severity=None if bracket else Severity.SUGGESTION
                )


def _kind(mark: Passage) -> str:
    """What a mark is called in a message, the second time without its noun."""
    return (
        "a straight mark" if mark.text in "\"'" else "a single mark" if mark.text in "‘’" else "a double one"
    )


def _crossed(found: list[tuple[Passage, Passage]]) -> dict[int, Passage]:
    """The closing marks (by identity) whose one partner in the paragraph is of another kind, with that partner."""
    by_passage: dict[int, list[Passage]] = {}
    for mark, passage in found:
        if mark.text not in BRACKETS and mark.text not in CLOSERS:
            by_passage.setdefault(id(passage), []).append(mark)
    pairs: dict[int, Passage] = {}
    for marks in by_passage.values():
        if len(marks) == 2 and marks[0].text != marks[1].text and marks[0].text in "‘“'\"":
            pairs[id(marks[1])] = marks[0]
    return pairs


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
    doubtful = {m.end() - 1 for signs in (LIST_MARK, SMILEY) for m in signs.finditer(text)}
    silent = [(m.start, m.end) for m in passage.marks if m.kind == "code"]
    silent += [m.span() for signs in (INTERVAL, QUOTED_SIGN) for m in signs.finditer(text)]
    covered = {at for start, end in silent for at in range(start, end)}
    opened: list[int] = []
    waiting = dict.fromkeys(BRACKETS, 0)
    spare: list[int] = []  # closing signs that may be a smiley's, for brackets that nothing else closes
    lonely: list[int] = []
    for found in BRACKET.finditer(text):
        at, sign = found.start(), found.group()
        if at in covered:
            continue
        if at in doubtful:
            spare += [at] if sign in CLOSERS else []
        elif sign in BRACKETS:
            opened.append(at)
            waiting[sign] += 1
        elif not waiting[CLOSERS[sign]]:
            lonely.append(at)
        else:
            while text[opened[-1]] != CLOSERS[sign]:
                lonely.append(opened.pop())
                waiting[text[lonely[-1]]] -= 1
            opened.pop()
            waiting[CLOSERS[sign]] -= 1
    for at in sorted(lonely + opened):
        if text[at] in BRACKETS and spare and spare[-1] > at:
            spare.pop()
            continue
        yield passage[at : at + 1]
