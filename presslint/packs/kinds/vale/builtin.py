"""The four rules that Vale brings along, by the names that a `.vale.ini` has for them.

`Vale.Terms` and `Vale.Avoid` read the vocabulary of the article's settings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from presslint.model.finding import Finding
from presslint.model.regex import regex
from presslint.packs.kinds.patterns import PatternError, admit
from presslint.packs.kinds.vale.existence import Existence
from presslint.packs.kinds.vale.rule import Finder
from presslint.packs.kinds.vale.substitution import Substitution, is_said
from presslint.packs.kinds.view import ValeBlock, ValeView, settings_of

PHRASE = regex(r"[\w\s]*")

# what each file of the style “Vale” would hold
FILES: Mapping[str, str] = {
    "Spelling": """
extends: spelling
message: "Did you really mean '%s'?"
level: error
action: {name: suggest, params: [spellings]}
""",
    "Repetition": """
extends: repetition
message: "'%s' is repeated!"
level: error
alpha: true
action: {name: edit, params: [truncate, " "]}
ignorecase: true
tokens: ['[^\\s.!?,;:]+']
""",
    "Terms": """
extends: terms
message: "Use '%s' instead of '%s'."
level: error
ignorecase: true
vocab: false
action: {name: replace}
""",
    "Avoid": """
extends: avoid
message: "Avoid using '%s'."
level: error
vocab: false
""",
}


@lru_cache(maxsize=32)
def _terms(accepted: tuple[str, ...], flags: int) -> tuple[tuple[str, ...], Finder]:
    """The accepted words, the longest first; of two that differ by case alone the later holds."""
    by_case = {word.lower(): word for word in accepted if not word.startswith("(?i)")}
    words = sorted(by_case.values(), key=len, reverse=True)
    usable: list[str] = []
    proven = []
    for word in words:
        try:
            proven.append(admit(rf"(?<!\w)(?:{word})(?!\w)", ignorecase=True))
        except PatternError:
            continue
        usable.append(word)
    return tuple(usable), Finder(proven, flags)


@lru_cache(maxsize=32)
def _avoided(rejected: tuple[str, ...], flags: int) -> Finder:
    proven = []
    for word in rejected:
        try:
            proven.append(admit(rf"(?<!\w)(?:{word})(?!\w)"))
        except PatternError:
            continue
    return Finder(proven, flags)


class Terms(Substitution):
    """What the vocabulary accepts is written as it stands there."""

    needed = ()

    def begin(self, view: ValeView) -> Any:
        words, finder = _terms(settings_of(view.article).accepted, self.flags)
        awake = finder.awake(view.searched)
        return (words, finder, awake) if awake else None

    def judge(self, view: ValeView, block: ValeBlock, state: Any) -> Iterator[Finding]:
        words, finder, awake = state
        text = block.passage.text
        for start, end, number, match in finder.hits(text, awake):
            new, old = words[number], match.group()
            if not (is_said(new, old) or self.spared(view, text).holds(old, start, end)):
                where = block.passage[start:end]
                fix = self.mended(where, "replace", (new,) if PHRASE.fullmatch(new) else ())
                yield self.finding(where, self.told(new, old), fix=fix)


class Avoid(Existence):
    """What the vocabulary rejects does not stand."""

    def examine(self) -> None:
        pass

    def begin(self, view: ValeView) -> Any:
        finder = _avoided(settings_of(view.article).rejected, self.flags)
        awake = finder.awake(view.searched)
        return (finder, awake) if awake else None

    def judge(self, view: ValeView, block: ValeBlock, state: Any) -> Iterator[Finding]:
        finder, awake = state
        for start, end, _, match in finder.hits(block.passage.text, awake):
            yield self.finding(block.passage[start:end], self.say(match.group()))
