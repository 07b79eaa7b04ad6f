"""Config files as layers: their values, checked, with the line of every key.

A file may extend profiles and other files; each gives a layer of its own, later ones win. With a mirror
the files of another revision are read in place of those on disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from presslint.model.digest import digest
from presslint.model.errors import FileError
from presslint.packs.cache import Cache
from presslint.reading.datafile import Lines, Unusable, parse_yaml, plain, read_text

CONFIG_NAMES = (".presslint.yaml", "presslint.yaml", ".presslint.yml", "presslint.yml", "pyproject.toml")
PROFILES = Path(__file__).parent / "profiles"
COMMAND_LINE = "command line"
IN_PROGRAM = "config"  # what a program hands over in place of a file


class ConfigError(FileError):
    """A config that cannot be used."""


class Layer(Struct, frozen=True):
    """The values of one file (or of the command line), with the lines they stand on."""

    values: Mapping[str, Any]
    path: str  # shown to people
    base: Path  # globs of this layer are relative to it
    home: Path  # files and packs that it names are relative to it; elsewhere than base for a base revision
    lines: Mapping[tuple[str | int, ...], int] = field(default_factory=dict)
    file: Path | None = None

    def line(self, *place: str | int) -> int | None:
        """The line of a key, or of the nearest key around it."""
        for size in range(len(place), 0, -1):
            if place[:size] in self.lines:
                return self.lines[place[:size]]
        return None

    def fail(self, reason: str, *place: str | int) -> ConfigError:
        return ConfigError(self.path, reason, self.line(*place))


def find_config(
    folder: Path, mirror: Mirror | None = None, known: dict[Path, list[Path]] | None = None
) -> tuple[Path | None, list[str]]:
    """The nearest config file in `folder` or above it, and notices about a second one beside it.

    With a `mirror`, only the copy is searched, up to its top. `known` holds the config files of folders
    that were looked at before, and learns those of others.
    """
    known = {} if known is None else known
    places: Iterable[Path] = (folder, *folder.parents)
    if mirror is not None:
        places = [mirror.copied(place) for place in places if place.is_relative_to(mirror.real)]
    for place in places:
        found = known.get(place)
        if found is None:
            found = [place / name for name in CONFIG_NAMES if _is_config(place / name)]
            known[place] = found
        if found:
            notices = [f"{found[0]} is used; {other.name} beside it is not read" for other in found[1:]]
            return found[0], notices
    return None, []


def _is_config(path: Path) -> bool:
    if not path.is_file():
        return False
    if path.name != "pyproject.toml":
        return True
    try:
        return "[tool.presslint" in path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False


class Mirror(Struct, frozen=True):
    """A copy of the config files of another revision: what stands at `copy` speaks for `real`."""

    real: Path
    copy: Path
    label: str  # put before the names of its files

    def copied(self, path: Path) -> Path:
        """Where the copy of a path of the real tree would be."""
        return self.copy / path.resolve().relative_to(self.real)

    def original(self, path: Path) -> Path:
        """The path of the real tree that a copy stands for."""
        try:
            return self.real / path.resolve().relative_to(self.copy.resolve())
        except ValueError:
            return path

    def shown(self, path: Path) -> str:
        return f"{self.label}:{path.resolve().relative_to(self.copy.resolve()).as_posix()}"


def read_layers(path: Path, *, mirror: Mirror | None = None, cache: Cache | None = None) -> list[Layer]:
    """The layers of a config file: what it extends first, then itself. Raises ConfigError."""
    shown = mirror.shown(path) if mirror else shown_name(path)
    return list(_read_layers(path, shown, mirror, (), set(), cache or Cache(None)))


def _read_layers(
    path: Path, shown: str, mirror: Mirror | None, above: tuple[Path, ...], done: set[Path], cache: Cache
) -> Iterator[Layer]:
    """A file's layers; one that was read by another way already (`done`) gives none again."""
    try:
        text = read_text(path)
    except Unusable as error:
        raise ConfigError(shown, error.reason, error.line) from None
    layer = _kept_layer(text, path, shown, cache)
    if mirror is not None:
        layer = replace(layer, base=mirror.original(layer.base))
    here = path.resolve()
    yield from _with_bases(layer, mirror, (*above, here), done, cache)
    done.add(here)


def _with_bases(
    layer: Layer, mirror: Mirror | None, above: tuple[Path, ...], done: set[Path], cache: Cache
) -> Iterator[Layer]:
    """What a layer extends, then itself; `above` are the files that extend each other down to here."""
    required = str(layer.values.get("required-version") or "")
    try:
        fits = not required or _version_fits(required)
    except ValueError as error:
        raise layer.fail(f"“required-version”: {error}", "required-version") from None
    if not fits:
        from presslint import __version__

        raise layer.fail(f"asks for presslint {required}, this is {__version__}", "required-version")
    for number, name in enumerate(layer.values.get("extends", ())):
        base, label = _extended(layer, name, number)
        if base.resolve() in above:
            raise layer.fail(f"“{name}” extends itself", "extends", number)
        if base.resolve() not in done:
            yield from _read_layers(base, label, mirror, above, done, cache)
    yield layer


def mapping_layers(values: Mapping[str, Any], folder: Path) -> list[Layer]:
    """The layers of a config file in a folder that holds these values. Raises ConfigError."""
    layer = _validated(Layer(values, IN_PROGRAM, folder, folder))
    return list(_with_bases(layer, None, (), set(), Cache(None)))


def _kept_layer(text: str, path: Path, shown: str, cache: Cache) -> Layer:
    """A file's layer, from the cache where the same text was validated before."""
    from presslint import __version__

    key = digest("config", __version__, path.suffix, text)
    kept = cache.get(key)
    if kept is not None:
        values, lines = kept
        placed = {tuple(place): line for place, line in lines}
        return Layer(values, shown, path.parent, path.parent, placed, path)
    layer = parse_layer(text, path, shown)
    cache.put(key, [dict(layer.values), [[list(place), line] for place, line in layer.lines.items()]])
    return layer


def _extended(layer: Layer, name: str, number: int) -> tuple[Path, str]:
    short = name.removeprefix("presslint:")
    profile = PROFILES / f"{short}.yaml"
    if profile.is_file():
        return profile, f"presslint:{short}"
    path = layer.home / name
    if not path.is_file():
        known = ", ".join(sorted(p.stem for p in PROFILES.glob("*.yaml")))
        raise layer.fail(f"“{name}” is neither a file nor a profile ({known})", "extends", number)
    return path, shown_name(path)


def _version_fits(required: str) -> bool:
    """Raises ValueError for what is no list of versions, as in `>=0.1,<1`."""
    from presslint import __version__

    here = _numbers(__version__)
    for part in required.split(","):
        sign, there = _bound(part.strip())
        fits = {
            ">=": here >= there,
            "<=": here <= there,
            "==": here == there,
            "!=": here != there,
            ">": here > there,
            "<": here < there,
        }[sign]
        if not fits:
            return False
    return True


def _bound(part: str) -> tuple[str, tuple[int, ...]]:
    import re

    found = re.fullmatch(r"(>=|<=|==|!=|>|<)\s*([0-9]{1,9}(?:\.[0-9]{1,9}){0,3})", part)
    if found is None:
        raise ValueError(f"“{part}” is no bound of versions; write “>=0.1,<1”")
    return found[1], _numbers(found[2])


def _numbers(version: str) -> tuple[int, ...]:
    """Four numbers, so that 0.1 and 0.1.0 are one version."""
    numbers = [int(part) for part in version.split(".")[:4] if part.isdecimal()]
    return (*numbers, 0, 0, 0, 0)[:4]


def parse_layer(text: str, path: Path, shown: str) -> Layer:
    """One file's own values, validated. Raises ConfigError with the line."""
    try:
        values, lines = (_parse_toml if path.suffix == ".toml" else _parse_yaml)(text)
    except Unusable as error:
        raise ConfigError(shown, error.reason, error.line) from None
    return _validated(Layer(values, shown, path.parent, path.parent, lines, path))


def _validated(layer: Layer) -> Layer:
    """The layer with its values as the schema has them. Raises ConfigError with the line."""
    from pydantic import ValidationError

    from presslint.config.schema import validate
    from presslint.model.badvalue import reason

    values = layer.values
    try:
        return replace(layer, values=validate(dict(values)))
    except ValidationError as error:
        first = error.errors()[0]
        place = _as_written(first["loc"], values)
        if first["type"] == "missing":
            raise layer.fail(f"“{_named((*place, first['loc'][-1]))}” is missing", *place) from None
        if first["type"] == "extra_forbidden":
            raise layer.fail(f"unknown key “{place[-1]}”{_near_key(str(place[-1]), place)}", *place) from None
        raise layer.fail(f"“{_named(place)}”: {reason(first)}", *place) from None


def _as_written(place: Sequence[str | int], values: Any) -> tuple[str | int, ...]:
    """A place of pydantic's without the members of unions, which it names and nobody wrote."""
    found: list[str | int] = []
    for part in place:
        inside = (
            range(len(values)) if isinstance(values, list) else values if isinstance(values, dict) else ()
        )
        if part in inside:
            found.append(part)
            values = values[part]
    return tuple(found)


def _named(place: Sequence[str | int]) -> str:
    """A place for people: “severity.empty-section”, “overrides, entry 2, files”."""
    name, between = "", ""
    for part in place:
        name += f", entry {part + 1}" if isinstance(part, int) else f"{between}{part}"
        between = ", " if isinstance(part, int) else "."
    return name


def _near_key(key: str, place: Sequence[str | int]) -> str:
    from difflib import get_close_matches

    from presslint.config.schema import ConfigModel, Override, Shape

    inside = str(place[0]) if len(place) > 1 else ""
    models: dict[str, type[Shape]] = {"overrides": Override}
    model = models.get(inside)
    if model is None and inside:
        default = ConfigModel.model_fields.get(inside.replace("-", "_"))
        model = type(default.default) if default is not None and isinstance(default.default, Shape) else None
    known = [name.replace("_", "-") for name in (model or ConfigModel).model_fields]
    close = get_close_matches(key.replace("_", "-"), known, 1)
    if model is Override and key.replace("-", "_") in ConfigModel.model_fields:
        return "; it stands at the top of a config, not in an override"
    if close:
        return f"; did you mean “{close[0]}”?"
    return f"; use one of {', '.join(known)}" if len(known) < 8 else "; `presslint config schema` lists them"


def _parse_yaml(text: str) -> tuple[dict[str, Any], Lines]:
    root = parse_yaml(text)
    if root is None or (root.shape.value == "null" and not root.value):
        return {}, {}
    values, lines = plain(root, text)
    if not isinstance(values, dict):
        raise Unusable("a config is a map of keys, as in `select: [structure]`", 1)
    return values, lines


def _parse_toml(text: str) -> tuple[dict[str, Any], Lines]:
    import re
    import tomllib

    try:
        values: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        placed = re.match(r"(.*?) \(at (?:line (\d+), column \d+|end of document)\)", str(error))
        said, line = (placed[1], placed[2]) if placed else (str(error), None)
        said = re.sub(r"\('(.*?)'\)", lambda names: names[1].replace("', '", "."), said)
        reason = f"not valid TOML: {said[:1].lower()}{said[1:]}".replace("'", "`")
        raise Unusable(reason, int(line) if line else len(text.splitlines())) from None
    except RecursionError:
        raise Unusable("not valid TOML: it nests too deeply; flatten it") from None
    for part in ("tool", "presslint"):
        values = values.get(part, {})
        if not isinstance(values, dict):
            raise Unusable('[tool.presslint] is a table of keys, as in `select = ["structure"]`')
    lines: Lines = {}
    table: tuple[str, ...] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\[?\s*tool\.presslint\.?([\w.\-]*)\s*\]", line)
        if header:
            table = tuple(part for part in header[1].split(".") if part)
            if table:
                lines.setdefault(table, number)
        elif line.lstrip().startswith("["):
            table = None
        key = re.match(r"\s*[\"']?([\w\-]+)[\"']?\s*=", line)
        if key and table is not None:
            lines.setdefault((*table, key[1]), number)
    return values, lines


def command_line_layer(values: Mapping[str, Any]) -> Layer:
    """What was said on the command line, as the topmost layer."""
    return Layer(values, COMMAND_LINE, Path.cwd(), Path.cwd())


def shown_name(path: Path) -> str:
    """A file as people name it: relative to the working folder where it lies below it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
