"""The act around its chapter: title, sections 1, 3 and 4, when each part starts, and the days of an act.

Section 2 is in its own module. Sections 2 to 4 are law of the session and stand
outside the chapter: where the chapter says "this chapter", it does not mean them.
"""

from __future__ import annotations

from datetime import date

from aigovkit.authoring import (
    ALWAYS,
    AS_OF,
    Ambiguity,
    ClosedDays,
    Commencement,
    Condition,
    Day,
    Entry,
    EventParameter,
    Force,
    Forward,
    Kind,
    Occurrence,
    OpenDay,
    Source,
    StartOfDay,
    Time,
    TimeIf,
    earliest,
    latest,
    part,
)
from aigovkit.models import Act, ActKind, ActSubject, Case

ACT = Source(
    "Arizona Digital Bill of Rights",
    issuer="proposed to the Legislature of the State of Arizona; nobody has enacted it",
    effective=None,
    effective_note="A proposal. If enacted, articles 2 to 4 start with the governor's signature, and the "
    "rest from and after July 1, 2028.",
)

AROUND_THE_CHAPTER = part(ACT, kind=Kind.ORGANIZATIONAL, force=Force.PROPOSED)

# Title and Section 1. The title speaks of "profiling technologies", which no
# operative section does: nothing may be built on it.

TITLE = AROUND_THE_CHAPTER.unmodelled(
    "AZ-TITLE",
    "Long title",
    because="A title is no rule; it names the subjects and can only help in reading the rest.",
)
S1 = AROUND_THE_CHAPTER.unmodelled(
    "AZ-S1",
    "Section 1",
    because="It says where the text goes in the statutes (title 41, chapter 62) and asks nothing of anyone.",
)

# Article 1 is 41-6201; 2 is 41-6202 to 6205; 3 is 41-6206; 4 is 41-6207 to 6210;
# 5 is 41-6211 to 6213; 6 is 41-6214 to 6217. So 41-6204 and 41-6205 are within
# reach of the exceptions to articles 2 and 3, and 41-6209(C) is not.
ARTICLES = AROUND_THE_CHAPTER.unmodelled(
    "AZ-S1.articles",
    "Section 1, chapter and article headings",
    because="The headings fix what an article is; every scope word of the chapter is read by them.",
)

# Section 3. Staggered effective date

SIGNED_ON = EventParameter(
    "signed_on",
    "When did the governor sign the bill? `never` while it is unsigned; for one that becomes law with no "
    "signature, "
    "the first instant of the day on which the constitution lets it start.",
    default=Occurrence.NEVER,
    citation=ACT.at("Section 3(A)"),
)

CONSTITUTIONAL_DATE = EventParameter(
    "constitutional_date",
    "On which day does the state constitution let ordinary acts of that session start (the 91st after it "
    "closes)?",
    citation=ACT.at("Section 3(A)"),
)

# The text has no emergency clause, and the constitution holds ordinary acts back.
SIGNATURE = Ambiguity(
    "signature_start",
    "Can articles 2 to 4 start with the signature, although the text has no emergency clause?",
    {
        "signature_date": "yes, on the day the act itself names",
        "constitutional_floor": "not before the day on which the constitution lets ordinary acts start",
    },
    default="signature_date",
    why="It is what the act says. Whether an immediate start is valid depends on the vote by which the bill "
    "passes.",
    citation=ACT.at("Section 3(A)"),
)

# Signed on a day whose hour is not given: whether an act dated that day came
# before or after the signature stays unknown. No part of a day being counted,
# the whole day would be in; give the first instant of the day to read it so.
# The section makes no provision for systems and data held already, and looks
# back on nothing: what was done before the start is not governed.
FIRST_START = SIGNATURE.times(
    signature_date=SIGNED_ON, constitutional_floor=latest(SIGNED_ON, StartOfDay(CONSTITUTIONAL_DATE))
)
ARTICLES_2_TO_4 = Commencement("articles 2 to 4", FIRST_START, ACT.at("Section 3(A)"))

FROM_AND_AFTER = Ambiguity(
    "from_and_after",
    'Does "from and after July 1, 2028" include that day?',
    {
        "inclusive": "yes: the rest starts on 1 July 2028",
        "exclusive": "no: it starts on 2 July 2028",
    },
    default="inclusive",
    why="The earlier day is the safer one for those who owe something, and the act mentions no other. "
    "Arizona's rate tables, which run "
    "through a day and then from and after that same day, favour the later one.",
    citation=ACT.at("Section 3(B)"),
)

FIRST_OF_JULY = StartOfDay(Day(date(2028, 7, 1)))
SECOND_OF_JULY = StartOfDay(Day(date(2028, 7, 2)))

NAMED_DAY = FROM_AND_AFTER.times(inclusive=FIRST_OF_JULY, exclusive=SECOND_OF_JULY)
# A bill signed after the named day cannot start before its signature.
GENERAL_DATE = latest(SIGNED_ON, NAMED_DAY)
THE_REST = Commencement("everything else", GENERAL_DATE, ACT.at("Section 3(B)"))


def governed(done: Time) -> Condition:
    """Whether articles 2 to 4 had started when something was done."""
    return ARTICLES_2_TO_4.governs(done)


def predates(done: Time) -> Condition:
    """Whether something was done before a start that has come; while the bill is unsigned, nothing was."""
    return FIRST_START.happened() & ~governed(done)


def under_the_rest(day: Time) -> Condition:
    """Whether what was done on a day was done under the parts that start with the general effective date.

    What is only planned is judged on the day of judging. Before the start it is
    left to the start itself, so that a rule still to come is shown as one.
    """
    return THE_REST.governs(day) | ~THE_REST.governs(AS_OF)


# 41-6217 stands last in the chapter, and the articles before it have to know what it
# excludes. It says there what these mean.
OUT_OF_THE_CHAPTER = Forward("the tool is excluded from the chapter", ACT.at("41-6217"))
OUT_OF_ARTICLE_5 = Forward("the tool is excluded from article 5", ACT.at("41-6217"))

# What Title 1 of the statutes says of a last day: 1-243(A) leaves it out where it is a
# holiday, 1-303 has the act done on the next business day, and 1-301 calls these days
# holidays, Sundays among them. Those that are always Sundays are not named again, and the
# seventeenth of September is kept on the Sunday before it.
MONDAY, THURSDAY = 0, 3
HOLIDAYS = ClosedDays(
    "A.R.S. 1-243(A), 1-301 and 1-303",
    weekdays=(6,),
    fixed=((1, 1), (7, 4), (11, 11), (12, 25)),
    of_month=(
        (1, MONDAY, 3),
        (2, MONDAY, 3),
        (5, MONDAY, -1),
        (9, MONDAY, 1),
        (10, MONDAY, 2),
        (11, THURSDAY, 4),
    ),
)
LAST_DAY = Ambiguity(
    "last_day",
    "Does the rule of A.R.S. 1-243(A) and 1-303 on last days that are holidays, Sundays among them, move the "
    "last day of a time that the act states?",
    {
        "as_counted": "no: the time ends with the day that is counted",
        "next_open_day": "yes: what falls due on a holiday of A.R.S. 1-301 may be done on the next day that "
        "is none",
    },
    default="as_counted",
    why="The act counts days and leaves none out, and what other acts say is not part of its text.",
    citation=ACT.at("41-6210 and Section 2"),
)


def last_day(time: Time) -> Time:
    """The last day of a time that the act states, where it may be a Sunday or a holiday."""
    return LAST_DAY.times(as_counted=time, next_open_day=OpenDay(time, HOLIDAYS))


# Three times of an act. Its own day: of what goes on, the last; a planned act is
# judged as if it were done on the day of judging. Where it began: papers have to
# come before that. Whether it has been done at all, if only in part.
DAY = earliest(Act.on, AS_OF)
BEGAN = TimeIf(Act.kind.is_in(ActKind.USE, ActKind.ACCESS, ActKind.RETAIN), Act.since, Act.on)
DONE = Act.on.happened() | BEGAN.happened()


def day_of_last(which: Condition) -> Time:
    """The day of the last of some acts, for what is owed once for all of them."""
    return earliest(Case.acts.last(DAY, which), AS_OF)


# Of another system a case knows no more than whether the article covers it.
THE_SYSTEM = Act.subject.is_(ActSubject.THE_SYSTEM)

S3A = AROUND_THE_CHAPTER.scope(
    "AZ-S3.A",
    "Section 3(A)",
    "Articles 2, 3 and 4 start when the governor signs.",
    term="articles 2 to 4 have started",
    covers=governed(AS_OF),
)

S3B = AROUND_THE_CHAPTER.scope(
    "AZ-S3.B",
    "Section 3(B)",
    "Everything else, Section 2 and articles 1, 5 and 6 among it, starts in July 2028.",
    term="the rest of the act has started",
    covers=THE_REST.governs(AS_OF),
)

# Section 4. Severability

INTERIM_SEVERANCE = Ambiguity(
    "interim_severance",
    "Section 4 waits for the general date: can a provision of articles 2 to 4 fall by itself before then?",
    {
        "common_law": "yes: courts sever by their general principles",
        "no_severance": "no: nothing in the act allows it before that date",
    },
    default="common_law",
    why="Courts sever without a clause as well.",
    citation=ACT.at("Section 4"),
)

# Which provisions can stand without one that falls is for a court to say; each is
# evaluated by itself.
S4 = AROUND_THE_CHAPTER.noted(
    "AZ-S4",
    "Section 4",
    "What is held invalid falls by itself, as far as the rest can have effect without it.",
    kind=Kind.CONDITION,
    commencement=THE_REST,
    when=ALWAYS,
    left_open=(INTERIM_SEVERANCE,),
)

FRONT: tuple[Entry, ...] = (TITLE, S1, ARTICLES)
BACK: tuple[Entry, ...] = (S3A, S3B, S4)
