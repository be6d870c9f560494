"""Surveillance: what watches whom, what is done with it, and how little it keeps."""

from __future__ import annotations

from aigovkit.facts import Boolean, Count, Duration, KnownBy, Record, Terms
from aigovkit.models.acts import ACTS, Act, ActBy, ActOn
from aigovkit.models.vocabulary import (
    AnalyticComponent,
    BiometricOperation,
    CrimePrediction,
    PlateReaderPurpose,
    SocialMediaAim,
    SocialMediaOperation,
    SurveillanceAim,
    SurveillanceFunction,
    SurveillanceTool,
)


class Surveillance(Record, path="surveillance", changeable=True, known_by=KnownBy.AGENCY):
    """What a system can watch, and does watch: the one that the agency acts on, or somebody else's.

    .. versionadded:: 0.1.0
    """

    # What decides and can watch nobody is none of this.
    _WATCHES = ACTS.some(
        Act.by.is_(ActBy.AGENCY) & Act.object.is_in(ActOn.SYSTEM, ActOn.SERVICE, ActOn.DERIVED_INFORMATION)
    )
    tools: Terms[SurveillanceTool] = Terms(
        SurveillanceTool,
        "Is the system one of these kinds of tool?",
        changeable=False,
        known_by=KnownBy.VENDOR,
        where=_WATCHES,
    )
    capable_functions: Terms[SurveillanceFunction] = Terms(
        SurveillanceFunction,
        "What can the system do to a person or group, used or not?",
        known_by=KnownBy.VENDOR,
        where=_WATCHES,
    )
    capable_targets: Terms[SurveillanceAim] = Terms(
        SurveillanceAim,
        "What about a person or group can the system reach?",
        known_by=KnownBy.VENDOR,
        where=~capable_functions.is_empty(),
    )
    functions: Terms[SurveillanceFunction] = Terms(
        SurveillanceFunction, "What is actually done to a person or group?", where=_WATCHES
    )
    targets: Terms[SurveillanceAim] = Terms(
        SurveillanceAim, "What about a person or group is actually reached?", where=~functions.is_empty()
    )
    general_purpose: Boolean = Boolean(
        "Is the system's power to watch incidental to a general-purpose product, such as a laptop or a "
        "telephone?",
        changeable=False,
        where=~capable_functions.is_empty(),
    )
    face_matching: Boolean = Boolean(
        "Does an automated or semi-automated process help identify or verify a person from the face?",
        known_by=KnownBy.VENDOR,
        where=_WATCHES,
    )
    uses_historical_data: Boolean = Boolean("Does the system draw on historical data?")
    crime_predictions: Terms[CrimePrediction] = Terms(
        CrimePrediction, "What about crime does the system try to predict or infer?", where=_WATCHES
    )
    biometric_operations: Terms[BiometricOperation] = Terms(
        BiometricOperation,
        "What can the system do with biometric data of any kind?",
        known_by=KnownBy.VENDOR,
        where=_WATCHES,
    )
    biometric_at_distance: Boolean = Boolean(
        "Can the system take biometric data from people at a distance?",
        where=~biometric_operations.is_empty(),
    )
    biometric_persistent: Boolean = Boolean(
        "Can the system take biometric data in a persistent or ongoing manner?",
        where=~biometric_operations.is_empty(),
    )
    subjects_know: Boolean = Boolean(
        "Do the people whose biometric data is taken know of it at that moment, or would they?",
        where=~biometric_operations.is_empty(),
    )
    subjects_consent: Boolean = Boolean(
        "Do the people whose biometric data is taken consent to it, or would they have to?",
        changeable=False,
        where=~biometric_operations.is_empty(),
    )
    social_media_systematic: Boolean = Boolean(
        "Is data from social media platforms worked through systematically?", where=_WATCHES
    )
    social_media_automated: Boolean = Boolean(
        "Is social media watched by automated means?", where=social_media_systematic
    )
    social_media_operations: Terms[SocialMediaOperation] = Terms(
        SocialMediaOperation, "What is done with the data from social media?", where=social_media_systematic
    )
    social_media_aims: Terms[SocialMediaAim] = Terms(
        SocialMediaAim, "What is social media watched for?", where=social_media_systematic
    )
    components: Terms[AnalyticComponent] = Terms(
        AnalyticComponent,
        "Which analytics are built into the product, enabled or dormant?",
        known_by=KnownBy.VENDOR,
    )
    components_enabled: Terms[AnalyticComponent] = Terms(
        AnalyticComponent,
        "Which of the system's components for watching are switched on?",
        where=~components.is_empty(),
    )
    network_beyond_facility: Boolean = Boolean(
        "Is the system connected to any network beyond the facility's own closed network?"
    )
    network_beyond_agency: Boolean = Boolean(
        "Is the system connected to a network outside the agency's control?", where=network_beyond_facility
    )

    reader_purposes: Terms[PlateReaderPurpose] = Terms(
        PlateReaderPurpose,
        "For what is the plate reader, or its data, used? List every purpose.",
        where=tools.has(SurveillanceTool.LICENSE_PLATE_READER),
    )
    reader_identifies_vehicles: Boolean = Boolean(
        "Is the plate reader used for nothing but identifying vehicles associated with its purpose?"
    )
    investigation_specific_and_active: Boolean = Boolean(
        "Is there a law enforcement investigation that is specific, and active now?", changeable=False
    )
    missing_person_or_alert: Boolean = Boolean(
        "Is the surveillance done for an AMBER alert or a missing-person investigation?",
        changeable=False,
        where=_WATCHES,
    )
    public_building: Boolean = Boolean(
        "Is the place a public building or facility?", changeable=False, where=_WATCHES
    )
    perimeter_only: Boolean = Boolean(
        "Is the system used for nothing but documenting and securing the physical perimeter?", where=_WATCHES
    )

    outside_legal_hook: Boolean = Boolean(
        "Could someone the rules do not bind compel data, functions or control from the system, by a "
        "specific legal route?",
        "A statute, contract, licence or data-sharing term, or a jurisdiction over the host or vendor. That "
        "courts can order anything of "
        "anyone is not such a route.",
        known_by=KnownBy.DOCUMENT,
        where=_WATCHES,
    )
    outside_ordinary_process: Boolean = Boolean(
        "Could ordinary process, such as a subpoena to the host, reach the system's data?",
        known_by=KnownBy.VENDOR,
        where=_WATCHES,
    )
    outside_technical_access: Boolean = Boolean(
        "Could someone the rules do not bind technically reach the system's data, functions or control?",
        known_by=KnownBy.VENDOR,
        where=_WATCHES,
    )
    outside_other_route: Boolean = Boolean(
        "Is there any other specific route by which someone the rules do not bind could obtain the "
        "system's data, functions or control?",
        "An existing route, not that any vendor may one day be sold.",
        known_by=KnownBy.VENDOR,
        where=_WATCHES,
    )
    presumption_rebutted: Boolean = Boolean(
        "Does evidence on file rebut a presumption that others can commandeer the system?",
        changeable=False,
        known_by=KnownBy.DOCUMENT,
    )
    remote_others_are_state_agencies: Boolean = Boolean(
        "Are all those who could act on the system from afar agencies of the state, bound by the rules?"
    )
    remote_commands_possible: Boolean = Boolean(
        "Can the system take commands or updates without an authorised person of the agency physically "
        "on site?",
        known_by=KnownBy.VENDOR,
    )
    remote_inputs_are_queries_only: Boolean = Boolean(
        "Are authorised queries the only input that the system can take from afar?",
        known_by=KnownBy.VENDOR,
        where=remote_commands_possible,
    )


class Minimization(Record, path="minimization", changeable=True, known_by=KnownBy.VENDOR):
    """How a system is set up to take and keep as little as it can.

    .. versionadded:: 0.1.0
    """

    to_the_extent_feasible: Boolean = Boolean(
        "Is the system set up, as far as technically feasible, not to take or keep irrelevant data?"
    )
    has_search_parameters: Boolean = Boolean("Are there search parameters, or a query, that data can match?")
    immediate_deletion_feasible: Boolean = Boolean(
        "Is it technically feasible to discard at once what does not match?", changeable=False
    )
    discards_immediately: Boolean = Boolean(
        "Is what does not match discarded, deleted or kept from being recorded, automatically and at once?"
    )
    positive_match_possible: Boolean = Boolean(
        "Is it technically possible for the system to work on positive matches only?", changeable=False
    )
    positive_match_only: Boolean = Boolean("Does the system keep nothing about people who do not match?")
    matches_in_real_time: Boolean = Boolean("Does the system check for a match in real time?")
    queries: Count = Count("Against how many queries is data checked at once?", known_by=KnownBy.AGENCY)
    query_authorized: Boolean = Boolean(
        "Is every query authorised by the warrant or the exception relied on?", known_by=KnownBy.AGENCY
    )
    nonmatching_retention: Duration = Duration(
        "How long at most does any record that does not match survive its capture?"
    )
    retention_after_operation: Duration = Duration(
        "How long at most does any record that does not match survive the end of the operation of its day?"
    )
    retention_shortest_possible: Boolean = Boolean(
        "Is what does not match kept for the shortest time technically possible?"
    )
    purge_automatic: Boolean = Boolean("Does the purge run without anyone's doing?")
    purge_irreversible: Boolean = Boolean("Is what is purged gone for good, from backups too?")
