"""Packs of rules: folders of files, read into rule classes by name.

A pack is a folder of rule files, `.py` or `.yaml`, in sub-folders that are its chapters. The house's
pack, an installed package's and a newsroom's are read by the same road. A file that cannot be read
stops the run with its name and line: a rule that is missing in silence is worse than no rule.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import module_from_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from presslint.model.badvalue import said_by
from presslint.model.digest import digest
from presslint.model.errors import FileError
from presslint.model.finding import Severity
from presslint.packs.bundle import rules_folder, spec_of
from presslint.packs.cache import Cache
from presslint.packs.card import Card, LateRule
from presslint.packs.declared import Undeclared, settle
from presslint.packs.rule import Rule
from presslint.packs.suppression import RULES
from presslint.reading.datafile import Unusable, read_text

if TYPE_CHECKING:
    from presslint.packs.cache import Store

ENTRY_POINTS = "presslint.packs"
RULE_SUFFIXES = (".py", ".yaml", ".yml")


class RuleFileError(FileError):
    """A rule file that cannot be used."""


class Pack(Struct, frozen=True):
    """A folder of rules. `python` says whether its `.py` files may run."""

    name: str
    folder: Path
    python: bool = True
    vale: bool = False  # a Vale style: YAML rules without examples are fine

    def files(self) -> Iterator[tuple[str, Path]]:
        """Chapter and file of each rule, sorted; a file at the top has no chapter."""
        for path in sorted(self.folder.rglob("*")):
            inside = path.relative_to(self.folder).parts
            if any(part.startswith(("_", ".")) for part in inside) or path.suffix not in RULE_SUFFIXES:
                continue
            yield (inside[-2] if len(inside) > 1 else ""), path


def house_folder() -> Path:
    """The rules that presslint ships."""
    return Path(rules_folder())


def house() -> Pack:
    return Pack("house", house_folder())


def installed_packs(cache: Cache | None = None) -> list[Pack]:
    """Packs of installed packages, by the entry point group `presslint.packs`.

    The value of an entry point is a package or module; the folder it stands in is the pack. Looking
    through all installed packages is slow, so the answer is kept until one of their folders changes.
    """
    key = digest("packs", *(f"{place}:{_changed(place)}" for place in sys.path))
    found = cache.get(key) if cache is not None else None
    if found is None:
        found = list(_entry_points())
        if cache is not None:
            cache.put(key, found)
    return [Pack(name, Path(folder)) for name, folder in found]


def _changed(place: str) -> int:
    try:
        return os.stat(place or ".").st_mtime_ns
    except OSError:
        return 0


def _entry_points() -> Iterator[tuple[str, str]]:
    """Name and folder of each pack."""
    if not any(map(_may_name_packs, sys.path)):
        return
    from importlib.metadata import entry_points
    from importlib.util import find_spec

    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        spec = find_spec(point.module)
        if spec is None:
            raise RuleFileError(point.value, f"the pack “{point.name}” names a module that is not installed")
        folders = list(spec.submodule_search_locations or ())
        yield point.name, folders[0] if folders else str(Path(spec.origin or "").parent)


def _may_name_packs(place: str) -> bool:
    """Whether a place for modules holds a package with packs; a glance, as importlib.metadata is dear."""
    try:
        with os.scandir(place or ".") as entries:
            names = [
                entry.name for entry in entries if entry.name.endswith((".dist-info", ".egg-info", ".egg"))
            ]
    except NotADirectoryError:
        return True  # an archive; importlib.metadata looks inside
    except OSError:
        return False
    for name in names:
        try:
            with open(os.path.join(place, name, "entry_points.txt"), "rb") as file:
                if ENTRY_POINTS.encode() in file.read():
                    return True
        except OSError:
            if name.endswith(".egg"):
                return True
    return False


def folder_pack(folder: Path, *, python: bool = False) -> Pack:
    """A newsroom's own folder. Its Python files load only when `python` is true."""
    if not folder.is_dir():
        raise RuleFileError(folder, "no such folder; `packs` names folders of rules")
    return Pack(folder.name, folder, python, vale=(folder / "meta.json").exists())


class Catalog:
    """Rules by name, in the order of packs, chapters and names.

    `cards` says what is known of each without its file; `rules` reads files as they are asked for. With
    a cache and a `code` that changes when any file of presslint or of the packs does, the cards are
    those of the last run; else every file is read at once.
    """

    def __init__(self, packs: Iterable[Pack], cache: Store | None = None, code: str = "") -> None:
        self.packs = tuple(packs)
        self._cache, self._code = cache, code
        self.cards: dict[str, Card] = {}
        self.former: dict[str, str] = {}
        self.unread: list[tuple[Path, str]] = []  # files left out, and why
        self.rules = Shelf(self)
        key = digest(
            "cards", code, *(f"{pack.name}:{pack.folder}:{pack.python}:{pack.vale}" for pack in self.packs)
        )
        kept = cache.get(key) if cache is not None and code else None
        if kept is not None:
            cards, unread = kept
            self.cards = {card.name: card for card in map(Card.unpack, cards)}
            self.unread = [(Path(path), why) for path, why in unread]
        else:
            self._read()
            if cache is not None and code:
                unread = [[str(path), why] for path, why in self.unread]
                cache.put(key, [[card.pack_up() for card in self.cards.values()], unread])
        self.former = {old: name for name, card in self.cards.items() for old in card.was}

    def _read(self) -> None:
        """Read every file of every pack."""
        for rule in RULES:
            self._add(rule, -1)
        for number, pack in enumerate(self.packs):
            for chapter, path in pack.files():
                if path.suffix == ".py" and not pack.python:
                    self.unread.append((path, "Python rules load only where the config says `python: true`"))
                    continue
                self._add(self.load(path, chapter, pack), number)
        for name, card in self.cards.items():
            for old in card.was:
                if old in self.cards:
                    raise RuleFileError(
                        card.origin, f"the former name “{old}” of {name} is a rule of its own"
                    )

    def _add(self, rule: type[Rule], pack: int) -> None:
        known = self.cards.get(rule.name)
        if known is not None:
            raise RuleFileError(rule.origin, f"the rule “{rule.name}” is already read from {known.origin}")
        self.cards[rule.name] = Card.of(rule, pack)
        self.rules.loaded[rule.name] = rule

    def load(self, path: Path, chapter: str, pack: Pack) -> type[Rule]:
        """The rule in one file of a pack."""
        return load_rule(path, chapter, pack, self._cache if self._code else None, self._code)

    def configured(self, name: str, options: Mapping[str, Any]) -> Rule:
        """A rule with its options; its file is read now only if it has to be. Raises OptionError."""
        if name in self.rules.loaded or options.keys() - {"severity"}:
            return self.rules[name](**options)
        level = options.get("severity")
        return LateRule(self.cards[name], self.rules.__getitem__, level and Severity.parse(level))

    @property
    def chapters(self) -> Mapping[str, tuple[str, ...]]:
        """Names of rules by chapter."""
        found: dict[str, list[str]] = {}
        for name, card in self.cards.items():
            found.setdefault(card.chapter, []).append(name)
        return {chapter: tuple(names) for chapter, names in found.items()}

    def resolve(self, name: str) -> str | None:
        """The present name of a rule, by present or former name."""
        return name if name in self.cards else self.former.get(name)

    def expand(self, word: str) -> tuple[str, ...]:
        """The rules that a word of `select` or `ignore` means: a rule, a chapter, `all` or `default`."""
        if word == "all":
            return tuple(self.cards)
        if word == "default":
            return tuple(name for name, card in self.cards.items() if card.default_on)
        found = self.resolve(word)
        if found:
            return (found,)
        return self.chapters.get(word, ())

    def nearest(self, word: str) -> str:
        """“; did you mean …?” for an unknown name, or an empty string."""
        from difflib import get_close_matches

        known = [*self.cards, *self.former, *self.chapters, "all", "default"]
        close = get_close_matches(word, known, 1)
        return f"; did you mean “{close[0]}”?" if close else "; `presslint rules` lists them"


class Shelf(Mapping[str, type[Rule]]):
    """The rule classes of a catalog; a file is read when its rule is first taken."""

    def __init__(self, catalog: Catalog) -> None:
        self.loaded: dict[str, type[Rule]] = {}
        self._catalog = catalog

    def __getitem__(self, name: str) -> type[Rule]:
        rule = self.loaded.get(name)
        if rule is None:
            card = self._catalog.cards[name]
            if card.pack < 0:
                rule = next(rule for rule in RULES if rule.name == name)
            else:
                rule = self._catalog.load(Path(card.origin), card.chapter, self._catalog.packs[card.pack])
            self.loaded[name] = rule
        return rule

    def __iter__(self) -> Iterator[str]:
        return iter(self._catalog.cards)

    def __len__(self) -> int:
        return len(self._catalog.cards)


def load_rule(
    path: Path, chapter: str = "", pack: Pack | None = None, cache: Store | None = None, code: str = ""
) -> type[Rule]:
    """The rule in one file. Raises RuleFileError with file and line.

    With a cache, the description of a rule in YAML is kept for runs with the same `code`.
    """
    name = path.stem.replace("_", "-")
    if not all(part.isalnum() and part == part.lower() for part in name.split("-")) and not (
        pack is not None and pack.vale
    ):
        raise RuleFileError(path, "a rule file is named in lower case with underscores (dangling_lead.py)")
    if path.suffix == ".py":
        rule = _load_python(path, name, pack.name if pack else "file")
    else:
        rule = _load_yaml(path, name, pack is not None and pack.vale, cache, code)
    rule.name, rule.chapter, rule.origin = name, chapter, str(path)
    return rule


def _load_yaml(path: Path, name: str, vale: bool, cache: Store | None, code: str) -> type[Rule]:
    try:
        text = read_text(path)
    except Unusable as error:
        raise RuleFileError(path, error.reason, error.line) from None
    key = digest("described", code, name, str(vale), text)
    said = cache.get(key) if cache is not None else None
    if said is not None:
        from presslint.packs.kinds.described import rule_of

        return rule_of(said, str(path), name)
    from presslint.packs.kinds.file import read_rule

    rule, said = read_rule(text, str(path), name, vale=vale)
    if cache is not None:
        cache.put(key, said)
    return rule


def _load_python(path: Path, name: str, pack: str) -> type[Rule]:
    expected = "".join(part.capitalize() for part in name.split("-"))
    module_name = f"presslint_rules.{pack}.{path.stem}"
    spec, loader = spec_of(module_name, str(path))
    module = module_from_spec(spec)
    sys.modules[module_name] = module
    try:
        loader.exec_module(module)
    except SyntaxError as error:
        raise RuleFileError(path, f"not valid Python: {error.msg}", error.lineno) from None
    except (Exception, SystemExit) as error:
        trace, line = error.__traceback__, None
        while trace is not None:
            if trace.tb_frame.f_code.co_filename == str(path):
                line = trace.tb_lineno
            trace = trace.tb_next
        raise RuleFileError(path, f"cannot be loaded: {said_by(error)}", line) from None
    rule = getattr(module, expected, None)
    if not (isinstance(rule, type) and issubclass(rule, Rule)):
        raise RuleFileError(path, f"holds no rule class “{expected}”; the class is named as the file")
    if rule.check is Rule.check and not hasattr(rule, "conclude"):
        raise RuleFileError(path, f"the rule “{expected}” has no check; write `def check(self, article)`")
    try:
        settle(rule)
        rule()
    except (Exception, SystemExit) as error:
        reason = str(error) if isinstance(error, Undeclared) else f"cannot be set up: {said_by(error)}"
        raise RuleFileError(path, reason) from None
    return rule
