"""A Vale project as a layer of config: its `.vale.ini`, the styles that it names, its vocabularies.

What the file says of rules becomes overrides, what it says of text becomes the settings of Vale's view
(`presslint.packs.kinds.view`). Nothing is fetched: packages must lie in `StylesPath`, where `vale sync` puts them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from presslint.config.defaults import DEFAULTS
from presslint.config.layers import ConfigError, Layer, Mirror, shown_name
from presslint.config.valefilter import Filter
from presslint.config.valeglobs import BadGlob, OfSuffix, ValeGlob
from presslint.config.valeini import Section, Value, read_sections
from presslint.model.finding import Severity
from presslint.packs.catalog import Catalog, Pack
from presslint.packs.index import Declaration
from presslint.reading import FORMATS, NAMES
from presslint.reading.datafile import Unusable, read_text

INI_NAMES = (".vale.ini", "_vale.ini", "vale.ini", ".vale", "_vale")
LEVELS = ("suggestion", "warning", "error")
BUILT_IN = "Vale"
CORE = frozenset(
    "StylesPath MinAlertLevel IgnoredScopes SkippedScopes IgnoredClasses Vocab Packages WordTemplate"
    " NLPEndpoint".split()
)
OF_FILES = frozenset(
    "BasedOnStyles IgnorePatterns BlockIgnores TokenIgnores CommentDelimiters Transform Lang View".split()
)
NOT_READ = {
    "Transform": "presslint applies no stylesheets",
    "View": "presslint reads no views of data files",
    "NLPEndpoint": "presslint asks nothing of the network",
}
NO_GLOBS = ("", "*", "formats", "asciidoctor")  # sections that are none
PIPELINE = ".vale-config"  # in StylesPath: the config files of packages
VOCABULARIES = ("config/vocabularies", "Vocab")  # in StylesPath; the second until Vale 3
# suffixes of code, whose comments Vale reads and presslint does not
CODE = frozenset(
    "py py3 pyw rpy clj cljs cljc cljd cpp cc c cp cxx c++ h hpp h++ css cs csx go hs java bsh jl js jsx lua php pl"
    " pm pod proto ps1 psm1 psd1 rb gemspec rs r sass less scala sbt swift ts tsx".split()
)
# suffixes of prose that Vale and presslint both read
PROSE = ("md", "markdown", "mdown", "mdx", "html", "htm", "xhtml", "txt", "rst", "adoc", "asciidoc", "asc")


class ValeFlags(Struct, frozen=True):
    """What Vale's own options on the command line say."""

    least: str = ""  # --minAlertLevel
    filter: str = ""
    glob: str = ""
    suffix: str = ""  # --ext
    is_plain: bool = False  # --ignore-syntax


class ValeLayer(Layer, frozen=True):
    """The layer of a `.vale.ini`; its values are for the stamp of what answers rest on."""

    packs: tuple[Pack, ...] = ()
    overrides: tuple[tuple[ValeGlob, Mapping[str, Any]], ...] = ()
    mentioned: tuple[
        tuple[str, str, int], ...
    ] = ()  # rules by name: what the file says of them, and the line
    least: Severity = Severity.SUGGESTION
    filter: str = ""
    glob: ValeGlob | None = None
    sections: tuple[ValeGlob, ...] | None = None  # of files; none where something holds for all
    alone: bool = False  # no rules but Vale's run, on Vale's files
    notices: tuple[str, ...] = ()

    @property
    def styles(self) -> frozenset[str]:
        return frozenset(pack.name for pack in self.packs)

    def unknown(self, catalog: Catalog) -> Iterator[str]:
        """What the file says of rules that are not there; one that could not be loaded is told already."""
        unread = " ".join(path for path, _ in catalog.unread)
        for name, said, line in self.mentioned:
            if said not in ("YES", *LEVELS) and said.upper() not in ("NO", "OFF"):
                yield f"{self.path}:{line}: “{said}” turns {name} off, as in Vale; write YES, NO or a level in small letters"
            style, _, rule = name.partition(".")
            if said in ("YES", *LEVELS) and name not in catalog.entries and f"{style}/{rule}." not in unread:
                yield f"{self.path}:{line}: there is no rule “{name}”{catalog.nearest(name)}"

    def takes(self, path: Path) -> bool:
        """Whether Vale would read a file at all, and presslint can."""
        if self.is_code(path):
            return False
        if self.glob is not None and not self.glob.matches(path, Path.cwd()):
            return False
        return self.sections is None or any(glob.matches(path, self.base) for glob in self.sections)

    def is_code(self, path: Path) -> bool:
        """Whether a file is code, and no format is named for it."""
        suffix = path.suffix.lstrip(".").lower()
        return suffix in CODE and suffix not in self.values["formats"] and not any(self.values["flags"])

    def runs(self, entry: Declaration, level: Severity) -> bool:
        """Whether a rule is grave enough, and kept by the filter. Raises BadFilter."""
        if not self.filter:
            return level >= self.least
        wanted = filter_of(self.filter)  # what it says of levels is the last word
        return wanted.keeps(fields_of(entry, level)) and (wanted.names_level or level >= self.least)


@lru_cache(maxsize=8)
def filter_of(text: str) -> Filter:
    """The filter that an expression makes. Raises BadFilter."""
    return Filter(text)


def fields_of(entry: Declaration, level: Severity) -> dict[str, Any]:
    """What a filter can ask of a rule."""
    said = entry.yaml
    options: Mapping[str, Any] = said.options if said is not None else {}
    scopes = options.get("scope") or ("text",)
    return {
        "Name": entry.name,
        "Level": str(level),
        "Scope": list(scopes),
        "Message": options.get("message", ""),
        "Description": entry.doc.strip(),
        "Extends": said.kind if said is not None else "",
        "Link": entry.sources[0] if entry.sources else "",
        "Limit": options.get("limit", 0),
    }


def find_ini(folder: Path, mirror: Mirror | None = None) -> Path | None:
    """The nearest config of Vale in a folder or above it, by the names that Vale knows."""
    places: Sequence[Path] = (folder, *folder.parents)
    if mirror is not None:
        places = [mirror.copied(place) for place in places if place.is_relative_to(mirror.real)]
    return next((place / name for place in places for name in INI_NAMES if (place / name).is_file()), None)


def vale_layers(
    path: Path, *, flags: ValeFlags = ValeFlags(), alone: bool = False, mirror: Mirror | None = None
) -> list[Layer]:
    """The layers of a Vale project. `alone`: no rules but Vale's run, on the files that Vale reads.

    Raises ConfigError with the line.
    """
    layer = _Project(path, flags, mirror).layer()
    if not alone:
        return [layer]
    layer = replace(layer, alone=True)
    return [Layer(alone_values(layer), layer.path, layer.base, layer.home, {}, layer.file), layer]


def styles_paths(path: Path, shown: str) -> list[str]:
    """What `StylesPath` of a file names. Raises ConfigError."""
    try:
        sections = read_sections(read_text(path), shown)
    except Unusable as error:
        raise ConfigError(shown, error.reason, error.line) from None
    return [value.text for value in sections[""].keys.get("StylesPath", ())]


def named_layers(layer: Layer, mirror: Mirror | None) -> Iterator[Layer]:
    """The layers of what a config's `packs` name as Vale's: a `.vale.ini`, or a folder with styles. Raises ConfigError."""
    for number, each in enumerate(layer.values.get("packs", ())):
        if isinstance(each, str):
            continue
        name = each["vale"]
        path = layer.home / name
        if path.is_file():
            yield from vale_layers(path, mirror=mirror)
        elif path.is_dir():
            packs = tuple(style_packs(path))
            if not packs:
                raise layer.fail(
                    f"vale: no style in “{name}”; name a .vale.ini or a folder of styles", "packs", number
                )
            yield ValeLayer({"styles": name}, layer.path, layer.base, layer.home, packs=packs)
        else:
            raise layer.fail(f"vale: no such file or folder “{name}”", "packs", number)


def style_packs(folder: Path) -> Iterator[Pack]:
    """A pack for a style, or for each style in a folder of them."""
    for place in (folder, *sorted(folder.iterdir())):
        if place.is_dir() and any(place.glob("*.yml")):
            yield Pack(place.name, place, False, vale=True)


def alone_values(layer: ValeLayer) -> dict[str, Any]:
    """What a config says so that `presslint check` does what `presslint check --vale` does."""
    mapped = [suffix for suffix in layer.values["formats"] if suffix not in PROSE]
    return {
        "ignore": ["default"],
        "include": [f"*.{suffix}" for suffix in (*PROSE, *mapped)],
        "exclude": [glob for glob in DEFAULTS["exclude"] if glob.endswith("/")],
        "output": {"show": "suggestion", "fold": 0},
    }


class _Project:
    """A `.vale.ini` while it is read."""

    def __init__(self, path: Path, flags: ValeFlags, mirror: Mirror | None) -> None:
        self.path, self.flags, self.mirror = path, flags, mirror
        self.shown = mirror.shown(path) if mirror else shown_name(path)
        self.notices: list[str] = []
        self.sections = self._read(path, self.shown)
        self.core = self.sections[""]
        self.paths = list(self._styles_paths())
        for place in self.paths:
            for file in sorted((place / PIPELINE).glob("*.ini")) if (place / PIPELINE).is_dir() else ():
                self._lay_under(self._read(file, shown_name(file)))
        self._check_places()
        self.accepted, self.rejected = self._vocabularies()

    def _read(self, path: Path, shown: str) -> dict[str, Section]:
        try:
            return read_sections(read_text(path), shown)
        except Unusable as error:
            raise ConfigError(shown, error.reason, error.line) from None

    def _lay_under(self, sections: Mapping[str, Section]) -> None:
        """Take in what a package's own config says, where the project does not say otherwise.

        Its sections stand before the project's, so that these have the last word.
        """
        merged = {"": self.core}
        for name, section in sections.items():
            keys = {
                key: values for key, values in section.keys.items() if key not in ("StylesPath", "Packages")
            }
            own = self.sections.get(name)
            if own is not None:
                keys = {**keys, **{key: [*values, *keys.get(key, ())] for key, values in own.keys.items()}}
            merged[name] = Section(name, own.line if own else 1, keys)
        for name, section in self.sections.items():
            merged.setdefault(name, section)
        self.sections = merged
        self.core = merged[""]

    def _fail(self, reason: str, line: int) -> ConfigError:
        return ConfigError(self.shown, reason, line)

    def _styles_paths(self) -> Iterator[Path]:
        """The folders that `StylesPath` names; the last is searched first, as the project's own."""
        for value in self.core.keys.get("StylesPath", ()):
            place = self.path.parent / value.text
            if not place.is_dir():
                packages = self.core.words("Packages")
                hint = "`vale sync` makes it" if packages else "make it, or correct the name"
                raise self._fail(f"StylesPath: there is no folder “{value.text}”; {hint}", value.line)
            yield place

    def _check_places(self) -> None:
        """Every key stands where Vale reads it."""
        for name, section in self.sections.items():
            for key, values in section.keys.items():
                line = values[0].line
                if name == "" and key in OF_FILES:
                    raise self._fail(f"“{key}” stands under a section, as in [*.md]", line)
                if name not in ("", "formats", "asciidoctor") and key in CORE:
                    raise self._fail(f"“{key}” stands at the top, before the first section", line)
                if key in NOT_READ and name not in ("formats", "asciidoctor"):
                    self.notices.append(f"{self.shown}:{line}: {key} is not read; {NOT_READ[key]}")

    # -- words -------------------------------------------------------------------------------------

    def _vocabularies(self) -> tuple[list[str], list[str]]:
        accepted: list[str] = []
        rejected: list[str] = []
        for name in self.core.words("Vocab"):
            folder = self._in_styles(*(f"{where}/{name}" for where in VOCABULARIES))
            if folder is None:
                line = self.core.keys["Vocab"][0].line
                raise self._fail(
                    f"Vocab: “{name}” is in no {VOCABULARIES[0]} of StylesPath; make it, or correct the name",
                    line,
                )
            for file in sorted(folder.rglob("*.txt")):
                words = {"accept.txt": accepted, "reject.txt": rejected}.get(file.name)
                if words is not None:
                    words.extend(self._listed(file))
        return accepted, rejected

    def _listed(self, file: Path) -> list[str]:
        try:
            lines = [line.strip() for line in read_text(file).splitlines()]
        except Unusable as error:
            raise ConfigError(shown_name(file), error.reason, error.line) from None
        return [line for line in lines if line and not line.startswith("# ")]

    def _in_styles(self, *names: str) -> Path | None:
        """A folder below one of the styles' folders."""
        return next((place / name for place in self.paths for name in names if (place / name).is_dir()), None)

    # -- rules -------------------------------------------------------------------------------------

    def layer(self) -> ValeLayer:
        """The project as a layer. Raises ConfigError."""
        globs = {name: self._glob(name, section.line) for name, section in self.sections.items()}
        mentioned = list(self._mentioned())
        based_on = {name: section.words("BasedOnStyles") for name, section in self.sections.items()}
        packs = list(self._packs(based_on, mentioned))
        overrides = [*self._bases(globs, based_on, packs), *self._checks(globs), *self._readings(globs)]
        least = self.flags.least or self._least()
        levels = {level: Severity.parse(level) for level in LEVELS}
        star = self.sections.get("*")
        is_global = star is not None and any(
            key not in OF_FILES or key == "BasedOnStyles" for key in star.keys
        )
        wanted = self._filter() if self.flags.filter else ""
        if wanted:
            filter_of(wanted)
        return ValeLayer(
            values={
                "formats": self._formats(),
                "sections": {
                    name: {key: [value.text for value in values] for key, values in section.keys.items()}
                    for name, section in self.sections.items()
                },
                "flags": [self.flags.is_plain, self.flags.suffix],
                "filter": [self.flags.least, wanted],
                "vocabulary": [self.accepted, self.rejected],
            },
            path=self.shown,
            base=self.mirror.original(self.path.parent) if self.mirror else self.path.parent,
            home=self.path.parent,
            file=self.path,
            packs=tuple(packs),
            overrides=tuple(overrides),
            mentioned=tuple((name, value.text, value.line) for name, value in mentioned),
            least=levels[least],
            filter=wanted,
            glob=self._flag_glob(),
            sections=None if is_global else tuple(globs[name] for name in globs if name not in NO_GLOBS),
            notices=tuple(self.notices),
        )

    def _glob(self, name: str, line: int) -> ValeGlob:
        try:
            return ValeGlob("*" if name in NO_GLOBS else name)
        except BadGlob as error:
            raise self._fail(error.reason, line) from None

    def _flag_glob(self) -> ValeGlob | None:
        try:
            return ValeGlob(self.flags.glob) if self.flags.glob else None
        except BadGlob as error:
            raise ConfigError("--glob", error.reason) from None

    def _least(self) -> str:
        value = self.core.last("MinAlertLevel")
        if value is None or value.text in LEVELS:
            return value.text if value else LEVELS[0]
        raise self._fail(
            f"MinAlertLevel: no level “{value.text}”; write suggestion, warning or error", value.line
        )

    def _filter(self) -> str:
        """The expression of --filter, or of the file that it names, here or in StylesPath."""
        named = self.flags.filter
        places = [
            Path(named),
            *(place / where / named for place in self.paths for where in ("", "config/filters")),
        ]
        for place in places:
            if len(named) < 200 and place.is_file():
                return read_text(place)
        return named

    def _mentioned(self) -> Iterator[tuple[str, Value]]:
        """What the file says of single rules, in the order in which it counts."""
        for name in sorted(self.sections, key=lambda name: name != "*"):
            if name in ("", "formats", "asciidoctor"):
                continue
            for key, values in self.sections[name].keys.items():
                if key not in OF_FILES:
                    yield key, values[0]

    def _packs(
        self, based_on: Mapping[str, Sequence[str]], mentioned: Sequence[tuple[str, Value]]
    ) -> Iterator[Pack]:
        """A pack for each style, with the rules that the project asks for."""
        based = dict.fromkeys(style for styles in based_on.values() for style in styles)
        single: dict[str, list[str]] = {}
        for key, _ in mentioned:
            single.setdefault(key.partition(".")[0], []).append(key)
        for style in dict.fromkeys((*based, *single)):
            folder = self._in_styles(style)
            if style == BUILT_IN:
                texts = tuple(self._own_rules())
                yield Pack(style, self._assets(), False, vale=True, default_on=False, texts=texts)
            elif folder is not None:
                # of a style that is not named in whole, the rules that are
                only = () if style in based else tuple(single[style])
                yield Pack(style, folder, False, vale=True, default_on=False, only=only)
            elif style in based:
                raise self._missing(style)

    def _assets(self) -> Path:
        """Where the project's dictionaries and lists of words are."""
        return (self.paths[-1] if self.paths else self.path.parent) / "config"

    def _own_rules(self) -> Iterator[tuple[str, str]]:
        """Name and text of the rules that Vale brings; its speller reads all dictionaries and lists of the project.

        It offers no spellings: to find them takes a hundred times as long as to find the word.
        """
        from presslint.packs.kinds.vale.builtin import FILES

        for name, text in FILES.items():
            if name == "Spelling":
                ignored = self._assets() / "ignore"
                lists = [file.relative_to(ignored).as_posix() for file in sorted(ignored.rglob("*.txt"))]
                names = [file.stem for file in sorted((self._assets() / "dictionaries").glob("*.dic"))]
                kept = "".join(
                    line for line in text.splitlines(keepends=True) if not line.startswith("action")
                )
                text = f"{kept}ignore: {json.dumps(lists)}\ndictionaries: {json.dumps(names)}\nappend: true\n"
            yield name, text

    def _missing(self, style: str) -> ConfigError:
        value = next(
            value
            for section in self.sections.values()
            for value in section.keys.get("BasedOnStyles", ())
            if style in value.words()
        )
        packages = " ".join(self.core.words("Packages"))
        hint = (
            "run `vale sync`, which puts packages there"
            if style in packages
            else "correct the name, or add it"
        )
        return self._fail(f"there is no style “{style}” in StylesPath; {hint}", value.line)

    def _bases(
        self, globs: Mapping[str, ValeGlob], based_on: Mapping[str, Sequence[str]], packs: Sequence[Pack]
    ) -> Iterator[tuple[ValeGlob, Mapping[str, Any]]]:
        """The styles of each section; the last section that names some for a file is the one that counts."""
        for name in sorted(self.sections, key=lambda name: name != "*"):
            if "BasedOnStyles" in self.sections[name].keys:
                others = [pack.name for pack in packs if pack.name not in based_on[name]]
                yield globs[name], {"extend-select": list(based_on[name]), "ignore": others}

    def _checks(self, globs: Mapping[str, ValeGlob]) -> Iterator[tuple[ValeGlob, Mapping[str, Any]]]:
        """What each section says of single rules; these add up over all that match."""
        for name in sorted(self.sections, key=lambda name: name != "*"):
            if name in ("", "formats", "asciidoctor"):
                continue
            on: list[str] = []
            off: list[str] = []
            levels: dict[str, str] = {}
            for key, values in self.sections[name].keys.items():
                if key in OF_FILES:
                    continue
                (on if values[0].text in ("YES", *LEVELS) else off).append(key)
                if values[0].text in LEVELS:
                    levels[key] = values[0].text
            if on or off or name != "*":
                yield globs[name], {"extend-select": on, "ignore": off, "severity": levels}

    # -- text --------------------------------------------------------------------------------------

    def _formats(self) -> dict[str, str]:
        """Suffixes that are read as another, without dots."""
        section = self.sections.get("formats")
        found = {key: values[0].text.strip(". ") for key, values in section.keys.items()} if section else {}
        return {key.strip(". "): suffix for key, suffix in found.items() if f".{suffix}" in FORMATS}

    def _readings(self, globs: Mapping[str, ValeGlob]) -> Iterator[tuple[ValeGlob, Mapping[str, Any]]]:
        """How the text of files is read."""
        words = self.core.words
        view = {
            "ignored_scopes": words("IgnoredScopes"),
            "skipped_scopes": words("SkippedScopes"),
            "ignored_classes": words("IgnoredClasses"),
            "accepted": self.accepted,
            "rejected": self.rejected,
            "dictionaries": str(self._assets() / "dictionaries"),
            "plain": self.flags.is_plain,
        }
        yield ValeGlob("*"), {"vale": view}
        formats = self._formats()
        known = ",".join((*PROSE, *formats))
        yield (
            ValeGlob(f"!*.{{{known}}}"),
            {"format": "plain"},
        )  # Vale reads what it does not know line by line
        for suffix, other in formats.items():
            yield ValeGlob(f"*.{suffix}"), {"format": format_named(other)}
        if self.flags.suffix:
            yield ValeGlob("*"), {"format": format_named(self.flags.suffix)}
        if self.flags.is_plain:
            yield ValeGlob("*"), {"format": "plain"}
        for name, section in self.sections.items():
            found = {
                "token_ignores": section.words("TokenIgnores"),
                "block_ignores": section.words("BlockIgnores", "IgnorePatterns"),
            }
            delimiters = section.words("CommentDelimiters")
            if delimiters and len(delimiters) != 2:
                line = section.keys["CommentDelimiters"][0].line
                raise self._fail("CommentDelimiters: write two, as in {#, #}", line)
            if any(found.values()) or delimiters:
                yield (
                    OfSuffix(name if name not in NO_GLOBS else "*"),
                    {"vale": found, "comment-delimiters": tuple(delimiters)},
                )


def format_named(suffix: str) -> str:
    """The format of a suffix, as `--format` names it; empty where presslint reads no such files."""
    module = FORMATS.get(f".{suffix.strip('. ').lower()}")
    return next((name for name, other in NAMES.items() if other == module), "")


def equivalent(path: Path) -> str:
    """A config in YAML that does what `presslint check --vale` does. Raises ConfigError."""
    layer = _Project(path, ValeFlags(), None).layer()
    values = alone_values(layer)
    include = ", ".join(f'"{glob}"' for glob in values["include"])
    exclude = ", ".join(f'"{glob}"' for glob in values["exclude"])
    return f"""\
# presslint: https://github.com/presslint/presslint
version: 1

# Styles, levels, vocabularies and what is ignored are read from Vale's own config.
packs:
  - vale: {path.name}

# presslint's own rules are left out; drop this line to run them beside Vale's.
ignore: [default]

include: [{include}]
exclude: [{exclude}]
output: {{show: suggestion, fold: 0}}
"""


def merged_view(parts: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The settings of Vale's view that several overrides make together: lists add up, the rest is the last one's."""
    found: dict[str, Any] = {}
    for part in parts:
        for key, value in part.items():
            if isinstance(value, (list, tuple)):
                found[key] = (*found.get(key, ()), *value)
            else:
                found[key] = value or found.get(key, value)
    return found


__all__ = [
    "ValeFlags",
    "ValeLayer",
    "equivalent",
    "fields_of",
    "find_ini",
    "merged_view",
    "vale_layers",
]
