"""What is wrong in the office and what to do about it, as far as the tables know."""

from bot.rules.calendar import roc_year
from bot.rules.people import Role, Seat
from bot.rules.phrases import Phrase, say
from storage import inbox, people
from storage.unit import Unit

from . import calendars


def findings(unit: Unit) -> list[Phrase]:
    """Everything that somebody should see to; empty when all is well."""
    return [*_seats(unit), *_calendar(unit), *_inbox(unit)]


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
