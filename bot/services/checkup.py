"""What is wrong in the office and what to do about it, as far as the tables know."""

from datetime import timedelta

from bot.rules.calendar import roc_year
from bot.rules.people import Role, Seat
from bot.rules.phrases import Phrase, say
from storage import cases, inbox, outbox, people, questions
from storage.unit import Unit

from . import asking, calendars

LATELY = timedelta(days=7)
TOO_LONG = timedelta(hours=1)
MOST = 5


def findings(unit: Unit) -> list[Phrase]:
    """Everything that somebody should see to; empty when all is well."""
    return [*_seats(unit), *_calendar(unit), *_inbox(unit), *_outbox(unit), *_damage(unit)]


def _seats(unit: Unit) -> list[Phrase]:
    """Every agency needs a head and an administrator, and somebody there must be linked."""
    found: list[Phrase] = []
    agencies = people.all_agencies(unit)
    if not agencies:
        return [say("doctor-no-roster")]
    for agency in agencies:
        for role in (Role.HEAD, Role.ADMINISTRATOR):
            held = people.holders(unit, Seat(role, agency.code))
            seat = say(f"role-{role}")
            if not held:
                found.append(say("doctor-vacant", agency=agency.name, seat=seat))
            elif not any(each.user_id for each in held):
                staff = tuple(each.staff_no for each in held)
                found.append(say("doctor-unlinked", agency=agency.name, seat=seat, staff=staff))
    return found


def _calendar(unit: Unit) -> list[Phrase]:
    return [say("doctor-calendar", roc=roc_year(year), year=year) for year in calendars.missing(unit)]


def _inbox(unit: Unit) -> list[Phrase]:
    parked = [each for each in inbox.unfinished(unit) if each["state"] == "parked"]
    return [say("doctor-parked", count=len(parked))] if parked else []


def _outbox(unit: Unit) -> list[Phrase]:
    """What Telegram refused lately, and what should have left by now."""
    refused = outbox.refused(unit, unit.now - LATELY)
    found = [say("doctor-refused", count=len(refused), error=refused[-1])] if refused else []
    if stuck := outbox.stuck(unit, unit.now - TOO_LONG):
        rows = tuple(
            say("doctor-stuck-row", row=row, kind=kind, error=error or say("nothing"))
            for row, kind, error in stuck[:MOST]
        )
        found.append(say("doctor-stuck", count=len(stuck), rows=rows))
    return found


def _damage(unit: Unit) -> list[Phrase]:
    """Rows that another version wrote, or that are damaged: they are passed over until somebody sees to them."""
    unknown = (
        staff_no
        for staff_no, purpose, type_ in questions.all_asked(unit)
        if purpose not in asking.PURPOSES or type_ not in questions.TYPES
    )
    tables: dict[str, tuple[str, ...]] = {
        "questions": tuple(unknown),
        "drafts": tuple(questions.damaged(unit)),
        "cases": tuple(cases.unreadable(unit)),
        "seats": tuple(f"{staff_no} {role}" for staff_no, role in people.unknown_seats(unit)),
        "outbox": tuple(f"#{row}" for row in outbox.unreadable(unit)),
    }
    return [say("doctor-unreadable", table=name, rows=rows) for name, rows in tables.items() if rows]
