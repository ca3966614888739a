"""One update, one transaction, one outcome: the context that every handler is given."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Any, Concatenate, ParamSpec

from telegram import Bot, Update
from telegram.ext import Application, CallbackContext, ConversationHandler

from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.privacy import Guarded
from bot.services import asking, receiving, telling
from storage import inbox, people
from storage.inbox import Row
from storage.outbox import Row as Queued
from storage.store import Store
from storage.unit import Unit

P = ParamSpec("P")
State = Any
Toast = Phrase | None


class Unreadable(Exception):
    """The row does not parse and never will."""


class Outcome(StrEnum):
    DONE = "done"
    REFUSED = "refused"
    UNANSWERED = "unanswered"


@dataclass(slots=True)
class Attempt:
    """One try at a row: what came of it, what the toast says, what was queued, what went wrong."""

    row: Row
    outcome: Outcome | None = None
    toast: Toast = None
    locale: str | None = None
    queued: list[Queued] = field(default_factory=list)
    error: Exception | None = None


@dataclass(slots=True)
class _Done:
    outcome: Outcome
    toast: Toast
    state: State
    locale: str | None
    queued: list[Queued]


current: ContextVar[Attempt] = ContextVar("current")


class Turn(CallbackContext[Bot, dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """What a handler knows of its update, with Telegram's Optionals narrowed, and the one call it makes."""

    def __init__(self, application: Any, chat_id: int | None = None, user_id: int | None = None) -> None:
        super().__init__(application, chat_id, user_id)
        self.attempt = current.get()

    @property
    def row(self) -> Row:
        return self.attempt.row

    async def do(
        self, service: Callable[Concatenate[Unit, Person, P], Toast], *args: P.args, **kwargs: P.kwargs
    ) -> State:
        """Run the service for the linked person in this turn's transaction; the conversation's next state."""

        def known(unit: Unit, person: Person | None) -> Toast:
            if person is None:
                raise RuleViolation("stranger")
            return service(unit, person, *args, **kwargs)

        return await self._run(known)

    async def admit(
        self, service: Callable[Concatenate[Unit, Person | None, P], Toast], *args: P.args, **kwargs: P.kwargs
    ) -> State:
        """Like `do`, for a service that also serves those whom nobody knows yet."""
        return await self._run(lambda unit, person: service(unit, person, *args, **kwargs))

    async def _run(self, work: Callable[[Unit, Person | None], Toast]) -> State:
        store: Store = self.application.bot_data["store"]
        done = await store.write(lambda unit: _take(unit, self.row, work))
        if done is None:
            self.attempt.outcome = Outcome.DONE
            return None
        self.attempt.outcome, self.attempt.toast, self.attempt.locale = done.outcome, done.toast, done.locale
        self.attempt.queued = done.queued
        return done.state


def _take(unit: Unit, row: Row, work: Callable[[Unit, Person | None], Toast]) -> _Done | None:
    """Claim the row and do its work, all or nothing; a refusal undoes the work, says why, and is done as well."""
    if not inbox.close(unit, row.id, Outcome.DONE):
        return None
    person = people.by_user(unit, row.user_id) if row.user_id is not None else None
    if person is not None and row.kind != "left":
        receiving.reachable(unit, person)
    outcome = Outcome.DONE
    try:
        with unit.savepoint():
            toast = work(unit, person)
    except RuleViolation as no:
        outcome, toast = Outcome.REFUSED, no.phrase
        inbox.note_outcome(unit, row.id, Outcome.REFUSED)
        telling.refuse(unit, person, row, no.phrase)
        if isinstance(no, Guarded):
            receiving.forget(unit, row)
    question = asking.state(unit, person) if person else None
    state = ConversationHandler.END if question is None else question
    return _Done(outcome, toast, state, person.locale if person else None, unit.queued)


async def process(application: Application[Any, Any, Any, Any, Any, Any], row: Row) -> Attempt:
    """Hand a row to the handlers; what they leave untouched is closed with a polite sentence."""
    attempt = Attempt(row)
    try:
        update = Update.de_json(row.body, application.bot)
    except Exception as error:
        attempt.error = Unreadable(type(error).__name__)
        return attempt
    token = current.set(attempt)
    try:
        await application.process_update(update)
        if attempt.outcome is None and attempt.error is None:
            await Turn(application)._run(partial(_nobody, row))
    except Exception as error:
        attempt.error = error
    finally:
        current.reset(token)
    return attempt


def _nobody(row: Row, unit: Unit, person: Person | None) -> Toast:
    if person is None:
        raise RuleViolation("stranger")
    inbox.note_outcome(unit, row.id, Outcome.UNANSWERED)
    telling.tell(unit, person, say("nobody-answered"))
    return say("nobody-answered")


async def note_error(_: object, turn: Turn) -> None:
    """PTB's error handler: keep what went wrong for the worker, log nothing of the update."""
    turn.attempt.error = turn.error
