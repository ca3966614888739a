"""/people: an agency's staff with their links, accounts and dates, and what can be done about one of them."""

from bot.rules.oversight import INVITES, OVERSEES, check_overseer, may_see, sees_all
from bot.rules.people import Person, Role, Seat
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from storage import people, rights, staff
from storage.buttons import Tap
from storage.rights import Account
from storage.staff import Member
from storage.unit import Unit

from . import chains, departures, inviting, lists, proposing, suspending
from .lists import LIST, PAGE, TURN, Listed, Offer

PEOPLE, PERSON = "people", "person"
SHOW, SUSPEND, INVITE, LEAVE = "show", "suspend", "invite", "leave"


def begin(unit: Unit, person: Person) -> None:
    seats = people.acts_for(unit, person)
    if not any(each.role in OVERSEES for each in seats):
        raise RuleViolation("people-no-seat")
    lists.show(unit, person, PEOPLE, "" if sees_all(seats) else f"{person.agency}:0")


def _people(unit: Unit, person: Person, at: str) -> Listed:
    """The staff of an agency, or, without one, the agencies."""
    code, colon, page = at.rpartition(":")
    return _staff(unit, person, code, page) if colon else _agencies(unit, person, at)


def _agencies(unit: Unit, person: Person, at: str) -> Listed:
    if not sees_all(people.acts_for(unit, person)):
        raise RuleViolation("people-no-seat")
    found = staff.agencies_with(unit)
    page = lists.page_of(at, len(found))
    rows = tuple(
        (Offer(say("button-agency-staff", agency=name, count=count, away=away), f"{LIST}:{PEOPLE}", TURN, f"{code}:0"),)
        for code, name, count, away in found[page * PAGE : (page + 1) * PAGE]
    )
    title = (say("people-agencies", count=len(found)), *lists.numbered(page, len(found)))
    return Listed(title, (*rows, *lists.turns(PEOPLE, page, len(found))))


def _staff(unit: Unit, person: Person, code: str, at: str) -> Listed:
    seats = people.acts_for(unit, person)
    if not may_see(seats, code):
        raise RuleViolation("people-no-seat")
    count = staff.count(unit, code)
    page = lists.page_of(at, count)
    found = staff.members(unit, code, PAGE, page * PAGE)
    title = (say("people-title", agency=people.agency(unit, code).name, count=count), *lists.numbered(page, count))
    offers = [Offer(say("verbatim", text=each.person.name), _matter(each.person), SHOW) for each in found]
    rows = tuple(tuple(offers[at : at + 3]) for at in range(0, len(offers), 3))
    up = ((Offer(say("button-agencies"), f"{LIST}:{PEOPLE}", TURN, "0"),),) if sees_all(seats) else ()
    lines = (*title, *(_line(unit, each) for each in found))
    return Listed(lines, (*rows, *lists.turns(PEOPLE, page, count, prefix=f"{code}:"), *up))


def _matter(person: Person) -> str:
    return f"{PERSON}:{person.id}"


def _line(unit: Unit, member: Member) -> Phrase:
    return say(
        "people-line",
        who=chains.title_of(member.person),
        link=_link(member),
        accounts=tuple(_account(each, len(member.items[each.id])) for each in member.accounts) or say("account-none"),
        password=_password(unit, member),
        certificate=_certificate(unit, member),
    )


def _link(member: Member) -> Phrase:
    if member.person.user_id is None:
        return say("link-none")
    return say("link-blocked") if member.person.is_blocked else say("link-there")


def _account(account: Account, items: int) -> Phrase:
    kind = say(f"role-{account.kind}")
    if account.suspended_on is not None:
        return say("account-suspended-since", kind=kind, day=account.suspended_on)
    is_officers = account.kind == Role.OFFICER
    return say("account-items", kind=kind, count=items) if is_officers else say("account-open", kind=kind)


def _password(unit: Unit, member: Member) -> Phrase:
    if member.password is None or not member.accounts:
        return say("password-state-none")
    due = member.password[1]
    return say("password-state-late" if due < unit.today else "password-state-due", due=due)


def _certificate(unit: Unit, member: Member) -> Phrase:
    until, there = member.certificate_until, member.person.certificate_on is not None
    if until is not None:
        return say("certificate-over" if until < unit.today else "certificate-until", day=until)
    return say("certificate-there" if there else "certificate-none")


# --- one person ------------------------------------------------------------------------------------------------------


def _person(unit: Unit, person: Person, at: str) -> Listed:
    (member,) = staff.of(unit, [int(at)])
    subject = member.person
    seats = people.acts_for(unit, person)
    check_overseer(seats, subject)
    names = rights.item_names(unit)
    lines = (
        say("person-title", who=chains.title_of(subject), number=subject.staff_no, agency=_agency(unit, subject)),
        say("person-roles", roles=tuple(say(f"role-{each}") for each in Role if each in subject.roles) or _none()),
        say("person-link", link=_link(member), since=member.linked_at or say("nothing")),
        *(line for each in member.accounts for line in _held(each, member.items[each.id], names)),
        say("person-dates", password=_password(unit, member), certificate=_certificate(unit, member)),
        *_proposal(unit, person, member),
    )
    return Listed(lines, (*_actions(person, seats, member), (_back(subject),)))


def _agency(unit: Unit, subject: Person) -> str:
    return people.agency(unit, subject.agency).name


def _none() -> Phrase:
    return say("role-none")


def _held(account: Account, items: tuple[str, ...], names: dict[str, str]) -> tuple[Phrase, ...]:
    named: Value = tuple(say("item", code=each, name=names[each]) for each in items) or say("nothing")
    line = say("person-account", account=_account(account, len(items)), opened=account.opened_on, items=named)
    if account.suspended_on is None:
        return (line,)
    return line, say(f"suspended-paper-{account.kind}")


def _may_suspend(person: Person, member: Member) -> bool:
    return member.person.id != person.id and any(each.suspended_on is None for each in member.accounts)


def _proposal(unit: Unit, person: Person, member: Member) -> tuple[Phrase, ...]:
    is_proposed = _may_suspend(person, member) and proposing.is_proposed(unit, member.person)
    return (say("suspension-proposed"),) if is_proposed else ()


def _actions(person: Person, seats: tuple[Seat, ...], member: Member) -> tuple[tuple[Offer, ...], ...]:
    """What can be done about this person."""
    subject = member.person
    may_invite = subject.user_id is None and may_see(seats, subject.agency, INVITES)
    offered = (
        (SUSPEND, _may_suspend(person, member)),
        (INVITE, may_invite),
        (LEAVE, subject.left_on is None and subject.id != person.id),
    )
    return tuple((Offer(say(f"button-person-{name}"), _matter(subject), name),) for name, is_open in offered if is_open)


def _back(subject: Person) -> Offer:
    return Offer(say("button-people"), f"{LIST}:{PEOPLE}", TURN, f"{subject.agency}:0")


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    """A tap on a name in the list, or on the person's own page."""
    subject = people.by_id(unit, int(tap.matter.partition(":")[2]))
    check_overseer(people.acts_for(unit, person), subject)
    if tap.action == SHOW:
        lists.show(unit, person, PERSON, str(subject.id), message_id)
    elif tap.action == SUSPEND:
        suspending.ask(unit, person, subject)
    elif tap.action == LEAVE:
        departures.ask(unit, person, subject)
    else:
        inviting.request(unit, person, [subject.staff_no])
    return None


lists.LISTS.update({PEOPLE: _people, PERSON: _person})
