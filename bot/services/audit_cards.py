"""The card of a month's audit: who is in and who is missing, the report, and what each person may do with it now."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from bot.rules.audits import Item, State, report_incident_by
from bot.rules.duties import Duty, period
from bot.rules.people import Person
from bot.rules.phrases import Button, Message, Phrase, RuleViolation, Value, say
from bot.rules.records import reason
from storage import audits as kept
from storage import buttons, cards, duties, people, records, seeds
from storage.audits import Audit
from storage.buttons import Letter
from storage.duties import Owed
from storage.outbox import Lane
from storage.records import Record
from storage.unit import Unit

from . import audit_rights, audits, telling
from .audit_rights import Bench

DRAW, CHECK, REPORT, RECHECK, NAG, INCIDENT = "draw", "check", "report", "recheck", "nag", "incident"
READ, RETURN, PRINT, MONTHS, SHOW, SEEN = "read", "return", "print", "months", "show", "seen"
MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class Board:
    """A month of an agency: what is owed, what came in, and how far the audit is."""

    owed: Owed
    audit: Audit
    items: list[Item]
    bench: Bench
    expected: list[Owed]
    found: Mapping[str, Record]

    @classmethod
    def of(cls, unit: Unit, owed: Owed) -> "Board":
        return cls(
            owed,
            kept.find(unit, owed.id),
            kept.items(unit, owed.id),
            Bench.of(unit, owed.agency),
            duties.of_agency(unit, Duty.RECORD, owed.agency, owed.occurrence),
            records.of_agency(unit, owed.agency, owed.occurrence),
        )

    @property
    def missing(self) -> list[str]:
        return [each.subject for each in self.expected if each.subject not in self.found]


# --- who sees it -----------------------------------------------------------------------------------------------------


def announce(unit: Unit, owed: Owed, lane: Lane = Lane.DECISION, fresh: Collection[int] = ()) -> None:
    """Bring the card of everybody concerned up to date; for whom it is news, as a new message."""
    board = Board.of(unit, owed)
    concerned = {*cards.viewers(unit, audits.matter_of(owed)), *fresh}
    for person in people.by_ids(unit, concerned).values():
        _offer(unit, person, board)
        if person.id in fresh:
            _move_down(unit, person, owed)
        cards.want(unit, person, audits.matter_of(owed), lane)


def take_in(unit: Unit, record: Record) -> None:
    """A record came in: whoever has the board sees it. When it opened the audit once more, the auditors are told."""
    owed = duties.find(unit, Duty.AUDIT, record.agency, record.month)
    if owed is None:
        return
    opened = audits.take_in(unit, owed, record)
    if kept.find(unit, owed.id).state is State.OPEN:
        for person in people.by_ids(unit, cards.viewers(unit, audits.matter_of(owed))).values():
            cards.want(unit, person, audits.matter_of(owed))
    else:
        announce(unit, owed, fresh=Bench.of(unit, owed.agency).auditors(unit).keys() if opened else ())


def bring(unit: Unit, person: Person, owed: Owed) -> None:
    """The card at the end of the chat, for whom the audit concerns."""
    board = Board.of(unit, owed)
    if person.id not in board.bench.auditors(unit) | board.bench.readers(unit):
        raise RuleViolation("audit-no-seat")
    _offer(unit, person, board)
    _move_down(unit, person, owed)
    cards.want(unit, person, audits.matter_of(owed), Lane.REPLY)


def _offer(unit: Unit, person: Person, board: Board) -> None:
    matter = audits.matter_of(board.owed)
    known = buttons.offered(unit, person.id, matter, board.audit.version)
    actions = [(each, "") for each in actions_for(unit, person, board) if (each, "") not in known]
    buttons.offer(unit, Letter.DUTY, person.id, matter, board.audit.version, actions)


def _move_down(unit: Unit, person: Person, owed: Owed) -> None:
    for message_id in cards.take_down(unit, person.id, audits.matter_of(owed)):
        moved = Message((say("audit-moved", period=period(owed.occurrence)),))
        telling.change(unit, person, message_id, moved, Lane.BROADCAST)


def actions_for(unit: Unit, person: Person, board: Board) -> list[str]:
    """What this person may do with the month as it stands."""
    state = board.audit.state
    actions = (
        [CHECK] if audit_rights.to_check(unit, person, board.bench, board.items) and state is not State.READ else []
    )
    if person.id in board.bench.auditors(unit):
        again = audit_rights.to_look_again(unit, person, board.bench, board.items)
        actions += _of_auditor(board, CHECK in actions, bool(again))
    reads = audit_rights.readers_of(unit, board.bench, board.audit, board.items)
    if person.id in reads and state is State.REPORTED and CHECK not in actions:
        actions += [READ, RETURN]
    return [*actions, *([PRINT] if board.audit.reported_by else []), MONTHS]


def _of_auditor(board: Board, checks: bool, again: bool) -> list[str]:
    nag = [NAG] if board.missing else []
    recheck = [RECHECK] if again and board.audit.is_returned else []
    report = [] if checks else [REPORT, *recheck]
    first = {State.OPEN: [DRAW], State.DRAWN: report, State.RETURNED: report}.get(board.audit.state, [])
    return [*first, *nag, INCIDENT]


# --- how it looks ----------------------------------------------------------------------------------------------------


def view(unit: Unit, person: Person, id_: str) -> Message:
    board = Board.of(unit, duties.by_id(unit, int(id_)))
    lines = (_title(unit, board), *_standing(unit, board), *_sample(unit, board), *_report(unit, board))
    return Message(lines, _rows(unit, person, board))


def _rows(unit: Unit, person: Person, board: Board) -> tuple[tuple[Button, ...], ...]:
    offered = buttons.offered(unit, person.id, audits.matter_of(board.owed), board.audit.version)
    found = [
        Button(say(f"button-audit-{each}"), offered[each, ""])
        for each in actions_for(unit, person, board)
        if (each, "") in offered
    ]
    return tuple(tuple(found[at : at + 2]) for at in range(0, len(found), 2))


def _title(unit: Unit, board: Board) -> Phrase:
    return say(
        "audit-title",
        period=period(board.owed.occurrence),
        agency=people.agency(unit, board.owed.agency).name,
        due=board.owed.due_on,
        state=say(f"audit-state-{board.audit.state}"),
    )


def _standing(unit: Unit, board: Board) -> tuple[Phrase, ...]:
    """Who is in, and what stands out among what came in."""
    found = board.found.values()
    names = _names(unit, {*(each.subject for each in board.expected), *board.found})
    groups = {
        "in": [each.subject for each in found if not each.is_nil],
        "nil": [each.subject for each in found if each.is_nil],
        "late": [each.subject for each in found if not each.met],
        "missing": board.missing,
    }
    counts = say(
        "audit-counts",
        owed=len(board.expected),
        sent=len(board.found),
        nil=len(groups["nil"]),
        late=len(groups["late"]),
        missing=len(groups["missing"]),
        queries=sum(each.queries for each in found),
    )
    shown = (
        say(f"audit-{name}", names=_shortened([names[each] for each in some]), count=len(some))
        for name, some in groups.items()
        if some
    )
    return (counts, *shown, *_remarkable(names, found))


def _remarkable(names: Mapping[str, Value], found: Iterable[Record]) -> tuple[Phrase, ...]:
    gaps = [_gap(names[each.subject], each) for each in found if each.gap]
    open_ = [say("audit-gap", name=names[each.subject], gap=each.uncovered) for each in found if each.uncovered]
    lines = (("audit-gaps", gaps), ("audit-uncovered", open_))
    return tuple(say(key, names=_shortened(some)) for key, some in lines if some)


def _gap(name: Value, record: Record) -> Phrase:
    return say("audit-gap-reason", name=name, gap=f"{record.gap:+d}", reason=reason(record.difference))


def _shortened(names: Iterable[Value]) -> tuple[Value, ...]:
    every = tuple(names)
    more = len(every) - MOST_NAMES
    return (*every[:MOST_NAMES], *((say("names-more", count=more),) if more > 0 else ()))


def _names(unit: Unit, staff_nos: Iterable[str]) -> dict[str, Value]:
    return {number: each.name for number, each in people.by_staff_nos(unit, staff_nos).items()}


def _sample(unit: Unit, board: Board) -> tuple[Phrase, ...]:
    if board.audit.state is State.OPEN:
        held = seeds.of(unit, board.owed.id)
        return (say("audit-seed", hash=seeds.hashed(held[0])[:16]),) if held else ()
    looked = [each for each in board.items if each.failed is not None]
    wrong = sum(bool(each.failed) for each in looked)
    own = sum(each.of_head and each.failed is None for each in board.items)
    line = say("audit-sample", looked=len(looked), count=len(board.items), wrong=wrong)
    return (line, say("audit-own-part", count=own)) if own else (line,)


def _report(unit: Unit, board: Board) -> tuple[Phrase, ...]:
    """The report, who audited what, and who read it."""
    audit = board.audit
    if audit.reported_by is None or audit.reported_at is None or audit.result is None:
        return ()
    names = _names(unit, {audit.reported_by, audit.read_by or "", *audit.missing, *(_checked_by(board.items))})
    lines = [
        say("audit-report", who=names[audit.reported_by], at=audit.reported_at, result=say(f"result-{audit.result}")),
        *((say("audit-reported-late", due=board.owed.due_on),) if audit.met is False else ()),
        *((say("audit-explanation", text=audit.explanation),) if audit.explanation else ()),
        *((say("audit-measures", text=audit.measures),) if audit.measures else ()),
        *(
            (say("audit-missing-then", names=_shortened(names[each] for each in audit.missing)),)
            if audit.missing
            else ()
        ),
        *(say("audit-by", who=names[by], count=count) for by, count in _checked_by(board.items).items()),
        say("audit-seeds", seeds=tuple(seeds.of(unit, board.owed.id)[: audit.revealed])),
    ]
    if audit.is_returned:
        lines.append(say("audit-returned", reason=audit.reason))
    if audit.read_by and audit.read_at:
        key = "audit-read-own" if audit.read_by in {each.subject for each in board.items} else "audit-read"
        lines.append(say(key, who=names[audit.read_by], at=audit.read_at))
    return tuple(lines)


def _checked_by(items: Iterable[Item]) -> Counter[str]:
    return Counter(each.checked_by for each in items if each.checked_by and each.failed is not None)


# --- anomalies -------------------------------------------------------------------------------------------------------


def show_anomaly(unit: Unit, anomaly_id: int, readers: Iterable[Person]) -> None:
    """At once and with a ring, at any hour."""
    matter = f"{audits.ANOMALY}:{anomaly_id}"
    for person in readers:
        buttons.offer(unit, Letter.DUTY, person.id, matter, 1, [(SEEN, "")])
        cards.want(unit, person, matter, Lane.REPLY)


def anomaly(unit: Unit, person: Person, id_: str) -> Message:
    found = kept.anomaly(unit, int(id_))
    owed = duties.by_id(unit, found.duty_id)
    names = _names(unit, {found.found_by, found.seen_by or ""})
    title = say(
        "anomaly-title", period=period(owed.occurrence), who=names[found.found_by], at=found.found_at, what=found.what
    )
    clock = say("anomaly-clock", until=report_incident_by(found.found_at))
    if found.seen_by and found.seen_at:
        return Message((title, clock, say("anomaly-seen-by", who=names[found.seen_by], at=found.seen_at)))
    offered = buttons.offered(unit, person.id, f"{audits.ANOMALY}:{id_}", 1)
    row = tuple(Button(say("button-audit-seen"), each) for each in offered.values())
    return Message((title, clock), (row,) if row else ())
