"""What a change brings that nobody judged: files inside the paths that are not read.

Each is told. It shuts the gate when it holds copy and no config of the house leaves it out: a story must not
pass because of what its file is called, or because it stands behind a link or in another repository.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from presslint.config.config import Configs
from presslint.config.discover import Discovered, discover, excluded, left_out_by_house, places
from presslint.config.gitfiles import git
from presslint.config.globs import own_place
from presslint.gate.changes import Base, submodules
from presslint.reading.sniff import holds_article, holds_copy

NOT_INCLUDED = "a kind of file that `include` does not name"
TEMPLATE = "a folder of templates, where no rule looks at it"
FEW = 10  # files told by name


class Unread(Struct, frozen=True):
    """A file or folder of a change that was not read: `why`, and whether that shuts the gate."""

    path: str
    why: str
    is_grave: bool = True


def without_moves(base: Base, paths: Sequence[Path], configs: Configs) -> Base:
    """The base without the old versions of files that were moved in from where nobody judged them.

    What no config lets be read, or lies outside the folders that are judged, may hold anything; once it is
    moved it is new. A folder that the base has nothing of has itself been moved.
    """
    folders = [path.resolve() for path in paths if path.is_dir()]
    old = [folder for folder in folders if _has_folder(base, folder)]
    changes = dict(base.changes)
    for place, change in base.changes.items():
        source = base.top / change.before if change.before is not None else place
        if source == place:
            continue
        config = configs.for_file(source)
        within = [folder for folder in folders if place.is_relative_to(folder)]
        if (
            excluded(source, config)
            or not config.globs("include").matches(source, config.root)
            or (within and within[0] in old and not any(source.is_relative_to(each) for each in folders))
        ):
            changes[place] = replace(change, before=None)
    return replace(base, changes=changes)


def _has_folder(base: Base, folder: Path) -> bool:
    if not folder.is_relative_to(base.top):
        return False
    inside = folder.relative_to(base.top).as_posix()
    name = f"{base.commit}:{'' if inside == '.' else inside}"
    return git("cat-file", "-e", name, folder=base.top) is not None


def unread(
    paths: Sequence[Path], base: Base, found: Discovered, configs: Configs, templates: Collection[Path] = ()
) -> list[Unread]:
    """What differs from the base inside `paths`, holds copy and is not among the files found.

    Nor does anybody judge an article that lies among `templates`.
    """
    wanted = places(paths)
    known = {own_place(path) for path in found.files}
    known |= {own_place(Path(problem.path)) for problem in found.problems}
    reasons = {own_place(path): why for path, why in found.left_out}
    for place in map(own_place, templates):
        known.discard(place)
        reasons[place] = TEMPLATE
    modules = submodules(base)
    told: list[Unread | None] = []
    for place in sorted({*base.changes, *modules} - known):
        if not any(place.is_relative_to(folder) for folder in wanted):
            continue
        if place in modules:
            told.append(_submodule(place, base, configs, is_new=modules[place]))
        elif place.is_dir() and not base.staged:
            told.append(_linked(place, base, wanted, configs))
        else:
            told.append(_file(place, base, configs, reasons.get(place, "")))
    return [each for each in told if each is not None]


def _file(place: Path, base: Base, configs: Configs, why: str) -> Unread | None:
    """A file with copy in it. A read-me has some, too: what no desk reads must say that it is an article."""
    config = configs.for_file(place)
    data = base.new(place) if base.staged else _bytes(place)
    if data is None:
        return None
    why = excluded(place, config) or why
    shown = _shown(place, base)
    if holds_article(data, shown, config.plan(place).reading):
        return Unread(shown, why or NOT_INCLUDED, not left_out_by_house(place, config))
    return Unread(shown, why or NOT_INCLUDED, not why) if holds_copy(data) else None


def _linked(place: Path, base: Base, wanted: Sequence[Path], configs: Configs) -> Unread | None:
    """A link to a folder, which is not followed, unless what it leads to is read anyhow."""
    target = Path(os.path.realpath(place))
    if not target.is_relative_to(base.top):
        return Unread(_shown(place, base), "a link that leads out of the repository")
    if any(target.is_relative_to(folder) for folder in wanted) or not discover([target], configs).files:
        return None
    return Unread(_shown(place, base), f"a link to {_shown(target, base)}, which is not followed")


def _submodule(place: Path, base: Base, configs: Configs, *, is_new: bool) -> Unread | None:
    """Another repository in this one; one that is not checked out is known by its name alone."""
    config = configs.for_file(place)
    is_grave = not left_out_by_house(place, config)
    if not place.is_dir() or not any(place.iterdir()):
        return Unread(_shown(place, base), "a submodule that is not checked out", is_new and is_grave)
    if not discover([place], configs).files:
        return None
    return Unread(_shown(place, base), "a submodule, whose own files are not compared", is_grave)


def _shown(place: Path, base: Base) -> str:
    return place.relative_to(base.top).as_posix()


def _bytes(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None


def lines(told: Sequence[Unread]) -> Iterator[str]:
    """The same as lines for people, the first by name."""
    for each in told[:FEW]:
        way = "; let `include` name it or `exclude` leave it out" if each.is_grave else ""
        yield f"{each.path}: changed, and not read ({each.why}){way}"
    if len(told) > FEW:
        yield f"{len(told) - FEW} more files are changed and not read"
