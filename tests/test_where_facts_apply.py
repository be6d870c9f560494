"""Where a fact applies: what it reads as where it has no meaning, and what is told and asked then."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Iterator
from typing import Any

import pytest
from drawing import SEEDS, Dice, flip, now_and_then, pick
from gates import gated
from hypothesis import given
from learning import contradictions, pair, told
from one_day import AFTER, BEFORE, situation
from random_values import less
from small_policies import agrees, forbidding
from strategies import NOW, random_judged, random_judged_incidents

from aigovkit import periods
from aigovkit.answers import Outcome, Status
from aigovkit.errors import ConditionError
from aigovkit.facts import Boolean, Count, Event, Record, Records, Term, Terms, Text, facts_of
from aigovkit.jurisdictions.san_jose import AI_POLICY
from aigovkit.language.meaning import asked, bounds, holds, listed
from aigovkit.language.nodes import AS_OF, Attested, Day, MeetsCadence, StartOfDay
from aigovkit.models import (
    ASKING,
    FACTS,
    PROCURING,
    Act,
    ActBy,
    ActKind,
    ActOn,
    Agency,
    Attestation,
    Bar,
    BarGround,
    BiometricFunction,
    Case,
    ComputerAct,
    Conduct,
    Connection,
    Contract,
    Data,
    DataElement,
    DataNeed,
    EmotionSignal,
    Incident,
    Procurement,
    Proposal,
    Purpose,
    Resource,
    ResourceKind,
    Retirement,
    Review,
    ReviewKind,
    ReviewResult,
    Safeguards,
    Stage,
    StoragePlace,
    Surveillance,
    SurveillanceTool,
    System,
    Timing,
    Use,
    Vendor,
    VideoKept,
    Violation,
    Whistleblowing,
)
from aigovkit.models.data import HOLDS_OTHERS, OF_ONE_PERSON, ONE_OF_TWO
from aigovkit.periods import Cadence, Month, Occurrence, Period, Span, Year

AI, OURS, VENDOR = System.uses_ai, Use.deployed_by_agency, Vendor.involved
GATES: dict[Any, Any] = {
    Use.stage: AI,
    System.effect_on_decisions: VENDOR | OURS,
    Use.decision_domains: OURS,
    Use.began: AI & ~VENDOR,
    Procurement.public_funds: VENDOR,
    Data.retention: OURS,
    Violation.count: VENDOR,
    Data.inventory_reviews: VENDOR,
    Case.incidents: AI,
    Data.elements: OURS,
    Incident.caused_harm: Incident.involves_ai,
    Incident.discovered: AI,
    DataElement.harm_if_disclosed: DataElement.identifies_person,
    # What says whether one fact has a meaning may have none itself.
    Safeguards.staff_trained: Use.stage.is_in(Stage.PILOT, Stage.PRODUCTION),
}
"""Facts of every kind, and conditions for each."""


@pytest.fixture
def every_kind_gated() -> Iterator[None]:
    """A fact of every kind has a meaning only under some condition."""
    with gated(GATES):
        yield


# The meaning


@given(SEEDS)
def test_compiled_policies_agree_with_the_reference(seed: int) -> None:
    """Facts of every kind that have a meaning under some condition only mean the same compiled."""
    draw = Dice(seed)
    with gated(GATES):
        for _ in range(4):
            made, known, as_of = random_judged(draw)
            zone = made.rulebook.zone
            for case in (known, less(draw, known, periods.end_of(as_of, zone), zone)):
                agrees(made, case, as_of, hypothetical=now_and_then(draw, 4))
        agrees(*random_judged_incidents(draw))


def test_what_is_attested_of_a_record_is_not_of_what_may_be_there() -> None:
    """While it is unknown whether a list has a meaning, none of its records is the one that was attested."""
    with gated({Case.incidents: AI}):
        made = forbidding(Attested("R", Case.incidents), each=Case.incidents)
        case = Case(
            incidents=[Incident(name="the first")],
            attestations={"R": Attestation(met=False), "R[incidents[0]]": Attestation(met=True)},
        )
        for known in (
            case,
            case.with_answer("system.uses_ai", True),
            case.with_answer("system.uses_ai", False),
        ):
            agrees(made, known, NOW)


@given(SEEDS)
def test_learning_more_contradicts_nothing(seed: int) -> None:
    """What holds or fails goes on to do so, whatever is learnt: a fact, its condition, or that they
    contradict each other.
    """
    draw = Dice(seed)
    with gated(GATES):
        for _ in range(15):
            drawn = pair(draw, pick(draw, (1, 2, 3)))
            assert [] == [told(drawn, *one) for one in contradictions(drawn)]


FACE = Use(infers_emotion=None, emotion_signals=[EmotionSignal.FACE])


@pytest.mark.parametrize(
    ("condition", "empty"),
    [
        (Use.emotion_signals.has(EmotionSignal.FACE), False),
        (Use.emotion_signals.has_only(EmotionSignal.FACE), True),
        (Use.emotion_signals.is_empty(), True),
        (Use.biometric_timing.is_(Timing.REAL_TIME), False),
        (Use.biometric_covert, False),
    ],
    ids=repr,
)
def test_where_a_fact_has_no_meaning_it_reads_as_empty(condition: Any, empty: bool) -> None:
    """No word, no term, not so, where what it hangs on is known to fail; unknown while that is unknown."""
    off = Use(biometric_function="none", infers_emotion=False)
    on = Use(biometric_function="identification", infers_emotion=True)
    assert empty is holds(condition, situation(Case(use=off)))
    assert None is holds(condition, situation(Case(use=on)))
    assert None is holds(condition, situation())


def test_a_term_reads_as_the_word_for_nothing() -> None:
    """A vocabulary with the word `none` has it for where the fact has no meaning."""
    with gated({Use.biometric_function: AI}):
        none = Use.biometric_function.is_(BiometricFunction.NONE)
        assert True is holds(none, situation(Case(system=System(uses_ai=False))))
        assert True is holds(none, situation(Case(use=Use(biometric_function="none"))))
        assert None is holds(none, situation(Case(use=Use(biometric_function="identification"))))


def test_what_has_no_meaning_never_happened_and_counts_nothing(every_kind_gated: None) -> None:
    """An event is never, an amount zero, a list empty."""
    off = situation(Case(system=System(uses_ai=False), vendor=Vendor(involved=False)))
    assert (math.inf, math.inf) == bounds(Use.began, off)
    assert (0, 0) == bounds(Procurement.public_funds, off)
    assert () == listed(Case.incidents, off) == listed(Data.inventory_reviews, off)
    kept = MeetsCadence(Data.inventory_reviews, Cadence(Period(days=30)), AS_OF, AS_OF)
    assert True is holds(kept, off)


def test_a_given_fact_is_unknown_while_its_condition_is(every_kind_gated: None) -> None:
    """A value counts once its condition is known to hold; an empty one says the same either way."""
    given = Case(use=Use(began=datetime.date(2026, 3, 2)), incidents=[Incident()])
    assert None is holds(Use.began.happened(), situation(given))
    assert None is listed(Case.incidents, situation(given))
    assert () == listed(Case.incidents, situation(Case(incidents=[])))
    assert None is asked(Case.incidents, situation())
    assert True is asked(System.uses_ai, situation())


# Whole sections


class Engine(Record, path="engine", where=System.uses_ai):
    """A section of no case, all of which has a meaning only where AI is used."""

    hot: Boolean = Boolean("Is it hot?")
    form: Term[Stage] = Term(Stage, "Which?", where=~hot)


def test_a_section_has_one_condition_for_all_its_facts() -> None:
    """Each fact has the condition of its section and its own."""
    assert AI == Engine.hot.where
    assert AI & ~Engine.hot == Engine.form.where


RUNNING = Boolean("Is it running?")


class Pump(Record, path="pump", where=RUNNING):
    """A section of no case, in which stands what all the rest of it hangs on."""

    running: Boolean = RUNNING
    loud: Boolean = Boolean("Is it loud?")


def test_what_a_section_hangs_on_may_stand_in_it() -> None:
    """The facts that the condition speaks of are asked ahead of it."""
    assert (None, RUNNING) == (Pump.running.where, Pump.loud.where)


def test_what_is_no_condition_is_refused() -> None:
    """A time is no condition, and neither is a word."""
    with pytest.raises(ConditionError, match="is not a condition"):
        Boolean("Is it?", where=Use.began)  # type: ignore[arg-type]


# The facts of a case

WATCHES = Case.acts.some(
    Act.by.is_(ActBy.AGENCY) & Act.object.is_in(ActOn.SYSTEM, ActOn.SERVICE, ActOn.DERIVED_INFORMATION)
)
WON = Act.kind.is_in(ActKind.BID, *PROCURING)
COMES_BY = Act.kind.is_in(*PROCURING, ActKind.OBTAIN, ActKind.RENEW)
ASKS = Act.kind.is_in(*ASKING)
KEEPS = Act.kind.is_(ActKind.RETAIN)
DECIDES_BY_MACHINE = Contract.involves_automated_decisions
REPORTED = ~Whistleblowing.reported_to.is_empty()
ON_BODIES = ~Surveillance.biometric_operations.is_empty()


def _each(section: str, names: str, where: Any) -> dict[str, Any]:
    return {f"{section}.{name}": where for name in names.split()}


BEYOND_PILOTS = Use.stage.is_in(Stage.PRODUCTION, Stage.PHASE_OUT, Stage.RETIRED)
ELECTRONIC = (
    StoragePlace.TYPED_CALL_NOTES,
    StoragePlace.WORKSTATION,
    StoragePlace.MOBILE_DEVICE,
    StoragePlace.AGENCY_SERVER,
    StoragePlace.CLOUD,
)
WHERE = {
    "use.biometric_features": ~Use.biometric_function.is_(BiometricFunction.NONE),
    "use.biometric_timing": ~Use.biometric_function.is_(BiometricFunction.NONE),
    "use.biometric_covert": ~Use.biometric_function.is_(BiometricFunction.NONE),
    "use.emotion_signals": Use.infers_emotion,
    "use.employment_subjects": ~Use.employment_decisions.is_empty(),
    "use.sole_factor_in_employment": ~Use.employment_decisions.is_empty(),
    "use.classification_bases": Use.classifies_individuals,
    "acts[].with_whom": COMES_BY | ASKS,
    "acts[].data_broker": COMES_BY,
    "acts[].service_uses_system": Act.object.is_(ActOn.SERVICE),
    **_each("acts[]", "information_identifies existing_data", Act.object.is_(ActOn.DERIVED_INFORMATION)),
    "acts[].orderly_disposal": KEEPS,
    "acts[].kept_to": Act.under_warrant,
    "acts[].outlasts_warrant": KEEPS & Act.under_warrant,
    "acts[].compulsion": ASKS,
    **_each("acts[]", "contract_with new_contract", WON),
    **_each("vendor.bars[]", "violated contract_ended", Bar.ground.is_(BarGround.ALGORITHMIC_DISCRIMINATION)),
    **_each(
        "surveillance",
        "tools capable_functions functions face_matching crime_predictions biometric_operations "
        "social_media_systematic missing_person_or_alert public_building "
        "perimeter_only outside_legal_hook outside_ordinary_process outside_technical_access "
        "outside_other_route",
        WATCHES,
    ),
    **_each("surveillance", "capable_targets general_purpose", ~Surveillance.capable_functions.is_empty()),
    "surveillance.targets": ~Surveillance.functions.is_empty(),
    **_each(
        "surveillance",
        "biometric_at_distance biometric_persistent subjects_know subjects_consent",
        ON_BODIES,
    ),
    **_each(
        "surveillance",
        "social_media_automated social_media_operations social_media_aims",
        Surveillance.social_media_systematic,
    ),
    "surveillance.components_enabled": ~Surveillance.components.is_empty(),
    "surveillance.network_beyond_agency": Surveillance.network_beyond_facility,
    "surveillance.reader_purposes": Surveillance.tools.has(SurveillanceTool.LICENSE_PLATE_READER),
    "surveillance.remote_inputs_are_queries_only": Surveillance.remote_commands_possible,
    "contract.involves_automated_decisions": Vendor.involved,
    **_each(
        "contract",
        "instrument stage with_the_agency affects_residents buys_the_system noncompliant_profits",
        DECIDES_BY_MACHINE,
    ),
    **_each(
        "discrimination",
        "effects unjustified bases intended known_to_contractor primary_use "
        "foreseeable_use laws design_purposes found_by found_classes finding_rebutted",
        DECIDES_BY_MACHINE,
    ),
    **_each("proposal", "ongoing targets_people threats", Use.tracks_individuals),
    **_each("proposal", "same_purpose from_approved_business new_collection", Proposal.renews),
    "proposal.other_images_deleted": ~Proposal.video_kept.is_(VideoKept.NOT_TAKEN),
    "proposal.agreed_by_agency": ~Proposal.shared_with.is_empty(),
    "proposal.response_favourable": ~Proposal.engagement.is_empty(),
    "retirement.resumed": Retirement.halted.happened(),
    **_each(
        "violation",
        "by_third_party breaks_law within_consumer_fraud_act within_civil_rights_act by "
        "willful reckless discriminates",
        Violation.found,
    ),
    "claim.prevailed": Violation.found,
    **_each("whistleblowing", "employer good_faith suspected_violation reported", REPORTED),
    **_each("conduct", "purposes misidentified post_purposes", Conduct.connections.has(Connection.AGENCY)),
    "conduct.personal_use": Conduct.purposes.has(Purpose.PERSONAL, Purpose.PERSONAL_BUSINESS, Purpose.GAMES),
    "conduct.post_says": ~Conduct.post_purposes.is_empty(),
    "conduct.monitoring_authority": Conduct.acts.has(ComputerAct.MONITORED_OTHERS),
    "conduct.probing_authority": Conduct.acts.has(ComputerAct.PROBED),
    "conduct.change_authority": Conduct.acts.has(ComputerAct.CHANGED_TO_BYPASS),
    "resource.counted_as_network_device": Resource.kinds.has(
        ResourceKind.OTHER_SERVER,
        ResourceKind.MOBILE_DEVICE,
        ResourceKind.CLOUD_SERVICE,
        ResourceKind.OTHER,
    ),
    "resource.holders": Resource.agency_asset,
    "resource.network_controls": Resource.connected,
    **_each("incidents[]", "finder_connected helpdesk_mailed in_email instructed", Incident.exposed_pii),
    "incidents[].mail_says": Incident.helpdesk_mailed.happened(),
    "incidents[].subject_exposes": Incident.in_email,
    **_each("reviews[]", "compared_with_people output_acceptable", Review.kind.is_(ReviewKind.PILOT)),
    "data.wider_use_authorized_by": Data.beyond_scope,
    "reviews[].remediated": Review.result.is_(ReviewResult.FAILED),
    **_each("use", "implemented pilot_ended", BEYOND_PILOTS),
    **_each("use", "unfairness_grounds unfairness_remedied", Use.unfairness_found.happened()),
    "data.elements[].contains": DataElement.category.is_in(*HOLDS_OTHERS),
    "data.elements[].joined_with": DataElement.category.is_in(*ONE_OF_TWO)
    | DataElement.contains.has(*ONE_OF_TWO),
    "data.elements[].considered_strategic": ~DataElement.category.is_in(*OF_ONE_PERSON),
    **_each("data.elements[]", "sent recipient recipient_confirmed", DataElement.sent_outside_agency),
    "data.elements[].leak_stopped": DataElement.leak_found.happened(),
    "data.elements[].storage": DataElement.kept_as.has(*ELECTRONIC),
    "data.elements[].need_decided": ~DataElement.need.is_(DataNeed.UNDECIDED),
}


def test_the_facts_of_a_case_that_have_a_condition_are_these() -> None:
    """A fact has a meaning everywhere unless it is listed here, so that none is silenced by the way."""
    assert WHERE == {path: fact.where for path, fact in FACTS.items() if fact.where is not None}


def test_a_place_may_have_a_condition_too() -> None:
    """Where it has no meaning the agency is of no place."""
    with gated({Agency.place: VENDOR}):
        here = Agency.place.within("us-az")
        off = Case(agency=Agency(place="us-az"), vendor=Vendor(involved=False))
        assert False is holds(here, situation(off))
        assert None is holds(here, situation(Case(agency=Agency(place="us-az"))))
        assert Outcome.NO_OBJECTION is forbidding(here).evaluate(off, as_of=NOW).outcome


# What is told


def test_a_fact_given_where_it_has_no_meaning_is_told() -> None:
    """A contradiction names both facts, in the answer, its text, its page and its JSON, and settles
    nothing by the fact.
    """
    case = Case(use=Use(infers_emotion=False, emotion_signals=[EmotionSignal.FACE], biometric_covert=True))
    result = AI_POLICY.evaluate(case, as_of=NOW)
    (one,) = result.contradictions
    assert ("use.emotion_signals", "face", ("use.infers_emotion is no",)) == (
        one.fact,
        one.value,
        one.against,
    )
    text = str(result)
    assert "use.emotion_signals is given as face" in text
    assert "yet use.infers_emotion is no" in text
    assert [{"fact": one.fact, "value": one.value, "against": list(one.against)}] == json.loads(
        result.to_json()
    )["contradictions"]
    assert "use.emotion_signals" in result._repr_html_()
    assert Status.NOT_APPLICABLE is result.finding("SJ-AI-PROHIBIT-2").status


def test_records_and_numbers_that_contradict_are_told_too(every_kind_gated: None) -> None:
    """Each record by its number, a list by how many it has, an amount by what it is; not what is empty."""
    case = Case(
        system=System(uses_ai=True),
        vendor=Vendor(involved=False),
        use=Use(deployed_by_agency=False),
        procurement=Procurement(public_funds=2),
        violation=Violation(count=0),
        data=Data(elements=[DataElement(), DataElement()], inventory_reviews=[]),
        incidents=[
            Incident(involves_ai=True, caused_harm=True),
            Incident(involves_ai=False, caused_harm=True),
        ],
    )
    found = forbidding(System.uses_ai).evaluate(case, as_of=NOW).contradictions
    assert {
        "procurement.public_funds": "$2",
        "data.elements": "2 records",
        "incidents[1].caused_harm": "yes",
    } == {one.fact: one.value for one in found}


def test_nothing_is_told_of_a_case_that_agrees_with_itself() -> None:
    """What is given where it has a meaning, or may have one, contradicts nothing."""
    for emotion in (True, None):
        case = Case(use=Use(infers_emotion=emotion, emotion_signals=[EmotionSignal.FACE]))
        assert () == AI_POLICY.evaluate(case, as_of=NOW).contradictions


# What is asked


BANNED = forbidding(Use.emotion_signals.has(EmotionSignal.FACE))


def test_the_condition_of_a_fact_is_asked_ahead_of_it() -> None:
    """What a finding hangs on begins with what says whether the fact has a meaning."""
    result = BANNED.evaluate(Case(), as_of=NOW)
    assert ("use.infers_emotion", "use.emotion_signals") == result.findings[0].unknown
    assert {"use.infers_emotion", "use.emotion_signals"} == {one.fact for one in result.questions}


def test_what_has_no_meaning_is_not_asked() -> None:
    """Where no emotion is inferred nobody is asked from what, and the reason is told."""
    result = BANNED.evaluate(Case(use=Use(infers_emotion=False)), as_of=NOW)
    assert Outcome.NO_OBJECTION is result.outcome
    assert () == result.questions == result.findings[0].unknown
    assert ("use.infers_emotion is no",) == result.findings[0].because


def test_a_known_fact_is_not_asked_again_for_its_condition() -> None:
    """Only the condition is asked of a fact that is known."""
    result = BANNED.evaluate(Case(use=Use(emotion_signals=[EmotionSignal.FACE])), as_of=NOW)
    assert ("use.infers_emotion",) == result.findings[0].unknown
    assert ["use.infers_emotion"] == [one.fact for one in result.questions]


@pytest.mark.parametrize(
    "known",
    [Occurrence.UNDATED, Year(2026), Month(2026, 3), Span(BEFORE, AFTER), AFTER, None],
    ids=str,
)
def test_what_is_known_in_part_is_asked_with_its_condition(known: Any) -> None:
    """A time of which more can be learnt is asked beside what says whether it has a meaning, and alone once
    that is known.
    """
    with gated({Use.began: AI}):
        made = forbidding(Use.began.before(StartOfDay(Day(AFTER)).plus("PT12H")))
        open_ = made.evaluate(Case(use=Use(began=known)), as_of=NOW)
        assert ("system.uses_ai", "use.began") == open_.findings[0].unknown
        alone = made.evaluate(Case(system=System(uses_ai=True), use=Use(began=known)), as_of=NOW)
        assert ("use.began",) == alone.findings[0].unknown
        assert ["use.began"] == [question.fact for question in alone.questions]


def test_what_is_known_in_full_is_not_asked_with_its_condition() -> None:
    """Of an instant, and of what never came, nothing more can be learnt."""
    with gated({Use.began: AI}):
        made = forbidding(Use.began.before(AS_OF))
        at = datetime.datetime(2026, 3, 1, 9, tzinfo=datetime.UTC)
        result = made.evaluate(Case(use=Use(began=at)), as_of=NOW)
        assert ("system.uses_ai",) == result.findings[0].unknown
        assert Outcome.NO_OBJECTION is made.evaluate(Case(use=Use(began=Occurrence.NEVER)), as_of=NOW).outcome


def test_a_list_without_a_meaning_is_the_reason_by_its_condition(every_kind_gated: None) -> None:
    """That some record does something fails since there is no list to have it."""
    made = forbidding(Case.incidents.some(Incident.involves_ai))
    result = made.evaluate(Case(system=System(uses_ai=False)), as_of=NOW)
    assert ("system.uses_ai is no",) == result.findings[0].because
    assert ("system.uses_ai", "incidents") == made.evaluate(Case(), as_of=NOW).findings[0].unknown


def test_the_facts_that_a_policy_reads_include_the_conditions() -> None:
    """A policy that asks from which signals reads whether an emotion is inferred."""
    (rule,) = BANNED.rules
    assert ("use.emotion_signals", "use.infers_emotion") == BANNED.rulebook.facts_used[rule.id]


def test_a_witness_answers_the_condition_of_a_set_of_words_first() -> None:
    """A rule that asks only for a word has a witness in which the word has a meaning, and a neighbour."""
    (rule,) = BANNED.rules
    witness = BANNED.witness(rule.id, as_of=NOW)
    assert witness is not None
    assert witness.applies.use.infers_emotion is True
    assert witness.does_not is not None


# Gates at random

ORDERED = tuple(
    fact for path, fact in FACTS.items() if "[]" not in path and not isinstance(fact, Text | Records)
)
"""Facts in one order: the gate of each speaks of facts before it, so that gates never go in a circle."""


def _gate(draw: Any, before: tuple[Any, ...]) -> Any:
    """A condition over some of the facts that may be a gate."""
    tests = []
    for _ in range(pick(draw, (1, 1, 2))):
        match pick(draw, before):
            case Boolean() as fact:
                tests.append(fact if flip(draw) else ~fact)
            case Term() as fact:
                test = fact.is_(pick(draw, fact.words))
                tests.append(test if flip(draw) else ~test)
            case Terms() as fact:
                tests.append(~fact.is_empty() if flip(draw) else fact.has(pick(draw, fact.words)))
            case Event() as fact:
                tests.append(fact.happened())
            case fact:
                tests.append(fact >= 1)
    one, *others = tests
    return one if not others else (one & others[0] if flip(draw) else one | others[0])


def random_gates(draw: Any) -> dict[Any, Any]:
    """Gates of facts, of whole sections, of lists and of facts of records, gates of gates among them."""
    askable = tuple(one for one in ORDERED if isinstance(one, Boolean | Term | Terms | Event | Count))
    # Those that facts have anyhow would go in a circle with these.
    found: dict[Any, Any] = {one: None for one in FACTS.values() if one.where is not None}
    for _ in range(pick(draw, (2, 4, 8))):
        at = pick(draw, range(3, len(askable)))
        found[askable[at]] = _gate(draw, askable[:at])
    # A section as a whole: each of its facts by one gate over what stands ahead of them all.
    section = pick(draw, askable[20:]).record
    first = next(at for at, one in enumerate(askable) if one.record is section)
    if first >= 3:
        gate = _gate(draw, askable[:first])
        found |= {one: gate for one in askable if one.record is section}
    for collection in (Case.incidents, Data.elements):
        if flip(draw):
            # No gate of what stands ahead speaks of a list.
            found[collection] = _gate(draw, askable)
            inside = [one for one in facts_of(collection.record_type).values() if isinstance(one, Boolean)]
            found[inside[-1]] = inside[0] if flip(draw) else _gate(draw, askable) | inside[0]
    return found


@given(SEEDS)
def test_learning_contradicts_nothing_whatever_the_gates(seed: int) -> None:
    """Facts, sections, lists and facts of records may hang on whatever they like, gates of gates included:
    learning one never contradicts what was settled, and the compiled form says the same.
    """
    draw = Dice(seed)
    with gated(random_gates(draw)):
        for _ in range(8):
            drawn = pair(draw, pick(draw, (1, 2, 3)))
            assert [] == [told(drawn, *one) for one in contradictions(drawn)]
        made, known, as_of = random_judged(draw)
        zone = made.rulebook.zone
        for case in (known, less(draw, known, periods.end_of(as_of, zone), zone)):
            agrees(made, case, as_of)
