"""The plan of the package, drawn from its imports: rooms, floors, arrows, circles.

    python benchmarks/plan.py [FOLDER] [--arrows]

A room is a folder directly under `presslint/`, or a file that stands beside those folders. An arrow goes
from a room to a room that one of its files imports, anywhere in the file and for type checkers as well;
what is imported by a name that is put together at run time (one reader a format, one command a file) is
not seen. Rooms that reach each other form a circle. A floor is how far a room stands above the ground:
one more than the highest room it imports, circles taken as one room. `ORDER` is the order that the house
wants; an arrow against it goes up. FOLDER is a checkout (default: this one), so two can be compared.
"""

from __future__ import annotations

import argparse
import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

ORDER = (
    "model",
    "language",
    "desk",
    "article",
    "reading",
    "packs",
    "config",
    "engine",
    "gate",
    "scan",
    "report",
    "server",
    "cli",
)
PACKAGE = "presslint"
DOORS = ("__init__", "__main__")  # they open rooms and are none


def room_of(module: str) -> str:
    """The room of a module by its full name; the package itself is the door."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def modules(folder: Path) -> dict[str, Path]:
    """Every module of the package in a checkout, by its full name."""
    found = {}
    for path in sorted((folder / PACKAGE).rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported(path: Path, known: Mapping[str, Path]) -> Iterator[tuple[str, int]]:
    """The modules of the package that a file imports, by full name, each with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module in known:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner if inner in known else node.module), node.lineno


def arrows(folder: Path) -> dict[tuple[str, str], list[str]]:
    """Each arrow between two rooms with the places, `path:line`, that draw it; the doors draw none."""
    known = modules(folder)
    drawn: dict[tuple[str, str], list[str]] = {}
    for name, path in known.items():
        room = room_of(name)
        for other, line in imported(path, known):
            if room_of(other) != room and not {room, room_of(other)} & set(DOORS):
                place = f"{path.relative_to(folder).as_posix()}:{line}"
                drawn.setdefault((room, room_of(other)), []).append(place)
    return drawn


def circles(edges: Mapping[str, set[str]]) -> list[set[str]]:
    """Rooms that reach each other, grouped; each room is in one group."""
    reach: dict[str, set[str]] = {}
    for room in edges:
        seen, ahead = set(), [room]
        while ahead:
            new = edges.get(ahead.pop(), set()) - seen
            seen |= new
            ahead.extend(new)
        reach[room] = seen
    groups: list[set[str]] = []
    for room in edges:
        if not any(room in group for group in groups):
            groups.append({room} | {other for other in reach[room] if room in reach.get(other, set())})
    return groups


def floors(edges: Mapping[str, set[str]]) -> int:
    """The number of floors; a circle stands on one."""
    groups = circles(edges)
    number = {room: at for at, group in enumerate(groups) for room in group}
    height: dict[int, int] = {}

    def floor(at: int) -> int:
        if at not in height:
            below = {number[other] for room in groups[at] for other in edges[room]} - {at}
            height[at] = 1 + max(map(floor, below), default=0)
        return height[at]

    return max(map(floor, range(len(groups))), default=0)


def upward(drawn: Mapping[tuple[str, str], list[str]]) -> list[tuple[str, str]]:
    """Arrows against the order of the house, those of rooms that it does not name left out."""
    return [
        (room, other)
        for room, other in drawn
        if room in ORDER and other in ORDER and ORDER.index(room) < ORDER.index(other)
    ]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent.parent)
    options.add_argument("--arrows", action="store_true", help="list every arrow with its places")
    given = options.parse_args()
    known, drawn = modules(given.folder), arrows(given.folder)
    rooms = sorted({room_of(name) for name in known} - set(DOORS))
    edges = {room: {other for start, other in drawn if start == room} for room in rooms}
    round_trips = [sorted(group) for group in circles(edges) if len(group) > 1]
    up = upward(drawn)
    print(
        f"{len(rooms)} rooms, {floors(edges)} floors, {len(drawn)} arrows, "
        f"{len(up)} upward, {len(round_trips)} circles"
    )
    for group in round_trips:
        print("  circle:", ", ".join(group))
    for room, other in up:
        print(f"  upward: {room} -> {other}:", ", ".join(drawn[room, other]))
    print(f"{len(list((given.folder / PACKAGE).glob('*.py')))} files at the root of the package")
    for room in rooms:
        paths = [path for name, path in known.items() if room_of(name) == room]
        lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)
        print(f"  {room:<12}{len(paths):>4} files{lines:>8} lines")
    if given.arrows:
        for (room, other), places in sorted(drawn.items()):
            print(f"{room} -> {other}:", ", ".join(places))


if __name__ == "__main__":
    main()
