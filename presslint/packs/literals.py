"""What every match of a regular expression holds: literals that tell cheaply where it cannot match.

The parse tree is that of `re` itself. From it `required_literals` reads words for the one pass over all lists in
`presslint.language.phrases`, and for `Rule.reads_patterns` what an article has to hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from presslint.language.phrases import folded_phrase
from presslint.model.errors import PresslintError
from presslint.model.finding import quoted

try:  # the parse tree is no public interface; these names have stood since Python 3.11
    from re import _constants, _parser  # type: ignore[attr-defined]
except ImportError:  # pragma: no cover - a Python that moved them again
    raise ImportError("presslint needs Python's own parser of regular expressions (re._parser)") from None

sre: Any = _constants
Node = tuple[Any, Any]  # an operation of the parse tree and its value
FEWEST = 2  # the shortest literal worth a place in the automaton


class PatternError(PresslintError):
    """A pattern that is not used; who reads the rule file adds its name and the line."""


# -- the parse tree --------------------------------------------------------------------------------

REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def inner_of(node: Node) -> list[list[Node]]:
    """The sequences inside a node."""
    op, value = node
    if op is sre.SUBPATTERN:
        return [list(value[3])]
    if op is sre.ATOMIC_GROUP:
        return [list(value)]
    if op in REPEATS:
        return [list(value[2])]
    if op is sre.BRANCH:
        return [list(branch) for branch in value[1]]
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [list(value[1])]
    if op is sre.GROUPREF_EXISTS:
        return [list(value[1]), list(value[2] or ())]
    return []


@lru_cache(maxsize=512)
def parse(pattern: str) -> Any:
    """The parse tree of a pattern. Raises PatternError with the engine's reason."""
    try:
        return _parser.parse(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise broken(pattern, error) from None


def broken(pattern: str, error: Exception) -> PatternError:
    said = "it nests too deeply" if isinstance(error, RecursionError) else str(error).replace("'", "")
    return PatternError(f"{quoted(pattern)} is no regular expression: {said}")


# -- literals --------------------------------------------------------------------------------------

MOST_STRINGS = 24  # the most literals that one stretch of a pattern is spelled out to
LONG = 9  # characters from which a longer literal is no rarer
# words that stand everywhere
COMMON = frozenset(
    "a about add after all an and are as at be by can come could date for from had has have here i if in into is it"
    " just link may me might more most my name new no not now of on one only or our out read see so source than"
    " that the their them there they think this time to up us use user was we web website were what when which"
    " will with would write you your".split()
)


def required_literals(pattern: str) -> tuple[str, ...]:
    """Folded literals one of which stands in every match; empty when there are none to rely on.

    Alternatives and options are spelled out, so that `\\[(?:web|file):` gives “[web:” and “[file:”.
    """
    found = _best(list(parse(pattern))) or frozenset()
    return tuple(sorted(word for word in found if not any(one != word and one in word for one in found)))


def _best(nodes: Sequence[Node]) -> frozenset[str] | None:
    """The best set that a sequence offers: long literals, and few of them."""
    offers: list[frozenset[str]] = []
    stretch: list[frozenset[str]] = []
    for node, strings in _segments(nodes):
        if strings is not None:
            stretch.append(strings)
            continue
        offers += _windows(stretch)
        stretch = []
        inner = _inner_best(node)
        if inner:
            offers.append(inner)
    offers += _windows(stretch)
    usable = [offer for offer in offers if min(map(len, offer)) >= FEWEST and all(map(str.strip, offer))]
    return max(usable, key=_rarity, default=None)


def _segments(nodes: Sequence[Node]) -> Iterator[tuple[Node, frozenset[str] | None]]:
    """Nodes with the strings that each can match, literals that stand in a row as one."""
    word = ""
    for node in nodes:
        if node[0] is sre.LITERAL:
            word += chr(node[1])
            continue
        strings = _strings(node)
        if strings is not None and not any(strings):  # a boundary parts no word
            continue
        if word:
            yield node, frozenset((folded_phrase(word),))
            word = ""
        least = (
            _joined(inner_of(node)[0]) if node[0] in REPEATS and node[1][0] > 0 and strings is None else None
        )
        if least is not None:  # as often as it must stand; then more of it may follow
            yield from ((node, least) for _ in range(min(node[1][0], LONG)))
        yield node, strings
    if word:
        yield nodes[-1], frozenset((folded_phrase(word),))


def _windows(stretch: Sequence[frozenset[str]]) -> Iterator[frozenset[str]]:
    """The strings of each run of neighbours, as long as there are not too many."""
    for start in range(len(stretch)):
        strings: frozenset[str] = frozenset(("",))
        for segment in stretch[start : start + LONG]:
            if len(strings) * len(segment) > MOST_STRINGS:
                break
            strings = frozenset(left + right for left in strings for right in segment)
            yield strings


def _rarity(offer: frozenset[str]) -> float:
    """How seldom one of the literals will stand in copy, roughly."""
    return min(map(_weight, offer)) - len(offer) / 6


def _weight(literal: str) -> int:
    words = literal.split()
    return min(3 * len(words) if COMMON.issuperset(words) else len(literal), LONG)


def _inner_best(node: Node) -> frozenset[str] | None:
    """The best set of what a node cannot do without."""
    op, value = node
    if (op in REPEATS and value[0] == 0) or op in (sre.ASSERT, sre.ASSERT_NOT, sre.GROUPREF_EXISTS):
        return None
    each = [_best(inner) for inner in inner_of(node)]
    if not each or not all(each):
        return None
    return frozenset().union(*(one for one in each if one))


def _strings(node: Node) -> frozenset[str] | None:
    """All strings that a node can match, folded; None when there are too many to list."""
    op, value = node
    if op is sre.LITERAL:
        return frozenset((folded_phrase(chr(value)),))
    if op in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
        return frozenset(("",))
    if op is sre.IN and all(kind is sre.LITERAL for kind, _ in value):
        return frozenset(folded_phrase(chr(code)) for _, code in value)
    if op is sre.BRANCH:
        each = [_joined(inner) for inner in inner_of(node)]
        return _few(frozenset().union(*(one for one in each if one))) if all(each) else None
    if op in (sre.SUBPATTERN, sre.ATOMIC_GROUP):
        return _joined(inner_of(node)[0])
    if op in REPEATS and value[1] == 1:
        inside = _joined(inner_of(node)[0])
        return None if inside is None else inside | {""} if value[0] == 0 else inside
    return None


def _joined(nodes: Sequence[Node]) -> frozenset[str] | None:
    """All strings of nodes in a row."""
    run: frozenset[str] = frozenset(("",))
    for node in nodes:
        strings = _strings(node)
        if strings is None or len(run) * len(strings) > MOST_STRINGS * 4:
            return None
        run = frozenset(left + right for left in run for right in strings)
    return _few(run)


def _few(strings: frozenset[str]) -> frozenset[str] | None:
    return strings if len(strings) <= MOST_STRINGS else None
