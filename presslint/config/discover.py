"""Which files a run reads: the paths given, folders walked, what configs and git leave out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct, field

from presslint.config.config import Config, Configs
from presslint.config.globs import Globs, own_place, real_folder
from presslint.model.generators import left_out
from presslint.model.problem import FileProblem

LOOKED_AT = 200  # files of other kinds in a folder that has no articles
ALWAYS_OUT = frozenset({".git", ".hg", ".svn", "node_modules", "__pycache__", ".presslint_cache"})


class Discovered(Struct):
    """Files to read, in order, each once; what was asked for and cannot be had; what was left out."""

    files: list[Path] = field(default_factory=list)
    problems: list[FileProblem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    left_out: list[tuple[Path, str]] = field(default_factory=list)


def discover(paths: Iterable[Path], configs: Configs, *, force_exclude: bool | None = None) -> Discovered:
    """Find the files. A file named outright is read whatever its suffix pattern says, unless excluded."""
    found = Discovered()
    seen: set[str] = set()
    for path in paths:
        try:
            _asked_for(path, configs, found, seen, force_exclude)
        except OSError as error:  # a name too long, a folder that may not be entered
            found.problems.append(FileProblem(path.as_posix(), f"cannot be read: {error.strerror}"))
    return found


def _asked_for(
    path: Path, configs: Configs, found: Discovered, seen: set[str], force_exclude: bool | None
) -> None:
    """What one path of the command line stands for."""
    before = len(found.files)
    if path.is_dir():
        listed = _git_files(path) if configs.top.value("respect-gitignore") else None
        files = list(_walk(path, found)) if listed is None else listed
        _folder(path, files, configs, found, seen)
        if len(found.files) == before:
            _empty(path, files, configs, found)
    elif path.is_file():
        away = leads_out(path, _repository(path.parent)) if path.is_symlink() else ""
        if away:
            found.problems.append(FileProblem(path.as_posix(), away))
            return
        why = excluded_by_name(path, configs.for_file(path), force_exclude)
        if why:
            found.left_out.append((path, why))
            found.notices.append(left_out_notice(path, why))
        else:
            _add(path, found, seen)
    else:
        found.problems.append(FileProblem(path.as_posix(), unreadable_kind(path)))


def _empty(folder: Path, files: Iterable[Path], configs: Configs, found: Discovered) -> None:
    """Say that a folder has no articles, or that it has some which `include` does not name."""
    from presslint.reading import format_of
    from presslint.reading.sniff import holds_article

    held = [
        path
        for path in [path for path in files if format_of(str(path)) and path.is_file()][:LOOKED_AT]
        if not excluded(path, configs.for_file(path))
        and path.stat().st_size <= configs.for_file(path).max_file_size
        and holds_article(path.read_bytes(), path.as_posix(), configs.for_file(path).plan(path).reading)
    ]
    if not held:
        found.notices.append(f"{folder}: no articles found")
        return
    names = ", ".join(path.relative_to(folder).as_posix() for path in held[:2]) + (", …" if held[2:] else "")
    kinds = ", ".join(f'"*{suffix}"' for suffix in sorted({path.suffix for path in held}))
    found.problems.append(
        FileProblem(
            folder.as_posix(),
            f"no article was read, though {len(held)} file{'s' * (len(held) > 1)} hold{'s' * (len(held) == 1)} "
            f"some ({names}); name the files, or say `include: [{kinds}]` in the config",
        )
    )


def leads_out(link: Path, tree: Path | None) -> str:
    """Why a link is neither read nor written, if it leads out of the tree in which it lies.

    Whoever may add a file to a tree may add a link, to a key, a password, the repository's own settings.
    """
    target = Path(os.path.realpath(link))
    if ".git" in target.parts:
        return "a link into .git, which is neither read nor written; delete it"
    if tree is not None and not target.is_relative_to(tree.resolve()):
        return (
            f"a link out of this tree, to {os.readlink(link)}, is neither read nor written; "
            "put the file itself here, or exclude the link"
        )
    return ""


def _repository(folder: Path) -> Path | None:
    """The repository around a folder, as git tells it."""
    from presslint.config.gitfiles import repository_top

    return repository_top(folder)


def unreadable_kind(path: Path) -> str:
    """Why a path that is neither a file nor a folder cannot be read, and what to do."""
    if path.is_symlink():
        return "a broken link: its target does not exist; mend the link or delete it"
    if os.path.lexists(path):
        return "neither a file nor a folder; name an article"
    return "no such file or folder; check the spelling"


def among(paths: Iterable[Path], candidates: Iterable[Path], configs: Configs) -> Discovered:
    """Of `candidates` (files that a change names, on disk or not), those that `paths` ask for."""
    found = Discovered()
    wanted = places(paths)
    asked_for = [folder for folder in wanted if left_out(str(folder))]
    for path in sorted(candidates):
        place = own_place(path)
        named = place in wanted
        if not named and not any(place.is_relative_to(folder) for folder in wanted):
            continue
        config = configs.for_file(path)
        if not named and not config.globs("include").matches(path, config.root):
            continue
        why = excluded(path, config)
        if not why and not named and not any(place.is_relative_to(folder) for folder in asked_for):
            why = _of_a_generator(path)
        if why:
            found.left_out.append((path, why))
        else:
            found.files.append(_as_asked(path))
    return found


def places(paths: Iterable[Path]) -> list[Path]:
    """Where the files and folders stand that are asked for: what lies in one of them is meant."""
    return [path.resolve() if path.is_dir() else own_place(path) for path in paths]


def _as_asked(path: Path) -> Path:
    """Relative to the working folder where it lies below it, as people name their files."""
    try:
        return own_place(path).relative_to(Path.cwd())
    except ValueError:
        return path


def _add(path: Path, found: Discovered, seen: set[str]) -> None:
    real = os.path.realpath(path) if os.path.islink(path) else os.path.join(real_folder(path), path.name)
    if real not in seen:
        seen.add(real)
        found.files.append(path)


def excluded(path: Path, config: Config) -> str:
    """Why a file is left out by its config, or an empty string."""
    for key, globs in _exclusions(config):
        if globs.matches(path, config.root):
            return f"{key} in {config.origin(key)}"
    return ""


def passed_over(path: Path, config: Config) -> str:
    """Why a file would be left out were the folders around it read, or an empty string; git is not asked."""
    if not config.globs("include").matches(path, config.root):
        return "include does not name it"
    return excluded(path, config) or _of_a_generator(path)


def excluded_by_name(path: Path, config: Config, force: bool | None) -> str:
    """The same for a file that was named; `force` is the command line's word against the config's."""
    forced = config.value("force-exclude") if force is None else force
    return excluded(path, config) if forced else ""


def left_out_notice(path: Path, why: str) -> str:
    """The word on a file that was named and is not read."""
    return f"{path}: left out ({why}); --no-force-exclude reads it all the same"


def left_out_by_house(path: Path, config: Config) -> bool:
    """Whether a config leaves a file out, not the defaults."""
    return any(
        config.origin(key) != "default" and globs.matches(path, config.root)
        for key, globs in _exclusions(config)
    )


def _exclusions(config: Config) -> Iterator[tuple[str, Globs]]:
    for key in ("exclude", "extend-exclude"):
        yield key, config.globs(key)


def _folder(folder: Path, files: Iterable[Path], configs: Configs, found: Discovered, seen: set[str]) -> None:
    """Of the files that lie in a folder, those that are articles."""
    is_asked_for = bool(left_out(os.path.realpath(folder)))
    tree: Path | None = None  # asked for with the first link
    for path in files:
        config = configs.for_file(path)
        if not config.globs("include").matches(path, config.root):
            if path.is_symlink() and path.is_dir():
                _linked_folder(path, folder, config, found)
            continue
        why = excluded(path, config) or ("" if is_asked_for else _of_a_generator(path))
        away = ""
        if not why and path.is_symlink():
            tree = tree or _repository(folder) or folder
            away = leads_out(path, tree)
        if why:
            found.left_out.append((path, why))
        elif away:
            found.problems.append(FileProblem(path.as_posix(), away))
        elif path.is_file():
            _add(path, found, seen)
        else:
            found.problems.append(FileProblem(path.as_posix(), unreadable_kind(path)))


def _of_a_generator(path: Path) -> str:
    """Why a file in a folder of a site generator is no article; such a folder, when named, is walked."""
    generator = left_out(real_folder(path))
    return f"a folder in which {generator} keeps no articles" if generator else ""


def _linked_folder(path: Path, top: Path, config: Config, found: Discovered) -> None:
    """Say that a link to a folder is not followed, unless what it leads to is walked anyhow."""
    inside = path.resolve().is_relative_to(top.resolve())
    if not inside and not any(globs.matches(path, config.root) for _, globs in _exclusions(config)):
        found.notices.append(f"{path}: a link to a folder, which is not followed; name it to read it too")


def _git_files(folder: Path) -> list[Path] | None:
    """Files that git knows or would add, sorted; None outside a work tree or without git."""
    from presslint.config.gitfiles import list_files

    return list_files(folder)


def _walk(folder: Path, found: Discovered) -> Iterator[Path]:
    def failed(error: OSError) -> None:
        name = Path(error.filename or folder).as_posix()
        found.problems.append(FileProblem(name, f"cannot be read: {error.strerror}"))

    for place, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if name not in ALWAYS_OUT)
        linked = [name for name in folders if os.path.islink(os.path.join(place, name))]
        for name in sorted([*names, *linked]):
            yield Path(place, name)
