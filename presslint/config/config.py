"""Config: from `presslint.yaml` or `[tool.presslint]` to the rules that run on a file.

A config is a pile of layers: profiles and files it extends, the file itself, the command line; later
layers win. For one article the matching overrides are laid on top. Unknown keys and unknown rules
stop the run with file, line and the nearest name.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.json import encode

from presslint.config.defaults import DEFAULTS
from presslint.config.globs import Globs, look_again
from presslint.config.layers import (
    COMMAND_LINE,
    ConfigError,
    Layer,
    Mirror,
    find_config,
    mapping_layers,
    read_layers,
    shown_name,
)
from presslint.model.digest import digest
from presslint.model.finding import Severity
from presslint.model.generators import look_again as look_for_roots_again
from presslint.model.generators import seen_from_root
from presslint.model.regex import regex
from presslint.packs.cache import Cache
from presslint.packs.catalog import Catalog, Pack, RuleFileError, folder_pack, house, installed_packs
from presslint.packs.index import Index
from presslint.packs.rule import OptionError, Rule
from presslint.reading import Settings

if TYPE_CHECKING:
    from presslint.config.valeglobs import ValeGlob
    from presslint.config.valeproject import ValeFlags, ValeLayer

SIZE = regex(r"\s*([0-9]{1,15}(?:\.[0-9]{1,9})?)\s*([kKMG]i?)?B?\s*")


class Plan(Struct, frozen=True):
    """What to do with one article: how to read it and the rules that run on it, options set.

    `site_rules` compare articles and run only when a whole site is read.
    """

    rules: tuple[Rule, ...]
    site_rules: tuple[Rule, ...]
    known: frozenset[str]
    reading: Settings

    def load(self) -> None:
        """Read the files of all rules now, so that the processes to come have them."""
        for rule in self.rules:
            rule.loaded()


class Config:
    """A pile of layers and the catalog of its packs. Raises ConfigError, RuleFileError, OptionError."""

    def __init__(
        self,
        layers: Sequence[Layer] = (),
        *,
        root: Path | None = None,
        trust_python: bool = True,
        with_installed: bool = True,
        notices: Iterable[str] = (),
        today: Any = None,
        cache: Cache | None = None,
        index: Index | None = None,
        is_placed: bool = False,
    ) -> None:
        self.layers = tuple(layers)
        self.root = root or Path.cwd()
        self.is_placed = is_placed  # a config file stands in the root
        self.trust_python = trust_python
        self.with_installed = with_installed
        self.notices = list(notices)
        self.today = today
        self.cache = cache or Cache(None)
        self.index = index or Index()
        self._plans: dict[tuple[int, ...], Plan] = {}
        self._globs: dict[str, Globs] = {}
        self._words_checked = False

    def __getstate__(self) -> dict[str, Any]:
        """Without what was worked out, and without the cache: a worker process works it out anew."""
        kept = ("layers", "root", "is_placed", "trust_python", "with_installed", "notices", "today")
        empty = {"cache": Cache(None), "index": Index(), "_plans": {}, "_globs": {}, "_words_checked": True}
        return {name: getattr(self, name) for name in kept} | empty

    @classmethod
    def load(
        cls,
        start: Path,
        *,
        file: Path | None = None,
        isolated: bool = False,
        command_line: Layer | None = None,
        trust_python: bool = True,
        with_installed: bool = True,
        today: Any = None,
        mirror: Mirror | None = None,
        cache: Cache | None = None,
        index: Index | None = None,
    ) -> Config:
        """The config for a folder: `file` if given, else the nearest one, else the defaults.

        With a `mirror`, the nearest one is looked for in the copy of another revision.
        """
        notices: list[str] = []
        named = file is not None
        if file is None and not isolated:
            file, notices = find_config(start.resolve(), mirror)
        elif file is not None and not file.is_file():
            raise ConfigError(file, "no such config file")
        layers = with_projects(read_layers(file, mirror=mirror, cache=cache), mirror) if file else []
        if not named:
            for layer in layers:
                _check_owner(layer, start)
        if command_line is not None:
            layers.append(command_line)
        root = file.parent.resolve() if file else start.resolve()
        if mirror is not None:
            root = mirror.original(root)
        if cache is not None and any(layer.values.get("cache") is False for layer in layers):
            cache.switch_off()
        return cls(
            layers,
            root=root,
            trust_python=trust_python,
            with_installed=with_installed,
            notices=notices,
            today=today,
            cache=cache,
            index=index,
            is_placed=file is not None,
        )

    @classmethod
    def from_mapping(
        cls, values: Mapping[str, Any], *, folder: str | Path = ".", today: date | None = None
    ) -> Config:
        """The config that a file with these values in `folder` would be; files it names are looked for there.

        Raises ConfigError for a key or value that a config cannot have.
        """
        root = Path(folder).resolve()
        return cls(mapping_layers(values, root), root=root, today=today)

    @classmethod
    def of_vale(
        cls,
        start: Path,
        flags: ValeFlags,
        *,
        file: Path | None = None,
        command_line: Layer | None = None,
        today: Any = None,
        mirror: Mirror | None = None,
        cache: Cache | None = None,
        index: Index | None = None,
    ) -> Config:
        """The Vale project around a folder, or of a file, by itself."""
        from presslint.config.valeproject import INI_NAMES, find_ini, vale_layers

        if file is None:
            file = find_ini(start.resolve(), mirror)
            if file is None:
                names = ", ".join(INI_NAMES)
                raise ConfigError(start, f"no {names} here or above; name one with --config")
        elif not file.is_file():
            raise ConfigError(file, "no such config file")
        layers = vale_layers(file, flags=flags, alone=True, mirror=mirror)
        if command_line is not None:
            layers.append(command_line)
        root = mirror.original(file.parent) if mirror is not None else file.parent.resolve()
        return cls(layers, root=root, today=today, cache=cache, index=index, is_placed=True)

    # values ---------------------------------------------------------------------------------------

    def value(self, *keys: str) -> Any:
        """The value of a key in the topmost layer that sets it, else its default."""
        for _, found in self._set(keys):
            return found
        default: Any = DEFAULTS
        for key in keys:
            default = default[key]
        return default

    def _set(self, keys: Sequence[str]) -> Iterator[tuple[Layer, Any]]:
        """The layers that set a key, the topmost first, each with the value that it sets."""
        for layer in reversed(self.layers):
            found: Any = layer.values
            for key in keys:
                if not isinstance(found, Mapping) or key not in found:
                    break
                found = found[key]
            else:
                yield layer, found

    @staticmethod
    def default(key: str) -> Any:
        """What a key is when no layer sets it."""
        return DEFAULTS[key]

    def globs(self, key: str) -> Globs:
        """The globs of a key; `extend-exclude` adds up over the layers. What is included knows no case."""
        found = self._globs.get(key)
        if found is None:
            if key.startswith("extend-"):
                patterns = [glob for layer in self.layers for glob in layer.values.get(key, ())]
            else:
                patterns = self.value(key)
            found = self._globs[key] = Globs(patterns, any_case=key == "include")
        return found

    def origin(self, *keys: str) -> str:
        """Where that value comes from: `file:line`, or `default`."""
        for layer, _ in self._set(keys):
            line = layer.line(*keys)
            return f"{layer.path}:{line}" if line else layer.path
        return "default"

    @property
    def fail_on(self) -> Severity | None:
        """The severity from which the exit code is 1, or None for never."""
        level = self.value("fail-on")
        return None if level == "never" else Severity.parse(level)

    @property
    def max_file_size(self) -> int:
        """In bytes."""
        return parse_size(self.value("max-file-size"))

    # rules ----------------------------------------------------------------------------------------

    @cached_property
    def packs(self) -> list[Pack]:
        """The house's pack, those of installed packages, and the config's folders."""
        packs: list[Pack] = [house()]
        if self.with_installed:
            packs += installed_packs(self.index)
        for layer in self.layers:
            packs += getattr(layer, "packs", ())  # of a Vale project
            for number, name in enumerate(layer.values.get("packs", ())):
                if not isinstance(name, str):
                    continue  # a Vale project, which has a layer of its own
                try:
                    folder = layer.home / name
                    if folder.is_dir() and folder.resolve() == layer.home.resolve():
                        raise RuleFileError(
                            name, "the folder of the config; give your rules a folder of their own"
                        )
                    python = bool(layer.values.get("python")) and self.trust_python
                    packs.append(folder_pack(folder, python=python))
                except RuleFileError as error:
                    raise layer.fail(f"pack “{name}”: {error.reason}", "packs", number) from None
        return packs

    @cached_property
    def catalog(self) -> Catalog:
        """The rules of all packs. Raises RuleFileError."""
        catalog = Catalog(self.packs, self.index)
        for path, why in catalog.unread:
            self.notices.append(f"{shown_name(Path(path))}: not loaded; {why}")
        for place, why in catalog.passed_over():
            self.notices.append(f"{shown_name(Path(place))}: passed over; {why}")
        for project in self.projects:
            self.notices += project.notices
            self.notices += project.unknown(catalog)
        return catalog

    @cached_property
    def projects(self) -> tuple[ValeLayer, ...]:
        """The Vale projects that the config rests on."""
        if not any(hasattr(layer, "packs") for layer in self.layers):
            return ()
        from presslint.config.valeproject import ValeLayer

        return tuple(layer for layer in self.layers if isinstance(layer, ValeLayer))

    def takes(self, path: Path) -> bool:
        """Whether a file that was found is to be read: a Vale project run by itself names its files."""
        return all(project.takes(path) for project in self.projects if project.alone)

    @cached_property
    def stamp(self) -> str:
        """What changes when any code or any config that an answer rests on changes."""
        code = self.index.code(*(pack.folder for pack in self.packs))
        trusted = [str(pack.python) for pack in self.packs]
        values = [encode(layer.values, enc_hook=str, order="deterministic") for layer in self.layers]
        lists = [path.read_bytes() if path.is_file() else b"" for path in self.house_files()]
        return digest(code, str(self.today or date.today()), *trusted, *values, *lists)

    def answer_key(self, path: Path, shown: str, content: str) -> str:
        """The key under which the answer on a file is kept; `content` is a digest of its bytes."""
        matched = ",".join(map(str, self._matched(path)))
        inside = seen_from_root(shown, str(self.root) if self.is_placed else "")
        return digest("answer", self.stamp, matched, shown, inside, content)

    def check_words(self) -> None:
        """Every name that a layer uses is a rule or a chapter. Raises ConfigError."""
        if self._words_checked:
            return
        self._words_checked = True
        for layer in self.layers:
            self._check_selection(layer, layer.values, ())
            self._check_names(layer, layer.values, ())
            for number, override in enumerate(layer.values.get("overrides", ())):
                self._check_selection(layer, override, ("overrides", number))
                self._check_names(layer, override, ("overrides", number))
            for glob, words in layer.values.get("per-file-ignores", {}).items():
                for word in words:
                    self._check_word(layer, word, "per-file-ignores", glob)

    def _check_selection(self, layer: Layer, values: Mapping[str, Any], place: tuple[str | int, ...]) -> None:
        for key in ("select", "extend-select", "ignore"):
            for number, word in enumerate(values.get(key, ())):
                self._check_word(layer, word, *place, key, number)
        for key in ("severity", "rules"):
            for name in values.get(key, {}):
                if self.catalog.resolve(name) is None and not (
                    key == "severity" and self.catalog.expand(name)
                ):
                    raise layer.fail(f"no rule “{name}”{self.catalog.nearest(name)}", *place, key, name)
        for name, setting in values.get("rules", {}).items():
            if isinstance(setting, Mapping):
                try:
                    self.catalog.rule(str(self.catalog.resolve(name)))(**setting)
                except OptionError as error:
                    raise layer.fail(
                        f"{name}: {error.option}: {error.reason}", *place, "rules", name, error.option
                    ) from None
                self._placed(layer, name, setting, (*place, "rules", name))

    def _placed(
        self, layer: Layer, name: str, setting: Mapping[str, Any], place: tuple[str | int, ...] = ()
    ) -> dict[str, Any]:
        """A rule's options, with the files that they name as seen from the layer's own folder.

        Raises ConfigError for a file that is not there.
        """
        placed = dict(setting)
        for option, path in self._named_files(layer, name, setting):
            if not path.is_file():
                raise layer.fail(
                    f"{name}: {option}: no such file “{setting[option]}”; it is looked for in "
                    f"{shown_name(layer.home.resolve())}, the folder of the config",
                    *place,
                    option,
                )
            placed[option] = str(path)
        return placed

    def _named_files(self, layer: Layer, name: str, setting: Mapping[str, Any]) -> Iterator[tuple[str, Path]]:
        """Options of a rule that name files, and the files."""
        rule = self.catalog.resolve(name)
        words = {key: value for key, value in setting.items() if value and isinstance(value, str)}
        if rule is None or not words.keys() - {"severity"}:
            return  # the rule's file need not be read
        for option, spec in self.catalog.rule(rule).option_specs.items():
            if spec.is_file and option in words:
                yield option, layer.home / words[option]

    def house_files(self) -> Iterator[Path]:
        """Every file that an option of a rule names."""
        for layer in self.layers:
            for values in (layer.values, *layer.values.get("overrides", ())):
                for name, setting in values.get("rules", {}).items():
                    if isinstance(setting, Mapping):
                        yield from (path for _, path in self._named_files(layer, name, setting))

    def _check_names(self, layer: Layer, values: Mapping[str, Any], place: tuple[str | int, ...]) -> None:
        """A story type that no rule knows, or a field that is nearly one of ours, would do nothing in silence."""
        kind = values.get("story-type")
        if kind:
            from presslint.desk.storytype import STORY_TYPES

            known = {
                *STORY_TYPES,
                *(name for entry in self.catalog.entries.values() for name in entry.not_for),
            }
            if kind not in known:
                raise layer.fail(
                    f"no story type “{kind}”; use one of {', '.join(sorted(known))}", *place, "story-type"
                )
        for name in values.get("fields", {}):
            from difflib import get_close_matches

            from presslint.reading.fields import KEYS

            close = [] if name in KEYS else get_close_matches(name, KEYS, 1, 0.8)
            if close:
                raise layer.fail(f"no field “{name}”; did you mean “{close[0]}”?", *place, "fields", name)

    def _check_word(self, layer: Layer, word: str, *place: str | int) -> None:
        if word not in ("all", "default") and not self.catalog.expand(word):
            raise layer.fail(f"no rule or chapter “{word}”{self.catalog.nearest(word)}", *place)
        current = self.catalog.former.get(word)
        if current:
            self.notices.append(f"{layer.path}: “{word}” is now called “{current}”")

    def plan(self, path: Path | str) -> Plan:
        """What to do with the article at `path`; plans are shared by all paths with the same overrides."""
        matched = self._matched(Path(path))
        plan = self._plans.get(matched)
        if plan is None:
            self.check_words()
            plan = self._plans[matched] = self._build([self._overrides[number] for number in matched])
        return plan

    def _matched(self, place: Path) -> tuple[int, ...]:
        """The overrides that hold for a path, by number."""
        return tuple(
            number
            for number, (layer, override) in enumerate(self._overrides)
            if override.globs.matches(place, layer.base)
        )

    @cached_property
    def _overrides(self) -> list[tuple[Layer, _Override]]:
        found: list[tuple[Layer, _Override]] = []
        for layer in self.layers:
            found += [(layer, _Override(globs, values)) for globs, values in getattr(layer, "overrides", ())]
            for override in layer.values.get("overrides", ()):
                found.append((layer, _Override(Globs(override["files"]), override)))
            for glob, words in layer.values.get("per-file-ignores", {}).items():
                found.append((layer, _Override(Globs([glob]), {"ignore": words})))
        return found

    def _build(self, overrides: Sequence[tuple[Layer, _Override]]) -> Plan:
        piles = [(layer, layer.values) for layer in self.layers if layer.path != COMMAND_LINE]
        piles += [(layer, override.values) for layer, override in overrides]
        piles += [(layer, layer.values) for layer in self.layers if layer.path == COMMAND_LINE]
        selected = set(self.catalog.expand("default"))
        options: dict[str, dict[str, Any]] = {}
        fields: dict[str, tuple[str, ...]] = {}
        article: dict[str, Any] = {"today": self.today} if self.today else {}
        if self.is_placed:
            article["root"] = str(self.root)
        reading: dict[str, str] = {}
        views: list[Mapping[str, Any]] = []
        for layer, values in piles:
            self._select(selected, values)
            for name, setting in values.get("rules", {}).items():
                rule = str(self.catalog.resolve(name))
                is_level = not isinstance(setting, Mapping)
                extra = {"severity": setting} if is_level else self._placed(layer, name, setting)
                options.setdefault(rule, {}).update(extra)
                selected.add(rule)
            for name, level in values.get("severity", {}).items():
                for rule in self.catalog.expand(name):
                    options.setdefault(rule, {})["severity"] = level
            for name, keys in values.get("fields", {}).items():
                fields[name] = (*keys, *fields.get(name, ()))
            article.update({key: values[key] for key in ("language", "story-type") if values.get(key)})
            reading.update({key: values[key] for key in ("format", "encoding") if values.get(key)})
            if "vale" in values:
                views.append(values["vale"])
            if values.get("comment-delimiters"):
                article["comment-delimiters"] = values["comment-delimiters"]
        if views:
            article["vale"] = view_of(views)
        if self.value("suppressions", "require-reason"):
            selected.add("suppression-without-reason")
        off = {name for name, values in options.items() if values.get("severity") == "off"}
        rules = tuple(
            self.catalog.configured(name, options.get(name, {}))
            for name in self.catalog.entries
            if name in selected and name not in off and self._is_wanted(name, options.get(name, {}))
        )
        known = frozenset(self.catalog.entries) | frozenset(self.catalog.former)
        return Plan(
            tuple(rule for rule in rules if "site" not in rule.needs),
            tuple(rule for rule in rules if "site" in rule.needs),
            known,
            Settings(fields=fields, article=article, **reading),
        )

    def _is_wanted(self, name: str, options: Mapping[str, Any]) -> bool:
        """Whether the Vale project that a rule comes from lets it run at this level."""
        entry = self.catalog.entries[name]
        level = Severity.parse(options["severity"]) if "severity" in options else entry.severity
        return all(each.runs(entry, level) for each in self.projects if entry.chapter in each.styles)

    def _select(self, selected: set[str], values: Mapping[str, Any]) -> None:
        """Lay one layer's selection on top; a rule's own name beats its chapter."""
        chapters = self.catalog.chapters
        if values.get("select"):
            selected.clear()
        wanted = [*values.get("select", ()), *values.get("extend-select", ())]
        unwanted = list(values.get("ignore", ()))
        for by_name in (False, True):
            for word in wanted:
                if (word not in chapters and word not in ("all", "default")) == by_name:
                    selected.update(self.catalog.expand(word))
            for word in unwanted:
                if (word not in chapters and word not in ("all", "default")) == by_name:
                    selected.difference_update(self.catalog.expand(word))


class Configs:
    """The config of each file: the one given, or the nearest one above the file.

    Only the top config (of the working folder, or given by name) is trusted to run Python rules: a
    config deeper in the tree came with the articles.
    """

    def __init__(
        self,
        top: Config,
        *,
        nearest: bool = True,
        command_line: Layer | None = None,
        mirror: Mirror | None = None,
    ) -> None:
        self.top = top
        self.nearest = nearest
        self.command_line = command_line
        self.mirror = mirror
        self._by_file: dict[Path | None, Config] = {}
        self._by_folder: dict[str, Config] = {}
        self._config_files: dict[Path, list[Path]] = {}
        look_again()
        look_for_roots_again()

    def for_file(self, path: Path) -> Config:
        """Raises ConfigError for a broken config near the file."""
        if not self.nearest:
            return self.top
        folder = os.path.dirname(path)
        known = self._by_folder.get(folder)
        if known is None:
            file, notices = find_config(Path(folder).resolve(), self.mirror, self._config_files)
            known = self._by_folder[folder] = self._config(file, notices)
        return known

    def _config(self, file: Path | None, notices: list[str]) -> Config:
        shown = "" if file is None else self.mirror.shown(file) if self.mirror else shown_name(file)
        if file is None or any(layer.path == shown for layer in self.top.layers):
            return self.top
        if file not in self._by_file:
            layers = read_layers(file, mirror=self.mirror, cache=self.top.cache)
            layers = with_projects(layers, self.mirror)
            if self.command_line is not None:
                layers.append(self.command_line)
            root = file.parent.resolve()
            self._by_file[file] = Config(
                layers,
                root=self.mirror.original(root) if self.mirror else root,
                trust_python=False,
                with_installed=self.top.with_installed,
                notices=notices,
                today=self.top.today,
                cache=self.top.cache,
                index=self.top.index,
                is_placed=True,
            )
        return self._by_file[file]

    def all(self) -> list[Config]:
        """Every config that was used, the top one first."""
        return [self.top, *self._by_file.values()]


def _check_owner(layer: Layer, folder: Path) -> None:
    """A config found on the way up runs code only for its owner, for root, and for who owns the folder.

    Else anybody could put one into /tmp and wait. Raises ConfigError.
    """
    if not (layer.values.get("python") and layer.file is not None and hasattr(os, "getuid")):
        return
    if layer.file.stat().st_uid not in (0, os.getuid(), folder.stat().st_uid):
        raise layer.fail(
            "says `python: true` and belongs to another user, so it may not run code here; "
            "if you trust it, name it with --config",
            "python",
        )


def with_projects(layers: Sequence[Layer], mirror: Mirror | None = None) -> list[Layer]:
    """The layers with those of the Vale projects and styles that they name, each below the layer that names it.

    Raises ConfigError.
    """
    if not any(isinstance(name, Mapping) for layer in layers for name in layer.values.get("packs", ())):
        return list(layers)
    from presslint.config.valeproject import named_layers

    return [each for layer in layers for each in (*named_layers(layer, mirror), layer)]


def view_of(views: Sequence[Mapping[str, Any]]) -> Any:
    """What Vale's view of a text is made by, of what several overrides say."""
    from presslint.config.valeproject import merged_view
    from presslint.packs.kinds.view import ValeSettings

    return ValeSettings(**merged_view(views))


class _Override(Struct, frozen=True):
    globs: Globs | ValeGlob
    values: Mapping[str, Any]


def parse_size(value: int | str) -> int:
    """Bytes of `2MiB`, `500 kB`, `1048576`. Raises ValueError."""
    match = SIZE.fullmatch(str(value))
    if match is None:
        raise ValueError(f"“{value}” is no size; write 2MiB or 500kB")
    unit = (match[2] or "").lower()
    factor = (1024 if unit.endswith("i") else 1000) ** ("kmg".index(unit[0]) + 1) if unit else 1
    return int(float(match[1]) * factor)
