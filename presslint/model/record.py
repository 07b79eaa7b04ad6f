"""Classes of named values: what `dataclasses` and `typing.NamedTuple` give, without what they cost to start.

A run on one file spends more on importing `dataclasses` (and `inspect` behind it), and on the methods
that they compile for each class, than on reading the file. Here a class gets one compiled method, and
only when it has so many instances that it pays. The other methods are shared. Type checkers read
`@record` as they read `@dataclass`, and `NamedTuple` is to them that of `typing`.
"""

from __future__ import annotations

from _collections import _tuplegetter  # type: ignore[import-not-found]
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, overload

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple

T = TypeVar("T")


class _Field:
    """What was said with `field`."""

    __slots__ = ("compare", "default", "default_factory", "repr")

    def __init__(self, default: Any, default_factory: Callable[[], Any] | None, repr: bool, compare: bool):
        self.default = default
        self.default_factory = default_factory
        self.repr = repr
        self.compare = compare


MISSING: Any = object()
FEW = 20  # instances; to compile a method takes about as long as to make so many without it


def field(
    *,
    default: Any = MISSING,
    default_factory: Callable[[], Any] | None = None,
    repr: bool = True,
    compare: bool = True,
) -> Any:
    """A value with more to say of than its default; the words are those of `dataclasses.field`."""
    return _Field(default, default_factory, repr, compare)


@overload
def record(cls: type[T], /) -> type[T]: ...
@overload
def record(*, frozen: bool = True, eq: bool = True) -> Callable[[type[T]], type[T]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T] | None = None, /, *, frozen: bool = True, eq: bool = True) -> Any:
    """Make a class of annotated names into a record.

    With `eq=False` a record is itself and nothing else; otherwise it equals one of its class with the
    same values and, when it is frozen, hashes by them. `__post_init__` is called as in a dataclass.
    """
    return _made(cls, frozen, eq) if cls is not None else lambda cls: _made(cls, frozen, eq)


def replace(record: T, /, **changes: Any) -> T:
    """A copy with other values. Raises TypeError for a name that the record does not have."""
    kind: Any = type(record)
    return kind(**{name: getattr(record, name) for name in kind.__record_fields__} | changes)  # type: ignore[no-any-return]


def _made(cls: Any, frozen: bool, eq: bool) -> Any:
    fields: dict[str, _Field] = dict(getattr(cls, "__record_fields__", {}))
    for name, annotation in cls.__annotations__.items():
        if not str(annotation).startswith("ClassVar"):
            said = cls.__dict__.get(name, MISSING)
            fields[name] = said if isinstance(said, _Field) else _Field(said, None, True, True)
            if isinstance(said, _Field):
                delattr(cls, name)
                if said.default is not MISSING:
                    setattr(cls, name, said.default)
    cls.__record_fields__ = fields
    cls.__init__ = _late_init(cls, fields)
    cls.__replace__ = replace
    if frozen:
        cls.__setattr__, cls.__delattr__ = _set, _delete
    if "__repr__" not in cls.__dict__:
        cls.__repr__ = _repr
    if eq:
        cls.__record_key__ = tuple(name for name, each in fields.items() if each.compare)
        cls.__eq__, cls.__hash__ = _equals, _hash if frozen else None
    return cls


def _late_init(cls: Any, fields: dict[str, _Field]) -> Any:
    """The `__init__` of a class with few instances; of what is no right call the compiled one says why."""
    names = tuple(fields)
    defaults = {name: each.default for name, each in fields.items() if each.default is not MISSING}
    factories = {name: each.default_factory for name, each in fields.items() if each.default_factory}
    required = fields.keys() - defaults.keys() - factories.keys()
    count = 0

    def __init__(self: Any, *values: Any, **named: Any) -> None:
        nonlocal count
        count += 1
        given = dict(zip(names, values, strict=False)) | named
        is_right = len(given) == len(values) + len(named) and required <= given.keys() <= fields.keys()
        if count > FEW or not is_right:
            cls.__init__ = _init(cls, fields)
            cls.__init__(self, *values, **named)
            return
        made = {name: factory() for name, factory in factories.items() if name not in given}
        self.__dict__.update(defaults | made | given)
        if hasattr(cls, "__post_init__"):
            self.__post_init__()

    return __init__


def _init(cls: Any, fields: dict[str, _Field]) -> Any:
    """The one method that is written for each class."""
    known: dict[str, Any] = {"MISSING": MISSING, "set_value": object.__setattr__}
    parameters, lines = ["self"], ["pass"]
    for name, each in fields.items():
        value = name
        if each.default_factory is not None:
            known[f"_{name}"] = each.default_factory
            parameters.append(f"{name}=MISSING")
            value = f"_{name}() if {name} is MISSING else {name}"
        elif each.default is not MISSING:
            known[f"_{name}"] = each.default
            parameters.append(f"{name}=_{name}")
        else:
            parameters.append(name)
        lines.append(f"set_value(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    exec(f"def __init__({', '.join(parameters)}):\n " + "\n ".join(lines), known)
    init = known["__init__"]
    init.__qualname__, init.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    return init


def _set(self: Any, name: str, value: Any) -> None:
    raise AttributeError(f"a {type(self).__name__} does not change ({name})")


def _delete(self: Any, name: str) -> None:
    raise AttributeError(f"a {type(self).__name__} does not change ({name})")


def _repr(self: Any) -> str:
    shown = (f"{name}={getattr(self, name)!r}" for name, each in self.__record_fields__.items() if each.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _key(self: Any) -> tuple[Any, ...]:
    return tuple([getattr(self, name) for name in self.__record_key__])


def _equals(self: Any, other: object) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    return _key(self) == _key(other)


def _hash(self: Any) -> int:
    return hash(_key(self))


# -- tuples with names ---------------------------------------------------------------------------


class _Row(tuple):  # type: ignore[type-arg]
    """What all named tuples share; the names are those of `collections.namedtuple`."""

    __slots__ = ()
    _fields: tuple[str, ...] = ()
    _field_defaults: dict[str, Any] = {}

    @classmethod
    def _make(cls, values: Any) -> Any:
        row = tuple.__new__(cls, values)
        if len(row) != len(cls._fields):
            raise TypeError(f"{cls.__name__} has {len(cls._fields)} values, not {len(row)}")
        return row

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def _replace(self, **changes: Any) -> Any:
        row = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise TypeError(f"{type(self).__name__} has no {', '.join(changes)}")
        return row

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({shown})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


class _RowMaker(type):
    """Makes a class with annotated names into a named tuple."""

    def __new__(maker, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        fields = tuple(body.get("__annotations__", ()))
        if not bases:
            return super().__new__(maker, name, bases, body)
        defaults = {field: body.pop(field) for field in fields if field in body}
        body |= {field: _tuplegetter(number, field) for number, field in enumerate(fields)}
        body |= {"_fields": fields, "__match_args__": fields, "_field_defaults": defaults, "__slots__": ()}
        return type(name, (_Row,), body | {"__new__": _late_new(fields, defaults)})


def _late_new(fields: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    """The `__new__` of a class with few instances; of what is no right call the compiled one says why."""
    count = 0

    def __new__(kind: Any, *values: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        if count <= FEW and not named and len(values) == len(fields):
            return tuple.__new__(kind, values)
        given = defaults | dict(zip(fields, values, strict=False)) | named
        is_right = given.keys() == set(fields) and len(values) <= len(fields)
        if count <= FEW and is_right and named.keys().isdisjoint(fields[: len(values)]):
            return tuple.__new__(kind, [given[name] for name in fields])
        cls: Any = next(each for each in kind.__mro__ if "__new__" in vars(each))
        cls.__new__ = _new(cls)
        return cls.__new__(kind, *values, **named)

    return __new__


def _new(cls: Any) -> Any:
    """The one method that is written for each class; names with an underscore are no fields."""
    names = "".join(f"{name}, " for name in cls._fields)
    new = eval(f"lambda _kind, {names}: _row(_kind, ({names}))", {"_row": tuple.__new__})
    new.__defaults__ = tuple(cls._field_defaults.values())
    new.__qualname__, new.__module__ = f"{cls.__qualname__}.__new__", cls.__module__
    return new


if not TYPE_CHECKING:

    class NamedTuple(metaclass=_RowMaker):
        """A tuple whose values have names: `class Span(NamedTuple): start: int; end: int`."""
