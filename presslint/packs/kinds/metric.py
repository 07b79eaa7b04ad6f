"""A number for the whole article, held against a limit: Vale's `metric`."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, ClassVar

from presslint.article import Article
from presslint.language.voices import sentences_of
from presslint.model.document import Kind
from presslint.model.finding import Finding
from presslint.model.regex import regex
from presslint.packs.kinds.datarule import DataRule, Flaw
from presslint.packs.rule import Option

BINARY: Mapping[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
CONDITION = regex(r"\s*(>=|<=|==|!=|>|<)\s*(-?\d+(?:\.\d+)?)\s*")
COMPARE: Mapping[str, Callable[[float, float], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
}
VOWELS = regex(r"[aeiouy]+")
SUFFIXES = ("es", "ed", "ing")
COUNTED = (
    "words",
    "sentences",
    "paragraphs",
    "characters",
    "syllables",
    "complex_words",
    "polysyllabic_words",
    "long_words",
    "blockquote",
    "list",
    "pre",
    *(f"heading_h{level}" for level in range(1, 7)),
)


class Metric(DataRule):
    """A count or a formula of counts stays within the limit for an article.

    The formula knows + - * / ( ), math.sqrt, numbers, and the counts: words, sentences, paragraphs,
    characters, syllables (estimated, English), complex_words, polysyllabic_words, long_words,
    blockquote, list, pre and heading_h1 to heading_h6. The message's %s is the number.
    """

    slots: ClassVar[int] = 1
    needed: ClassVar[tuple[str, ...]] = ("formula", "condition")

    formula: str = Option("", description="What is computed.")
    condition: str = Option("", description="When it is reported, as in “> 8”.")

    def examine(self) -> None:
        super().examine()
        if CONDITION.fullmatch(self.condition) is None:
            raise Flaw("condition", f"“{self.condition}” is no condition; write one as in “> 8”")
        evaluated(self.tree, dict.fromkeys(COUNTED, 1.0))

    @cached_property
    def tree(self) -> ast.expr:
        return parsed(self.formula)

    def look(self, article: Article) -> Iterator[Finding]:
        counts = count(article)
        if not counts["words"]:
            return
        value = evaluated(self.tree, counts)
        match = CONDITION.fullmatch(self.condition)
        if value is not None and match and COMPARE[match[1]](value, float(match[2])):
            yield self.finding(article, self.say(f"{value:.2f}".rstrip("0").rstrip(".")))


def count(article: Article) -> dict[str, float]:
    """The counts of an article's own prose that a formula may use."""
    words = [word.text for passage in article.own_prose for word in passage.words]
    syllables = [syllable_count(word) for word in words]
    kinds = [block.kind for block in article.walk()]
    counts: dict[str, float] = {
        "words": len(words),
        "sentences": sum(len(sentences_of(article, passage)) for passage in article.own_prose),
        "paragraphs": kinds.count(Kind.PARAGRAPH),
        "characters": sum(map(len, words)),
        "syllables": sum(syllables),
        "polysyllabic_words": sum(number > 2 for number in syllables),
        "complex_words": sum(syllable_count(_stem(word)) > 2 for word in words),
        "long_words": sum(len(word) > 6 for word in words),
        "blockquote": kinds.count(Kind.QUOTE),
        "list": kinds.count(Kind.LIST),
        "pre": kinds.count(Kind.CODE),
    }
    for level in range(1, 7):
        counts[f"heading_h{level}"] = sum(heading.level == level for heading in article.headings)
    return counts


def syllable_count(word: str) -> int:
    """Syllables of an English word, estimated from its groups of vowels; at least one."""
    low = word.lower()
    groups = len(VOWELS.findall(low))
    if low.endswith("e") and not low.endswith(("le", "ee", "ye")) and groups > 1:
        groups -= 1
    return max(groups, 1)


def _stem(word: str) -> str:
    return next(
        (word[: -len(end)] for end in SUFFIXES if word.endswith(end) and len(word) > len(end) + 2), word
    )


def parsed(formula: str) -> ast.expr:
    """The tree of a formula. Raises Flaw for what is none."""
    source = re.sub(r"heading\.h", "heading_h", " ".join(formula.split()))
    try:
        if len(source) > 1000:
            raise SyntaxError("too long")
        return ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Flaw("formula", f"the formula cannot be read: {error}") from None


def evaluated(node: ast.expr, counts: Mapping[str, float]) -> float | None:
    """The value of a formula; None where it divides by zero. Raises Flaw for anything but arithmetic."""
    try:
        return _value(node, counts)
    except (ZeroDivisionError, OverflowError):
        return None


def _value(node: Any, counts: Mapping[str, float]) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        return float(node.value)
    if isinstance(node, ast.Name) and node.id in counts:
        return counts[node.id]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return -_value(node.operand, counts)
    if isinstance(node, ast.BinOp) and type(node.op) in BINARY:
        return BINARY[type(node.op)](_value(node.left, counts), _value(node.right, counts))
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("sqrt", "math.sqrt") and len(node.args) == 1:
        return math.sqrt(max(_value(node.args[0], counts), 0))
    shown = ast.unparse(node) if isinstance(node, ast.AST) else str(node)
    raise Flaw("formula", f"“{shown}” is neither arithmetic nor a count; counts are {', '.join(COUNTED)}")
