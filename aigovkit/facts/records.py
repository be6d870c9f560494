"""Records: the frozen classes whose fields are facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast, dataclass_transform

import attrs

from aigovkit.errors import ConditionError, FactValueError, UnknownFactError
from aigovkit.facts.kinds import DeclaredFact, KnownBy
from aigovkit.language.joining import DefinedTerm, as_condition
from aigovkit.language.kinds import Condition
from aigovkit.language.nodes import AllOf
from aigovkit.language.parts import facts_in


class _RecordType(type):
    """Makes records frozen slotted attrs classes, and lets the class itself answer with its facts.

    A slot is read several times faster than through a descriptor of our own, but slots
    take the place of the facts on the class; hence the look-up below. Instances
    are not affected by it.
    """

    def __new__(
        mcs,
        name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        path: str | None = None,
        where: Condition | DefinedTerm | None = None,
        changeable: bool | None = None,
        known_by: KnownBy | None = None,
    ) -> Any:
        if path is None:  # The base class, or attrs making the slotted class anew.
            return super().__new__(mcs, name, bases, namespace)
        facts: dict[str, DeclaredFact] = {}
        fields: dict[str, Any] = {}
        for key, value in list(namespace.items()):
            if isinstance(value, DeclaredFact):
                if value.left_out is not None and not path.endswith("[]"):
                    raise ConditionError(
                        f"`{key}` of {name} has `left_out`, which only facts of listed records can have"
                    )
                facts[key] = value
                fields[key] = attrs.field(default=value.left_out)
                del namespace[key]
            elif isinstance(value, Record):
                fields[key] = attrs.field(default=value, converter=_section(value))
                del namespace[key]
            elif type(value).__name__ == "_CountingAttr":
                fields[key] = namespace.pop(key)
        for key in fields:
            if key in vars(Record):
                raise ConditionError(
                    f"a fact of {name} cannot be called `{key}`: records have a method of that name"
                )
        namespace["__facts__"], namespace["__path__"] = facts, path
        cls = attrs.frozen(these=fields, kw_only=True, repr=False, eq=False)(
            super().__new__(mcs, name, bases, namespace)
        )
        for key, fact in facts.items():
            fact.record, fact.name = cls, key
            fact.changeable = changeable if fact.changeable is None else fact.changeable
            fact.known_by = fact.known_by or known_by
        if where is not None:
            _gate(facts.values(), as_condition(where))
        return cls

    def __init__(cls, *args: Any, **_: Any) -> None:
        super().__init__(*args)

    if not TYPE_CHECKING:

        def __getattribute__(cls, name: str) -> Any:
            if name[:1] != "_":
                fact = type.__getattribute__(cls, "__facts__").get(name)
                if fact is not None:
                    return fact
            return type.__getattribute__(cls, name)

        def __getattr__(cls, name: str) -> Any:
            if name.startswith("_"):
                raise AttributeError(name)
            raise UnknownFactError(name, cls.__facts__, kind=f"fact of {cls.__name__}")


def _gate(facts: Iterable[DeclaredFact], where: Condition) -> None:
    """Give the facts of a section the condition of the whole; what it speaks of is asked ahead of it."""
    ahead = facts_in(where)
    for fact in facts:
        if fact not in ahead:
            fact.where = where if fact.where is None else AllOf.of(where, fact.where)


def _section(blank: Record) -> Callable[[Any], Record]:
    """What takes the records that may stand where `blank` stands by default."""
    kind, path = type(blank), type(blank).__path__

    def admit(value: Any) -> Record:
        if value is None:
            return blank
        if isinstance(value, kind):
            return value
        raise FactValueError(path, value, f"a {kind.__name__} record", f"build it as `{kind.__name__}(...)`")

    return admit


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record(metaclass=_RecordType):
    """Base of everything a case is made of. Each field is optional, and unknown until given.

    `path` says where in a case the record stands; a path that ends in `[]` is a list.
    `where` is the condition under which the whole of it has a meaning, beside what
    each fact says of itself; `changeable` and `known_by` are those of the facts that
    say nothing of their own.
    What a fact or a section cannot have is refused when the record is built.

    .. versionadded:: 0.1.0
    """

    __slots__ = ()
    __facts__: ClassVar[dict[str, DeclaredFact]] = {}
    __path__: ClassVar[str] = ""

    def __attrs_post_init__(self) -> None:
        for name, fact in type(self).__facts__.items():
            value = getattr(self, name)
            if value is not None:
                admitted = fact.admit(value)
                if admitted is not value:
                    object.__setattr__(self, name, admitted)

    # Said once for all records: written out for each, these take as long to make as the rest of it.

    def __eq__(self, other: object) -> bool:
        return self._values() == other._values() if type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *self._values()))

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, field.name) for field in attrs.fields(cast("Any", type(self)))])

    def __repr__(self) -> str:
        facts = type(self).__facts__.items()
        told = ((name, getattr(self, name), fact.left_out) for name, fact in facts)
        known = ", ".join(f"{name}={value!r}" for name, value, left_out in told if value is not left_out)
        return f"{type(self).__name__}({known})"

    @classmethod
    def blank(cls) -> Self:
        """A record of which nothing is known: every fact is None, whatever leaving it out would say."""
        return cls(**dict.fromkeys(cls.__facts__))

    def known(self) -> Iterator[tuple[str, Any]]:
        """The names and values of the facts that are known, those among them that leaving them out says."""
        for name in type(self).__facts__:
            value = getattr(self, name)
            if value is not None:
                yield name, value


def facts_of(record: type[Record]) -> dict[str, DeclaredFact]:
    """The facts a kind of record declares, by name, in the order of their declaration.

    .. versionadded:: 0.1.0
    """
    return dict(record.__facts__)


def sections_of(record: type[Record]) -> dict[str, type[Record]]:
    """The records that stand inside a kind of record, by the name of their field.

    .. versionadded:: 0.1.0
    """
    found: dict[str, type[Record]] = {}
    for field in attrs.fields(cast("Any", record)):
        if isinstance(field.default, Record):
            found[field.name] = type(field.default)
    return found
