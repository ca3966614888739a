"""Who looks, who reports and who reads in a monthly audit (8(1)1): never at one's own, where anybody else can."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.rules.audits import Item
from bot.rules.people import Authority, Person, Role, Seat, StaffedSeat, entitled
from bot.rules.phrases import RuleViolation, Value
from storage import audits, people
from storage.audits import Audit
from storage.duties import Owed
from storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Bench:
    """Who audits and who reads in an agency: administrators audit, heads read, the authorised do either."""

    administrators: StaffedSeat
    heads: StaffedSeat
    authorised: StaffedSeat

    @classmethod
    def of(cls, unit: Unit, agency: str) -> "Bench":
        return cls(
            *(people.staffed(unit, Seat(role, agency)) for role in (Role.ADMINISTRATOR, Role.HEAD, Role.AUTHORISED))
        )

    def auditors(self, unit: Unit, but: Iterable[int] = ()) -> dict[int, Authority]:
        return _entitled(unit, (self.administrators, self.authorised), but)

    def readers(self, unit: Unit, but: Iterable[int] = ()) -> dict[int, Authority]:
        return _entitled(unit, (self.heads, self.authorised), but)


def _entitled(unit: Unit, seats: Sequence[StaffedSeat], but: Iterable[int]) -> dict[int, Authority]:
    found = [each for seat in seats for each in entitled(seat, frozenset(but), unit.today)]
    return {each.person.id: each for each in reversed(found)}


def checkers(unit: Unit, bench: Bench, item: Item, subject: Person | None) -> dict[int, Authority]:
    """Who may look at an entry: of an administrator's own use the head or the authorised; nobody at his own."""
    own = (subject.id,) if subject else ()
    return bench.readers(unit, own) if item.of_head else bench.auditors(unit, own)


def may_check(unit: Unit, person: Person, bench: Bench, items: Iterable[Item]) -> list[Item]:
    """The entries that are this person's to look at, looked at or not."""
    found = list(items)
    subjects = people.by_staff_nos(unit, {each.subject for each in found}) if found else {}
    return [each for each in found if person.id in checkers(unit, bench, each, subjects.get(each.subject))]


def to_check(unit: Unit, person: Person, bench: Bench, items: Iterable[Item]) -> list[Item]:
    """What this person still has to look at."""
    return may_check(unit, person, bench, [each for each in items if each.failed is None])


def check_auditor(unit: Unit, person: Person, owed: Owed) -> None:
    if person.id not in Bench.of(unit, owed.agency).auditors(unit):
        raise RuleViolation("audit-not-yours")


def readers_of(unit: Unit, bench: Bench, audit: Audit, items: Iterable[Item]) -> dict[int, Authority]:
    """The head or the authorised person; not who reported, and not whose own use is in the sample, where anybody else
    can be asked."""
    found = {id_: each for id_, each in bench.readers(unit).items() if each.person.staff_no != audit.reported_by}
    own = {each.subject for each in items}
    others = {id_: each for id_, each in found.items() if each.person.staff_no not in own}
    return others if any(each.person.user_id is not None for each in others.values()) else found


def check_reader(unit: Unit, person: Person, owed: Owed) -> Authority:
    audit, bench = audits.find(unit, owed.id), Bench.of(unit, owed.agency)
    if audit.reported_by == person.staff_no:
        raise RuleViolation("audit-own-report")
    if person.id not in bench.readers(unit):
        raise RuleViolation("audit-not-to-read")
    found = readers_of(unit, bench, audit, audits.items(unit, owed.id))
    if person.id not in found:
        raise RuleViolation("audit-own-use-inside", names=_named(found))
    return found[person.id]


def _named(found: Mapping[int, Authority]) -> tuple[Value, ...]:
    return tuple(each.person.name for each in found.values())


def to_look_again(unit: Unit, person: Person, bench: Bench, items: Iterable[Item]) -> list[Item]:
    """The person's own answers, and those of people who audit here no more."""
    auditors = {each.person.staff_no for each in bench.auditors(unit).values()} - {person.staff_no}
    answered = [each for each in items if each.failed is not None and not each.of_head]
    return [each for each in answered if each.checked_by not in auditors and each.subject != person.staff_no]
