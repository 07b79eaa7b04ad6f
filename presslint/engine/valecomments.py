"""What comments of Vale silence: `<!-- vale off -->`, `<!-- vale Google.We = NO -->`, and the like.

They speak of Vale's rules only, which are those with a style before their name, and hold until another comment
takes them back. As in Vale, a rule that looks at the raw file or at all words at once (`raw`, `summary`) heeds
none but an `off` that is never taken back.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from msgspec import Struct

from presslint.article import Article
from presslint.engine.run import Silence
from presslint.model.finding import Finding
from presslint.model.regex import regex
from presslint.model.source import Span

SWITCH = regex(r"vale (?P<what>.+?) = (?P<said>YES|NO|on|off)")
OF_WORDS = regex(r"(?P<rule>[^\[\]]+\.[^\[\]]+?)(?P<words>\[.+\])", re.DOTALL)
STYLES = regex(r"vale styles? = (?P<styles>.*)")
EVERY = "every rule of Vale"
WHOLE_FILE = frozenset(("raw", "summary"))  # scopes of rules that see the file at once


class Order(Struct, frozen=True):
    """What one comment says: of all rules, of styles, of rules, or of a rule's words."""

    span: Span
    names: tuple[str, ...]  # none: all rules
    is_off: bool
    alone: bool = False  # these styles and no others


class _State(Struct, frozen=True):
    """What is silenced from a place on."""

    start: int
    off: bool = False
    others: bool = False  # styles of which nothing is said
    said: dict[str, bool] = {}

    def silences(self, finding: Finding) -> bool:
        style = finding.rule.partition(".")[0]
        return (
            self.off
            or self.said.get(style, self.others)
            or self.said.get(finding.rule, False)
            or self.said.get(f"{finding.rule}[{finding.text}]", False)
        )


def orders(article: Article) -> Iterator[Order]:
    """What the comments of an article say to Vale, in the order of the text."""
    for text, span in sorted(_comments(article), key=lambda found: found[1].start):
        bare = text.strip()
        if bare in ("vale off", "vale on"):
            yield Order(span, (), bare == "vale off")
        elif match := SWITCH.fullmatch(bare):
            yield Order(span, _names(match["what"]), match["said"] in ("NO", "off"))
        elif match := STYLES.fullmatch(bare):
            styles = tuple(name.strip() for name in match["styles"].split(","))
            yield Order(span, styles, False, alone=True)


def _comments(article: Article) -> Iterator[tuple[str, Span]]:
    for comment in article.comments:
        yield comment.text, comment.span
    delimiters = article.settings.get("comment-delimiters")
    if delimiters:
        opening, closing = map(re.escape, delimiters)
        for match in re.finditer(f"{opening}(.*?){closing}", article.source.text, re.DOTALL):
            yield match[1], Span(*match.span())


def _names(what: str) -> tuple[str, ...]:
    """A rule or style; with words in brackets, the rule with each of them."""
    match = OF_WORDS.fullmatch(what)
    if match is None:
        return (what,)
    try:
        words = json.loads(match["words"])
    except ValueError:
        return ()
    return tuple(f"{match['rule']}[{word}]" for word in words if isinstance(word, str)) or (what,)


def silencer(article: Article, sees_all: Callable[[str], bool]) -> Callable[[Finding], bool] | None:
    """Whether a finding is silenced; None where no comment speaks to Vale.

    `sees_all` says of a rule whether it sees the file at once.
    """
    states = [_State(0)]
    for order in orders(article):
        last = states[-1]
        if order.alone:
            said = {name: off for name, off in last.said.items() if "." in name}
            said |= dict.fromkeys(order.names, False)
            states.append(_State(order.span.start, last.off, True, said))
        elif not order.names:
            states.append(_State(order.span.start, order.is_off, last.others, last.said))
        else:
            said = {**last.said, **dict.fromkeys(order.names, order.is_off)}
            states.append(_State(order.span.start, last.off, last.others, said))
    if len(states) == 1:
        return None
    starts = [state.start for state in states]

    def is_silenced(finding: Finding) -> bool:
        if "." not in finding.rule:
            return False
        if sees_all(finding.rule):
            return states[-1].off
        return states[bisect_right(starts, finding.span.start) - 1].silences(finding)

    return is_silenced


def silences_of(article: Article) -> Iterator[Silence]:
    """The comments that silence, as a reviewer is told of them."""
    for order in orders(article):
        if order.is_off or order.alone:
            line = article.source.position(order.span.start).line
            names = (f"all styles but {', '.join(order.names)}",) if order.alone else order.names or (EVERY,)
            for name in names:
                yield Silence(name, "", "stretch", line)


def may_cover(silenced: str, rule: str) -> bool:
    """Whether a comment that names `silenced` can silence a rule."""
    style = rule.partition(".")[0]
    if "." not in rule:
        return silenced == rule
    return silenced in (rule, style, EVERY) or silenced.startswith((f"{rule}[", "all styles but "))
