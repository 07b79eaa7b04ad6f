"""Records behave as the frozen dataclasses that they stand for, named tuples as those of `typing`."""

from __future__ import annotations

import dataclasses
import pickle
import typing
from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

import pytest

from presslint.model.record import NamedTuple, field, record, replace


@record
class Price:
    """What a thing costs."""

    thing: str
    pence: int = 0
    notes: list[str] = field(default_factory=list)
    seen: str = field(default="", compare=False, repr=False)
    currency: ClassVar[str] = "GBP"

    @cached_property
    def pounds(self) -> float:
        return self.pence / 100


@dataclasses.dataclass(frozen=True)
class Twin:
    thing: str
    pence: int = 0
    notes: list[str] = dataclasses.field(default_factory=list)
    seen: str = dataclasses.field(default="", compare=False, repr=False)
    currency: ClassVar[str] = "GBP"


@record
class Fare(Price):
    """A price with a route."""

    route: str = "7"


@record(eq=False)
class Node:
    """A thing that is only itself."""

    name: str


CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("tea",), {}),
    (("tea", 250), {}),
    ((), {"thing": "tea", "notes": ["hot"]}),
    (("tea", 250, [], "x"), {}),
    (("tea",), {"seen": "y"}),
]


@pytest.mark.parametrize(("positional", "named"), CALLS)
def test_a_record_says_what_the_dataclass_says(positional: tuple[Any, ...], named: dict[str, Any]) -> None:
    made, twin = Price(*positional, **named), Twin(*positional, **named)
    assert repr(made) == repr(twin).replace("Twin", "Price")
    assert vars(made) == vars(twin)


@pytest.mark.parametrize("wrong", [{}, {"thing": "tea", "size": 1}])
def test_wrong_names_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Price(**wrong)
    with pytest.raises(TypeError):
        replace(Price("tea"), size=1)


def test_values_make_the_identity_unless_told_otherwise() -> None:
    assert Price("tea", 1) == Price("tea", 1, [], "seen")
    assert Price("tea", 1) != Price("tea", 2)
    assert Price("tea") != Fare("tea")
    assert Fare("tea", route="8") != Fare("tea", route="9")
    assert len({Span("a", 1), Span("a", 1), Span("a", 2)}) == 2
    assert Node("a") != Node("a")
    assert len({Node("a"), Node("a")}) == 2


@record
class Span:
    """Two hashable values."""

    name: str
    size: int


def test_nothing_changes() -> None:
    made = Price("tea")
    with pytest.raises(AttributeError, match="does not change"):
        made.pence = 1  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del made.pence
    assert made.pounds == 0.0
    changed = replace(made, pence=250)
    assert (changed.pounds, made.pence) == (2.5, 0)
    assert type(replace(Fare("tea"), pence=1)) is Fare


def test_a_record_travels_between_processes() -> None:
    made = Fare("tea", 250, ["hot"], route="9")
    assert pickle.loads(pickle.dumps(made)) == made


@record(frozen=False)
class Count:
    """A number that grows."""

    name: str
    number: int = 0

    def __post_init__(self) -> None:
        self.name = self.name.title()


def test_a_record_that_may_change() -> None:
    count = Count("errors")
    count.number += 1
    assert count == Count("Errors", 1)
    with pytest.raises(TypeError):
        hash(count)


class Stretch(NamedTuple):
    """A piece of a line."""

    start: int
    end: int
    kind: str = "words"  # as the parameters of our own are named
    make: str = ""

    @property
    def length(self) -> int:
        return self.end - self.start

    def __str__(self) -> str:
        return f"a {super().__len__()} of {self.__class__.__name__}"


class Typed(typing.NamedTuple):
    start: int
    end: int
    kind: str = "words"
    make: str = ""


def test_a_named_tuple_is_one_of_typing() -> None:
    made: Any = Stretch(2, 5, make="x")
    twin: Any = Typed(2, 5, make="x")
    assert made == twin == (2, 5, "words", "x")
    assert repr(made) == repr(twin).replace("Typed", "Stretch")
    assert made._asdict() == twin._asdict()
    assert made._replace(end=9) == twin._replace(end=9)
    assert (Stretch._fields, Stretch._field_defaults) == (Typed._fields, Typed._field_defaults)
    assert tuple(Stretch._make([1, 2, "a", "b"])) == (1, 2, "a", "b")
    assert (made.length, str(made), Stretch.__doc__) == (3, "a 4 of Stretch", "A piece of a line.")
    assert type(made._replace(end=9)) is Stretch
    assert pickle.loads(pickle.dumps(made)) == made
    match made:
        case Stretch(start, end, kind):
            assert (start, end, kind) == (2, 5, "words")


@pytest.mark.parametrize("kind", [Stretch, Typed])
def test_what_a_named_tuple_refuses(kind: Any) -> None:
    made = kind(2, 5)
    wrongs: list[Callable[[], Any]] = [
        lambda: kind(1),
        lambda: kind(1, 2, "a", "b", "c"),
        lambda: kind(1, 2, size=3),
        lambda: kind._make([1]),
        lambda: made._replace(size=3),
    ]
    for wrong in wrongs:
        with pytest.raises((TypeError, ValueError)):
            wrong()
    with pytest.raises(AttributeError):
        made.start = 1
    with pytest.raises(AttributeError):
        made.size = 1
