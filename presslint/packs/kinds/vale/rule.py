"""What all rules of Vale styles share: where they look, how they speak, what they offer to write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import Any

from presslint.article import Article
from presslint.language.phrases import Phrase, Phrases, Searched
from presslint.model.finding import Finding, Fix
from presslint.model.intervals import Stretches
from presslint.model.passage import Passage
from presslint.model.regex import regex
from presslint.model.source import Span
from presslint.packs.index import Proven
from presslint.packs.kinds.datarule import DataRule, Flaw
from presslint.packs.kinds.patterns import Matcher, OutOfTime, PatternError, admit, matcher
from presslint.packs.kinds.vale.edits import ACTIONS, edited
from presslint.packs.kinds.view import Selector, ValeBlock, ValeSettings, ValeView, settings_of, vale_view
from presslint.packs.rule import Option, Where

SLOT = regex(r"%(?:\[(\d+)\])?[sdvq]|%%")
BLANKS = regex(r"\s+")
TOP = Span(0, 0)  # where Vale puts what it says of a whole file


class ValeRule(DataRule):
    """A rule of a Vale style."""

    message: str = Option("", description="What the finding says; each %s is filled with the words found.")
    scope: tuple[str, ...] = Option(("text",), description="Where to look, in Vale's words.")
    limit: int = Option(0, ge=0, description="The most findings in one article; 0 for all.")
    action: Mapping[str, Any] = Option(
        {}, description="How to mend it: {name: replace|remove|edit|suggest, params: […]}."
    )
    exceptions: tuple[str, ...] = Option((), description="Words that are left alone.")
    ignorecase: bool = Option(False, description="Let capitals and small letters count as the same.")
    nonword: bool = Option(False, description="Let a word stand inside another word, too.")
    vocab: bool = Option(True, description="Leave alone what the vocabulary accepts.")

    def examine(self) -> None:
        for option in self.needed:
            if getattr(self, option) in (None, "", (), {}):
                raise Flaw("extends", f"this kind of rule needs “{option}”")
        if not self.message.strip():
            raise Flaw("message", "a rule says something")
        unknown = sorted(name for selector in self.selectors for name in selector.unknown)
        if unknown:
            raise Flaw("scope", f"the scope “{unknown[0]}” is not known; scopes of a View are not read")
        for index, word in enumerate(self.exceptions):
            self.proven(word, "exceptions", index)

    def vetted(self, pattern: str) -> Proven:
        """The proof of a pattern on the engine that it needs. Raises PatternError where neither takes it."""
        return admit(pattern, ignorecase=self.ignorecase)

    @property
    def flags(self) -> int:
        return re.MULTILINE | (re.IGNORECASE if self.ignorecase else 0)

    # -- where it looks ----------------------------------------------------------------------------

    @cached_property
    def selectors(self) -> tuple[Selector, ...]:
        return tuple(map(Selector.of, self.scope))

    @cached_property
    def is_raw(self) -> bool:
        return any("raw" in selector.wanted for selector in self.selectors)

    def look(self, article: Article) -> Iterator[Finding]:
        """The findings; a block on which a pattern took too long is told after them, as an error."""
        view = vale_view(article, settings_of(article))
        state = self.begin(view)
        if state is None:
            return
        late: OutOfTime | None = None
        for block in self.blocks(view):
            try:
                yield from self.judge(view, block, state)
            except OutOfTime as error:
                line = article.source.position(block.passage.span.start).line
                late = late or OutOfTime(
                    f"in the block at line {line}: {error.reason}", path=article.source.path, line=line
                )
        if late is not None:
            raise late

    def check(self, article: Article) -> Iterator[Finding]:
        found = self._once(self.look(article))
        return islice(found, self.limit) if self.limit else found

    @staticmethod
    def _once(found: Iterator[Finding]) -> Iterator[Finding]:
        known: set[tuple[Span, str]] = set()
        for finding in found:
            if (finding.span, finding.message) not in known:
                known.add((finding.span, finding.message))
                yield finding

    def begin(self, view: ValeView) -> Any:
        """What `judge` carries from block to block; None where nothing can be found."""
        return ()

    def blocks(self, view: ValeView) -> Iterator[ValeBlock]:
        return view.taken(self.selectors)

    def judge(self, view: ValeView, block: ValeBlock, state: Any) -> Iterator[Finding]:
        """The findings in one block."""
        raise NotImplementedError

    # -- what is left alone ------------------------------------------------------------------------

    def spared(self, view: ValeView, text: str, *, any_case: bool = False) -> Spared:
        settings = settings_of(view.article)
        accepted = settings.accepted if self.vocab and not self.nonword else ()
        if any_case:
            accepted = tuple(word if word.startswith("(?i)") else f"(?i){word}" for word in accepted)
        return Spared(self.exceptions, accepted, text)

    # -- what it says ------------------------------------------------------------------------------

    def say(self, *words: str, message: str = "") -> str:
        """The message as Go formats it: `%s` and `%d` in turn, `%[2]s` by number; blanks in a row are one."""
        turn = iter(words)

        def fill(slot: re.Match[str]) -> str:
            if slot.group() == "%%":
                return "%"
            if slot[1] is None:
                return next(turn, "")
            number = int(slot[1]) - 1
            return words[number] if 0 <= number < len(words) else ""

        said = SLOT.sub(fill, message or self.message)
        return said.strip() if self.is_raw else BLANKS.sub(" ", said).strip()

    def offers(self, where: Passage, replacements: Sequence[str] = ()) -> tuple[Fix, ...]:
        """The fixes that `action` asks for; none is safe, for none knows the context."""
        name = self.action.get("name")
        if name == "edit":
            new = edited(where.text, self.action.get("params") or ())
            replacements = () if new is None else (new,)
        elif name == "replace" and not replacements:
            replacements = tuple(map(str, self.action.get("params") or ()))
        elif name not in ("replace", "remove", "suggest"):
            return ()
        return self.mended(where, name, replacements)

    def mended(self, where: Passage, name: str, replacements: Sequence[str]) -> tuple[Fix, ...]:
        if name == "remove":
            return super().mend(where)
        return tuple(
            self.replace(where, new, f"Write “{new}” for “{where.text}”", "unsafe")
            for new in dict.fromkeys(replacements)
            if new != where.text
        )

    def at_top(self, message: str) -> Finding:
        """A finding on the whole file."""
        where: Where = TOP
        return self.finding(where, message)


class Spared:
    """What the exceptions of a rule and the words of the vocabulary leave alone in one text."""

    def __init__(self, exceptions: tuple[str, ...], accepted: tuple[str, ...], text: str) -> None:
        self._matcher = either(exceptions + accepted)
        phrases = tuple(word for word in exceptions + accepted if any(map(str.isspace, word)))
        found = either(phrases)
        self._phrases = Stretches(match.span() for match in found.finditer(text)) if found else Stretches()

    def holds(self, observed: str, start: int, end: int) -> bool:
        """Whether the words found at a place are left alone."""
        if self._matcher is None:
            return False
        return self._matcher.search(observed) is not None or self._phrases.overlaps(start, end)


@lru_cache(maxsize=256)
def either(words: tuple[str, ...]) -> Matcher | None:
    """One pattern for any of some words or patterns, whole and in their own case; the longest comes first."""
    if not words:
        return None
    usable: list[str] = []
    for word in sorted(dict.fromkeys(words), key=len, reverse=True):
        source = f"(?i:{word[4:]})" if word.startswith("(?i)") else f"(?:{word})"
        try:
            matcher(source)
        except PatternError:
            source = re.escape(word)
        usable.append(source)
    return matcher(rf"(?<!\w)(?:{'|'.join(usable)})(?!\w)")


class Finder:
    """The patterns of a rule, of which a view wakes only those that may match."""

    def __init__(self, proven: Sequence[Proven], flags: int) -> None:
        self.matchers = tuple(Matcher(each, flags) for each in proven)
        self.phrases = Phrases(
            Phrase(str(number), each.source, each.literals, bounded=False)
            for number, each in enumerate(proven)
        )

    def awake(self, searched: Searched) -> tuple[int, ...]:
        return tuple(sorted(searched.numbers(self.phrases)))

    def hits(self, text: str, numbers: Sequence[int]) -> list[tuple[int, int, int, re.Match[str]]]:
        """What one pattern for all would find: the leftmost, of those at one place the first in the list."""
        every = sorted(
            (
                (match.start(), number, match.end(), match)
                for number in numbers
                for match in self.matchers[number].finditer(text)
                if match.end() > match.start()
            ),
            key=lambda hit: hit[:2],
        )
        kept: list[tuple[int, int, int, re.Match[str]]] = []
        reached = 0
        for start, number, end, match in every:
            if start >= reached:
                kept.append((start, end, number, match))
                reached = end
        return kept


class FindingRule(ValeRule):
    """A rule with a list of patterns."""

    def begin(self, view: ValeView) -> Any:
        numbers = self.finder.awake(view.searched_raw if self.is_raw else view.searched)
        return numbers or None

    @cached_property
    def finder(self) -> Finder:
        raise NotImplementedError

    def bounded(self, token: str) -> str:
        """A token with the boundaries that Vale puts round it."""
        return f"(?:{token})" if self.nonword else rf"\b(?:{token})\b"


__all__ = ["ACTIONS", "Finder", "FindingRule", "Spared", "ValeRule", "ValeSettings", "either"]
