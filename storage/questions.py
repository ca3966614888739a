"""The one question that a person is asked, and the one it put aside; and the form that is being filled."""

import dataclasses
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, update

from bot.rules.fields import Answers, QuestionType
from bot.rules.kinds import kind_of

from . import counters, phrases
from .dialect import insert
from .tables import drafts, people, questions
from .unit import Unit

LOST = ""
TYPES = frozenset(QuestionType)
EXPIRES = timedelta(days=14)
STANDS = drafts.c.cancelled_on.is_(None)


@dataclass(frozen=True, slots=True)
class Question:
    """`purpose` says what the answer is for, `matter` what it is about, `chosen` what is ticked so far, `given` what
    the questions before it about the same matter have brought."""

    purpose: str
    matter: str
    field: str
    type: QuestionType
    revision: int = 0
    chosen: tuple[str, ...] = ()
    given: Answers = dataclasses.field(default_factory=dict)
    expires_at: datetime | None = None
    aside: "Question | None" = None


_ONE = select(questions).where(questions.c.person_id == bindparam("person"))


def load(unit: Unit, person_id: int) -> Question | None:
    row = unit.connection.execute(_ONE, {"person": person_id}).one_or_none()
    if row is None:
        return None
    chosen = tuple(row.chosen.split(";")) if row.chosen else ()
    aside = _revived(row.aside) if row.aside else None
    kept = _kept_as(row.purpose, row.matter, row.field, row.type, chosen, aside)
    return replace(kept, given=read_answers(row.given), revision=row.revision, expires_at=row.expires_at)


def _kept_as(
    purpose: str, matter: str, field: str, type_: str, chosen: tuple[str, ...], aside: Question | None
) -> Question:
    """A type that only another version knows makes the whole question one without a purpose."""
    if type_ not in TYPES:
        return Question(LOST, matter, field, QuestionType.CHOICE, chosen=chosen, aside=aside)
    return Question(purpose, matter, field, QuestionType(type_), chosen=chosen, aside=aside)


def save(unit: Unit, person_id: int, question: Question) -> Question:
    """Make it the open question; its revision is new, so that every older button is stale."""
    kept = replace(question, revision=counters.next_value(unit, f"question:{person_id}"), expires_at=unit.now + EXPIRES)
    values = {
        "purpose": kept.purpose,
        "matter": kept.matter,
        "field": kept.field,
        "type": kept.type.value,
        "chosen": ";".join(kept.chosen),
        "given": phrases.dump(dict(kept.given)),
        "revision": kept.revision,
        "expires_at": kept.expires_at,
        "aside": _kept(kept.aside) if kept.aside else None,
    }
    statement = insert(unit, questions).values(person_id=person_id, **values)
    unit.connection.execute(statement.on_conflict_do_update(index_elements=["person_id"], set_=values))
    return kept


def tick(unit: Unit, person_id: int, chosen: tuple[str, ...]) -> None:
    """Change what is ticked; the question stays the same."""
    statement = update(questions).where(questions.c.person_id == person_id)
    unit.connection.execute(statement.values(chosen=";".join(chosen)))


def close(unit: Unit, person_id: int) -> None:
    unit.connection.execute(delete(questions).where(questions.c.person_id == person_id))


def states(unit: Unit) -> dict[int, QuestionType]:
    """Which type of question each linked person is being asked, by person."""
    found = unit.connection.execute(select(questions.c.person_id, questions.c.type))
    return {row.person_id: QuestionType(row.type) for row in found if row.type in TYPES}


def all_asked(unit: Unit) -> list[tuple[str, str, str]]:
    """Of everybody who is asked something: staff number, purpose, type."""
    query = select(people.c.staff_no, questions.c.purpose, questions.c.type).join_from(questions, people)
    return [tuple(each) for each in unit.connection.execute(query.order_by(people.c.staff_no))]


def _kept(question: Question) -> str:
    """The question and all that it put aside in its turn, the last one first."""
    stack: list[list[Any]] = []
    one: Question | None = question
    while one is not None:
        stack.append([one.purpose, one.matter, one.field, one.type.value, *one.chosen, dict(one.given)])
        one = one.aside
    return phrases.dump(stack)


def _revived(text: str) -> Question | None:
    revived: Question | None = None
    try:
        for purpose, matter, name, type_, *rest in reversed(phrases.load(text)):
            given = rest.pop() if rest and isinstance(rest[-1], dict) else {}  # rows from before 0007 have none
            revived = replace(_kept_as(purpose, matter, name, type_, tuple(rest), revived), given=_answers(given))
    except (ValueError, TypeError):
        return Question(LOST, "", "", QuestionType.CHOICE)
    return revived


@dataclass(frozen=True, slots=True)
class Entered:
    """A colleague's form on paper that is being put in, under its number."""

    person_id: int
    document: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A form being filled; `case_id` when it mends a returned case, `entered` when it comes from another's paper."""

    id: int
    person_id: int
    kind: str
    answers: Answers
    case_id: int | None
    entered: Entered | None = None


def begin_draft(
    unit: Unit,
    person_id: int,
    kind: str,
    answers: Answers,
    case_id: int | None = None,
    entered: Entered | None = None,
) -> Draft:
    drop_draft(unit, person_id)  # one that cannot be read gives way
    values = {"person_id": person_id, "kind": kind, "answers": phrases.dump(dict(answers)), "case_id": case_id}
    values |= {"for_id": entered.person_id, "document": entered.document} if entered else {}
    statement = insert(unit, drafts).values(created_at=unit.now, **values).returning(drafts.c.id)
    return Draft(unit.connection.execute(statement).scalar_one(), person_id, kind, answers, case_id, entered)


def draft_of(unit: Unit, person_id: int) -> Draft | None:
    """The form that is being filled; one that cannot be read is none."""
    row = unit.connection.execute(select(drafts).where(drafts.c.person_id == person_id, STANDS)).one_or_none()
    return _draft(row) if row else None


def _draft(row: Row[Any]) -> Draft | None:
    try:
        entered = Entered(row.for_id, row.document) if row.for_id else None
        return Draft(row.id, row.person_id, kind_of(row.kind).code, read_answers(row.answers), row.case_id, entered)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def drop_damaged(unit: Unit, person_id: int) -> bool:
    """Whether there was a form that cannot be read; it is gone now."""
    if draft_of(unit, person_id) is not None:
        return False
    return unit.connection.execute(delete(drafts).where(drafts.c.person_id == person_id, STANDS)).rowcount > 0


def damaged(unit: Unit) -> list[str]:
    """Staff numbers of those whose form cannot be read."""
    query = select(drafts, people.c.staff_no).join(people, people.c.id == drafts.c.person_id)
    found = unit.connection.execute(query.where(STANDS))
    return sorted(each.staff_no for each in found if _draft(each) is None)


def keep_answers(unit: Unit, draft: Draft, answers: Answers) -> Draft:
    unit.connection.execute(update(drafts).where(drafts.c.id == draft.id).values(answers=phrases.dump(dict(answers))))
    return replace(draft, answers=answers)


def drop_draft(unit: Unit, person_id: int) -> None:
    unit.connection.execute(delete(drafts).where(drafts.c.person_id == person_id))


def cancel_draft(unit: Unit, person_id: int) -> None:
    """It counts as gone, but can be restored until the day ends or another form is begun."""
    statement = update(drafts).where(drafts.c.person_id == person_id, STANDS)
    unit.connection.execute(statement.values(cancelled_on=unit.today))


def restore_draft(unit: Unit, person_id: int, draft_id: int) -> Draft | None:
    """The form that was cancelled today, open again."""
    cancelled = (drafts.c.id == draft_id, drafts.c.person_id == person_id, drafts.c.cancelled_on == unit.today)
    restored = unit.connection.execute(update(drafts).where(*cancelled).values(cancelled_on=None)).rowcount
    return draft_of(unit, person_id) if restored else None


def purge(unit: Unit) -> None:
    """What was cancelled before today is gone for good."""
    unit.connection.execute(delete(drafts).where(drafts.c.cancelled_on < unit.today))


def read_answers(text: str) -> dict[str, Any]:
    return _answers(phrases.load(text))


def _answers(loaded: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(each) if isinstance(each, list) else each for name, each in loaded.items()}
