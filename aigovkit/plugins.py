"""Finding things by their ids: those of the kit, and those other packages add.

Another package adds its own through an entry point; a broken one is reported,
never fatal. Entry points are looked up once.
"""

from __future__ import annotations

import functools
import importlib
from collections.abc import Callable, Mapping
from typing import Any, Generic, Protocol, TypeVar

import attrs

from aigovkit.errors import PolicyError, UnknownNameError


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=_Identified)


@functools.cache
def load(location: str) -> Any:
    """What stands at `module:name`. The module is imported when this is first asked."""
    module, _, name = location.partition(":")
    return getattr(importlib.import_module(module), name)


@attrs.frozen
class Collection(Generic[N]):
    """Things of one kind, found by id.

    `built_in` gives those of the kit: id, and where it is as `module:name`.
    `group` is the entry-point group of the others.
    """

    kind: type[N]
    group: str
    built_in: Callable[[], Mapping[str, str]]

    def find_all(self) -> tuple[dict[str, N], dict[str, str]]:
        """Everything that can be loaded, by id, and what is wrong with the entry points that cannot."""
        found: dict[str, N] = {
            name: self._checked(load(location), location) for name, location in self.built_in().items()
        }
        broken: dict[str, str] = {}
        for entry in _entry_points(self.group):
            try:
                loaded = self._checked(entry.load(), entry.value)
                if loaded.id in found:
                    raise PolicyError(f"its id `{loaded.id}` is taken")
                found[loaded.id] = loaded
            except Exception as error:  # noqa: BLE001 - anything at all may go wrong in somebody else's package.
                broken[entry.name] = f"{type(error).__name__}: {error}"
        return found, broken

    def find(self, id: str) -> N:
        """The one of that id; UnknownNameError with a suggestion when there is none."""
        if id in self.built_in():
            return self._checked(load(self.built_in()[id]), id)
        found, _ = self.find_all()
        if id not in found:
            raise UnknownNameError(self.kind.__name__.lower(), id, found)
        return found[id]

    def _checked(self, loaded: Any, location: str) -> N:
        if not isinstance(loaded, self.kind):
            raise PolicyError(f"`{location}` is not a {self.kind.__name__}")
        return loaded


@functools.cache
def _entry_points(group: str) -> tuple[Any, ...]:
    import importlib.metadata

    return tuple(importlib.metadata.entry_points(group=group))
