"""Arizona: the proposed Digital Bill of Rights.

A bill that nobody has enacted: it would add chapter 62 to title 41 of the
statutes. Until `signed_on` is given nothing of it is in force, and it asks
nothing of anyone. Articles 2 to 4 start with the signature, the rest in July
2028; each act is judged by what was in force on its day. The modules follow the
act, article by article. Articles 2 and 3 speak of exceptions that article 4 prints:
what these mean is given there.

Not modelled: the title and the headings, the opening words of the definitions,
severability, and whatever only a court can say. Other acts it leans on (on
records, consumer fraud, civil rights, employment) are never guessed at.

A drone that follows people with no warrant, while the bill is unsigned and once it is law:

>>> from datetime import date
>>> from aigovkit.authoring import Occurrence
>>> from aigovkit.models import Act, Agency, Case, Surveillance, Warrant
>>> drone = Surveillance(
...     functions=["tracking"],
...     targets=["movements"],
...     tools=[],
...     public_building=False,
... )
>>> flight = Act(kind="use", object="system", since=date(2028, 8, 1), on=date(2028, 9, 1))
>>> case = Case(
...     agency=Agency(place="us-az/mesa"),
...     surveillance=drone,
...     acts=[flight],
...     warrant=Warrant(issued=Occurrence.NEVER),
... )
>>> law = DIGITAL_BILL_OF_RIGHTS.given(signed_on=date(2027, 5, 3))
>>> [str(one.evaluate(case, as_of=date(2028, 9, 2)).outcome) for one in (DIGITAL_BILL_OF_RIGHTS, law)]
['not_applicable', 'prohibited']
"""

from aigovkit.authoring import policy
from aigovkit.jurisdictions.arizona.digital_bill_of_rights import (
    act,
    article_1,
    article_2,
    article_3,
    article_4,
    article_5,
    article_6,
    section_2,
)

DIGITAL_BILL_OF_RIGHTS = policy(
    "us-az/digital-bill-of-rights",
    act.ACT,
    place="us-az",
    time_zone="America/Phoenix",
    scope=article_4.ENGAGED | article_5.ENGAGED,
    notes=(
        (
            "A proposal nobody has enacted. Set `signed_on` to see it as law; the result says what it would "
            "say meanwhile."
        ),
        (
            "Between the signature and July 2028 the definitions are not in force: hold what rests on them "
            "with low confidence."
        ),
        (
            "Each reliance on an exception, and each contract, is a case of its own. List every act of the "
            "agency and of its contractor, done or planned: each is judged by the law of its own day."
        ),
        (
            "Surveillance and contracting are judged side by side; an exception from the one says nothing of "
            "the other."
        ),
    ),
    papers="aigovkit.jurisdictions.arizona.digital_bill_of_rights.papers:PAPERS",
    entries=(
        *act.FRONT,
        # Section 1: the chapter
        *article_1.ENTRIES,
        *article_2.ENTRIES,
        *article_3.ENTRIES,
        *article_4.ENTRIES,
        *article_5.ENTRIES,
        *article_6.ENTRIES,
        *section_2.ENTRIES,
        # Sections 3 and 4
        *act.BACK,
    ),
)

__all__ = ["DIGITAL_BILL_OF_RIGHTS"]
