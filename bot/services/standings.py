"""/board: by agency what waits and what is late; the agencies page by page, then one of them with its buttons."""

from collections.abc import Iterator
from datetime import date

from bot.rules.board import late_until, watched
from bot.rules.duties import Duty, month_term, period, year_term
from bot.rules.oversight import may_see
from bot.rules.people import Person, Role, Seat
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import audits as kept
from storage import board, cases, duties, people
from storage import visits as planned
from storage.board import Standing, Tally, Waiting
from storage.duties import Owed
from storage.unit import Unit

from . import audit_cards, audits, calendars, case_cards, hands, lists, reviews
from .audit_rights import Bench
from .lists import LIST, PAGE, TURN, Listed, Offer

BOARD = "standings"
PEOPLE, ONSITE = "people", "onsite"
MOST_NAMES = 10
SHOWN = (Duty.RECORD, Duty.AUDIT, Duty.READING, Duty.REVIEW, Duty.ONSITE, Duty.CORRECTION)


def show(unit: Unit, person: Person) -> None:
    """All agencies there are to see; of a single one its own page at once."""
    found = _watched(unit, people.acts_for(unit, person))
    lists.show(unit, person, BOARD, f"{found[0]}:0" if len(found) == 1 else "0")


def _watched(unit: Unit, seats: tuple[Seat, ...]) -> tuple[str, ...]:
    return watched(seats, people.all_agencies(unit), people.all_delegations(unit))


def _page(unit: Unit, person: Person, at: str) -> Listed:
    """The agencies, or `CODE:PAGE` one of them."""
    seats = people.acts_for(unit, person)
    codes = _watched(unit, seats)
    code, colon, page = at.rpartition(":")
    if not colon:
        return _agencies(unit, seats, codes, at)
    if code not in codes:
        raise RuleViolation("board-not-yours")
    return _agency(unit, person, seats, code, page, is_one_of_many=len(codes) > 1)


# --- the agencies ----------------------------------------------------------------------------------------------------


def _standings(unit: Unit, seats: tuple[Seat, ...]) -> dict[str, Standing]:
    calendar = calendars.office(unit)
    return board.standings(unit, {each: late_until(each, unit.today, calendar) for each in SHOWN}, _authority(seats))


def _authority(seats: tuple[Seat, ...]) -> str | None:
    """Reviewers see the on-site audits of their own authority and house, everybody else all of an agency."""
    roles = {each.role: each.agency for each in seats}
    return roles.get(Role.REVIEWER) if Role.OPERATOR not in roles else None


def _agencies(unit: Unit, seats: tuple[Seat, ...], codes: tuple[str, ...], at: str) -> Listed:
    """The one with most that is late first; those where nothing waits are only counted."""
    found = _standings(unit, seats)
    names = {each.code: each.name for each in people.all_agencies(unit)}
    busy = sorted((each for each in codes if each in found), key=lambda code: (-found[code].late, code))
    page = lists.page_of(at, len(busy))
    shown = busy[page * PAGE : (page + 1) * PAGE]
    late = sum(found[each].late > 0 for each in busy)
    title = say("board-title", day=unit.today, count=len(codes), late=late, quiet=len(codes) - len(busy))
    lines = (title, *lists.numbered(page, len(busy)), *(_line(names[each], found[each]) for each in shown))
    offers = [Offer(say("verbatim", text=names[each]), f"{LIST}:{BOARD}", TURN, f"{each}:0") for each in shown]
    rows = tuple(tuple(offers[at : at + 2]) for at in range(0, len(offers), 2))
    return Listed(lines, (*rows, *lists.turns(BOARD, page, len(busy))))


def _line(name: str, found: Standing) -> Phrase:
    return say("board-line-late" if found.late else "board-line", agency=name, states=tuple(_states(found)))


def _states(found: Standing) -> Iterator[Phrase]:
    """In a few words, only what there is."""
    if found.cases.count:
        yield _counted("cases", found.cases)
    for duty in SHOWN:
        if (tally := found.duties.get(duty)) and tally.count:
            yield _counted(duty.value, tally)
    if found.passwords:
        yield say("board-passwords", count=found.passwords)


def _counted(name: str, tally: Tally) -> Phrase:
    return say(f"board-{name}-late" if tally.late else f"board-{name}", count=tally.count, late=tally.late)


# --- one agency ------------------------------------------------------------------------------------------------------


def _agency(unit: Unit, person: Person, seats: tuple[Seat, ...], code: str, at: str, *, is_one_of_many: bool) -> Listed:
    found = board.open_cases(unit, code)
    page = lists.page_of(at, len(found))
    lines = (
        say("board-agency", agency=people.agency(unit, code).name, day=unit.today),
        *_waiting(unit, code),
        *_month(unit, code),
        *_passwords(unit, code),
        *_others(unit, seats, code),
        *lists.numbered(page, len(found)),
    )
    rows = (
        *_cases(unit, person, found[page * PAGE : (page + 1) * PAGE]),
        *lists.turns(BOARD, page, len(found), f"{code}:"),
        *((each,) for each in _ways(unit, person, seats, code)),
    )
    up = ((Offer(say("button-board-up"), f"{LIST}:{BOARD}", TURN, "0"),),) if is_one_of_many else ()
    return Listed(lines, (*rows, *up))


def _waiting(unit: Unit, code: str) -> tuple[Phrase, ...]:
    found = tuple(_step(unit, code, each) for each in board.waiting(unit, code))
    return found or (say("board-no-cases"),)


def _step(unit: Unit, code: str, waiting: Waiting) -> Phrase:
    """At whose seat how many wait, and how old the oldest is, in working days."""
    calendar = calendars.office(unit)
    age = calendar.working_days_between(waiting.since.astimezone(unit.zone).date(), unit.today)
    seat = say(f"role-{waiting.role}")
    house = say("nothing") if waiting.seat_agency == code else people.agency(unit, waiting.seat_agency).name
    key = "board-step-late" if waiting.tally.late else "board-step"
    return say(key, house=house, seat=seat, count=waiting.tally.count, late=waiting.tally.late, age=age)


def _month(unit: Unit, code: str) -> tuple[Phrase, ...]:
    """The last month's records and its audit."""
    term = month_term(unit.today)
    expected = duties.of_agency(unit, Duty.RECORD, code, term.occurrence)
    if not expected:
        return ()
    audit = kept.of_month(unit, code, term.occurrence)
    return (
        say(
            "board-month",
            period=period(term.occurrence),
            owed=len(expected),
            sent=sum(each.done_on is not None for each in expected),
            missing=sum(each.done_on is None for each in expected),
            state=say(f"audit-state-{audit.state}") if audit else say("nothing"),
        ),
    )


def _passwords(unit: Unit, code: str) -> tuple[Phrase, ...]:
    overdue = board.overdue_passwords(unit, code)
    if not overdue:
        return ()
    known = people.by_ids(unit, overdue[:MOST_NAMES])
    more = len(overdue) - len(known)
    names = (*(each.name for each in known.values()), *((say("names-more", count=more),) if more else ()))
    return (say("board-overdue", count=len(overdue), names=names),)


def _others(unit: Unit, seats: tuple[Seat, ...], code: str) -> tuple[Phrase, ...]:
    """The account review and the on-site audits, each with its date."""
    reviewed = (_dated(unit, each) for each in duties.open_of_agency(unit, Duty.REVIEW, code))
    authority, year = _authority(seats), year_term(unit.today).occurrence
    onsite = duties.of_agency(unit, Duty.ONSITE, code, year)
    own = [each for each in onsite if authority in (None, each.authority, code)]
    days = planned.days(unit, [each.id for each in own])
    return (*reviewed, *(_audited(unit, each, days.get(each.id)) for each in own))


def _dated(unit: Unit, duty: Owed) -> Phrase:
    key = "board-review-late" if duty.due_on < unit.today else "board-review"
    return say(key, period=period(duty.occurrence), due=duty.due_on)


def _audited(unit: Unit, duty: Owed, day: date | None) -> Phrase:
    authority = people.agency(unit, duty.authority or "").name
    told = say("agency-business", agency=authority, business=duty.business) if duty.business else authority
    if duty.done_on is not None:
        return say("board-onsite-done", authority=told, day=duty.done_on)
    if day is not None:
        return say("board-onsite-planned", authority=told, day=day)
    key = "board-onsite-overdue" if duty.due_on < unit.today else "board-onsite-open"
    return say(key, authority=told, due=duty.due_on)


def _cases(unit: Unit, person: Person, ids: list[int]) -> tuple[tuple[Offer, ...], ...]:
    """Those whose card this person may open."""
    office = hands.Office(unit)
    found = (cases.load(unit, each).case for each in ids)
    mine = [each for each in found if person.id in office.hands(each).all | each.spokesmen]
    offers = [case_cards.show_offer(each) for each in mine]
    return tuple(tuple(offers[at : at + 2]) for at in range(0, len(offers), 2))


def _ways(unit: Unit, person: Person, seats: tuple[Seat, ...], code: str) -> Iterator[Offer]:
    """What opens the matter itself, for who may."""
    bench = Bench.of(unit, code)
    if person.id in bench.auditors(unit) | bench.readers(unit):
        month = month_term(unit.today).occurrence
        owed = duties.find(unit, Duty.AUDIT, code, month)
        if owed is not None:
            yield Offer(say("button-audit-open", period=period(month)), audits.matter_of(owed), audit_cards.SHOW)
    yield from (reviews.show_offer(each) for each in reviews.waiting_for(unit, person) if each.agency == code)
    if may_see(seats, code):
        yield Offer(say("button-board-people"), f"{LIST}:{PEOPLE}", TURN, f"{code}:0")
    if Role.REVIEWER in person.roles:
        yield Offer(say("button-board-onsite"), f"{LIST}:{ONSITE}", TURN, "board:0")


lists.LISTS[BOARD] = _page
