"""Policies: the rules of one source with its settings, alone or several together."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from aigovkit import jurisdictions, paths
from aigovkit.answers import Classified, Suggestion
from aigovkit.citations import Source
from aigovkit.engine.joint_settings import JointSettings
from aigovkit.engine.places import is_nearly_beside, with_those_above
from aigovkit.engine.rulebook import ACCEPTED, Rulebook
from aigovkit.engine.settings import Settings, end_of
from aigovkit.errors import (
    FactValueError,
    InputError,
    PolicyError,
    Problem,
    UnknownNameError,
    shown,
)
from aigovkit.evaluation import Evaluation
from aigovkit.joint import JointEvaluation
from aigovkit.language.nodes import ALWAYS
from aigovkit.models.agency import Agency
from aigovkit.models.agency_file import AgencyFile
from aigovkit.models.case import Case
from aigovkit.models.data import Data, DataClass, DataElement
from aigovkit.periods import Moment
from aigovkit.plugins import Collection
from aigovkit.rules import Definition, Entry
from aigovkit.rules.builders import builder
from aigovkit.rules.checks import Accepted
from aigovkit.rules.kinds import Joinable

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from aigovkit.engine.witnesses import Witness

ENTRY_POINTS = "aigovkit.policies"
"""The entry-point group under which other packages add policies: each names a Policy."""

PENDING = 8
"""How many batches wait at an executor at a time."""

BATCH = 500
"""How many cases are judged in one batch."""


def _listed(name: str) -> Accepted:
    """What an option accepts that is any iterable: what is no list yet is looked at once it is one."""
    fits = ACCEPTED[name].fits
    return ACCEPTED[name]._replace(
        fits=lambda value: (
            fits(tuple(value)) if isinstance(value, list | tuple) else isinstance(value, Iterable)
        )
    )


@attrs.frozen(slots=False)
class Policy(Settings):
    """The rules of one source with its settings, ready to evaluate cases. Put together with `policy`.

    `read` chooses readings and `given` sets parameters; each gives another policy
    that shares the compiled rules. `&` joins policies.

    >>> from datetime import date
    >>> from aigovkit.jurisdictions import san_jose
    >>> san_jose.AI_POLICY.evaluate(Case(), as_of=date(2026, 3, 2)).at_most
    <Outcome.PROHIBITED: 4>

    .. versionadded:: 0.1.0
    """

    def evaluate(
        self,
        case: Case,
        *,
        as_of: Moment,
        hypothetical: bool = False,
        agency_file: AgencyFile | None = None,
    ) -> Evaluation:
        """What the policy says of a case at a time.

        `as_of` is a day, which stands for its end in the policy's time zone, or an
        instant with a zone. Nothing is read from a clock. With `hypothetical`
        everything is taken as in force. An agency file says what holds in all cases
        of the agency; the case's own word goes before it. Raises InputError for what is
        no Case or no AgencyFile, InstantError for what is no time.
        """
        if type(case) is not Case:
            raise _no_case(case)
        agency = None
        if agency_file is not None:
            agency, case = (agency_file, case), _completed(case, agency_file)
        compiled, zone, readings, parameters = self._ready or self.ready()
        # As `compiled.instant` does: a call would be one twentieth of a short evaluation.
        known, now = compiled.last
        if known is not as_of:
            now = end_of(as_of, zone)
            compiled.last = (as_of, now)
        range_ = compiled.program.outcome(case, now, zone, readings, parameters, hypothetical)
        return Evaluation(self, case, as_of, range_, hypothetical, agency)

    def evaluate_many(
        self,
        cases: Iterable[Case],
        *,
        as_of: Moment,
        executor: Executor | None = None,
        agency_file: AgencyFile | None = None,
    ) -> Iterator[Evaluation]:
        """The evaluations of many cases, one by one as they are asked for.

        With an executor of `concurrent.futures`, or one that acts like it, they
        are worked out there in batches, and come in the order of the cases.
        """
        yield from _many(self, cases, as_of, executor, agency_file)

    def witness(self, provision: str, *, as_of: Moment) -> Witness | None:
        """A case in which a rule applies, and a neighbour one fact away in which it does not; None when none
        was found. Raises UnknownNameError when no rule has that id.
        """
        from aigovkit.engine.witnesses import find_witness

        return find_witness(self, provision, as_of)

    def classify(
        self, element: DataElement, *, as_of: Moment, agency_file: AgencyFile | None = None
    ) -> Classified:
        """Every class of one data element, with why and by which law: as in a case in which it stands alone.

        Of the agency it is taken that it belongs to the place of the policy. Raises InputError for what is
        no DataElement, and for one with a fact that has no meaning beside its others, since no class
        would show it. Where the policy sorts no data the element is in no class.

        >>> from datetime import date
        >>> from aigovkit.jurisdictions import san_jose
        >>> san_jose.AI_POLICY.classify(DataElement(name="faces"), as_of=date(2026, 3, 2)).classes
        ()
        """
        if type(element) is not DataElement:
            wrong = Problem("$", shown(element), "a policy sorts a `DataElement`")
            raise InputError("the data element", [wrong])
        agency = Agency(place=self.rulebook.place) if self.rulebook.place else Agency()
        case = Case(agency=agency, data=Data(elements=[element]))
        result = self.evaluate(case, as_of=as_of, agency_file=agency_file)
        if result.contradictions:
            senseless = [
                Problem(f"$.{one.fact}", shown(one.value), f"nothing here, since {' and '.join(one.against)}")
                for one in result.contradictions
            ]
            raise InputError("the data element", senseless)
        found = result.classified
        return found[0] if found else Classified(element.name or paths.of_record(Data.elements.path, 0), ())

    def suggest_classes(self, columns: Iterable[str], *, as_of: Moment) -> tuple[Suggestion, ...]:
        """What the names of a table's columns suggest of the data in them, and the classes that would have.

        Each name has one suggestion, in their order. A name is no proof: suggestions are
        for a person to look at, and no evaluation reads one.

        >>> from datetime import date
        >>> from aigovkit.jurisdictions import san_jose
        >>> for suggestion in san_jose.AI_POLICY.suggest_classes(["ssn", "x17"], as_of=date(2026, 3, 2)):
        ...     print(suggestion)
        ssn: suggests Social Security number
        x17: suggests nothing known
        """
        return _suggested(self, columns, as_of)

    def __and__(self, other: Policy | PolicySet) -> PolicySet:
        return PolicySet.of(self, other)


@builder(
    accepted={
        **ACCEPTED,
        "entries": _listed("entries"),
        "notes": _listed("notes"),
        "class_order": _listed("class_order"),
    }
)
def policy(
    id: str,
    source: Source,
    *,
    time_zone: str,
    entries: Iterable[Entry],
    scope: Joinable = ALWAYS,
    place: str = "",
    notes: Iterable[str] = (),
    papers: str | Iterable[Any] = (),
    precedents: str | Iterable[Any] = (),
    class_order: Iterable[DataClass] = (),
) -> Policy:
    """Put a policy together from its entries, in the order of the document.

    `time_zone` is the IANA name of the zone in which its days begin and end.
    `scope` says what it covers at all. With a `place`, such as `us-ca/san-jose`, it
    reaches no agency of another place, and each rule has that among its conditions.
    `class_order` ranks the classes of data, from the mildest to the strictest, where the
    text does. `papers` are the papers the text asks for, or `module:name` where they stand, so
    that they load when first asked for. `precedents` are the bases of decided cases (`PrecedentBase`) that
    belong to it, in the same way.
    Raises PolicyError when the entries do not fit.

    >>> from aigovkit.rules import prohibition
    >>> from aigovkit.models import Use
    >>> order = Source("Order", issuer="Ruritania")
    >>> ban = prohibition("RUR-1", order.at("1"), "Nobody is tracked.", when=Use.tracks_individuals)
    >>> policy("rur/order", order, time_zone="Europe/Vienna", entries=[ban]).id
    'rur/order'

    .. versionadded:: 0.1.0
    """
    covers = scope.condition if isinstance(scope, Definition) else scope
    rulebook = Rulebook(
        id=id,
        source=source,
        entries=entries,
        scope=covers,
        place=place,
        time_zone=time_zone,
        notes=notes,
        papers=papers if isinstance(papers, str) else tuple(papers),
        precedents=precedents if isinstance(precedents, str) else tuple(precedents),
        class_order=list(class_order) if isinstance(class_order, Iterable) else class_order,
    )
    return Policy(rulebook)


@attrs.frozen(slots=False)
class PolicySet(JointSettings):
    """Several policies, each policy with its settings once, in one order. Made by `&`.

    Joining is commutative, associative and idempotent. A set has every member of a
    policy: see `JointSettings` for what each means of several.

    >>> from aigovkit.jurisdictions import san_jose
    >>> policy = san_jose.AI_POLICY
    >>> other = policy.read(biometric_identification="disjunctive")
    >>> both = policy & other
    >>> both == other & policy & policy
    True
    >>> both.read(biometric_identification="disjunctive").policies == (other,)
    True

    .. versionadded:: 0.1.0
    """

    policies: tuple[Policy, ...]

    @classmethod
    def of(cls, *members: Policy | PolicySet) -> PolicySet:
        """Join policies and sets of them; one that stands there twice with the same settings is one.

        Raises PolicyError when two different policies share an id.
        """
        return cls.together(
            one
            for member in members
            for one in (member.policies if isinstance(member, PolicySet) else (member,))
        )

    def __and__(self, other: Policy | PolicySet) -> PolicySet:
        return PolicySet.of(self, other)

    def __iter__(self) -> Iterator[Policy]:
        return iter(self.policies)

    def evaluate(
        self,
        case: Case,
        *,
        as_of: Moment,
        hypothetical: bool = False,
        agency_file: AgencyFile | None = None,
    ) -> JointEvaluation:
        """What the policies say of a case at a time: the strictest, with every member visible.

        Raises PolicyError when the set is empty.
        """
        if not self.policies:
            raise PolicyError("a set of no policies says nothing; join at least one")
        if type(case) is not Case:
            raise _no_case(case)
        agency = None
        if agency_file is not None:  # Joined to the case once, for all of them.
            agency, case = (agency_file, case), _completed(case, agency_file)
        judged = []
        for one in self.policies:  # As `Policy.evaluate` does, without a call for each.
            compiled, zone, readings, parameters = one._ready or one.ready()
            known, now = compiled.last
            if known is not as_of:
                now = end_of(as_of, zone)
                compiled.last = (as_of, now)
            range_ = compiled.program.outcome(case, now, zone, readings, parameters, hypothetical)
            judged.append(Evaluation(one, case, as_of, range_, hypothetical, agency))
        return JointEvaluation(tuple(judged), self)

    def evaluate_many(
        self,
        cases: Iterable[Case],
        *,
        as_of: Moment,
        executor: Executor | None = None,
        agency_file: AgencyFile | None = None,
    ) -> Iterator[JointEvaluation]:
        """The evaluations of many cases, one by one as they are asked for, with an executor in batches."""
        yield from _many(self, cases, as_of, executor, agency_file)

    def witness(self, provision: str, *, as_of: Moment) -> Witness | None:
        """The witness of a rule in the policy that has it.

        Raises UnknownNameError when no rule has that id, PolicyError where several policies have one.
        """
        name = self.policy_of(provision)
        return self.policies[self.names.index(name)].witness(provision, as_of=as_of)

    def classify(
        self, element: DataElement, *, as_of: Moment, agency_file: AgencyFile | None = None
    ) -> Classified:
        """Every class of one data element by any of the policies, as in a case in which it stands alone.

        Each policy takes the agency to be of its own place. Raises InputError for what is no DataElement,
        PolicyError when the set is empty.
        """
        if not self.policies:
            raise PolicyError("a set of no policies says nothing; join at least one")
        several = [one.classify(element, as_of=as_of, agency_file=agency_file) for one in self.policies]
        return Classified.of_several(several)

    def suggest_classes(self, columns: Iterable[str], *, as_of: Moment) -> tuple[Suggestion, ...]:
        """What the names of a table's columns suggest, with the classes by any of the policies."""
        return _suggested(self, columns, as_of)


def _suggested(one: Policy | PolicySet, columns: Iterable[str], as_of: Moment) -> tuple[Suggestion, ...]:
    from aigovkit.models.columns import suggest_categories

    several = isinstance(columns, Iterable) and not isinstance(columns, str | bytes)
    names = tuple(columns) if several else ()
    wrong = [
        Problem(f"$[{number}]", shown(name), "the name of a column")
        for number, name in enumerate(names)
        if not isinstance(name, str)
    ]
    if not several:
        wrong = [Problem("$", shown(columns), "a list of the names of columns")]
    if wrong:
        raise InputError("the columns", wrong)
    return tuple(
        Suggestion(
            column,
            categories,
            tuple(one.classify(DataElement(name=column, category=each), as_of=as_of) for each in categories),
        )
        for column in names
        for categories in (suggest_categories(column),)
    )


def _no_case(given: object) -> InputError:
    wrong = Problem("$", shown(given), "a policy evaluates a `Case`", "read JSON with `Case.load`")
    return InputError("the case", [wrong])


def _completed(case: Case, agency_file: AgencyFile) -> Case:
    """The case with what an agency file says besides; InputError for what is none."""
    if type(agency_file) is not AgencyFile:
        wrong = Problem("$", shown(agency_file), "takes an `AgencyFile`", "read JSON with `AgencyFile.load`")
        raise InputError("the agency file", [wrong])
    return agency_file.completed(case)


def _many(
    one: Any,
    cases: Iterable[Case],
    as_of: Moment,
    executor: Executor | None,
    agency_file: AgencyFile | None,
) -> Iterator[Any]:
    if executor is None:
        for case in cases:
            yield one.evaluate(case, as_of=as_of, agency_file=agency_file)
        return
    from itertools import islice

    source = iter(cases)
    pending: list[Any] = []
    while True:
        while len(pending) < PENDING and (batch := tuple(islice(source, BATCH))):
            pending.append(executor.submit(_evaluate_batch, one, batch, as_of, agency_file))
        if not pending:
            return
        yield from pending.pop(0).result()


def _evaluate_batch(
    one: Any, cases: tuple[Case, ...], as_of: Moment, agency_file: AgencyFile | None
) -> list[Any]:
    return [one.evaluate(case, as_of=as_of, agency_file=agency_file) for case in cases]


# Finding policies by their ids.


def _built_in() -> Mapping[str, str]:
    return jurisdictions.POLICIES


_POLICIES = Collection(Policy, ENTRY_POINTS, _built_in)


def find_policies() -> tuple[dict[str, Policy], dict[str, str]]:
    """Every policy that can be loaded, by id, and what is wrong with those of other packages that cannot.

    >>> found, broken = find_policies()
    >>> "us-ca/san-jose/ai-policy" in found
    True

    .. versionadded:: 0.1.0
    """
    return _POLICIES.find_all()


def find_policy(id: str) -> Policy:
    """The policy of that id; UnknownNameError with a suggestion when there is none.

    >>> find_policy("us-ca/san-jose/ai-policy").title
    'San José AI Policy 1.7.12'

    .. versionadded:: 0.1.0
    """
    return _POLICIES.find(id)


def find_reaching(place: str | Case) -> tuple[dict[str, Policy], dict[str, str]]:
    """The policies that `reaching` puts together, by id, and what is wrong with those of other packages that
    cannot be loaded, of whatever place they may be.

    .. versionadded:: 0.1.0
    """
    where = _place(place)
    above = with_those_above(where)
    others, broken = _POLICIES.others()
    own = {name: find_policy(name) for name in jurisdictions.POLICIES if _place_of(name) in above}
    found = own | {one.id: one for one in others.values() if not one.place or one.place in above}
    places = {*map(_place_of, jurisdictions.POLICIES), *(one.place for one in others.values())} - {""}
    if places.isdisjoint(above) or (where not in places and is_nearly_beside(where, places)):
        raise UnknownNameError("place with a policy", where, sorted(places))
    return found, broken


def reaching(place: str | Case) -> PolicySet:
    """The policies that reach an agency of a place, together: those of the place itself, of every place it
    lies in, and of no place in particular.

    `place` is a path from the state down, or a case, of which it is that of the agency. Policies of
    other places that come with the kit do not load for it. What cannot be loaded of another package is
    told in a warning. Raises InputError for what is no place and for a case that gives none;
    UnknownNameError where no policy is known of the place or of one it lies in, and where the place has
    none of its own and is spelt nearly as one beside it that has: `&` joins whichever are meant.

    >>> [one.id for one in reaching("us-ca/san-jose")]
    ['us-ca/san-jose/ai-policy', 'us-ca/san-jose/privacy-precedents']
    >>> [one.id for one in reaching("us-az/phoenix")]
    ['us-az/digital-bill-of-rights']
    >>> reaching("us-ca/san-josse")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    aigovkit.errors.UnknownNameError: unknown place with a policy `us-ca/san-josse`; did you mean ...

    .. versionadded:: 0.1.0
    """
    found, broken = find_reaching(place)
    for name, what in broken.items():
        warnings.warn(f"`{name}` of another package cannot be used: {what}", stacklevel=2)
    return PolicySet.of(*found.values())


def _place(given: str | Case) -> str:
    """A place as a path; InputError for what is none."""
    path, value = ("$.agency.place", given.agency.place) if isinstance(given, Case) else ("$", given)
    try:
        return Agency.place.admit(value)
    except FactValueError as error:
        found = "" if value is None else shown(value)
        hint = "say which government the agency is part of" if value is None else ""
        raise InputError("the place", [Problem(path, found, f"takes {error.expected}", hint)]) from None


def _place_of(id: str) -> str:
    """The place of a policy of the kit, by its id."""
    return id.rpartition("/")[0]
