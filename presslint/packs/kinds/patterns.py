"""Regular expressions that come as data: brought into Python's dialect, and proven cheap before they run.

Python's engine backtracks, holds the interpreter while it does, and cannot be stopped from inside. So
a pattern from a rule file is judged by its parse tree before it is ever run: `steps` bounds the work
that any text of `phrases.WINDOW` characters can cause, counting at each repeat and alternative in how
many ways the engine can come back to it. A repeat whose characters cannot begin what follows it has
one way; `(\\w+\\s?)+` has exponentially many. What may take longer than LIMIT is refused with the
file and line, and told to bound its repeats. No watchdog is needed, and results never hang on time.

What every match of a pattern holds is told by `presslint.packs.literals`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib import import_module
from typing import Any

from presslint.language.phrases import OVERLAP, WINDOW, folded_phrase, windowed
from presslint.model.errors import PresslintError
from presslint.model.finding import quoted
from presslint.model.regex import regex
from presslint.packs.index import Proven
from presslint.packs.literals import (
    REPEATS,
    Node,
    broken,
    inner_of,
    parse,
    required_literals,
    sre,
)
from presslint.packs.literals import (
    PatternError as PatternError,
)

LIMIT = 100_000_000  # character steps over one window: well under a second


# -- dialect ---------------------------------------------------------------------------------------

POSIX = {
    "alpha": "a-zA-Z",
    "digit": "0-9",
    "alnum": "a-zA-Z0-9",
    "upper": "A-Z",
    "lower": "a-z",
    "space": r"\s",
    "punct": r"!-/:-@\[-`{-~",
    "word": r"\w",
}
ESCAPES = {  # outside a class
    r"\z": r"\Z",
    r"\p{L}": r"[^\W\d_]",
    r"\pL": r"[^\W\d_]",
    r"\p{N}": r"\d",
    r"\pN": r"\d",
    r"\p{Nd}": r"\d",
    r"\p{Lu}": "[A-ZÀ-ÖØ-Þ]",
    r"\p{Ll}": "[a-zß-öø-ÿ]",
    r"\h": r"[ \t]",
}
PIECES = regex(
    r"\\p\{\^?\w+\}|\\[pP]\w|\\Q.*?(?:\\E|$)|\\.|\(\?<(?=[A-Za-z])|\(\?[a-zA-Z]+\)|\(|\)|\[\^?\]?|\]|.",
    re.DOTALL,
)
FOREIGN = regex(r"\(\?[a-zA-Z]+\)|\\[pPQzh]|\[:|\(\?<[A-Za-z]")  # what Python says in another way
INLINE_FLAGS = regex(r"\(\?([a-zA-Z]+)\)")


def pythonic(pattern: str) -> str:
    """A pattern in the dialect of Go or .NET, as Vale styles have it, in that of `re`.

    Handles flags in mid-pattern, `(?<name>…)`, POSIX and `\\p{…}` classes, `\\Q…\\E`, `\\z`.
    Raises PatternError for what has no counterpart.
    """
    if not FOREIGN.search(pattern):
        return pattern
    out: list[str] = []
    opened: list[int] = [0]  # scoped flag groups to close with each open group
    in_class = False
    at = 0
    while at < len(pattern):
        if in_class and (posix := re.compile(r"\[:(\w+):\]").match(pattern, at)):
            if posix[1] not in POSIX:
                raise PatternError(f"unknown class “{posix[0]}”")
            out.append(POSIX[posix[1]])
            at = posix.end()
            continue
        found = PIECES.match(pattern, at)
        piece = found.group() if found else pattern[at]
        at += len(piece)
        if in_class:
            in_class = piece != "]"
            out.append(_in_class(piece))
        elif piece in ESCAPES:
            out.append(ESCAPES[piece])
        elif piece.startswith((r"\p", r"\P")):
            raise PatternError(f"“{piece}” has no counterpart here; list the characters")
        elif piece.startswith(r"\Q"):
            out.append(re.escape(piece[2:].removesuffix(r"\E")))
        elif piece == "(?<":
            opened.append(0)
            out.append("(?P<")
        elif flags := INLINE_FLAGS.fullmatch(piece):
            scoped = flags[1].translate(str.maketrans("", "", "U"))
            if set(scoped) - set("imsx"):
                raise PatternError(f"unknown flags “{piece}”")
            if scoped:
                opened[-1] += 1
                out.append(f"(?{scoped}:")
        elif piece.startswith("["):
            in_class = True
            out.append(piece)
        elif piece == "(":
            opened.append(0)
            out.append(piece)
        elif piece == ")" and len(opened) > 1:
            out.append(")" * (opened.pop() + 1))
        else:
            out.append(piece)
    return "".join(out) + ")" * opened[0]


def _in_class(piece: str) -> str:
    inside = {
        r"\p{L}": "^\\W\\d_",
        r"\p{N}": r"\d",
        r"\p{Nd}": r"\d",
        r"\p{Lu}": "A-ZÀ-ÖØ-Þ",
        r"\p{Ll}": "a-zß-öø-ÿ",
    }
    if piece == r"\p{L}":
        return "a-zA-ZÀ-ÖØ-öø-ÿ"
    if piece.startswith((r"\p", r"\P")) and piece not in inside:
        raise PatternError(f"“{piece}” has no counterpart here; list the characters")
    return inside.get(piece, "\\[" if piece == "[" else piece)


# -- cost ------------------------------------------------------------------------------------------

# A set of characters is an int: one bit for each of Latin-1, and one for all else of each sort.
LATIN = 256
LETTER, DIGIT, SPACE, OTHER = (1 << (LATIN + number) for number in range(4))
FAR = LETTER | DIGIT | SPACE | OTHER
ALL = (1 << LATIN) - 1 | FAR


def _far(char: str) -> int:
    return (
        DIGIT
        if char.isdigit()
        else LETTER
        if char.isalpha() or char == "_"
        else SPACE
        if char.isspace()
        else OTHER
    )


@cache
def _category(pattern: str) -> int:
    test = re.compile(pattern)
    near = sum(1 << code for code in range(LATIN) if test.match(chr(code)))
    return near | {r"\d": DIGIT, r"\s": SPACE, r"\w": LETTER | DIGIT | OTHER}[pattern]


ODD = frozenset("kKsSiIåÅµÿ")  # letters whose case has a form beyond Latin-1, as the kelvin sign for “K”
CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}


@lru_cache(maxsize=1024)
def _literal(code: int, folded: bool) -> int:
    """The characters that one literal matches."""
    char = chr(code)
    forms = {char, char.lower(), char.upper(), char.swapcase()} if folded else {char}
    bits = LETTER if folded and char in ODD else 0
    for form in forms:
        if len(form) == 1:
            bits |= 1 << ord(form) if ord(form) < LATIN else _far(form)
    return bits


class _Cost:
    """Bounds of one parsed pattern. `folded` when case does not count."""

    def __init__(self, folded: bool) -> None:
        self.folded = folded

    # what characters a node can match or begin with; always at least the true set

    def literal(self, code: int) -> int:
        return _literal(code, self.folded)

    def among(self, items: Sequence[Node]) -> int:
        """The characters of a class […]."""
        bits, sure = 0, 0  # `sure`: never more than the true set, for the complement
        negated = False
        for op, value in items:
            if op is sre.NEGATE:
                negated = True
            elif op is sre.LITERAL:
                bits |= self.literal(value)
                sure |= 1 << value if value < LATIN else 0
            elif op is sre.RANGE:
                low, high = value
                for code in range(low, min(high, LATIN - 1) + 1):
                    bits |= self.literal(code)
                    sure |= 1 << code
                if high >= LATIN:
                    bits |= FAR
            elif op is sre.CATEGORY:
                within, certain = self.category(value)
                bits |= within
                sure |= certain
        return ALL & ~sure if negated else bits

    def category(self, value: Any) -> tuple[int, int]:
        name = str(value).removeprefix("CATEGORY_")
        positive = name.removeprefix("NOT_")
        bits = _category(CATEGORIES[positive])
        certain = bits & ~OTHER  # \w takes some of the far others
        return (ALL & ~certain, ALL & ~bits) if name.startswith("NOT_") else (bits, certain)

    def single(self, node: Node) -> int | None:
        """The characters of a node that always takes exactly one, else None."""
        op, value = node
        if op is sre.LITERAL:
            return self.literal(value)
        if op is sre.NOT_LITERAL:
            return ALL & ~(1 << value) if value < LATIN else ALL
        if op is sre.ANY:
            return ALL
        if op is sre.IN:
            return self.among(value)
        if op is sre.CATEGORY:
            return self.category(value)[0]
        return None

    def first(self, nodes: Sequence[Node]) -> tuple[int, bool]:
        """The characters a sequence can begin with, and whether it can be empty."""
        bits = 0
        for node in nodes:
            begins, empty = self.begins(node)
            bits |= begins
            if not empty:
                return bits, False
        return bits, True

    def begins(self, node: Node) -> tuple[int, bool]:
        op, value = node
        one = self.single(node)
        if one is not None:
            return one, False
        if op is sre.SUBPATTERN:
            return self.first(list(value[3]))
        if op is sre.ATOMIC_GROUP:
            return self.first(list(value))
        if op in REPEATS:
            bits, empty = self.first(list(value[2]))
            return bits, empty or value[0] == 0
        if op is sre.BRANCH:
            each = [self.first(list(branch)) for branch in value[1]]
            return _union(bits for bits, _ in each), any(empty for _, empty in each)
        if op is sre.AT:
            return 0, True
        return ALL, True  # a look around, which costs at every try; a backreference; a condition

    # ways: in how many ways the engine can pass a node; steps: what passing it costs, all ways tried

    def sequence(self, nodes: Sequence[Node], after: tuple[int, bool]) -> tuple[int, int]:
        """Ways and steps of nodes in a row; `after` is what can begin behind them."""
        ways, steps = 1, 0
        for index, node in enumerate(nodes):
            bits, empty = self.first(nodes[index + 1 :])
            behind = (bits | after[0], after[1]) if empty else (bits, False)
            node_ways, node_steps = self.node(node, behind)
            steps = _capped(steps + ways * node_steps)
            if node_ways > 1 and ways == 1 and self.separated(node, nodes[index + 1 :]):
                rest_ways, rest_steps = self.sequence(nodes[index + 1 :], after)
                rest_steps = max(rest_steps, WINDOW * _size(nodes[index + 1 :]))
                return _capped(node_ways * rest_ways), _capped(steps + rest_steps)
            ways = _capped(ways * node_ways)
        return ways, steps

    def separated(self, node: Node, rest: Sequence[Node]) -> bool:
        """Whether `node` repeats something that ends in a character which `rest` cannot cross.

        Then `rest`, tried after each round, never reads the same characters twice: `(?:\\w+,)+ \\w+`.
        """
        op, value = node
        if op not in REPEATS or _looks_around(rest):
            return False
        body = list(value[2])
        last = self.single(body[-1]) if body else None
        return last is not None and not last & self.reach(rest)

    def reach(self, nodes: Sequence[Node]) -> int:
        """All characters that a sequence can take."""
        bits = 0
        for node in nodes:
            one = self.single(node)
            bits |= one if one is not None else _union(self.reach(inner) for inner in inner_of(node))
        return bits

    def node(self, node: Node, after: tuple[int, bool]) -> tuple[int, int]:
        op, value = node
        if op is sre.SUBPATTERN:
            return self.sequence(list(value[3]), after)
        if op is sre.ATOMIC_GROUP:
            return 1, self.sequence(list(value), (ALL, True))[1]
        if op in (sre.ASSERT, sre.ASSERT_NOT):
            return 1, self.sequence(list(value[1]), (ALL, True))[1]
        if op is sre.BRANCH:
            return self.branch([list(branch) for branch in value[1]], after)
        if op in REPEATS:
            return self.repeat(op, value, after)
        if op is sre.GROUPREF_EXISTS:
            _, yes, no = value
            return self.branch([list(yes), list(no or ())], after)
        return 1, WINDOW if op is sre.GROUPREF else 1

    def branch(self, branches: list[list[Node]], after: tuple[int, bool]) -> tuple[int, int]:
        each = [self.sequence(branch, after) for branch in branches]
        steps = _capped(sum(steps for _, steps in each))
        heads = [self.head(branch) for branch in branches]
        if len(branches) > 200:  # comparing all pairs would itself be slow
            return _capped(sum(ways for ways, _ in each)), steps
        most = max(
            sum(each[other][0] for other in range(len(heads)) if not _apart(heads[number], heads[other]))
            for number in range(len(heads))
        )
        return _capped(most), steps

    def head(self, nodes: Sequence[Node]) -> list[int]:
        """The character sets that a sequence surely begins with, one for each place."""
        head: list[int] = []
        for node in nodes:
            one = self.single(node)
            if one is not None:
                head.append(one)
            elif node[0] is sre.SUBPATTERN and len(nodes) == 1:
                return self.head(list(node[1][3]))
            elif node[0] in REPEATS and node[1][0] > 0:
                inner = self.head(list(node[1][2]))
                return head + inner[:1]
            elif node[0] not in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
                break
        return head

    def repeat(self, op: Any, value: tuple[int, Any, Any], after: tuple[int, bool]) -> tuple[int, int]:
        least, body = value[0], list(value[2])
        width = max(_width(body), 1)
        most = max(min(int(value[1]), WINDOW // width), least)
        bits, empty = self.first(body)
        again = (bits | after[0], after[1]) if most > 1 else after
        inside_ways, inside_steps = self.sequence(body, again)
        if empty:  # a round that takes nothing is a way of its own
            inside_ways = max(inside_ways, 2)
        steps = most * max(inside_steps, 1)
        if inside_ways == 1 and not _looks_around(body):
            steps = min(steps, WINDOW * _size(body))  # each character is taken once
        if op is sre.POSSESSIVE_REPEAT:
            return 1, _capped(steps)
        if inside_ways > 1:
            if most * inside_ways.bit_length() > 64:
                return LIMIT + 1, LIMIT + 1
            ways = sum(inside_ways**count for count in range(most + 1))
            return _capped(ways), _capped(inside_steps * ways)
        if after[1] or bits & after[0]:
            return most - least + 1, _capped(steps)
        return 1, _capped(steps)


def _size(nodes: Sequence[Node]) -> int:
    """How many nodes a sequence holds."""
    return sum(1 + sum(_size(inner) for inner in inner_of(node)) for node in nodes)


def _looks_around(nodes: Sequence[Node]) -> bool:
    """Whether a sequence reads characters that it does not take."""
    around = (sre.ASSERT, sre.ASSERT_NOT, sre.GROUPREF, sre.GROUPREF_EXISTS)
    return any(node[0] in around or any(map(_looks_around, inner_of(node))) for node in nodes)


def _width(nodes: Sequence[Node]) -> int:
    """The fewest characters that a sequence takes."""
    total = 0
    for node in nodes:
        op, value = node
        if op in REPEATS:
            total += value[0] * _width(list(value[2]))
        elif op is sre.BRANCH:
            total += min(_width(list(branch)) for branch in value[1])
        elif op in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
            total += _width(inner_of(node)[0])
        elif op not in (sre.AT, sre.ASSERT, sre.ASSERT_NOT, sre.GROUPREF, sre.GROUPREF_EXISTS):
            total += 1
        if total > WINDOW:
            return WINDOW
    return total


def _union(sets: Iterable[int]) -> int:
    bits = 0
    for each in sets:
        bits |= each
    return bits


def _apart(left: list[int], right: list[int]) -> bool:
    """Whether no text begins with both."""
    return any(not one & other for one, other in zip(left, right, strict=False))


def _capped(number: int) -> int:
    return min(number, LIMIT + 1)


def steps(pattern: str, *, ignorecase: bool = False) -> int:
    """A bound on the character steps that `pattern` needs on any WINDOW characters, capped over LIMIT.

    Raises PatternError when it is no pattern.
    """
    tree = parse(pattern)
    folded = ignorecase or bool(tree.state.flags & re.IGNORECASE) or "(?i" in pattern
    each = _Cost(folded).sequence(list(tree), (0, False))[1]
    return _capped(WINDOW + (WINDOW // _period(list(tree)) + 1) * max(each, 1))


def _period(nodes: Sequence[Node]) -> int:
    """The least distance between two places at which the literal that a pattern begins with can stand.

    Elsewhere the engine gives up within that literal, at once.
    """
    word = ""
    for op, value in nodes:
        if op is sre.LITERAL:
            word += folded_phrase(chr(value))
        elif op is not sre.AT:
            break
    return next((shift for shift in range(1, len(word)) if word[shift:] == word[:-shift]), max(len(word), 1))


def check(pattern: str, *, ignorecase: bool = False) -> None:
    """Raises PatternError when a pattern is broken or can take too long on some text."""
    if steps(pattern, ignorecase=ignorecase) > LIMIT:
        raise PatternError(
            f"{quoted(pattern)} can take very long on some texts, because its repeats overlap; bound them, as in "
            "{0,40}, or let what follows a repeat begin with a character that the repeat cannot take"
        )


@lru_cache(maxsize=4096)
def vet(pattern: str, *, ignorecase: bool = False) -> Proven:
    """Bring a pattern into Python's dialect and prove it cheap. Raises PatternError."""
    source = pythonic(pattern)
    try:
        check(source, ignorecase=ignorecase)
        re.compile(source)  # says what the parser alone does not, as of a look-behind without a width
        return Proven(source, required_literals(source))
    except (re.error, RecursionError, OverflowError) as error:
        raise broken(pattern, error) from None


# -- what `re` cannot do ---------------------------------------------------------------------------

STRETCH = 10_000  # the most characters that it is given at once
SECONDS = 1.0  # the most that a pattern of the other engine may take on one text


class OutOfTime(PresslintError):
    """A pattern took longer than SECONDS on a text."""


class Matcher:
    """A pattern with the engine that it needs; compiled when it is first used.

    `re` is given a window at a time, which bounds its work. What it refuses runs on `regex`, which can stop:
    it lets nothing else run meanwhile and raises OutOfTime after SECONDS.
    """

    def __init__(self, proven: Proven, flags: int = 0) -> None:
        self.proven = proven
        self._flags = flags

    @cached_property
    def compiled(self) -> Any:
        if self.proven.engine == "re":
            return re.compile(self.proven.source, self._flags)
        return _other_engine().compile(self.proven.source, self._flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        if self.proven.engine == "re":
            yield from windowed(self.compiled, text)
            return
        try:
            at = 0
            while at + STRETCH < len(text):  # long files in stretches, so that no pattern meets all at once
                last = at + STRETCH - OVERLAP
                reached = last
                for match in self.compiled.finditer(text, at, at + STRETCH, timeout=SECONDS):
                    if match.start() >= last:
                        break
                    yield match
                    reached = max(last, match.end())
                at = reached
            yield from self.compiled.finditer(text, at, timeout=SECONDS)
        except TimeoutError:
            raise OutOfTime(
                f"{quoted(self.proven.source)} took more than {SECONDS:g} s on the words that begin with "
                f"{quoted(text[:40].strip())}; bound its repeats, as in {{0,40}}"
            ) from None

    def search(self, text: str) -> re.Match[str] | None:
        return next(self.finditer(text), None)

    def sub(self, new: str, text: str) -> str:
        """The text with each match written anew; `new` is a template of `re`."""
        pieces: list[str] = []
        upto = 0
        for match in self.finditer(text):
            pieces += (text[upto : match.start()], match.expand(new))
            upto = match.end()
        return "".join(pieces) + text[upto:]


def _other_engine() -> Any:
    """The library `regex`. Raises PatternError where it is not installed."""
    try:
        return import_module("regex")
    except ImportError:
        raise PatternError("this pattern needs the library “regex”; install presslint[vale]") from None


@lru_cache(maxsize=4096)
def admit(pattern: str, *, ignorecase: bool = False) -> Proven:
    """A pattern of a trusted pack: on `re` where that is proven cheap, else on `regex` against the clock.

    Raises PatternError for what neither can read.
    """
    try:
        return vet(pattern, ignorecase=ignorecase)
    except PatternError as refused:
        engine = _other_engine()
        for source in dict.fromkeys((pattern, _pythonic(pattern))):
            try:
                engine.compile(source, engine.MULTILINE)
            except (engine.error, RecursionError, OverflowError, ValueError):
                continue
            return Proven(source, (), "regex")
        raise refused from None


def _pythonic(pattern: str) -> str:
    try:
        return pythonic(pattern)
    except PatternError:
        return pattern


@lru_cache(maxsize=2048)
def matcher(pattern: str, *, ignorecase: bool = False) -> Matcher:
    """A pattern of a trusted config, ready to use. Raises PatternError."""
    flags = re.MULTILINE | (re.IGNORECASE if ignorecase else 0)
    return Matcher(admit(pattern, ignorecase=ignorecase), flags)
