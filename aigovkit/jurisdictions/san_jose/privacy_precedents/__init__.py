"""San José: Digital Privacy Precedent.

City of San José. A page of technologies that the Digital Privacy Officer has
reviewed, with what was decided of each and why: four not approved, eight
approved with further review, three with a brief review. It carries no date, and
the one it names, Sept 13th, no year.

Reasons that were given for one decision are no norm for the next. So a row of a
decided case is `matched` or `distinguished`, and never breached; what comes of a
new proposal is a decision of the officer's. What binds is little: that the
officer reviews a new technology, that signs stand where plate readers are, and
that the City alone agrees to share what they read.

Not modelled: what the page says of itself, and what stands only in other
documents (the Digital Privacy Policy, the Data Usage Protocols, the Privacy
Impact Assessment), whose content is never guessed. The rows "drawn from" entries
are not in the text; they say what its reasons come to. What they predict for a
new case is worked out by the base of decided cases, in `decided_cases`, and
never by elimination. Who brought a proposal is nowhere given as a reason.

A vendor's pool of plate reads that any police force on the system can search:

>>> from datetime import date
>>> from aigovkit.models import Act, Agency, Case, Proposal, Surveillance, Use
>>> pool = Case(
...     agency=Agency(place="us-ca/san-jose"),
...     use=Use(stage="proposed"),
...     acts=[Act(kind="use", object="system")],
...     surveillance=Surveillance(tools=["license_plate_reader"]),
...     proposal=Proposal(
...         new_to_department=True,
...         shared_with=["california_police", "police_elsewhere"],
...         agreed_by_agency=False,
...         findings=["possible_prohibited_use"],
...     ),
... )
>>> result = PRIVACY_PRECEDENTS.evaluate(pool, as_of=date(2026, 3, 2))
>>> str(result.outcome), str(result.finding("SJ-PREC-ALPR-SHARING").status)
('undetermined', 'matched')
>>> str(result.at_least), str(result.finding("SJ-PREC-ALPR-SHARING-CONTROL").status)
('conditional', 'open')
"""

from __future__ import annotations

from aigovkit.authoring import policy
from aigovkit.jurisdictions.san_jose.privacy_precedents.entries import CITY, ENTRIES, PAGE

PRIVACY_PRECEDENTS = policy(
    "us-ca/san-jose/privacy-precedents",
    PAGE,
    time_zone="America/Los_Angeles",
    place="us-ca/san-jose",
    scope=CITY,
    precedents="aigovkit.jurisdictions.san_jose.privacy_precedents.decided_cases:DECIDED_CASES",
    notes=[
        "The list of what was reviewed is not exhaustive: that something is not on it means nothing.",
        "Reasons for one decision are no norm for the next; the Digital Privacy Officer decides.",
    ],
    entries=ENTRIES,
)
