"""Telegram itself: people, bots, files, the faults that are ordered and the violations that are found."""

import itertools
import re
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from .bots import BotAccount
from .chats import Chat, ChatKind
from .errors import unauthorized
from .events import Event, EventKind, Events
from .faults import Faults
from .flood import Flood, Limits
from .media import FileStore
from .taps import Taps
from .updates import FIRST_UPDATE, UpdateQueue
from .users import User
from .violations import Violation, ViolationKind

TOKEN = re.compile(r"([0-9]{1,16}):[A-Za-z0-9_-]+")
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)  # numbers of updates go on growing from one start to the next
FIRST_PERSON = 1001
FIRST_GROUP = -5_000_001


def real_now() -> datetime:
    return datetime.now(UTC)


class Telegram:
    """With `tokens` only these are known; without, any token of the right form opens a bot of its own.

    `now` dates the messages and may be turned; `stopwatch` measures deadlines and pauses in real seconds.
    """

    def __init__(
        self,
        tokens: Sequence[str] = (),
        *,
        now: Callable[[], datetime] = real_now,
        stopwatch: Callable[[], float] = time.monotonic,
        answer_deadline: float = 15.0,
        limits: Limits | None = None,
    ) -> None:
        self.now = now
        self.stopwatch = stopwatch
        self.answer_deadline = answer_deadline
        self.limits = limits
        self.events = Events()
        self.faults = Faults()
        self.files = FileStore()
        self.users: dict[int, User] = {}
        self.bots: dict[str, BotAccount] = {}
        self._violations: list[Violation] = []
        self._restricted = bool(tokens)
        self._person_ids = itertools.count(FIRST_PERSON)
        self._group_ids = itertools.count(FIRST_GROUP, -1)
        for token in tokens:
            self.add_bot(token)

    def add_user(
        self,
        first_name: str,
        *,
        user_id: int | None = None,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = None,
    ) -> User:
        number = next(self._person_ids) if user_id is None else user_id
        user = User(number, first_name, last_name, username, language_code)
        self.users[number] = user
        self.events.tell(Event(EventKind.USER, chat_id=number))
        return user

    def add_bot(self, token: str, *, username: str | None = None, first_name: str = "Sandbox") -> BotAccount:
        match = TOKEN.fullmatch(token)
        if not match:
            raise unauthorized()
        number = len(self.bots) + 1
        name = username or ("sandbox_bot" if number == 1 else f"sandbox{number}_bot")
        user = User(int(match.group(1)), first_name, username=name, is_bot=True)
        taps, flood = Taps(self.stopwatch), Flood(self.limits, self.stopwatch)
        queue = UpdateQueue(FIRST_UPDATE + int((self.now() - EPOCH).total_seconds()))
        bot = self.bots[token] = BotAccount(token, user, self.now, self.events, taps, flood, queue)
        self.events.tell(Event(EventKind.BOT, bot_id=user.id))
        return bot

    def bot(self, token: str) -> BotAccount:
        """The bot of this token; 401 if there is none and none may come."""
        if token in self.bots:
            return self.bots[token]
        if self._restricted:
            raise unauthorized()
        return self.add_bot(token)

    def only_bot(self, bot_id: int | None = None) -> BotAccount:
        """The bot with this id, or the first one that came."""
        for bot in self.bots.values():
            if bot_id in (None, bot.user.id):
                return bot
        raise LookupError("no bot has called yet")

    def add_group(self, bot: BotAccount, title: str) -> Chat:
        chat = Chat(next(self._group_ids), ChatKind.GROUP, title=title)
        bot.chats[chat.id] = chat
        return chat

    @property
    def violations(self) -> list[Violation]:
        """All that was found so far; taps whose time ran out are found when one looks."""
        for bot in self.bots.values():
            for tap in bot.taps.take_unanswered(self.answer_deadline):
                self.report(ViolationKind.UNANSWERED_TAP, "answerCallbackQuery", f"{tap.id}: {tap.data}")
        return self._violations

    def report(self, kind: ViolationKind, method: str, detail: str) -> None:
        violation = Violation(kind, method, detail, self.now())
        self._violations.append(violation)
        self.events.tell(Event(EventKind.VIOLATION, body={"violation": violation.as_json()}))

    def reset(self) -> None:
        """Forgets people, chats, files and faults; the bots stay with empty chats and their menus."""
        self.users.clear()
        self.files = FileStore()
        self.faults.clear()
        self._violations.clear()
        for bot in self.bots.values():
            bot.chats.clear()
            bot.queue.clear()
            bot.flood.clear()
            bot.taps.clear()
        self.events.tell(Event(EventKind.RESET))
