"""The account review (4(3)1, 8(1)2): ten accounts a page, one tap for each, the rest together; then it is done."""

from bot.rules import reviews as rules
from bot.rules.duties import Duty, period
from bot.rules.people import Person, Role, Seat
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.reviews import Entry, Finding
from storage import duties, ledger, people
from storage import reviews as kept
from storage.buttons import Tap
from storage.duties import Owed
from storage.reminders import Reminder
from storage.unit import Unit

from . import chains, digests, lists, reminding, telling
from .lists import PAGE, Listed, Offer

REVIEW = "review"
LIST, OPEN, ANSWER, ALL, FINISH = "list", "open", "answer", "all", "finish"
CONFIRMS = frozenset({Role.ADMINISTRATOR, Role.HEAD, Role.AUTHORISED})
ABOVE = (Role.HEAD, Role.AUTHORISED)


def bring(unit: Unit, person: Person, about: Reminder | None) -> None:
    """The button of the reminder."""
    assert about is not None
    duty = duties.find(unit, Duty.REVIEW, about.subject, about.occurrence)
    assert duty is not None
    lists.show(unit, person, REVIEW, f"{duty.id}:0")


def waiting_for(unit: Unit, person: Person) -> list[Owed]:
    """The agency's open reviews in which this person has still something to confirm."""
    if not person.roles & CONFIRMS:
        return []
    found = duties.open_of_agency(unit, Duty.REVIEW, person.agency)
    return [each for each in found if _mine(person, _left(kept.entries(unit, each)))]


def show_offer(duty: Owed) -> Offer:
    return Offer(say("button-review-open", period=period(duty.occurrence)), _matter(duty), LIST, "0")


def _matter(duty: Owed) -> str:
    return f"{REVIEW}:{duty.id}"


def _left(entries: list[Entry]) -> list[Entry]:
    return [each for each in entries if each.finding is None]


def _mine(person: Person, entries: list[Entry]) -> list[Entry]:
    return [each for each in entries if rules.may_confirm(person, each.holder)]


def _duty(unit: Unit, person: Person, id_: str) -> Owed:
    duty = duties.by_id(unit, int(id_))
    if person.agency != duty.agency or not person.roles & CONFIRMS:
        raise RuleViolation("review-not-your-agency")
    return duty


# --- the pages -------------------------------------------------------------------------------------------------------


def page(unit: Unit, person: Person, at: str) -> Listed:
    """A page of accounts `DUTY:PAGE`, or one account `DUTY:PAGE:ACCOUNT`."""
    id_, number, *account = at.split(":")
    duty = _duty(unit, person, id_)
    entries = kept.entries(unit, duty)
    if account and duty.done_on is None:
        return _account(
            unit, person, duty, number, next(each for each in entries if str(each.account_id) == account[0])
        )
    return _accounts(unit, person, duty, number, entries)


def _accounts(unit: Unit, person: Person, duty: Owed, number: str, entries: list[Entry]) -> Listed:
    place = lists.page_of(number, len(entries))
    shown = entries[place * PAGE : (place + 1) * PAGE]
    agency = people.agency(unit, duty.agency).name
    done = sum(each.finding is not None for each in entries)
    title = say(
        "review-title", agency=agency, period=period(duty.occurrence), due=duty.due_on, done=done, all=len(entries)
    )
    lines = (title, *lists.numbered(place, len(entries)), *(_line(unit, each) for each in shown))
    if duty.done_on is not None:
        return Listed(
            (*lines, say("review-done", day=duty.done_on)), lists.turns(REVIEW, place, len(entries), f"{duty.id}:")
        )
    mine = [each for each in shown if rules.may_confirm(person, each.holder)]
    rows = tuple((Offer(_label(unit, each), _matter(duty), OPEN, f"{place}:{each.account_id}"),) for each in mine)
    return Listed(
        (*lines, *_hint(unit, person, entries)),
        (*rows, *lists.turns(REVIEW, place, len(entries), f"{duty.id}:"), *_together(person, duty, entries)),
    )


def _line(unit: Unit, entry: Entry) -> Phrase:
    found = entry.suspicions(unit.today)
    state = "open" if entry.finding is None else "fine" if entry.finding is Finding.FINE else "found"
    return say(
        f"review-line-{state}",
        who=chains.title_of(entry.holder),
        kind=say(f"role-{entry.kind}"),
        finding=say(f"review-finding-{entry.finding}") if entry.finding else say("nothing"),
        marks=tuple(say(f"review-suspicion-{each}") for each in found) or say("nothing"),
        flag=say("review-flag" if found else "nothing"),
    )


def _label(unit: Unit, entry: Entry) -> Phrase:
    mark = "review-button-suspect" if entry.suspicions(unit.today) and entry.finding is None else "review-button"
    done = say("review-tick" if entry.finding else "nothing")
    return say(mark, name=entry.holder.name, kind=say(f"role-{entry.kind}"), done=done)


def _hint(unit: Unit, person: Person, entries: list[Entry]) -> tuple[Phrase, ...]:
    """What is for others to confirm."""
    others = [each for each in _left(entries) if not rules.may_confirm(person, each.holder)]
    return (say("review-others", names=tuple(each.holder.name for each in others)),) if others else ()


def _together(person: Person, duty: Owed, entries: list[Entry]) -> tuple[tuple[Offer, ...], ...]:
    if _mine(person, _left(entries)):
        return ((Offer(say("button-review-all"), _matter(duty), ALL),),)
    return ((Offer(say("button-review-finish"), _matter(duty), FINISH),),) if rules.is_complete(entries) else ()


def _account(unit: Unit, person: Person, duty: Owed, number: str, entry: Entry) -> Listed:
    """All that is known of one account, the five questions, and a button for each answer."""
    unknown = say("review-unknown")
    facts = say(
        "review-account",
        who=chains.title_of(entry.holder),
        kind=say(f"role-{entry.kind}"),
        opened=entry.opened_on,
        changed=entry.password_changed or unknown,
        due=entry.password_due or unknown,
        certificate=entry.certificate_until or unknown,
        items=entry.items or say("review-no-items"),
        months=entry.months,
        queries=entry.queries,
    )
    marks = tuple(say("review-mark", mark=say(f"review-suspicion-{each}")) for each in entry.suspicions(unit.today))
    rows = tuple(
        (Offer(say(f"button-review-{each}"), _matter(duty), ANSWER, f"{number}:{entry.account_id}:{each}"),)
        for each in Finding
    )
    back = Offer(say("button-back"), _matter(duty), LIST, number)
    return Listed((facts, *marks, say("review-questions")), (*rows, (back,)))


# --- taps ------------------------------------------------------------------------------------------------------------


def tapped(unit: Unit, person: Person, tap: Tap, message_id: int) -> Phrase | None:
    duty = _duty(unit, person, tap.matter.partition(":")[2])
    if tap.action in (LIST, OPEN):
        lists.show(unit, person, REVIEW, f"{duty.id}:{tap.value}", message_id)
        return None
    if duty.done_on is not None:
        raise RuleViolation("review-already-done", day=duty.done_on)
    toast = _answer(unit, person, duty, tap)
    if _finished(unit, person, duty):
        toast = say("review-finished", period=period(duty.occurrence))
    lists.show(unit, person, REVIEW, f"{duty.id}:{tap.value.partition(':')[0] or 0}", message_id)
    return toast


def _answer(unit: Unit, person: Person, duty: Owed, tap: Tap) -> Phrase | None:
    entries = kept.entries(unit, duty)
    if tap.action == ALL:
        mine = _mine(person, _left(entries))
        rules.check_all(mine, unit.today)
        return _say(unit, person, duty, mine, Finding.FINE)
    if tap.action == ANSWER:
        _, account, finding = tap.value.split(":")
        chosen = [each for each in entries if str(each.account_id) == account]
        for each in chosen:
            rules.check_confirms(person, each.holder)
        return _say(unit, person, duty, chosen, Finding(finding))
    return None


def _say(unit: Unit, person: Person, duty: Owed, entries: list[Entry], finding: Finding) -> Phrase:
    kept.answer(unit, duty.id, [each.account_id for each in entries], finding, person.id)
    accounts = [f"{each.holder.staff_no}/{each.kind}" for each in entries]
    matter = f"{duty.subject}/{duty.occurrence}"
    ledger.append(unit, "account_reviewed", review=matter, accounts=accounts, finding=finding.value, by=person.staff_no)
    if finding is not Finding.FINE:
        for each in entries:
            told = {"who": chains.title_of(each.holder), "what": say(f"review-finding-{finding}")}
            telling.tell(unit, person, say("review-propose", **told), say(f"review-next-{finding}"))
    return say("review-noted", count=len(entries))


def _finished(unit: Unit, person: Person, duty: Owed) -> bool:
    """The last answer ends it; before, whoever has to confirm the rest gets the list when the others are through."""
    entries = kept.entries(unit, duty)
    if rules.is_complete(entries):
        if duties.done(unit, duty.id):
            findings = {each.value: sum(one.finding is each for one in entries) for each in Finding}
            matter = f"{duty.subject}/{duty.occurrence}"
            ledger.append(unit, "account_review_done", review=matter, by=person.staff_no, findings=findings)
            digests.refresh(unit, duty.code, duty.subject, duty.occurrence)
        return True
    if not _mine(person, _left(entries)):
        _pass_up(unit, person, duty)
    return False


def _pass_up(unit: Unit, person: Person, duty: Owed) -> None:
    for role in ABOVE:
        for each in people.holders(unit, Seat(role, duty.agency)):
            if each.id != person.id:
                lists.show(unit, each, REVIEW, f"{duty.id}:0")


lists.LISTS[REVIEW] = page
reminding.ACTIONS[REVIEW] = bring
