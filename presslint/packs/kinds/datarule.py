"""What all rules written in YAML share: a message with slots, scopes, a limit, an action that mends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any, ClassVar

from presslint.article import Article
from presslint.model.errors import PresslintError
from presslint.model.finding import Finding, Fix, quoted
from presslint.model.passage import Passage
from presslint.model.regex import regex
from presslint.packs.index import Proven, YamlRule
from presslint.packs.kinds import scopes
from presslint.packs.kinds.scopes import Stretch
from presslint.packs.rule import Option, OptionError, Rule

SLOT = regex(r"%(?:\[\d\])?s|%%")
ACTIONS = ("suggest", "replace", "remove", "convert", "edit")
EDITS = {"regex": 2, "trim": 1, "trim_left": 1, "trim_right": 1, "remove": 1, "truncate": 1, "split": 2}


class Flaw(PresslintError):
    """A value of a rule that cannot work; `option` and `index` say which, and it ends as an OptionError."""

    def __init__(self, option: str, reason: str, index: int | None = None):
        super().__init__(reason)
        self.option, self.index = option, index


class DataRule(Rule):
    """The words of the rule are data; each kind says what is done with them."""

    slots: ClassVar[int] = 1  # how many %s the message may have
    needed: ClassVar[tuple[str, ...]] = ()  # options without which the kind makes no sense
    yaml: ClassVar[YamlRule | None] = None  # what the rule's file says, for the index
    proofs: ClassVar[dict[str, Proven]] = {}  # what was proven of patterns, by case and pattern
    ignorecase: bool = False

    message: str = Option("", description="What the finding says; each %s is filled with the words found.")
    scope: tuple[str, ...] = Option(
        ("text",), description="Where to look: text, heading, headline, list, sentence…"
    )
    limit: int = Option(0, ge=0, description="The most findings in one article; 0 for all.")
    action: Mapping[str, Any] = Option(
        {}, description="How to mend it: {name: replace|remove|edit, params: […]}."
    )

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        try:
            self.examine()
        except Flaw as flaw:
            if not options:
                raise
            raise OptionError(self.name, flaw.option, flaw.reason) from None
        object.__setattr__(self, "reads_words", self.sought())

    def sought(self) -> frozenset[str]:
        """Words without which the rule finds nothing, see `Rule.reads_words`; none where that is not known."""
        return frozenset()

    def examine(self) -> None:
        """Raises Flaw for values that are of the right type and cannot work all the same."""
        for option in self.needed:
            if getattr(self, option) in (None, "", (), {}):
                raise Flaw("extends", f"this kind of rule needs “{option}”")
        if not self.message.strip():
            raise Flaw("message", "a rule says something")
        if len([slot for slot in SLOT.findall(self.message) if slot != "%%"]) > self.slots:
            raise Flaw(
                "message", f"the message has more %s than the {self.slots} that this kind of rule fills"
            )
        for index, selector in enumerate(self.scope):
            try:
                scopes.parse(selector)
            except scopes.ScopeError as error:
                raise Flaw("scope", str(error), index) from None
        if self.action:
            self._examine_action()

    def _examine_action(self) -> None:
        name, params = self.action.get("name"), self.action.get("params", ())
        if name not in ACTIONS:
            raise Flaw("action", f"there is no action “{name}”; known are {', '.join(ACTIONS)}")
        if not isinstance(params, (list, tuple)) or not all(isinstance(each, (str, int)) for each in params):
            raise Flaw("action", "“params” of an action is a list of words")
        if name != "edit":
            return
        edit, *rest = (str(param) for param in params or ("",))
        if len(rest) != EDITS.get(edit, -1):
            raise Flaw("action", f"an edit is one of {', '.join(EDITS)} with its parameters")
        if edit in ("regex", "split"):
            pattern = re.compile(self.proven(rest[0], "action").source)
        if edit == "regex":
            try:
                pattern.sub(_template(rest[1]), "")
                re.compile(f"(?:{pattern.pattern})|").sub(_template(rest[1]), "")
            except (re.error, IndexError):
                raise Flaw("action", f"“{rest[1]}” names a group that “{rest[0]}” does not have") from None
        if edit == "split" and not rest[1].isdecimal():
            raise Flaw("action", f"“{rest[1]}” is no number of a piece; the first is 0")

    def check(self, article: Article) -> Iterator[Finding]:
        found = self.look(article)
        return islice(found, self.limit) if self.limit else found

    def look(self, article: Article) -> Iterator[Finding]:
        """The findings of this kind, `limit` left aside."""
        raise NotImplementedError

    def proven(self, pattern: str, option: str, index: int | None = None) -> Proven:
        """The pattern in Python's dialect, proven cheap. Raises Flaw when it is broken or could hang."""
        key = f"{'any' if self.ignorecase else 'own'} case: {pattern}"
        known = self.proofs.get(key)
        if known is None:
            from presslint.packs.literals import PatternError

            try:
                known = self.proofs[key] = self.vetted(pattern)
            except PatternError as error:
                raise Flaw(option, str(error), index) from None
        return known

    def vetted(self, pattern: str) -> Proven:
        """The proof of a pattern. Raises PatternError."""
        from presslint.packs.kinds.patterns import vet

        return vet(pattern, ignorecase=self.ignorecase)

    # -- for the kinds ---------------------------------------------------------------------------

    @cached_property
    def scopes(self) -> tuple[scopes.Scope, ...]:
        return tuple(scopes.parse(selector) for selector in self.scope)

    def stretches(self, article: Article) -> Iterator[Stretch]:
        return scopes.stretches(article, self.scopes)

    def say(self, *words: str) -> str:
        """The message with its slots filled: `%s` in turn, `%[2]s` by number."""
        turn = iter(words)

        def fill(slot: re.Match[str]) -> str:
            mark = slot.group()
            if mark == "%%":
                return "%"
            if mark == "%s":
                return next(turn, "")
            number = int(mark[2]) - 1
            return words[number] if number < len(words) else ""

        return SLOT.sub(fill, self.message)

    def mend(self, where: Passage, replacements: Sequence[str] = ()) -> tuple[Fix, ...]:
        """The fixes that `action` asks for; word changes are never safe."""
        name, params = self.action.get("name"), self.action.get("params", ())
        written = where.root.text[where.at : where.at + len(where)]
        if name == "remove":
            return (self.delete(_with_a_space(where), f"Delete {quoted(written)}", "unsafe"),)
        if name == "replace":
            replacements = replacements or tuple(params)
        elif name == "edit":
            replacements = (_edited(written, params),)
        return tuple(
            self.replace(where, new, f"Write {quoted(new)} for {quoted(written)}", "unsafe")
            for new in replacements
            if new != written
        )


def _with_a_space(where: Passage) -> Passage:
    """The passage with the space before it, so that none is left over; else with the one behind it."""
    root, start, end = where.root, where.at, where.at + len(where)
    if start > 0 and root.text[start - 1] == " ":
        return root[start - 1 : end]
    return root[start : end + 1] if root.text[end : end + 1] == " " else where


def _template(text: str) -> str:
    """A replacement with its groups as Python names them."""
    return re.sub(r"\$(\d)", r"\\\1", text)


def _edited(text: str, params: Sequence[str]) -> str:
    from presslint.packs.kinds.patterns import pythonic

    name, *rest = (str(param) for param in params)
    if name == "regex":
        return re.sub(pythonic(rest[0]), _template(rest[1]), text)
    if name == "remove":
        return text.replace(rest[0], "")
    if name == "truncate":
        return text.split(rest[0])[0]
    if name == "split":
        pieces = re.split(pythonic(rest[0]), text)
        return pieces[int(rest[1])] if int(rest[1]) < len(pieces) else text
    return {"trim": text.strip, "trim_left": text.lstrip, "trim_right": text.rstrip}[name](rest[0])
