"""The account review (4(3)1, 8(1)2): ten accounts a page, one tap for each, the rest together; then it is done."""

from bot.rules import reviews as rules
from bot.rules.duties import Duty, period
from bot.rules.people import Person, Role, Seat, entitled
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.reviews import Entry, Finding
from storage import duties, ledger, people
from storage import reviews as kept
from storage.buttons import Tap
from storage.duties import Owed
from storage.reminders import Reminder
from storage.unit import Unit

from . import acting, chains, digests, lists, reminding, telling
from .lists import PAGE, Listed, Offer

REVIEW = "review"
LIST, OPEN, ANSWER, ALL, FINISH = "list", "open", "answer", "all", "finish"
Acts = frozenset[Role]


def bring(unit: Unit, person: Person, about: Reminder | None) -> None:
    """The button of the reminder."""
    assert about is not None
    duty = duties.find(unit, Duty.REVIEW, about.subject, about.occurrence)
    assert duty is not None
    lists.show(unit, person, REVIEW, f"{duty.id}:0")


def waiting_for(unit: Unit, person: Person) -> list[Owed]:
    """The agency's open reviews in which this person has still something to confirm."""
    if not (acts := _acts(unit, person, person.agency)):
        return []
    found = duties.open_of_agency(unit, Duty.REVIEW, person.agency)
    return [each for each in found if _mine(person, acts, _left(kept.entries(unit, each)))]


def show_offer(duty: Owed) -> Offer:
    return Offer(say("button-review-open", period=period(duty.occurrence)), _matter(duty), LIST, "0")


def _matter(duty: Owed) -> str:
    return f"{REVIEW}:{duty.id}"


def _left(entries: list[Entry]) -> list[Entry]:
    return [each for each in entries if each.finding is None]


def _acts(unit: Unit, person: Person, agency: str) -> Acts:
    return acting.roles(unit, person, agency, rules.CONFIRMS)


def _mine(person: Person, acts: Acts, entries: list[Entry]) -> list[Entry]:
    return [each for each in entries if rules.may_confirm(person, acts, each)]


def _duty(unit: Unit, person: Person, id_: str) -> tuple[Owed, Acts]:
    duty = duties.by_id(unit, int(id_))
    acts = _acts(unit, person, duty.agency)
    if not acts:
        raise RuleViolation("review-not-your-agency")
    return duty, acts


# --- the pages -------------------------------------------------------------------------------------------------------


def page(unit: Unit, person: Person, at: str) -> Listed:
    """A page of accounts `DUTY:PAGE`, or one account `DUTY:PAGE:ACCOUNT`."""
    id_, number, *account = at.split(":")
    duty, acts = _duty(unit, person, id_)
    entries = kept.entries(unit, duty)
    if account and duty.done_on is None:
        return _account(unit, duty, number, next(each for each in entries if str(each.account_id) == account[0]))
    return _accounts(unit, person, acts, duty, number, entries)


def _accounts(unit: Unit, person: Person, acts: Acts, duty: Owed, number: str, entries: list[Entry]) -> Listed:
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
    mine = _mine(person, acts, shown)
    rows = tuple((Offer(_label(unit, each), _matter(duty), OPEN, f"{place}:{each.account_id}"),) for each in mine)
    return Listed(
        (*lines, *_hint(person, acts, entries)),
        (*rows, *lists.turns(REVIEW, place, len(entries), f"{duty.id}:"), *_together(person, acts, duty, entries)),
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


def _hint(person: Person, acts: Acts, entries: list[Entry]) -> tuple[Phrase, ...]:
    """What is for others to confirm."""
    others = [each for each in _left(entries) if not rules.may_confirm(person, acts, each)]
    return (say("review-others", names=tuple(each.holder.name for each in others)),) if others else ()


def _together(person: Person, acts: Acts, duty: Owed, entries: list[Entry]) -> tuple[tuple[Offer, ...], ...]:
    if _mine(person, acts, _left(entries)):
        return ((Offer(say("button-review-all"), _matter(duty), ALL),),)
    return ((Offer(say("button-review-finish"), _matter(duty), FINISH),),) if rules.is_complete(entries) else ()


def _account(unit: Unit, duty: Owed, number: str, entry: Entry) -> Listed:
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
    duty, acts = _duty(unit, person, tap.matter.partition(":")[2])
    if tap.action in (LIST, OPEN):
        lists.show(unit, person, REVIEW, f"{duty.id}:{tap.value}", message_id)
        return None
    if duty.done_on is not None:
        raise RuleViolation("review-already-done", day=duty.done_on)
    toast = _answer(unit, person, acts, duty, tap)
    if _finished(unit, person, acts, duty):
        toast = say("review-finished", period=period(duty.occurrence))
    lists.show(unit, person, REVIEW, f"{duty.id}:{tap.value.partition(':')[0] or 0}", message_id)
    return toast


def _answer(unit: Unit, person: Person, acts: Acts, duty: Owed, tap: Tap) -> Phrase | None:
    entries = kept.entries(unit, duty)
    if tap.action == ALL:
        mine = _mine(person, acts, _left(entries))
        rules.check_all(mine, unit.today)
        return _say(unit, person, duty, mine, Finding.FINE)
    if tap.action == ANSWER:
        _, account, finding = tap.value.split(":")
        chosen = [each for each in entries if str(each.account_id) == account]
        for each in chosen:
            rules.check_confirms(person, acts, each)
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


def _finished(unit: Unit, person: Person, acts: Acts, duty: Owed) -> bool:
    """The last answer ends it; before, whoever has to confirm the rest gets the list when the others are through."""
    entries = kept.entries(unit, duty)
    if rules.is_complete(entries):
        if duties.done(unit, duty.id):
            findings = {each.value: sum(one.finding is each for one in entries) for each in Finding}
            matter = f"{duty.subject}/{duty.occurrence}"
            ledger.append(unit, "account_review_done", review=matter, by=person.staff_no, findings=findings)
            digests.refresh(unit, duty.code, duty.subject, duty.occurrence)
        return True
    if not _mine(person, acts, _left(entries)):
        _pass_up(unit, person, duty)
    return False


def _pass_up(unit: Unit, person: Person, duty: Owed) -> None:
    """To whoever sits above the administrator today, once each."""
    seats = (people.staffed(unit, Seat(role, duty.agency)) for role in sorted(rules.ABOVE))
    above = {each.person.id: each.person for seat in seats for each in entitled(seat, frozenset(), unit.today)}
    for each in above.values():
        if each.id != person.id:
            lists.bring(unit, each, REVIEW, f"{duty.id}:0")


lists.LISTS[REVIEW] = page
reminding.ACTIONS[REVIEW] = bring
