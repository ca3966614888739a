"""On-site and ad-hoc audits (4(2)3, 8(2), 9): the checklist, who audits whom, which days can be planned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from .calendar import OfficeCalendar
from .people import Delegation, Person, Role
from .phrases import RuleViolation

AHEAD = timedelta(days=400)
WEEKS = 6


class Mark(StrEnum):
    YES = "yes"
    NO = "no"
    NONE = "none"


class Sort(StrEnum):
    """The yearly one (8(2)2), with proposal and municipal meeting; or one at any time, by an authority or the
    Information Center, or by the Bureau, entered by the operator."""

    YEARLY = "yearly"
    ADHOC = "adhoc"
    BUREAU = "bureau"


class Stage(StrEnum):
    """Of a finding: to be corrected, reported as corrected, accepted."""

    OPEN = "open"
    REPORTED = "reported"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the checklist: its code in the texts, and the clause it rests on."""

    code: str
    clause: str


CHECKLIST = (
    Item("register", "8.p2"),
    Item("purpose", "8.p2"),
    Item("content", "8.p2"),
    Item("consent", "4.5.2"),
    Item("staff", "4.3.1"),
    Item("leavers", "4.4.2"),
    Item("personal", "7"),
    Item("password", "7"),
    Item("monthly", "8.1.1"),
    Item("minimal", "4.5.1"),
    Item("rules", "4.3.2"),
    Item("anomalies", "4.4.5"),
    Item("copies", "8.p2"),
    Item("filed", "10"),
    Item("destroyed", "4.5.1"),
)
"""Use first, then confidentiality (8, second paragraph; domain 1a)."""
ITEMS = {each.code: each for each in CHECKLIST}


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found at one line; of a NO also what has to be corrected, until when, and how that went: by which
    document it was reported as corrected, and by whom (a staff number)."""

    mark: Mark
    note: str = ""
    due_on: date | None = None
    stage: Stage | None = None
    document: str = ""
    reported_by: str = ""


Findings = Mapping[str, Finding]


def next_item(found: Findings) -> Item | None:
    """The first line that is not answered; what is wrong needs its deadline."""
    return next((each for each in CHECKLIST if not _is_answered(found.get(each.code))), None)


def _is_answered(finding: Finding | None) -> bool:
    return finding is not None and (finding.mark is not Mark.NO or finding.due_on is not None)


def number_of(code: str) -> int:
    """The place of a line on the checklist, from 1."""
    return CHECKLIST.index(ITEMS[code]) + 1


def check_complete(found: Findings, today: date) -> None:
    """Every line is answered, and no correction is due before anybody can hear of it."""
    if (left := next_item(found)) is not None:
        raise RuleViolation("onsite-incomplete", number=number_of(left.code))
    for each in CHECKLIST:
        due = found[each.code].due_on
        if due is not None and due < today:
            raise RuleViolation("onsite-deadline-passed", number=number_of(each.code), day=due)


def check_proposes(sort: Sort) -> None:
    """Point 8 gives proposal and municipal meeting only after 8(2)2."""
    if sort is not Sort.YEARLY:
        raise RuleViolation("onsite-proposes-not")


def check_movable(planned: date | None, is_begun: bool, today: date) -> None:
    """A visit that has been made is recorded, not moved."""
    if planned is not None and planned <= today and is_begun:
        raise RuleViolation("onsite-held", day=planned)


def held_on(planned: date | None, begun: date, today: date) -> date:
    """The day of the visit, if it has come; without one the checklist was begun on the spot."""
    return planned if planned is not None and planned <= today else begun


def check_yearly(person: Person, authority: str, agency: str, has_account: bool) -> None:
    """By a reviewer of the authority; in its own house by one without an account."""
    if Role.REVIEWER not in person.roles or person.agency != authority:
        raise RuleViolation("onsite-not-yours")
    if authority == agency and has_account:
        raise RuleViolation("onsite-own-account")


def audited_ad_hoc(
    person: Person, labour: Sequence[str], agencies: Sequence[str], delegations: Sequence[Delegation]
) -> tuple[str, ...]:
    """Which agencies this person may audit at any time: the operator and the Dept. of Labor all others, an authority
    the district offices that work for it."""
    others = tuple(each for each in agencies if each != person.agency)
    if Role.OPERATOR in person.roles:
        return others
    if Role.REVIEWER not in person.roles:
        return ()
    entrusted = {each.district for each in delegations if each.authority == person.agency}
    return others if person.agency in labour else tuple(each for each in others if each in entrusted)


def check_day(day: date, today: date, calendar: OfficeCalendar, locale: str) -> None:
    """A visit is planned for an office day to come."""
    if day < today:
        raise RuleViolation("answer-date-in-past", day=day)
    if day > today + AHEAD:
        raise RuleViolation("onsite-too-far", day=day)
    if not calendar.is_working(day):
        holiday = calendar.holiday_name(day, locale)
        raise RuleViolation("onsite-holiday" if holiday else "onsite-weekend", day=day, why=holiday or "")


def days_to_offer(
    today: date, calendar: OfficeCalendar, last: date = date.max, shared: Sequence[date] = ()
) -> tuple[date, ...]:
    """The days of other visits to the same agency, then an office day in each of the coming weeks; those in time,
    where any is."""
    weeks = (calendar.on_or_after(today + timedelta(weeks=each)) for each in range(1, WEEKS + 1))
    days = tuple(dict.fromkeys([*(each for each in shared if each >= today), *weeks]))
    return tuple(each for each in days if each <= last) or days
