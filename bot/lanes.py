"""What may be sent next: lanes by urgency, order within a chat, and Telegram's rates."""

from collections import deque
from dataclasses import dataclass, field

from storage.outbox import Lane, Row

BURST = 5.0
CHAT_BURST = 3.0
RESERVE = 2.0
IDLE_SECONDS = 60.0


@dataclass(slots=True)
class Bucket:
    """Tokens that refill with time; times are monotonic seconds."""

    rate: float
    burst: float
    tokens: float
    at: float

    def wait(self, now: float, needed: float = 1.0) -> float:
        """Seconds until `needed` tokens are there; 0 when they are."""
        self.tokens = min(self.burst, self.tokens + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (needed - self.tokens) / self.rate)

    def take(self) -> None:
        self.tokens -= 1


@dataclass(slots=True)
class Chat:
    """What waits for one chat, by lane; a lane whose message is under way waits for it."""

    bucket: Bucket
    waiting: dict[Lane, deque[Row]] = field(default_factory=dict)
    under_way: set[Lane] = field(default_factory=set)
    paused_until: float = 0.0


class Lanes:
    """Rows that wait to be sent, and the moment each may go."""

    def __init__(self, rate: float, chat_rate: float) -> None:
        self._rate = rate
        self._chat_rate = chat_rate
        self._all = Bucket(rate, max(BURST, rate / 6), max(BURST, rate / 6), 0.0)
        self._chats: dict[int, Chat] = {}
        self._queues: dict[Lane, deque[int]] = {lane: deque() for lane in Lane}
        self._paused_until = 0.0

    def put(self, row: Row, now: float) -> None:
        chat = self._chats.get(row.chat_id)
        if chat is None:
            burst = max(CHAT_BURST, self._chat_rate)
            chat = self._chats[row.chat_id] = Chat(Bucket(self._chat_rate, burst, burst, now))
        queue = chat.waiting.setdefault(row.lane, deque())
        if not queue and row.lane not in chat.under_way:
            self._queues[row.lane].append(row.chat_id)
        queue.append(row)

    def pick(self, now: float) -> tuple[Row | None, float]:
        """The next row that may go now, or None and the seconds until one may."""
        soonest = IDLE_SECONDS
        for lane, queue in self._queues.items():
            if not queue:
                continue
            overall = max(self.paused(now), self._all.wait(now, 1.0 + (RESERVE if lane > Lane.DECISION else 0)))
            if overall > 0:
                return None, min(soonest, overall)
            for chat_id in queue:
                chat = self._chats[chat_id]
                # What can wait leaves a token for the answer that may be wanted next.
                needed = 1.0 if lane < Lane.BROADCAST else 2.0
                wait = max(chat.paused_until - now, chat.bucket.wait(now, needed))
                if wait <= 0:
                    queue.remove(chat_id)
                    return self._take(chat, lane), 0.0
                soonest = min(soonest, wait)
        return None, soonest

    def done(self, row: Row) -> None:
        """The row's message has arrived or was given up: the next of its lane may go."""
        chat = self._chats[row.chat_id]
        chat.under_way.discard(row.lane)
        if chat.waiting.get(row.lane):
            self._queues[row.lane].append(row.chat_id)

    def back(self, row: Row) -> None:
        """Not delivered: it goes first in its lane when its time comes."""
        chat = self._chats[row.chat_id]
        chat.under_way.discard(row.lane)
        chat.waiting.setdefault(row.lane, deque()).appendleft(row)
        self._queues[row.lane].append(row.chat_id)

    def tidy(self, now: float) -> None:
        """Forget chats that have nothing to send and nothing to wait for."""
        for chat_id, chat in list(self._chats.items()):
            idle = not chat.under_way and not any(chat.waiting.values()) and chat.paused_until <= now
            if idle and chat.bucket.wait(now, chat.bucket.burst) <= 0:
                del self._chats[chat_id]

    def pause(self, row: Row, until: float) -> None:
        """Obey a flood wait. A chat that had heard nothing lately cannot be the cause: then it is the whole bot's."""
        chat = self._chats[row.chat_id]
        chat.paused_until = max(chat.paused_until, until)
        if chat.bucket.tokens >= chat.bucket.burst - 1.5:
            self._paused_until = max(self._paused_until, until)

    def pause_chat(self, row: Row, until: float) -> None:
        chat = self._chats[row.chat_id]
        chat.paused_until = max(chat.paused_until, until)

    def paused_for(self, chat_id: int, now: float) -> float:
        """Seconds for which this chat, or the whole bot, is told to wait."""
        chat = self._chats.get(chat_id)
        return max(self.paused(now), chat.paused_until - now if chat else 0.0)

    def paused(self, now: float) -> float:
        """Seconds for which the whole bot is told to wait."""
        return max(0.0, self._paused_until - now)

    @property
    def empty(self) -> bool:
        return not any(self._queues.values()) and not any(each.under_way for each in self._chats.values())

    def _take(self, chat: Chat, lane: Lane) -> Row:
        chat.bucket.take()
        self._all.take()
        chat.under_way.add(lane)
        return chat.waiting[lane].popleft()
