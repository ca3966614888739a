"""The one question that a person is asked, and the one it put aside; and the form that is being filled."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from bot.rules.fields import Answers, QuestionType

from . import counters, phrases
from .dialect import insert
from .tables import drafts, questions
from .unit import Unit

EXPIRES = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Question:
    """`purpose` says what the answer is for, `matter` what it is about, `chosen` what is ticked so far."""

    purpose: str
    matter: str
    field: str
    type: QuestionType
    revision: int = 0
    chosen: tuple[str, ...] = ()
    expires_at: datetime | None = None
    aside: "Question | None" = None


_ONE = select(questions).where(questions.c.person_id == bindparam("person"))


def load(unit: Unit, person_id: int) -> Question | None:
    row = unit.connection.execute(_ONE, {"person": person_id}).one_or_none()
    if row is None:
        return None
    chosen = tuple(row.chosen.split(";")) if row.chosen else ()
    aside = _revived(row.aside) if row.aside else None
    return Question(
        row.purpose, row.matter, row.field, QuestionType(row.type), row.revision, chosen, row.expires_at, aside
    )


def save(unit: Unit, person_id: int, question: Question) -> Question:
    """Make it the open question; its revision is new, so that every older button is stale."""
    kept = replace(question, revision=counters.next_value(unit, f"question:{person_id}"), expires_at=unit.now + EXPIRES)
    values = {
        "purpose": kept.purpose,
        "matter": kept.matter,
        "field": kept.field,
        "type": kept.type.value,
        "chosen": ";".join(kept.chosen),
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
    return {row.person_id: QuestionType(row.type) for row in found}


def _kept(question: Question) -> str:
    """The question and all that it put aside in its turn, the last one first."""
    stack: list[list[str]] = []
    one: Question | None = question
    while one is not None:
        stack.append([one.purpose, one.matter, one.field, one.type.value, *one.chosen])
        one = one.aside
    return phrases.dump(stack)


def _revived(text: str) -> Question | None:
    revived: Question | None = None
    for purpose, matter, field, type_, *chosen in reversed(phrases.load(text)):
        revived = Question(purpose, matter, field, QuestionType(type_), chosen=tuple(chosen), aside=revived)
    return revived


@dataclass(frozen=True, slots=True)
class Draft:
    """A form being filled; `case_id` when it mends a returned case."""

    id: int
    person_id: int
    kind: str
    answers: Answers
    case_id: int | None


def begin_draft(unit: Unit, person_id: int, kind: str, answers: Answers, case_id: int | None = None) -> Draft:
    values = {"person_id": person_id, "kind": kind, "answers": phrases.dump(dict(answers)), "case_id": case_id}
    statement = insert(unit, drafts).values(created_at=unit.now, **values).returning(drafts.c.id)
    return Draft(unit.connection.execute(statement).scalar_one(), person_id, kind, answers, case_id)


def draft_of(unit: Unit, person_id: int) -> Draft | None:
    row = unit.connection.execute(select(drafts).where(drafts.c.person_id == person_id)).one_or_none()
    return Draft(row.id, row.person_id, row.kind, read_answers(row.answers), row.case_id) if row else None


def keep_answers(unit: Unit, draft: Draft, answers: Answers) -> Draft:
    unit.connection.execute(update(drafts).where(drafts.c.id == draft.id).values(answers=phrases.dump(dict(answers))))
    return replace(draft, answers=answers)


def drop_draft(unit: Unit, person_id: int) -> None:
    unit.connection.execute(delete(drafts).where(drafts.c.person_id == person_id))


def read_answers(text: str) -> dict[str, Any]:
    return {name: tuple(each) if isinstance(each, list) else each for name, each in phrases.load(text).items()}
