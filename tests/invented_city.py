"""Lindenau, Ruritania: Technology Ordinance 2026, a text that does not exist.

City Council; in force 1 March 2026. It has one of everything that rules can be
written with, each where a text would have it; `docs/adding-a-policy.md` says what
each is. `test_invented_city.py` judges cases by it. The ordinance reads:

    1 Scope. It binds the offices of Lindenau, in whatever they do with a tool.
    2 Words. A tool is a system that uses AI, or that gives out results by itself. Staff are followed where a
      tool tells where somebody is over time.
    3 Acts. (1) No office buys, installs or uses a tool that follows people. (2) A court's warrant of before
      the act lifts the ban for that act. (3) Before the first act of them all the Council consents; without
      that no use is lawful. (4) Each act against (1) costs the office up to 500 dollars. (5) The
      mayor may except a single case from the consent.
    4 Care. (1) A notice is up before first use. (2) Whoever finds harm tells the supervisor and the clerk
      within a day. (3) The notice also serves the register. (4) The City goes through its register every
      year, (5) and has an officer for it.
    5 Data. (1) What is known of health is protected, by the federal rules. (2) Pictures are kept for 30 days
      and deleted within a year of being taken; while a claim is open they are not deleted. (3) Pictures are
      gone within a month.
    6 Rank. Meeting the public counts two, grave risk three. Four and more is first rank, and a first-rank
      tool is looked at by the board.
    7 The Registrar decides on other tools of the same gravity.
    8 Again: no office uses a tool that follows people.
    Annex (draft of the working group): offices ought to train those who use a tool.

>>> from datetime import date
>>> result = ORDINANCE.evaluate(Case.from_dict(CAMERA), as_of=date(2026, 6, 1))
>>> str(result.outcome), str(result.finding("LIN-3-1").status)
('prohibited', 'violated')
"""

from __future__ import annotations

from datetime import date
from typing import Any

from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
    Attested,
    AttestedOn,
    BooleanParameter,
    Cadence,
    Commencement,
    DataClass,
    Day,
    Deadline,
    Force,
    Kind,
    Period,
    Points,
    RetentionRule,
    Scale,
    Source,
    StartOfDay,
    Step,
    earliest,
    part,
    policy,
    referral,
    restatement,
    review,
    score,
    unmodelled,
)
from aigovkit.models import (
    Act,
    ActKind,
    Agency,
    Case,
    Claim,
    Data,
    DataCategory,
    DataElement,
    Incident,
    Safeguards,
    System,
    Use,
    Waiver,
    WaiverCovers,
    WaiverGrantor,
    Warrant,
)

SOURCE = Source(
    "Technology Ordinance",
    issuer="Lindenau, City Council",
    edition="2026",
    effective=date(2026, 3, 1),
    link="https://lindenau.example/technology",
)
IN_FORCE = Commencement("the Ordinance", StartOfDay(Day(date(2026, 3, 1))), SOURCE.at("heading"))
ADOPTED = BooleanParameter("annex_adopted", "Has the Council adopted the Annex?", default=False)

# 1 Scope and 2 Words. The section "Words" says what a tool is; rules go by that.

WORDS = part(SOURCE, "2")
TOOL = WORDS.definition(
    "LIN-2-TOOL",
    "first sentence",
    "A tool uses AI, or gives out results by itself.",
    term="it is a tool",
    means=System.uses_ai | System.outputs_automatic,
)
FOLLOWS = WORDS.definition(
    "LIN-2-FOLLOWS",
    "second sentence",
    "People are followed where it is told over time where they are.",
    term="it follows people",
    means=Use.tracks_individuals,
)

# 3 Acts. Each is judged by itself, under the law of its own day; what is planned, as if it were done today.

DAY = earliest(Act.on, AS_OF)
ACTS = part(SOURCE, "3", bearer="the office", commencement=IN_FORCE, each=Case.acts, act=DAY)
GOVERNED = TOOL & FOLLOWS & Act.kind.is_in(ActKind.PURCHASE, ActKind.INSTALL, ActKind.USE)
NO_FOLLOWING = ACTS.prohibition(
    "LIN-3-1",
    "(1)",
    "No office buys, installs or uses a tool that follows people.",
    when=GOVERNED,
)
UNDER_A_WARRANT = ACTS.exception(
    "LIN-3-2",
    "(2)",
    "A warrant of before the act lifts the ban, and with it the fine.",
    to=(NO_FOLLOWING, "LIN-3-4"),
    when=GOVERNED & Warrant.issued.before(DAY),
)
CONSENT = ACTS.but(each=None, act=AS_OF).requirement(
    "LIN-3-3",
    "(3)",
    "Let the Council consent before the first act.",
    when=Case.acts.some(GOVERNED),
    done=AttestedOn("LIN-3-3"),
    due=Deadline(Case.acts.first(DAY, GOVERNED), strict=True),
    step="the first act",
    lawful_use=True,
)
FINE = ACTS.penalty(
    "LIN-3-4",
    "(4)",
    "Each act against the ban costs the office up to 500 dollars.",
    when=GOVERNED & Act.on.happened(),
    least=0,
    most=500_00,
    formula="up to $500 for each act",
    payer="the office",
    payee="the City",
)
EXCEPTED = ACTS.but(each=None, act=AS_OF).exception(
    "LIN-3-5",
    "(5)",
    "The mayor may except a single case from the consent.",
    to=CONSENT,
    when=ALWAYS,
    waiver=Waiver.granted_by.is_(WaiverGrantor.OTHER) & Waiver.covers.is_(WaiverCovers.THIS_CASE),
)

# 4 Care. What the City itself owes is attested once, in its agency file.

CARE = part(SOURCE, "4", bearer="the office", commencement=IN_FORCE)
NOTICE = CARE.obligation(
    "LIN-4-1",
    "(1)",
    "Put up a notice before first use.",
    when=TOOL,
    gate=Use.began.happened(),
    step="first use",
)
TELL = CARE.but(bearer="whoever finds it", each=Case.incidents, act=Incident.discovered).obligation(
    "LIN-4-2",
    "(2)",
    "Tell the supervisor and the clerk of harm within a day.",
    when=Incident.caused_harm,
    addressees={"the supervisor": Incident.told_supervisor, "the clerk": Incident.told_privacy_officer},
    due=Deadline(Incident.discovered.plus("PT24H")),
)
REGISTERED = CARE.obligation(
    "LIN-4-3",
    "(3)",
    "Have the notice in the register.",
    when=TOOL,
    same_act_as=NOTICE,
)
THE_CITY = CARE.but(bearer="the City", standing=True)
REVIEW_OF_REGISTER = THE_CITY.recurring(
    "LIN-4-4",
    "(4)",
    "Go through the register every year.",
    cadence=Cadence(Period(years=1)),
    since=Day(date(2026, 3, 1)),
)
OFFICER = THE_CITY.obligation("LIN-4-5", "(5)", "Have an officer for the register.")

# 5 Data. A year is no number of months to the day: (2) and (3) are told apart as the text has them.

ON_DATA = part(SOURCE, "5", bearer="the office", commencement=IN_FORCE)
HEALTH = ON_DATA.classification(
    "LIN-5-1",
    "(1)",
    "What is known of health is protected.",
    of=Data.elements,
    falls_in=DataClass.PROTECTED_PII,
    regime="hipaa",
    when=DataElement.category.is_(DataCategory.HEALTH),
)
KEEP = ON_DATA.retention(
    "LIN-5-2",
    "(2)",
    "Pictures are kept for 30 days, and deleted within a year of being taken.",
    keeps=RetentionRule(
        floor=Period(days=30), ceiling=Period(years=1), trigger="being taken", series="pictures"
    ),
    counted_from=Use.ended,
    hold=Claim.actual_damages >= 1,
)
SOON = ON_DATA.retention(
    "LIN-5-3",
    "(3)",
    "Pictures are gone within a month.",
    keeps=RetentionRule(ceiling=Period(months=1), trigger="being taken", series="pictures"),
)

# 6 Rank. Neither rank is a tier of risk: the text says what is looked at first.

RANKS = Scale(
    "rank",
    "Rank",
    [Step("second", "Second", "Looked at in its turn."), Step("first", "First", "Looked at by the board.")],
)
RANK = score(
    "LIN-6-RANK",
    SOURCE.at("6, first sentence"),
    "Meeting the public counts two, grave risk three.",
    points=Points([(System.public_facing, 2), (ALWAYS, 0)]) + Points([(Use.severe_risk, 3), (ALWAYS, 0)]),
    scale=RANKS,
    bands=[(0, 3, "second"), (4, 5, "first")],
    when=TOOL,
)
BOARD = review(
    "LIN-6-BOARD",
    SOURCE.at("6, second sentence"),
    "Let the board look at a tool of first rank.",
    bearer="the board",
    when=TOOL & RANK.at_least("first"),
)

# 7 The Registrar. "Gravity" is left to a person; severe risk is what shows that it comes to that.

OF_SAME_GRAVITY = referral(
    "LIN-7",
    SOURCE.at("7"),
    "The Registrar decides on other tools of the same gravity.",
    issue="Is this as grave as following people?",
    bearer="the Registrar",
    when=TOOL & ~FOLLOWS & Use.severe_risk,
    done=Attested("LIN-7"),
)

# 8 Again, and the Annex

AGAIN = restatement(
    "LIN-8", SOURCE.at("8"), "No office uses a tool that follows people.", restates=NO_FOLLOWING
)
TRAIN = part(SOURCE, "Annex", force=Force.RECOMMENDED, promoted_by=ADOPTED).obligation(
    "LIN-A",
    "",
    "Train those who use a tool.",
    bearer="the office",
    when=TOOL,
    done=Safeguards.staff_trained,
    gate=Use.began.happened(),
    step="first use",
)

ORDINANCE = policy(
    "rur/lindenau/technology-ordinance",
    SOURCE,
    time_zone="Europe/Berlin",
    place="rur/lindenau",
    scope=Agency.place.within("rur/lindenau") & TOOL,
    entries=(
        unmodelled("LIN-1", SOURCE.at("1"), kind=Kind.CONDITION, because="It is the place and the scope."),
        TOOL,
        FOLLOWS,
        NO_FOLLOWING,
        UNDER_A_WARRANT,
        CONSENT,
        FINE,
        EXCEPTED,
        NOTICE,
        TELL,
        REGISTERED,
        REVIEW_OF_REGISTER,
        OFFICER,
        HEALTH,
        KEEP,
        SOON,
        RANK,
        BOARD,
        OF_SAME_GRAVITY,
        AGAIN,
        TRAIN,
    ),
)

CAMERA: dict[str, Any] = {
    "title": "A camera that counts and follows walkers",
    "agency": {"place": "rur/lindenau"},
    "system": {"uses_ai": True, "public_facing": True},
    "use": {"tracks_individuals": True, "began": "2026-05-02", "severe_risk": False},
    "warrant": {"issued": "2026-05-01"},
    "waivers": [],
    "acts": [
        {"name": "the purchase", "kind": "purchase", "on": "2026-02-10"},
        {"name": "the installation", "kind": "install", "on": "2026-04-20"},
        {"name": "the first weeks", "kind": "use", "since": "2026-05-02", "on": "2026-05-30"},
    ],
}
"""Bought before the Ordinance, installed without a warrant, used under one."""
