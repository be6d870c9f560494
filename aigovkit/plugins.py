"""Finding things by their ids: those of the kit, and those other packages add.

Another package adds its own through an entry point; a broken one is reported,
never fatal. Entry points are looked up once, and no more is loaded than is asked
for.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

import attrs

from aigovkit.errors import PolicyError, UnknownNameError

if TYPE_CHECKING:
    from importlib.metadata import Distribution, EntryPoint


class Identified(Protocol):
    """What has an id."""

    @property
    def id(self) -> str:
        """The id."""


N = TypeVar("N", bound=Identified)


@functools.cache
def load(location: str) -> Any:
    """What stands at `module:name`. The module is imported when this is first asked.

    So a table can say where policies and papers are, and none of them loads before
    it is needed. Raises whatever the import raises, and AttributeError where the
    module has no such name.

    >>> load("aigovkit.jurisdictions.san_jose.ai_policy:AI_POLICY").title
    'San José AI Policy 1.7.12'
    >>> load("aigovkit.jurisdictions.san_jose.ai_policy:AI_POLCY")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    AttributeError: module 'aigovkit.jurisdictions.san_jose.ai_policy' has no attribute 'AI_POLCY'...

    .. versionadded:: 0.1.0
    """
    module, _, name = location.partition(":")
    return getattr(importlib.import_module(module), name)


@attrs.frozen
class Collection(Generic[N]):
    """Things of one kind, found by id.

    `built_in` gives those of the kit: id, and where it is as `module:name`.
    `group` is the entry-point group of the others.

    .. versionadded:: 0.1.0
    """

    kind: type[N]
    group: str
    built_in: Callable[[], Mapping[str, str]]

    def find_all(self) -> tuple[dict[str, N], dict[str, str]]:
        """Everything that can be loaded, by id, and what is wrong with the entry points that cannot, by
        their names.
        """
        own = {name: self._own(name) for name in self.built_in()}
        others, broken = self.others()
        return own | others, broken

    def find(self, id: str) -> N:
        """The one of that id; UnknownNameError with a suggestion when there is none.

        Of the kit's own nothing else is loaded for it; of other packages each is, since only loaded
        they say their ids.
        """
        if id in self.built_in():
            return self._own(id)
        others, _ = self.others()
        if id not in others:
            raise UnknownNameError(self.kind.__name__.lower(), id, (*self.built_in(), *others))
        return others[id]

    def _own(self, id: str) -> N:
        location = self.built_in()[id]
        return self._checked(load(location), location)

    def others(self) -> tuple[dict[str, N], dict[str, str]]:
        """Everything of other packages that can be loaded, by id, and what is wrong with the entry points
        that cannot, by their names.
        """
        found: dict[str, N] = {}
        names: dict[str, str] = dict.fromkeys(self.built_in(), "the kit")
        entries, unreadable = _entry_points(self.group)
        broken = dict(unreadable)
        for entry in entries:
            # Anything at all may go wrong in somebody else's package, and it may end the program on import.
            try:
                loaded = self._checked(entry.load(), entry.value)
                if loaded.id in names:
                    raise PolicyError(f"its id `{loaded.id}` is taken by {names[loaded.id]}")
                found[loaded.id] = loaded
                names[loaded.id] = f"`{entry.name}`"
            except (Exception, SystemExit) as error:  # noqa: BLE001
                broken[_name(entry, broken)] = _told(error)
        return found, broken

    def _checked(self, loaded: Any, location: str) -> N:
        if not isinstance(loaded, self.kind):
            raise PolicyError(f"`{location}` is not a {self.kind.__name__}")
        return loaded


def _name(entry: EntryPoint, others: Mapping[str, str]) -> str:
    """The name of an entry point; with its package where another of that name is broken too."""
    if entry.name not in others:
        return entry.name
    package = entry.dist.name if entry.dist else entry.value
    return f"{entry.name} ({package})"


def _told(error: BaseException) -> str:
    """What is wrong, in words; the words of somebody else's error may fail too."""
    try:
        return f"{type(error).__name__}: {error}"
    except Exception:  # noqa: BLE001
        return type(error).__name__


@functools.cache
def _entry_points(group: str) -> tuple[tuple[EntryPoint, ...], dict[str, str]]:
    """The entry points of a group, and what is wrong with the packages whose own cannot be read."""
    from importlib import metadata  # It takes longer to load than the kit.

    try:
        return tuple(metadata.entry_points(group=group)), {}
    except Exception:  # noqa: BLE001 - one package with a broken list breaks that of all.
        return _one_by_one(group, metadata.distributions())


def _one_by_one(
    group: str, packages: Iterable[Distribution]
) -> tuple[tuple[EntryPoint, ...], dict[str, str]]:
    """The entry points of each package that has readable ones; of two of one name the first is installed."""
    found: list[EntryPoint] = []
    broken: dict[str, str] = {}
    seen: set[str] = set()
    for package in packages:
        name = "?"
        try:
            name = package.name
            if name not in seen:
                found += package.entry_points.select(group=group)
        except Exception as error:  # noqa: BLE001
            broken[name] = _told(error)
        seen.add(name)
    return tuple(found), broken
