"""Acts that fulfil several duties at once, asked under the id of one of them; and duties that are a part of
another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aigovkit.errors import did_you_mean
from aigovkit.language.nodes import AllOf, Attested, AttestedOn
from aigovkit.rules import Duty, Entry


def missharing(listed: Mapping[str, Entry]) -> Iterator[str]:
    """The duties whose act is said to be that of something else than a duty, or of one done otherwise."""
    duties = {name: entry for name, entry in listed.items() if isinstance(entry, Duty)}
    for duty in duties.values():
        shared = duty.same_act_as
        if not shared:
            continue
        first = duties.get(shared)
        if first is None:
            hint = did_you_mean(shared, duties)
            yield f"`{duty.id}` shares the act of `{shared}`, which is no duty of the policy" + (
                f"; {hint}" if hint else ""
            )
        elif first is duty:
            yield f"`{duty.id}` shares its own act; leave out `same_act_as`"
        elif first.same_act_as:
            act = first.same_act_as
            yield f"`{duty.id}` shares the act of `{shared}`, which is that of `{act}`; name that"
        elif first.done != duty.done and _attested(first) != _attested(duty):
            yield (
                f"`{duty.id}` shares the act of `{shared}`, and is done when `{duty.done!r}`, not when "
                f"`{first.done!r}`; give it the rule as `same_act_as`, and no `done`"
            )


def misparted(listed: Mapping[str, Entry]) -> Iterator[str]:
    """The duties said to be a part of something that is no duty, or does not ask for what they ask for."""
    duties = {name: entry for name, entry in listed.items() if isinstance(entry, Duty)}
    for duty in duties.values():
        if not duty.part_of:
            continue
        whole = duties.get(duty.part_of)
        if whole is None:
            hint = did_you_mean(duty.part_of, duties)
            yield f"`{duty.id}` is part of `{duty.part_of}`, which is no duty of the policy" + (
                f"; {hint}" if hint else ""
            )
        elif whole is duty:
            yield f"`{duty.id}` is part of itself; leave out `part_of`"
        elif whole.part_of:
            yield f"`{duty.id}` is part of `{whole.id}`, which is part of `{whole.part_of}`; name that"
        elif whole.each != duty.each:
            yield f"`{duty.id}` is part of `{whole.id}`, which does not speak of the same records (`each`)"
        elif duty.done not in _asked(whole):
            yield (
                f"`{duty.id}` is part of `{whole.id}`, which does not ask for `{duty.done!r}`; name it among "
                "its `addressees`, or in the `all_of(...)` of its `done`"
            )


def _asked(whole: Duty) -> tuple[object, ...]:
    """What has to be done, one by one, for a duty to be done."""
    parts = whole.done.conditions if isinstance(whole.done, AllOf) else ()
    return (*parts, *(done for _, done in whole.addressees))


def _attested(duty: Duty) -> str | int:
    """Whose attestation says that a duty is done, in whatever way it is asked; of other duties, none's."""
    done = duty.done
    return done.provision if isinstance(done, Attested | AttestedOn) else id(done)
