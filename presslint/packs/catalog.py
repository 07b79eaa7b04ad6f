"""Packs of rules: folders of files, read into rule classes by name.

A pack is a folder of rule files, `.py` or `.yaml`, in sub-folders that are its chapters. The house's
pack, an installed package's and a newsroom's are read by the same road. A file that cannot be read
stops the run with its name and line: a rule that is missing in silence is worse than no rule.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from presslint.model.badvalue import said_by
from presslint.model.digest import digest
from presslint.model.errors import FileError
from presslint.model.finding import Severity
from presslint.packs.declared import Undeclared, settle
from presslint.packs.index import PACKAGE, Declaration, Index, LateRule, PackEntries
from presslint.packs.rule import Rule
from presslint.packs.suppression import RULES
from presslint.reading.datafile import Unusable, read_text

ENTRY_POINTS = "presslint.packs"
RULE_SUFFIXES = (".py", ".yaml", ".yml")


class RuleFileError(FileError):
    """A rule file that cannot be used."""


class Pack(Struct, frozen=True):
    """A folder of rules. `python` says whether its `.py` files may run.

    A Vale style (`vale`) may hold rules without examples under any file name; its rules are called
    `Style.Rule`, and one that cannot be read is left out. `only` names those that are wanted, where not all
    are; `texts` are rules that stand in no file.
    """

    name: str
    folder: Path
    python: bool = True
    vale: bool = False
    default_on: bool = True
    only: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()

    def files(self) -> Iterator[tuple[str, Path]]:
        """Chapter and file of each rule, sorted; a file at the top has no chapter, and of a style's it is the style."""
        if self.vale:
            yield from self._of_style()
            return
        for path in sorted(self.folder.rglob("*")):
            inside = path.relative_to(self.folder).parts
            if any(part.startswith(("_", ".")) for part in inside) or path.suffix not in RULE_SUFFIXES:
                continue
            yield (inside[-2] if len(inside) > 1 else ""), path

    def _of_style(self) -> Iterator[tuple[str, Path]]:
        if self.texts:
            return
        for path in sorted(self.folder.rglob("*")):
            inside = path.relative_to(self.folder).parts
            is_wanted = not self.only or style_name(path) in self.only
            is_hidden = any(part.startswith(".") for part in inside)
            if is_wanted and not is_hidden and path.suffix in RULE_SUFFIXES[1:]:
                yield path.parent.name, path


def style_name(path: Path) -> str:
    """What Vale calls the rule in a file: the folder is the style."""
    return f"{path.parent.name}.{path.name.partition('.')[0]}"


def house_folder() -> Path:
    """The rules that presslint ships: inside the package in a wheel, beside it in a checkout."""
    inside = PACKAGE / "rules"
    return inside if inside.is_dir() else PACKAGE.parent / "rules"


def house() -> Pack:
    return Pack("house", house_folder())


def installed_packs(index: Index | None = None) -> list[Pack]:
    """Packs of installed packages, by the entry point group `presslint.packs`.

    The value of an entry point is a package or module; the folder it stands in is the pack. Looking
    through all installed packages is slow, so the index keeps the answer until one comes, goes or changes.
    """
    index = index or Index()
    key = digest("packs", *(line for place in sys.path for line in _installed_in(place)))
    found = index.recall("installed packs", key, list[tuple[str, str]])
    if found is None:
        found = list(_entry_points())
        index.keep("installed packs", key, found)
    return [Pack(name, Path(folder)) for name, folder in found]


def _installed_in(place: str) -> list[str]:
    """What changes when a package is installed in a place where Python looks for modules, or taken out."""
    try:
        with os.scandir(place or ".") as entries:
            found = [
                f"{entry.name}\t{entry.stat().st_mtime_ns}"
                for entry in entries
                if entry.name.endswith((".dist-info", ".egg-info", ".egg", ".egg-link"))
            ]
    except NotADirectoryError:  # an archive
        found = [str(os.stat(place).st_mtime_ns)]
    except OSError:
        found = []
    return [place, *sorted(found)]


def _entry_points() -> Iterator[tuple[str, str]]:
    """Name and folder of each pack."""
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        spec = find_spec(point.module)
        if spec is None:
            raise RuleFileError(point.value, f"the pack “{point.name}” names a module that is not installed")
        folders = list(spec.submodule_search_locations or ())
        yield point.name, folders[0] if folders else str(Path(spec.origin or "").parent)


def folder_pack(folder: Path, *, python: bool = False) -> Pack:
    """A newsroom's own folder. Its Python files load only when `python` is true."""
    if not folder.is_dir():
        raise RuleFileError(folder, "no such folder; `packs` names folders of rules")
    return Pack(folder.name, folder, python, vale=is_style(folder))


def is_style(folder: Path) -> bool:
    """Whether a folder of rules comes from Vale: it says so, a rule's name has capitals, or no rule gives a reason."""
    if (folder / "meta.json").exists():
        return True
    names = sorted(path for path in folder.rglob("*.y*ml") if path.suffix in RULE_SUFFIXES)
    if not names or any(folder.rglob("*.py")):
        return False
    if any(path.stem != path.stem.lower() for path in names):
        return True
    some = names[:2]
    return len(some) > 1 and not any(map(_gives_a_reason, some))


def _gives_a_reason(path: Path) -> bool:
    try:
        text = read_text(path)
    except Unusable:
        return True
    return any(line.startswith(("why:", "examples:")) for line in text.splitlines())


class Catalog:
    """Rules by name, in the order of packs, chapters and names.

    `entries` says what is known of each without its file; `rule` reads a file when it is asked for. With
    an index, entries are those of the run that read the pack as it is now; else every file is read at once.
    """

    def __init__(self, packs: Iterable[Pack], index: Index | None = None) -> None:
        self.packs = tuple(packs)
        self.entries: dict[str, Declaration] = {}
        self.former: dict[str, str] = {}
        self.unread: list[tuple[str, str]] = []  # files left out, and why
        self._loaded: dict[str, type[Rule]] = {}
        self._pack_of: dict[str, Pack] = {}
        for rule in RULES:
            self._loaded[rule.name] = rule
            self._add(Declaration.of(rule))
        for pack in self.packs:
            known = self._known(pack, index or Index())
            self.unread += known.unread
            for entry in known.entries:
                if pack.vale and entry.name in self.entries:
                    if self.entries[entry.name].origin != entry.origin:
                        other = self.entries[entry.name].origin
                        self.unread.append(
                            (entry.origin, f"the rule “{entry.name}” is already read from {other}")
                        )
                    continue
                self._add(entry if pack.default_on else replace(entry, default_on=False))
                self._pack_of[entry.name] = pack
        for name, entry in self.entries.items():
            for old in entry.was:
                if old in self.entries:
                    raise RuleFileError(
                        entry.origin, f"the former name “{old}” of {name} is a rule of its own"
                    )
                self.former[old] = name

    def _known(self, pack: Pack, index: Index) -> PackEntries:
        """What the rules of a pack declare, from the index or from their files."""
        name = f"{pack.name}\t{pack.folder.absolute()}\t{pack.python}\t{pack.vale}"
        key = index.code(pack.folder)
        if pack.only or pack.texts:
            key = digest(key, *pack.only, *(word for pair in pack.texts for word in pair))
        known = index.recall(name, key, PackEntries)
        if known is None:
            known = self._read(pack)
            index.keep(name, key, known)
        return known

    def _read(self, pack: Pack) -> PackEntries:
        """Read every file of a pack."""
        entries: list[Declaration] = []
        unread: list[tuple[str, str]] = []
        for stem, text in pack.texts:
            rule = _text_rule(text, f"{pack.name}.{stem}", pack)
            if isinstance(rule, RuleFileError):
                unread.append((rule.path, rule.reason))
            else:
                self._loaded.setdefault(rule.name, rule)
                entries.append(Declaration.of(rule))
        for chapter, path in pack.files():
            if path.suffix == ".py" and not pack.python:
                unread.append((str(path), "Python rules load only where the config says `python: true`"))
                continue
            try:
                rule = load_rule(path, chapter, pack)
            except RuleFileError as error:
                if not pack.vale:
                    raise
                unread.append((f"{path}:{error.line}" if error.line else str(path), error.reason))
                continue
            self._loaded.setdefault(rule.name, rule)
            entries.append(Declaration.of(rule))
        return PackEntries(tuple(entries), tuple(unread))

    def passed_over(self) -> Iterator[tuple[str, str]]:
        """Place and reason of what the files of Vale's rules have that is not read; the rules run all the same."""
        for entry in self.entries.values():
            for line, why in entry.yaml.notices if entry.yaml is not None else ():
                yield f"{entry.origin}:{line}", why

    def _add(self, entry: Declaration) -> None:
        known = self.entries.get(entry.name)
        if known is not None:
            raise RuleFileError(entry.origin, f"the rule “{entry.name}” is already read from {known.origin}")
        self.entries[entry.name] = entry

    def rule(self, name: str) -> type[Rule]:
        """The class of a rule; its file is read now unless it was before. Raises RuleFileError."""
        known = self._loaded.get(name)
        if known is None:
            entry = self.entries[name]
            if entry.yaml is not None:
                from presslint.packs.kinds.file import rule_of

                known = rule_of(entry, entry.yaml)
            else:
                known = load_rule(Path(entry.origin), entry.chapter, self._pack_of[name])
            self._loaded[name] = known
        return known

    @property
    def rules(self) -> Mapping[str, type[Rule]]:
        """The classes of all rules by name; every file is read."""
        return {name: self.rule(name) for name in self.entries}

    def configured(self, name: str, options: Mapping[str, Any]) -> Rule:
        """A rule with its options; its file is read now only if it has to be. Raises OptionError."""
        if name in self._loaded or options.keys() - {"severity"}:
            return self.rule(name)(**options)
        level = options.get("severity")
        return LateRule(self.entries[name], lambda: self.rule(name), level and Severity.parse(level))

    @property
    def chapters(self) -> Mapping[str, tuple[str, ...]]:
        """Names of rules by chapter."""
        found: dict[str, list[str]] = {}
        for name, entry in self.entries.items():
            found.setdefault(entry.chapter, []).append(name)
        return {chapter: tuple(names) for chapter, names in found.items()}

    def resolve(self, name: str) -> str | None:
        """The present name of a rule, by present or former name."""
        return name if name in self.entries else self.former.get(name)

    def expand(self, word: str) -> tuple[str, ...]:
        """The rules that a word of `select` or `ignore` means: a rule, a chapter, `all` or `default`."""
        if word == "all":
            return tuple(self.entries)
        if word == "default":
            return tuple(name for name, entry in self.entries.items() if entry.default_on)
        found = self.resolve(word)
        if found:
            return (found,)
        return self.chapters.get(word, ())

    def nearest(self, word: str) -> str:
        """“; did you mean …?” for an unknown name, or an empty string."""
        from difflib import get_close_matches

        known = [*self.entries, *self.former, *self.chapters, "all", "default"]
        close = get_close_matches(word, known, 1)
        return f"; did you mean “{close[0]}”?" if close else "; `presslint rules` lists them"


def load_rule(path: Path, chapter: str = "", pack: Pack | None = None) -> type[Rule]:
    """The rule in one file. Raises RuleFileError with file and line."""
    vale = pack is not None and pack.vale
    name = style_name(path) if vale else path.stem.replace("_", "-")
    if not vale and not all(part.isalnum() and part == part.lower() for part in name.split("-")):
        raise RuleFileError(path, "a rule file is named in lower case with underscores (dangling_lead.py)")
    if path.suffix == ".py":
        rule = _load_python(path, name, pack.name if pack else "file")
    else:
        rule = _load_yaml(path, name, vale)
    rule.name, rule.chapter, rule.origin = name, chapter, str(path)
    return rule


def _text_rule(text: str, name: str, pack: Pack) -> type[Rule] | RuleFileError:
    """A rule of a style that stands in no file, or why it cannot run."""
    from presslint.packs.kinds.file import rule_from_yaml

    try:
        rule = rule_from_yaml(text, name, name, vale=True)
    except RuleFileError as error:
        return error
    rule.name, rule.chapter, rule.origin = name, pack.name, name
    return rule


def _load_yaml(path: Path, name: str, vale: bool) -> type[Rule]:
    from presslint.packs.kinds.file import rule_from_yaml

    try:
        text = read_text(path)
    except Unusable as error:
        raise RuleFileError(path, error.reason, error.line) from None
    try:
        return rule_from_yaml(text, str(path), name, vale=vale)
    except RuleFileError:
        raise
    except Exception as error:
        if not vale:
            raise
        raise RuleFileError(path, f"cannot be set up: {said_by(error)}") from None


def _load_python(path: Path, name: str, pack: str) -> type[Rule]:
    expected = "".join(part.capitalize() for part in name.split("-"))
    module_name = f"presslint_rules.{pack}.{path.stem}"
    spec = spec_from_file_location(module_name, path)
    assert spec is not None, "the name of the file ends in .py"
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[module_name] = module
    try:
        spec.loader.exec_module(module)
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
