"""The link between a person and a chat account: one-time codes, /start, and the end of a link."""

import secrets
from collections.abc import Sequence

from bot.rules.codes import ALPHABET, FAILURES_ALLOWED, FAILURES_WITHIN, LENGTH, VALID_FOR, hashed
from bot.rules.people import Person, Role
from bot.rules.phrases import Message, Phrase, RuleViolation, say
from storage import invitations, ledger, outbox, people
from storage.outbox import Lane
from storage.unit import Unit

from . import case_cards, menus, reminding, task_cards, telling
from .chains import title_of

TOO_MANY = "code-too-many"


def invite(unit: Unit, staff_nos: Sequence[str], by: str | None = None) -> list[tuple[str, str]]:
    """A one-time code for each, or for nobody if one of them is unknown or has left; earlier unused codes are void."""
    numbers = list(dict.fromkeys(staff_nos))
    found = {number: people.by_staff_no(unit, number) for number in numbers}
    invited = {number: each for number, each in found.items() if each is not None and each.in_post(unit.today)}
    if refused := tuple(number for number in numbers if number not in invited):
        raise RuleViolation("invite-refused", numbers=refused)
    codes = {number: "".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for number in numbers}
    hashes = {invited[number].id: hashed(code) for number, code in codes.items()}
    invitations.renew(unit, hashes, unit.now + VALID_FOR)
    ledger.append(unit, "invited", people=numbers, by=by)
    return list(codes.items())


def unlink(unit: Unit, staff_no: str) -> bool:
    """End the link and void the unused codes; whether there was a link."""
    person = people.by_staff_no(unit, staff_no)
    if person is None:
        raise RuleViolation("staff-unknown", number=staff_no)
    invitations.void(unit, [person.id])
    if person.user_id is None:
        return False
    people.unlink(unit, person.id)
    outbox.cut_edits(unit, person.id)
    menus.hide(unit, person.user_id)
    ledger.append(unit, "unlinked", person=staff_no)
    case_cards.show_signing(unit, people.by_id(unit, person.id))
    return True


def start(unit: Unit, person: Person | None, user_id: int | None, code_hash: str | None) -> Phrase | None:
    """/start: a good code links the account, a bad one is counted; without a code only who is linked gets an answer."""
    if user_id is not None and code_hash is not None:
        return _redeem(unit, person, user_id, code_hash)
    if person is None:
        raise RuleViolation("stranger")
    telling.tell(unit, person, say("menu-hint"))
    return None


def _redeem(unit: Unit, person: Person | None, user_id: int, code_hash: str) -> Phrase | None:
    if invitations.failures(unit, user_id, unit.now - FAILURES_WITHIN) >= FAILURES_ALLOWED:
        return _refuse(unit, person, user_id, say(TOO_MANY))
    invitation = invitations.find(unit, code_hash)
    invited = people.by_id(unit, invitation.person_id) if invitation else None
    if invited is not None and invited.in_post(unit.today) and invitations.use(unit, code_hash):
        _link(unit, invited, user_id)
    elif person is not None and invited is not None and invited.id == person.id:
        telling.tell(unit, person, say("menu-hint"))  # the own link, tapped once more
    else:
        invitations.note_failure(unit, user_id)
        return _refuse(unit, person, user_id, say("code-refused"))
    return None


def _refuse(unit: Unit, person: Person | None, user_id: int, why: Phrase) -> Phrase:
    """Say no without undoing anything: the failed try has to stay counted."""
    if person is not None:
        telling.tell(unit, person, why)
    elif why.key == TOO_MANY:
        telling.answer_stranger(unit, user_id, why)
    else:
        outbox.queue(unit, "say", Lane.REPLY, telling.body_of(Message((why,))), chat_id=user_id)
    return why


def _leave_chat(unit: Unit, person: Person) -> None:
    """What was shown in the chat so far stays there as it is."""
    invitations.forget_messages(unit, person.id)
    outbox.cut_edits(unit, person.id)
    if person.user_id is not None:
        moved = Message((say("link-moved"),))
        outbox.queue(unit, "say", Lane.REPLY, telling.body_of(moved), chat_id=person.user_id)
        menus.hide(unit, person.user_id)


def _link(unit: Unit, invited: Person, user_id: int) -> None:
    """Bind the account, welcome the person, and show what waits. The chat that the link moves away from is told."""
    before = people.by_user(unit, user_id)
    if invited.user_id != user_id:
        _leave_chat(unit, invited)
    if before is not None and before.id != invited.id:
        outbox.cut_edits(unit, before.id)
    people.link(unit, invited.id, user_id)
    person = people.by_id(unit, invited.id)
    ledger.append(unit, "linked", person=person.staff_no, instead_of=before.staff_no if before else None)
    roles = tuple(say(f"role-{each}") for each in Role if each in person.roles)
    agency = people.agency(unit, person.agency)
    greeting = say("welcome", who=title_of(person), agency=agency.name, roles=roles or say("role-none"))
    telling.tell(unit, person, greeting, *menus.by_role("welcome", person), say("welcome-end"))
    menus.show(unit, person)
    case_cards.present(unit, person)
    task_cards.present(unit, person)
    if invited.user_id is None:
        case_cards.show_signing(unit, person)
    reminding.catch_up(unit, person)
