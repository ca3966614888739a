"""The bot to compare approvals with: stock python-telegram-bot, the asynchronous ORM, one commit for an update.

It writes the rows that an approval writes and tells whom an approval tells. What is on its way when it dies is lost.
"""

import hashlib
import json
import secrets
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase
from telegram import Bot, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import ApplicationBuilder, CallbackContext, CallbackQueryHandler

from storage import tables

TEXT = "115-A2-0001　業務承辦者帳號\n" + "申請人、事由、法令依據、承辦業務、查調項目、辦理情形\n" * 8
Context: TypeAlias = CallbackContext[Any, Any, Any, Any]


class Base(DeclarativeBase):
    metadata = tables.metadata


class Received(Base):
    __table__ = tables.inbox


class Queued(Base):
    __table__ = tables.outbox


class Person(Base):
    __table__ = tables.people


class Seat(Base):
    __table__ = tables.seats


class Case(Base):
    __table__ = tables.cases


class Decision(Base):
    __table__ = tables.decisions


class Entry(Base):
    __table__ = tables.ledger


class Payload(Base):
    __table__ = tables.ledger_payloads


class Card(Base):
    __table__ = tables.cards


class Copy(Base):
    __table__ = tables.copies


class Button(Base):
    __table__ = tables.buttons


@dataclass(frozen=True, slots=True)
class Shown:
    """A card with its row of the outbox and the button under it."""

    person: Any
    card: Any
    queued: Any
    keyboard: InlineKeyboardMarkup


async def approve(update: Update, context: Context) -> None:
    query = update.callback_query
    assert query is not None
    async with context.bot_data["sessions"]() as session, session.begin():
        _keep(session, update, query)
        head = await _one(session, select(Person).where(tables.people.c.user_id == query.from_user.id))
        case = await _case(session, head, query)
        applicant = await session.get_one(Person, case.subject_id)
        _decide(session, case, head)
        await _write_down(session, case, head)
        word = _queue(session, applicant, None)
        concerned = {"withdraw": applicant, "": head, "done": await _administrator(session, case.agency)}
        cards = [await _want(session, case, person, action) for action, person in concerned.items()]
        await session.flush()
        await context.bot.send_message(applicant.user_id, TEXT)
        _mark(word)
        for each in cards:
            await _show(session, context.bot, each)
    await query.answer("ok")


async def _one(session: AsyncSession, query: Select[Any]) -> Any:
    return (await session.scalars(query)).one()


def _keep(session: AsyncSession, update: Update, query: CallbackQuery) -> None:
    now, body = datetime.now(UTC), json.dumps({"id": query.id, "data": query.data})
    done = {"kind": "callback", "body": body, "received_at": now, "state": "done", "done_at": now}
    session.add(Received(bot_id=1, update_id=update.update_id, user_id=query.from_user.id, **done))


async def _case(session: AsyncSession, head: Any, query: CallbackQuery) -> Any:
    """The case of the tapped button, if the person may decide it."""
    button: Any = await session.get_one(Button, query.data)
    case: Any = await session.get_one(Case, int(button.matter.partition(":")[2]))
    assert button.person_id == head.id and button.revision == case.version
    await session.get_one(Seat, (head.id, case.seat_role))
    return case


async def _administrator(session: AsyncSession, agency: str) -> Any:
    staff, seats = tables.people.c, tables.seats.c
    query = select(Person).join(Seat, seats.person_id == staff.id)
    return await _one(session, query.where(staff.agency == agency, seats.role == "administrator"))


def _decide(session: AsyncSession, case: Any, head: Any) -> None:
    now = datetime.now(UTC)
    case.step, case.opened, case.version = case.step + 1, case.opened + 1, case.version + 1
    case.seat_role, case.step_since, case.step_due = "administrator", now, date(2026, 12, 1)
    decision = {"step": "sign", "verdict": "approve", "capacity": "in_person", "strength": "tap"}
    who = {"person_id": head.id, "holder_id": head.id}
    session.add(Decision(case_id=case.id, version=case.version, at=now, **who, **decision))


async def _write_down(session: AsyncSession, case: Any, head: Any) -> None:
    last = await _one(session, select(Entry).order_by(tables.ledger.c.id.desc()).limit(1))
    body = json.dumps({"case": case.number, "step": "sign", "verdict": "approve", "by": head.staff_no})
    payload_hash = hashlib.sha256(body.encode()).hexdigest()
    own = hashlib.sha256(f"{last.hash}{payload_hash}".encode()).hexdigest()
    now, verb = datetime.now(UTC), "case_decided"
    session.add(Entry(id=last.id + 1, verb=verb, at=now, previous=last.hash, payload_hash=payload_hash, hash=own))
    await session.flush()
    session.add(Payload(id=last.id + 1, body=body))


def _queue(session: AsyncSession, person: Any, card: Any) -> Any:
    what = {"kind": "say" if card is None else "card", "body": json.dumps({"text": TEXT}), "lane": 1}
    queued = Queued(person_id=person.id, card_id=card and card.id, created_at=datetime.now(UTC), **what)
    session.add(queued)
    return queued


async def _want(session: AsyncSession, case: Any, person: Any, action: str) -> Shown:
    """The person's card at the case's new version, with its button."""
    matter, id_ = f"case:{case.id}", "c" + secrets.token_urlsafe(12)
    mine = (tables.cards.c.person_id == person.id, tables.cards.c.matter == matter)
    card: Any = (await session.scalars(select(Card).where(*mine))).one_or_none()
    if card is None:
        card = Card(person_id=person.id, matter=matter, wanted=0)
        session.add(card)
    card.wanted += 1
    await session.flush()
    if action:
        offered = {"action": action, "value": "", "revision": case.version, "created_at": datetime.now(UTC)}
        session.add(Button(id=id_, person_id=person.id, matter=matter, **offered))
    rows = [[InlineKeyboardButton(action, callback_data=id_)]] if action else []
    return Shown(person, card, _queue(session, person, card), InlineKeyboardMarkup(rows))


async def _show(session: AsyncSession, bot: Bot, shown: Shown) -> None:
    """Send the card or edit the message that shows it; then it is known to be shown."""
    chat, card = shown.person.user_id, shown.card
    copy: Any = (await session.scalars(select(Copy).where(tables.copies.c.card_id == card.id))).first()
    if copy is None:
        sent = await bot.send_message(chat, TEXT, reply_markup=shown.keyboard)
        session.add(Copy(card_id=card.id, message_id=sent.message_id, shown=card.wanted))
    else:
        await bot.edit_message_text(TEXT, chat_id=chat, message_id=copy.message_id, reply_markup=shown.keyboard)
        copy.shown = card.wanted
    _mark(shown.queued)


def _mark(queued: Any) -> None:
    queued.state, queued.done_at = "sent", datetime.now(UTC)


def main(url: str, token: str, address: str) -> None:
    application = ApplicationBuilder().token(token).base_url(f"{url}/bot").build()
    engine = create_async_engine(address.replace("sqlite:", "sqlite+aiosqlite:"))
    application.bot_data["sessions"] = async_sessionmaker(engine, expire_on_commit=False)
    application.add_handler(CallbackQueryHandler(approve))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
