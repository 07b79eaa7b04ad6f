"""A run that was made before, answered before anything heavy is imported.

A hook checks the same few files again and again. When the arguments, the screen, the code, the configs
and the files are those of last time, the output is too. This file imports only what starting Python
has loaded already, and a small C module; it must stay so. So an answer is a file, not a row of a table.

A run is kept with the places that it depended on. The answer holds only while each of them reads as it
did then; a place that was not there must still not be there.
"""

from __future__ import annotations

import os
import sys

from presslint.model.digest import digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

LAYOUT = 2
KEY = 32  # letters of a key
SUFFIX = ".run"
SCREEN = (
    "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "TERM_PROGRAM", "COLUMNS",
    "WT_SESSION", "KITTY_WINDOW_ID", "VTE_VERSION", "FORCE_HYPERLINK", "CI", "GITHUB_ACTIONS", "GITLAB_CI",
    "PYTHONIOENCODING", "PYTHONUTF8", "LANG", "LC_ALL", "LC_CTYPE",
)  # fmt: skip
# what makes a run more than its output, or its output more than its files
NEVER = (
    "--fix", "--diff", "--interactive", "--staged", "--changed", "--new-from", "--files-from",
    "--no-cache", "-n", "--profile-rules", "--unsafe", "--help", "-h",
)  # fmt: skip
CONFIGS = (".presslint.yaml", "presslint.yaml", ".presslint.yml", "presslint.yml", "pyproject.toml")
ENOUGH = 64  # files; a larger run is quicker by its parts

Answer = tuple[int, bytes, bytes]  # exit code, standard output, standard error


def fits(arguments: Sequence[str], environment: Mapping[str, str]) -> bool:
    """Whether a command line is one whose output is a function of its files."""
    if not arguments or arguments[0] != "check" or any(name.startswith("PRESSLINT_") for name in environment):
        return False
    for number, word in enumerate(arguments[1:], 1):
        if word.startswith(NEVER) or word == "-":
            return False
        if ":" in word and (word.startswith("--output") or arguments[number - 1] == "--output"):
            return False
    return True


def key_of(
    arguments: Sequence[str],
    environment: Mapping[str, str],
    folder: str,
    screen: Sequence[object],
    package: str,
    day: str,
) -> str:
    """What tells this run, made in `folder`, from others: everything but the content of files."""
    parts = [str(LAYOUT), sys.version, package, folder, day, repr(tuple(screen)), *arguments]
    parts += [f"{name}={environment.get(name)}" for name in SCREEN]
    return digest("\0".join(parts).encode("utf-8", "surrogatepass"))


def place_of(folder: str, key: str, day: int) -> str:
    """The file that holds the answer to a run of this day (days since 1970)."""
    return os.path.join(folder, f"{day}-{key}{SUFFIX}")


def recall(file: str) -> Answer | None:
    """The answer to a run, if it was made before and all it depended on is unchanged."""
    try:
        with open(file, "rb") as stream:
            total, _, kept = stream.read().partition(b"\n")
        if total.decode() != digest(kept):
            return None
        head, _, body = kept.partition(b"\n")
        code, said, told = map(int, head.split())
        for line in body[said + told :].decode("utf-8", "surrogatepass").split("\n"):
            state, _, place = line.partition("\t")
            if state != state_of(place):
                return None
    except (OSError, ValueError):  # whatever is wrong with the cache, the run itself will tell what matters
        return None
    return code, body[:said], body[said : said + told]


def remember(file: str, answer: Answer, places: Mapping[str, str], day: int) -> None:
    """Keep an answer with the state of all it depended on, as in `noted`. Raises OSError."""
    states = [(state or state_of(place), place) for place, state in places.items() if "\n" not in place]
    states.sort(key=_dearness)
    code, out, err = answer
    head = f"{code} {len(out)} {len(err)}\n".encode()
    lines = "\n".join(map("\t".join, states))
    kept = b"".join((head, out, err, lines.encode("utf-8", "surrogatepass")))
    folder = os.path.dirname(file)
    os.makedirs(folder, exist_ok=True)
    put_in_place(file, (digest(kept).encode(), b"\n", kept))
    for name in os.listdir(folder):
        if is_ours(name) and int(name.partition("-")[0]) < day:  # another day is another run
            os.unlink(os.path.join(folder, name))


def put_in_place(file: str, pieces: Iterable[bytes]) -> None:
    """Write a file that is there in whole or not at all. Raises OSError."""
    part = f"{file}.{os.getpid()}"
    try:
        with open(part, "xb") as stream:
            stream.writelines(pieces)
        os.replace(part, file)
    except OSError:
        from contextlib import suppress

        with suppress(OSError):
            os.unlink(part)
        raise


def _dearness(found: tuple[str, str]) -> tuple[bool, bool, str]:
    """What to look at first: a file, which is likely to change; last a folder, which takes long."""
    state, place = found
    return place.endswith("/"), state == "-", place


def is_ours(name: str) -> bool:
    """Whether a file of the cache folder is an answer to a run, or what a run that was killed left of one."""
    day, _, rest = name.partition("-")
    return day.isdecimal() and rest[KEY:].startswith(SUFFIX) and rest[:KEY].isalnum()


def state_of(place: str) -> str:
    """A file by its content, a folder of code by names, sizes and times; `-` where there is nothing."""
    if place.endswith("/"):
        return digest("\n".join(_listed(place)).encode("utf-8", "surrogatepass"))
    try:
        with open(place, "rb") as file:
            return digest(file.read())
    except OSError:
        return "-"


def _listed(folder: str) -> list[str]:
    found: list[str] = []
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.name[0] == "." or entry.name == "__pycache__":
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        stat = entry.stat()
                        found.append(f"{entry.path}\t{stat.st_size}\t{stat.st_mtime_ns}")
        except OSError:
            found.append("unreadable")
    found.sort()
    return found


# -- what a run tells us ---------------------------------------------------------------------------

# places that the present run depends on, with their states as far as they are known; empty: not to be kept
noted: dict[str, str] = {}


def note(places: Iterable[str], states: Mapping[str, str]) -> None:
    """Say what the present run depends on, once it is known."""
    noted.update(dict.fromkeys(places, ""))
    noted.update(states)


class Tee:
    """A stream that keeps what goes through it."""

    def __init__(self, stream: Any) -> None:
        self.stream = stream
        self.kept: list[str] = []

    def write(self, text: str) -> int:
        count = int(self.stream.write(text))  # first, as it refuses what is no text
        self.kept.append(text)
        return count

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def bytes(self) -> bytes:
        """All that was written, encoded as the stream does it."""
        return "".join(self.kept).encode(self.stream.encoding or "utf-8", self.stream.errors or "strict")
