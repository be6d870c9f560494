"""Random days, instants, values of facts and cases, and cases of which less is known.

Values are drawn from the declared types, so that a new fact is covered as soon
as it is declared. Times lie at the edges: first and last instants of days,
the hours about a change of the clocks, ends of months.
"""

from __future__ import annotations

import datetime
import decimal
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import attrs
from drawing import flip, now_and_then, pick, some
from hypothesis import strategies as st

from aigovkit import paths, periods
from aigovkit.facts import (
    Boolean,
    Count,
    DeclaredFact,
    Duration,
    Event,
    Events,
    Money,
    Partly,
    Place,
    Provisions,
    Record,
    Records,
    Term,
    Terms,
    TermSet,
    Text,
    facts_of,
    sections_of,
)
from aigovkit.models import FACTS, Attestation, Case, Progress
from aigovkit.periods import Month, Occurrence, Period, Span, Year

# Times. The days lie about one year, with the changes of the clocks, the ends of
# months and a leap day among them, so that they often coincide.

ZONES = ("America/Los_Angeles", "America/Phoenix", "America/Havana")
"""Zones whose clocks change in the night, never, and at midnight."""

NOW = datetime.date(2026, 3, 9)
DAYS = tuple(
    datetime.date(*parts)
    for parts in (
        (2025, 1, 31),
        (2025, 2, 28),
        (2025, 11, 2),
        (2025, 12, 31),
        (2026, 1, 31),
        (2026, 3, 7),
        (2026, 3, 8),
        (2026, 3, 9),
        (2026, 3, 10),
        (2026, 4, 9),
        (2026, 7, 1),
        (2028, 2, 29),
    )
)
PERIODS = tuple(Period.parse(text) for text in ("PT1H", "PT24H", "P1D", "P30D", "P1M", "P1Y", "P1DT12H"))
OFFSETS = tuple(datetime.timezone(datetime.timedelta(hours=hours)) for hours in (0, -7, -8))

HOUR = 3_600_000_000


@attrs.frozen
class Calendar:
    """The days and instants that times are drawn from, in the zone in which the days begin and end."""

    zone: periods.TimeZone
    days: tuple[datetime.date, ...]

    @functools.lru_cache(maxsize=256)  # noqa: B019 - there are few
    def instants(self) -> tuple[datetime.datetime, ...]:
        """The first and the last instant of each day, and some between, on various clocks."""
        found = []
        for number, day in enumerate(self.days):
            first, last = (int(at) for at in periods.interval(day, self.zone))
            several = (
                first,
                last,
                first + 12 * HOUR,
                first + HOUR * 3 // 2,
                first + HOUR * 5 // 2,
                last - HOUR,
            )
            clocks = (self.zone, periods.UTC)
            found += [periods.local(at, clocks[(number + turn) % 2]) for turn, at in enumerate(several)]
        return tuple(found)

    def moment(self, draw: Any) -> datetime.date:
        """A day or an instant."""
        return pick(draw, self.days if flip(draw) else self.instants())

    def dated(self, draw: Any) -> periods.Dated:
        """When something was: on a day, at an instant, or now and then on one of several days."""
        return self.stretch(draw) if now_and_then(draw, 4) else self.moment(draw)

    def stretch(self, draw: Any) -> periods.Stretch:
        """The month or the year of one of the days, or a span from one to another."""
        first, last = sorted((pick(draw, self.days), pick(draw, self.days)))
        return pick(draw, (Month(first.year, first.month), Year(first.year), Span(first, last)))

    def time_of_judging(self, draw: Any) -> datetime.date:
        """A value of `as_of`: mostly a day, now and then an instant."""
        return pick(draw, self.instants() if now_and_then(draw, 3) else self.days)


EVERY_DAY = Calendar(periods.zone(ZONES[0]), DAYS)
"""All the days, in California."""


def calendar(draw: Any) -> Calendar:
    """A few of the days in some zone, so that they coincide more often than all of them would."""
    return Calendar(periods.zone(pick(draw, ZONES)), tuple(some(draw, DAYS, 2, 4)))


def days() -> st.SearchStrategy[datetime.date]:
    """Days at and about those the rules name."""
    return st.sampled_from(DAYS)


def instants() -> st.SearchStrategy[datetime.datetime]:
    """Instants on those days, with their zones."""
    return st.sampled_from(EVERY_DAY.instants())


def times_of_judging() -> st.SearchStrategy[Any]:
    """Values of `as_of`: mostly a day, now and then an instant."""
    return st.one_of(st.just(NOW), days(), instants())


# Values of facts

PLACES = ("us-ca", "us-ca/san-jose", "us-cal", "us-az/tucson")
AMOUNTS = tuple(decimal.Decimal(cents) / 100 for cents in (0, 1, 2, 250, 251, 86_400))


def term_set(draw: Any, vocabulary: Any) -> TermSet[Any]:
    """A complete or partial set of words."""
    words = list(vocabulary)
    words = words if now_and_then(draw, 4) else words[:4]
    yes = some(draw, words, 1, 3) if flip(draw) else []
    if flip(draw):
        return TermSet(yes)
    return TermSet.partial(yes=yes, no=[term for term in some(draw, words, 1, 3) if term not in yes])


def value(draw: Any, declared: DeclaredFact, among: Calendar = EVERY_DAY) -> Any:
    """A known value of a fact, by its declared type."""
    match declared:
        case Boolean():
            return flip(draw)
        case Term():
            return pick(draw, list(declared.vocabulary))
        case Terms():
            return term_set(draw, declared.vocabulary)
        case Event():
            return pick(draw, list(Occurrence)) if now_and_then(draw, 4) else among.dated(draw)
        case Events():
            return declared.admit([among.moment(draw) for _ in range(pick(draw, range(4)))])
        case Count():
            return pick(draw, range(6))
        case Money():
            return pick(draw, AMOUNTS)
        case Duration():
            return pick(draw, PERIODS)
        case Records():
            several = [record(draw, declared.record_type, among) for _ in range(pick(draw, range(3)))]
            return declared.admit(Partly(several) if several and now_and_then(draw, 4) else several)
        case Place():
            return pick(draw, PLACES)
        case Provisions():
            return declared.admit(some(draw, ("R0", "R1", "ELSEWHERE"), 1, 3) if flip(draw) else [])
        case Text():
            return pick(draw, ("", "a name"))
    raise AssertionError(f"no values are drawn for {declared!r}")


def record(draw: Any, kind: type[Record], among: Calendar = EVERY_DAY) -> Any:
    """A record of a kind, with some of its facts known."""
    known = {
        name: value(draw, one, among) if flip(draw) else None
        for name, one in facts_of(kind).items()
        if not isinstance(one, Text)
    }
    # What is unknown is left out, unless that would say something.
    return kind(
        **{
            name: answer
            for name, answer in known.items()
            if answer is not None or (facts_of(kind)[name].left_out is not None and flip(draw))
        }
    )


def attestation(draw: Any, among: Calendar = EVERY_DAY) -> Attestation:
    """What may be attested: done (on a day or days, at an instant, at some time), not done, or not known."""
    if now_and_then(draw, 4):
        return Attestation(days=[among.moment(draw) for _ in range(pick(draw, range(4)))])
    if flip(draw):
        return Attestation(met=True, on=among.dated(draw))
    return Attestation(met=pick(draw, (True, True, False, None, *Progress)))


@functools.cache
def values(declared: DeclaredFact) -> st.SearchStrategy[Any]:
    """Known values of a fact, by its declared type."""
    return st.composite(value)(declared)


@functools.cache
def term_sets(vocabulary: Any) -> st.SearchStrategy[TermSet[Any]]:
    """Complete and partial sets of words."""
    return st.composite(term_set)(vocabulary)


ATTESTATIONS = st.composite(attestation)()
"""What may be attested."""


# Cases


def case_of(known: Mapping[str, Any], attested: Mapping[str, Attestation] = {}) -> Case:
    """The case of which these facts are known, by their paths."""
    sections: dict[str, dict[str, Any]] = {}
    for path, answer in known.items():
        section, _, name = path.rpartition(".")
        sections.setdefault(section, {})[name] = answer
    own = sections.pop("", {})
    kinds = sections_of(Case)
    built = {section: kinds[section](**answers) for section, answers in sections.items()}
    return Case(**built, **own, attestations=attested)


TOPS = tuple(path for path in FACTS if "[]" not in path)


def case(
    draw: Any, read: Sequence[str] = (), attested: Sequence[str] = (), among: Calendar = EVERY_DAY
) -> Case:
    """A case of which some facts are known: of the paths named, or of all facts when none is."""
    tops = [path for path in read if "[]" not in path] or TOPS
    chosen = [path for path in tops if flip(draw)] if len(tops) <= 20 else some(draw, tops, 0, 15)
    known = {path: value(draw, FACTS[path], among) for path in chosen}
    return case_of(known, {provision: attestation(draw, among) for provision in attested if flip(draw)})


cases: Callable[..., st.SearchStrategy[Case]] = st.composite(case)
"""Cases of which some facts are known: of the paths named, or of all facts when none is."""


def with_records_attested(draw: Any, known: Case, keys: Sequence[tuple[str, str]], among: Calendar) -> Case:
    """The case with something attested of some of its records: of provisions, each with a list."""
    found = {}
    for provision, collection in keys:
        for at in range(len(paths.value_at(known, collection) or ())):
            if now_and_then(draw, 3):
                found[paths.attested_for(provision, collection, at)] = attestation(draw, among)
    return attrs.evolve(known, attestations={**known.attestations, **found}) if found else known


# Knowing less


def forgotten(draw: Any, declared: DeclaredFact, known: Any, now: int, zone: periods.TimeZone) -> Any:
    """What may have been known of a fact before `known` was learnt: the same, less, or nothing."""
    if known is None or now_and_then(draw, 4):
        return None
    match declared:
        case Event():
            return less_of_a_time(draw, known, now, zone)
        case Events():
            return tuple(_its_day(draw, at, zone) for at in known)
        case Terms():
            return _fewer_terms(draw, known, declared.vocabulary)
        case Records():
            several = [_less_of_a_record(draw, one, now, zone) for one in known]
            if now_and_then(draw, 3):  # Before some were known, and whether these are all.
                return declared.admit(Partly(one for one in several if flip(draw)))
            return type(known)(several)
        case _:
            return known


def less_of_a_time(draw: Any, known: Any, now: int, zone: periods.TimeZone) -> Any:
    """An instant, its day, several days around that, or that it happened at some time; of days, that it
    happened once they are over.
    """
    if known is None or isinstance(known, Occurrence):
        return known
    if periods.interval(known, zone)[1] <= now and now_and_then(draw, 4):
        return Occurrence.UNDATED
    return _wider(draw, _its_day(draw, known, zone), zone)


def _its_day(draw: Any, known: Any, zone: periods.TimeZone) -> Any:
    if isinstance(known, datetime.datetime) and flip(draw):
        return periods.day_at(periods.instant(known), zone)
    return known


def _wider(draw: Any, known: periods.Dated, zone: periods.TimeZone) -> periods.Dated:
    """The same, or days among which all of its own are."""
    first, last = (periods.day_at(at, zone) for at in periods.interval(known, zone))
    around: list[periods.Dated] = [Span(_days_off(first, -5), _days_off(last, 40)), Span(first, last)]
    around += [Year(first.year)] if first.year == last.year else []
    around += [Month(first.year, first.month)] if (first.year, first.month) == (last.year, last.month) else []
    return pick(draw, around) if now_and_then(draw, 3) else known


def _days_off(day: datetime.date, number: int) -> datetime.date:
    most = datetime.date.max.toordinal()
    return datetime.date.fromordinal(min(max(day.toordinal() + number, 1), most))


def _fewer_terms(draw: Any, known: TermSet[Any], vocabulary: Any) -> TermSet[Any]:
    if flip(draw):
        return known
    out = [term for term in vocabulary if term not in known.yes] if known.no is None else sorted(known.no)
    return TermSet.partial(
        yes=[term for term in sorted(known.yes) if flip(draw)], no=[term for term in out if flip(draw)]
    )


def _less_of_a_record(draw: Any, known: Any, now: int, zone: periods.TimeZone) -> Any:
    several = facts_of(type(known))
    return type(known)(
        **dict.fromkeys(several)
        | {name: forgotten(draw, several[name], answer, now, zone) for name, answer in known.known()}
    )


def less_attested(
    draw: Any, known: Attestation, now: int, zone: periods.TimeZone, *, word_alone: bool = True
) -> Attestation | None:
    """What may have been attested of a duty before `known` was; with `word_alone` also that it is done, on no
    day.
    """
    if now_and_then(draw, 4):
        return None
    if known.days and flip(draw):
        return Attestation(days=[_its_day(draw, at, zone) for at in known.days])
    if not known.is_dated:
        return known
    # That it was done on a day does not say that it was not done again.
    first = known.on if known.on is not None else _first(known.days, zone)
    before = less_of_a_time(draw, first, now, zone)
    if before is Occurrence.UNDATED:
        return Attestation(met=True) if word_alone else None
    return Attestation(met=True, on=before)


def _first(days: Any, zone: periods.TimeZone) -> Any:
    """The first of some days and instants, or the days on one of which it was."""
    lows, highs = zip(*(periods.interval(at, zone) for at in days), strict=True)
    several = [at for at in days if periods.interval(at, zone) == (min(lows), min(highs))]
    if several:
        return several[0]
    return Span(*(periods.day_at(at, zone) for at in (min(lows), min(highs))))


def less(draw: Any, known: Case, now: int, zone: periods.TimeZone, *, word_alone: bool = True) -> Case:
    """A case of which no more is known than of this one, and mostly less. Without `word_alone` no day is
    taken from what is attested done: it was in time by that word, which the day then corrects.
    """
    kept = {path: forgotten(draw, FACTS[path], answer, now, zone) for path, answer in _top_facts(known)}
    attested = {
        name: less_attested(draw, one, now, zone, word_alone=word_alone)
        for name, one in known.attestations.items()
    }
    before = {name: one for name, one in attested.items() if one is not None}
    # What is attested of a record corrects what is of the whole, so that it is known with it.
    for name, said in known.attestations.items():
        record = paths.record_attested(name)
        if record is not None:
            before = {one: word for one, word in before.items() if one != record[0]} | {name: said}
    bare = case_of(kept)
    return case_of(kept, {one: word for one, word in before.items() if _is_there(bare, one)})


def _is_there(known: Case, key: str) -> bool:
    record = paths.record_attested(key)
    return record is None or record[2] < len(paths.value_at(known, record[1]) or ())


def _top_facts(known: Case) -> Iterator[tuple[str, Any]]:
    yield from known.known()
    for section, answers in known.sections():
        for name, answer in answers.known():
            yield f"{section}.{name}", answer
