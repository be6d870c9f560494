"""Conduct: what somebody does on the Internet, and with the agency's computers and network."""

from __future__ import annotations

from aigovkit.facts import KnownBy, Record, Terms, Vocabulary


class Connection(Vocabulary):
    """By what somebody goes on the Internet.

    .. versionadded:: 0.1.0
    """

    AGENCY = (
        "agency",
        "What the agency provides: on its premises, through its network, or by a mobile plan it pays for.",
        "the agency's access",
    )
    OTHER = "other", "Another: at home, in public, by a mobile plan of somebody else.", "another access"


class Facility(Vocabulary):
    """What of an agency's technology somebody uses beside its devices.

    .. versionadded:: 0.1.0
    """

    NETWORK = "network"
    PRINTING = "printing"
    COMPUTING = "computing", "Servers, storage, programs and other means of computing."


class Purpose(Vocabulary):
    """What somebody goes on the Internet for.

    .. versionadded:: 0.1.0
    """

    OFFICIAL_BUSINESS = "official_business"
    MISSION = "mission", "Supporting the agency's mission.", "in support of the mission"
    PERSONAL = "personal", "Private ends that no other word of this list names.", "personal use"
    PERSONAL_BUSINESS = "personal_business"
    GAMES = "games", "Computer games."
    GAMBLING = "gambling"
    RUNNING_A_BUSINESS = "running_a_business"
    POLITICAL_CAMPAIGN = "political_campaign"
    PERSONAL_GAIN = "personal_gain"
    BARRED_ACTIVITY = "barred_activity", "Taking part in what is illegal or prohibited.", "a barred activity"


class Extent(Vocabulary):
    """How little something is.

    .. versionadded:: 0.1.0
    """

    OCCASIONAL = "occasional"
    DE_MINIMIS = "de_minimis", "Too little to count.", "de minimis"


class Misidentified(Vocabulary):
    """How somebody fell short of saying who they are.

    .. versionadded:: 0.1.0
    """

    DISHONESTLY = "dishonestly"
    INACCURATELY = "inaccurately"
    INCOMPLETELY = "incompletely"
    NOT_AT_ALL = "not_at_all", "Nothing told who it was: unsigned, or under a name that tells nothing."


class Content(Vocabulary):
    """What content was found to be.

    .. versionadded:: 0.1.0
    """

    OFFENSIVE = (
        "offensive",
        (
            "Among other things pornography, sexual comments or images, profanity, racial slurs, "
            "gender-specific comments, and whatever can reasonably offend somebody for a protected status, "
            "their own or that of somebody close to them."
        ),
    )
    DEFAMATORY = "defamatory", "It may be taken as libel, defamation or slander."


class PostContent(Vocabulary):
    """What messages say that somebody posted.

    .. versionadded:: 0.1.0
    """

    AUTHOR_NAME = "author_name", "Clearly, the name of the author, in each of them."
    AGENCY_EMPLOYEE = (
        "agency_employee",
        "Clearly, that the agency employs the author, in each of them.",
    )
    AGENCY_CONTACT = (
        "agency_contact",
        "An official e-mail address to reply to, or another way to reach the author, in each of them.",
    )
    OPINION = "opinion", "An opinion, in one of them at least."
    DISCLAIMER = (
        "disclaimer",
        "That opinions are the author's and not necessarily the agency's, in each that has one.",
    )


class ComputerAct(Vocabulary):
    """What somebody was found to have done with computers, programs or data.

    .. versionadded:: 0.1.0
    """

    BROKE_LAW = "broke_law", "Knowingly, and in a material way.", "broke a law or regulation"
    PIRATED = (
        "pirated",
        "Downloaded or passed on pirated software or data, knowingly.",
        "took or passed on pirated copies",
    )
    BROKE_LICENSE = (
        "broke_license",
        "Used software or files from the Internet in ways that their licence or copyright does not allow.",
        "broke a licence or copyright",
    )
    MONITORED_OTHERS = "monitored_others", "Watched somebody else's use of the agency's computers or network."
    PROBED = "probed", "Probed, scanned, sniffed, or tested for weak points."
    SPREAD_MALWARE = (
        "spread_malware",
        "Viruses, worms, Trojan horses, trap doors or back doors, deliberately.",
    )
    DISABLED = (
        "disabled",
        "A computer system or a network, knowingly, or overloaded one.",
        "disabled a system",
    )
    CIRCUMVENTED = (
        "circumvented",
        "What is meant to protect the privacy or security of another user.",
        "got round the protection of another user",
    )
    CHANGED_TO_BYPASS = (
        "changed_to_bypass",
        (
            "Put in, took out or changed hardware or software in order to bypass, avoid or defeat a filter, "
            "monitoring or other security of the agency, whether or not that worked."
        ),
        "changed something to bypass security",
    )
    ASSUMED_OPEN = (
        "assumed_open",
        "Took it for granted that data is open to public inspection.",
        "took data to be open",
    )


class Authority(Vocabulary):
    """What lets somebody do what is barred otherwise.

    .. versionadded:: 0.1.0
    """

    AGENCY_POLICY = "agency_policy", "Another policy of the agency."
    LAW = "law"


class Conduct(Record, path="conduct", changeable=False, known_by=KnownBy.AGENCY):
    """What the acting person does on the Internet, and with the agency's technology.

    What counts against somebody is what was found and recorded.

    .. versionadded:: 0.1.0
    """

    connections: Terms[Connection] = Terms(
        Connection,
        "By which access does the acting person go on the Internet?",
        "An empty list says that the person does not.",
        changeable=True,
    )
    facilities: Terms[Facility] = Terms(
        Facility,
        "What of the agency's technology does the acting person use, beside its devices and its access to "
        "the Internet?",
        changeable=True,
    )
    purposes: Terms[Purpose] = Terms(
        Purpose,
        "For which purposes does the acting person use the agency's access to the Internet?",
        where=connections.has(Connection.AGENCY),
        changeable=True,
    )
    personal_use: Terms[Extent] = Terms(
        Extent,
        "How little is the use of the agency's access to the Internet for private ends?",
        "Each word where it holds of all such use, games and personal business included.",
        where=purposes.has(Purpose.PERSONAL, Purpose.PERSONAL_BUSINESS, Purpose.GAMES),
        changeable=True,
    )
    misidentified: Terms[Misidentified] = Terms(
        Misidentified,
        "How, if at all, has somebody found that the acting person was misidentified in writing to others or "
        "in activities online?",
        "Posts among them. An empty list says that nobody has found any of it.",
        where=connections.has(Connection.AGENCY),
    )
    content: Terms[Content] = Terms(
        Content,
        "What has somebody found of content that the acting person opened, showed, kept, recorded, changed "
        "or passed on with the agency's technology?",
        "An empty list says that nobody has found any of it.",
    )
    post_purposes: Terms[Purpose] = Terms(
        Purpose,
        "For which purposes did the acting person post messages on the Internet through the agency's access?",
        "On message boards, in chat rooms, weblogs, mailing lists and the like. An empty list says that "
        "there was none.",
        where=connections.has(Connection.AGENCY),
    )
    post_says: Terms[PostContent] = Terms(
        PostContent,
        "What do the messages say that the acting person posted?",
        where=~post_purposes.is_empty(),
    )
    acts: Terms[ComputerAct] = Terms(
        ComputerAct,
        "Which of these has somebody found that the acting person did?",
        "With the agency's technology, where the word does not say otherwise: what somebody does elsewhere, "
        "with means of their own, is not meant. An empty list says that nobody has found any of it.",
    )
    monitoring_authority: Terms[Authority] = Terms(
        Authority,
        "What provides for all the monitoring of others that the acting person did?",
        "An empty list says that nothing does, or not for all of it.",
        where=acts.has(ComputerAct.MONITORED_OTHERS),
        known_by=KnownBy.DOCUMENT,
    )
    probing_authority: Terms[Authority] = Terms(
        Authority,
        "What provides for all the probing, scanning and testing that the acting person did?",
        "An empty list says that nothing does, or not for all of it.",
        where=acts.has(ComputerAct.PROBED),
        known_by=KnownBy.DOCUMENT,
    )
    change_authority: Terms[Authority] = Terms(
        Authority,
        "What provides for every change that the acting person made to get round security?",
        "An empty list says that nothing does, or not for all of them.",
        where=acts.has(ComputerAct.CHANGED_TO_BYPASS),
        known_by=KnownBy.DOCUMENT,
    )
