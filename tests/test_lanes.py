"""Invariant 7: lanes by urgency, order within a chat and lane, Telegram's rates, and every flood wait obeyed."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lanes import Lanes
from storage.outbox import Lane, Row

RATE, CHAT_RATE = 28.0, 1.0
START = 1000.0
REPLY, DECISION, DIGEST, BROADCAST = Lane


class Post:
    """Lanes with a clock that stands still until it is turned."""

    def __init__(self, rate: float = RATE, chat_rate: float = CHAT_RATE) -> None:
        self.lanes = Lanes(rate, chat_rate)
        self.now = START
        self.lanes.pick(self.now)
        self._count = 0

    def put(self, *chats: int, lane: Lane = REPLY) -> list[Row]:
        """A row to each chat, in order."""
        rows: list[Row] = []
        for chat_id in chats:
            self._count += 1
            rows.append(Row(self._count, None, chat_id, lane, "say", {}, None, None))
            self.lanes.put(rows[-1], self.now)
        return rows

    def pick(self) -> Row | None:
        return self.lanes.pick(self.now)[0]

    def wait(self) -> float:
        row, seconds = self.lanes.pick(self.now)
        assert row is None
        return seconds

    def send(self) -> Row | None:
        """Pick, and the message arrives at once."""
        row = self.pick()
        if row is not None:
            self.lanes.done(row)
        return row

    def burst(self) -> list[Row]:
        """All that may go at this moment."""
        return list(iter(self.send, None))

    def run(self, seconds: float, step: float = 0.01) -> list[tuple[float, Row]]:
        """Send whatever may go for so long; each row with its moment."""
        sent: list[tuple[float, Row]] = []
        until = self.now + seconds
        while self.now < until:
            sent += [(self.now, row) for row in self.burst()]
            self.now += step
        return sent


@pytest.fixture
def post() -> Post:
    return Post()


def ids(rows: Sequence[Row]) -> list[int]:
    return [each.id for each in rows]


# --- order -----------------------------------------------------------------------------------------------------------


def test_nothing_waiting_is_nothing_to_send(post: Post) -> None:
    assert post.pick() is None
    assert post.lanes.empty


def test_a_reply_overtakes_what_is_less_urgent(post: Post) -> None:
    for lane in (BROADCAST, DIGEST, DECISION, REPLY):
        post.put(lane.value, lane=lane)

    assert [row.lane for _, row in post.run(1)] == [REPLY, DECISION, DIGEST, BROADCAST]


def test_a_reply_overtakes_a_digest_to_the_same_chat(post: Post) -> None:
    (digest,) = post.put(1, lane=DIGEST)
    (reply,) = post.put(1)

    assert post.burst() == [reply, digest]


def test_rows_of_one_chat_and_lane_go_in_order(post: Post) -> None:
    rows = post.put(1, 1, 1)

    assert post.burst() == rows


def test_the_next_row_of_a_chat_and_lane_waits_until_the_one_before_has_arrived(post: Post) -> None:
    first, second = post.put(1, 1)

    assert post.pick() == first
    assert post.pick() is None

    post.lanes.done(first)

    assert post.pick() == second


def test_a_row_put_while_one_is_under_way_waits_for_it(post: Post) -> None:
    (first,) = post.put(1)
    post.pick()
    (second,) = post.put(1)

    assert post.pick() is None

    post.lanes.done(first)

    assert post.pick() == second


def test_another_lane_of_the_chat_does_not_wait_for_a_row_under_way(post: Post) -> None:
    post.put(1, lane=DECISION)
    post.pick()
    (reply,) = post.put(1)

    assert post.pick() == reply


def test_another_chat_does_not_wait_for_a_row_under_way(post: Post) -> None:
    post.put(1)
    post.pick()
    (other,) = post.put(2)

    assert post.pick() == other


def test_chats_take_turns(post: Post) -> None:
    post.put(1, 1, 2, 2)

    assert [row.chat_id for row in post.burst()] == [1, 2, 1, 2]


def test_what_came_back_goes_first_in_its_lane(post: Post) -> None:
    first, second = post.put(1, 1)
    post.pick()
    post.lanes.back(first)

    assert post.burst() == [first, second]


def test_what_came_back_does_not_go_twice(post: Post) -> None:
    (row,) = post.put(1)
    post.pick()
    post.lanes.back(row)

    assert post.burst() == [row]


def test_a_row_put_while_one_came_back_waits_behind_it(post: Post) -> None:
    (first,) = post.put(1)
    post.pick()
    (second,) = post.put(1)
    post.lanes.back(first)

    assert post.burst() == [first, second]


def test_nothing_waits_and_nothing_is_under_way_means_empty(post: Post) -> None:
    (row,) = post.put(1)

    assert not post.lanes.empty

    post.pick()

    assert not post.lanes.empty

    post.lanes.done(row)

    assert post.lanes.empty


# --- rates -----------------------------------------------------------------------------------------------------------


def test_five_messages_may_go_at_once_and_no_more(post: Post) -> None:
    post.put(*range(20))

    assert len(post.burst()) == 5


def test_twenty_eight_messages_a_second_go_out_after_the_burst(post: Post) -> None:
    post.put(*range(400))
    post.burst()
    post.now += 0.01

    assert len(post.run(10)) == pytest.approx(280, abs=2)


def test_in_no_second_more_than_the_rate_and_its_burst_go_out(post: Post) -> None:
    post.put(*range(200))
    moments = [moment for moment, _ in post.run(5)]
    busiest = max(sum(start <= each < start + 1 for each in moments) for start in moments)

    assert busiest <= RATE + 5


def test_the_wait_is_until_the_next_token_is_there(post: Post) -> None:
    post.put(*range(20))
    post.burst()

    assert post.wait() == pytest.approx(1 / RATE)


def test_three_messages_to_a_chat_may_go_at_once_and_no_more(post: Post) -> None:
    post.put(*[1] * 10)

    assert len(post.burst()) == 3
    assert post.wait() == pytest.approx(1.0)


def test_a_chat_that_may_hear_more_a_second_hears_as_many_at_once() -> None:
    post = Post(chat_rate=10)
    post.lanes = Lanes(1000, 10)
    post.lanes.pick(post.now)
    post.put(*[1] * 20)

    assert len(post.burst()) == 10


def test_the_wait_is_that_of_the_chat_that_may_hear_again_first(post: Post) -> None:
    for chat_id, pause in ((1, 3), (2, 5)):
        (row,) = post.put(chat_id)
        post.pick()
        post.lanes.pause_chat(row, post.now + pause)
        post.lanes.back(row)

    assert post.wait() == pytest.approx(3)


def test_what_is_urgent_is_not_late_because_what_can_wait_must(post: Post) -> None:
    (row,) = post.put(1)
    post.pick()
    post.lanes.pause_chat(row, post.now + 0.01)
    post.lanes.back(row)
    post.put(*range(2, 4))
    post.burst()
    post.put(5, lane=DIGEST)

    assert post.wait() == pytest.approx(0.01)


def test_one_message_a_second_goes_to_a_chat_after_the_burst(post: Post) -> None:
    post.put(*[1] * 30)

    assert len(post.run(10)) == pytest.approx(3 + 10, abs=1)


def test_a_chat_that_must_wait_holds_up_no_other(post: Post) -> None:
    post.put(*[1] * 10)
    post.burst()
    (other,) = post.put(2)

    assert post.burst() == [other]


def test_a_chat_that_must_wait_holds_up_no_less_urgent_lane_of_others(post: Post) -> None:
    post.put(*[1] * 10)
    post.burst()
    post.now += 0.5
    (other,) = post.put(2, lane=BROADCAST)

    assert post.burst() == [other]


def test_silence_fills_the_burst_again_but_not_more(post: Post) -> None:
    post.put(*range(5))
    post.burst()
    post.now += 3600
    post.put(*range(100, 120))

    assert len(post.burst()) == 5


# --- what can wait leaves room ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("lane", [DIGEST, BROADCAST])
def test_what_can_wait_leaves_two_tokens_for_replies(post: Post, lane: Lane) -> None:
    post.put(*range(20), lane=lane)

    assert len(post.burst()) == 3

    post.put(*range(100, 110))

    assert [row.lane for row in post.burst()] == [REPLY, REPLY]


def test_decisions_need_leave_nothing(post: Post) -> None:
    post.put(*range(20), lane=DECISION)

    assert len(post.burst()) == 5


def test_a_reply_in_the_middle_of_a_broadcast_goes_out_at_once(post: Post) -> None:
    post.put(*range(3000), lane=BROADCAST)
    post.run(10)
    (reply,) = post.put(5000)

    assert post.pick() == reply


def test_a_broadcast_to_a_chat_leaves_it_a_token_for_a_reply(post: Post) -> None:
    post.put(*[1] * 5, lane=BROADCAST)
    post.run(0.5)
    (reply,) = post.put(1)

    assert post.pick() == reply


def test_what_can_wait_goes_out_in_the_end(post: Post) -> None:
    post.put(*range(100), lane=BROADCAST)

    assert len(post.run(100 / RATE + 1)) == 100


# --- flood waits and pauses ------------------------------------------------------------------------------------------


def busy(post: Post, chat_id: int) -> Row:
    """A chat that has just heard three messages, and the row that was refused."""
    post.put(*[chat_id] * 2)
    post.burst()
    (row,) = post.put(chat_id)

    assert post.pick() == row
    return row


def test_a_chat_that_is_told_to_wait_hears_nothing_until_then(post: Post) -> None:
    row = busy(post, 1)
    post.lanes.pause(row, post.now + 7)
    post.lanes.back(row)
    (moment, first), *_ = post.run(20)

    assert first == row
    assert moment == pytest.approx(START + 7, abs=0.02)


def test_a_wait_concerns_every_lane_of_the_chat(post: Post) -> None:
    row = busy(post, 1)
    post.lanes.pause(row, post.now + 7)
    post.put(1, lane=DECISION)
    post.now += 6.9

    assert post.pick() is None


def test_a_wait_of_one_chat_does_not_concern_another(post: Post) -> None:
    row = busy(post, 1)
    post.lanes.pause(row, post.now + 7)
    (other,) = post.put(2)

    assert post.pick() == other
    assert post.lanes.paused(post.now) == 0


def test_a_silent_chat_that_is_told_to_wait_means_the_whole_bot(post: Post) -> None:
    (row,) = post.put(1)
    post.pick()
    post.lanes.pause(row, post.now + 7)
    post.lanes.back(row)
    post.put(2)

    assert post.pick() is None
    assert post.lanes.paused(post.now) == 7
    assert post.wait() == pytest.approx(7)


def test_after_the_wait_of_the_whole_bot_everything_goes_on(post: Post) -> None:
    (row,) = post.put(1)
    post.pick()
    post.lanes.pause(row, post.now + 7)
    post.lanes.back(row)
    (other,) = post.put(2)
    post.now += 7

    assert post.burst() == [row, other]


def test_a_shorter_wait_does_not_end_a_longer_one(post: Post) -> None:
    (row,) = post.put(1)
    post.pick()
    post.lanes.pause(row, post.now + 7)
    post.lanes.pause(row, post.now + 2)
    post.lanes.back(row)
    post.now += 3

    assert post.pick() is None
    assert post.lanes.paused(post.now) == 4


def test_who_asks_before_a_call_hears_how_long_the_chat_has_to_wait(post: Post) -> None:
    row = busy(post, 1)
    post.lanes.pause(row, post.now + 7)

    assert [post.lanes.paused_for(each, post.now) for each in (1, 2)] == [7, 0]


def test_a_wait_of_the_whole_bot_is_one_of_every_chat(post: Post) -> None:
    (row,) = post.put(1)
    post.pick()
    post.lanes.pause(row, post.now + 7)

    assert [post.lanes.paused_for(each, post.now) for each in (1, 2)] == [7, 7]


def test_a_shorter_wait_of_a_chat_does_not_end_a_longer_one(post: Post) -> None:
    row = busy(post, 1)
    for seconds in (7, 2):
        post.lanes.pause(row, post.now + seconds)

    assert post.lanes.paused_for(1, post.now) == 7


def test_a_chat_that_cannot_be_reached_for_a_while_holds_up_no_other(post: Post) -> None:
    (row,) = post.put(1)
    post.pick()
    post.lanes.pause_chat(row, post.now + 5)
    post.lanes.back(row)
    (other,) = post.put(2)

    assert post.burst() == [other]
    assert post.lanes.paused(post.now) == 0

    post.now += 5

    assert post.burst() == [row]


def test_trouble_on_the_wire_does_not_shorten_the_wait_of_a_chat(post: Post) -> None:
    row = busy(post, 1)
    post.lanes.pause(row, post.now + 7)
    post.lanes.pause_chat(row, post.now + 1)
    post.lanes.back(row)
    post.now += 6

    assert post.pick() is None


# --- what is kept in memory ------------------------------------------------------------------------------------------


def chats(post: Post) -> int:
    return len(post.lanes._chats)


def test_idle_chats_are_forgotten(post: Post) -> None:
    post.put(1, 2, 3)
    post.burst()
    post.now += 60
    post.lanes.tidy(post.now)

    assert chats(post) == 0


def test_a_chat_that_has_just_heard_something_is_remembered(post: Post) -> None:
    post.put(1)
    post.burst()
    post.lanes.tidy(post.now)

    assert chats(post) == 1


def test_a_chat_with_something_to_send_is_remembered(post: Post) -> None:
    (row,) = post.put(1)
    post.now += 60
    post.lanes.tidy(post.now)

    assert post.burst() == [row]


def test_a_chat_whose_message_is_under_way_is_remembered(post: Post) -> None:
    (row,) = post.put(1)
    post.pick()
    post.now += 60
    post.lanes.tidy(post.now)
    post.lanes.done(row)

    assert chats(post) == 1


def test_a_chat_that_was_told_to_wait_is_remembered_until_then(post: Post) -> None:
    row = busy(post, 1)
    post.lanes.done(row)
    post.lanes.pause(row, post.now + 600)
    post.now += 60
    post.lanes.tidy(post.now)
    post.put(1)

    assert post.pick() is None


# --- whatever comes --------------------------------------------------------------------------------------------------

acts = st.lists(
    st.tuples(
        st.sampled_from(["put", "pick", "done", "back", "turn", "tidy"]), st.integers(1, 3), st.sampled_from(list(Lane))
    ),
    max_size=60,
)


@given(acts)
def test_every_row_goes_out_once_and_in_the_order_of_its_chat_and_lane(tried: list[tuple[str, int, Lane]]) -> None:
    post = Post()
    under_way: list[Row] = []
    wanted: dict[tuple[int, Lane], list[int]] = {}
    sent: dict[tuple[int, Lane], list[int]] = {}

    def arrive(row: Row) -> None:
        post.lanes.done(row)
        sent.setdefault((row.chat_id, row.lane), []).append(row.id)

    for act, chat_id, lane in tried:
        if act == "put":
            wanted.setdefault((chat_id, lane), []).extend(ids(post.put(chat_id, lane=lane)))
        elif act == "pick" and (row := post.pick()):
            under_way.append(row)
        elif act == "done" and under_way:
            arrive(under_way.pop(0))
        elif act == "back" and under_way:
            post.lanes.back(under_way.pop(0))
        elif act == "turn":
            post.now += chat_id
        elif act == "tidy":
            post.lanes.tidy(post.now)

        assert max(Counter((each.chat_id, each.lane) for each in under_way).values(), default=0) <= 1

    for row in under_way:
        arrive(row)
    for _ in range(400):
        while (row := post.pick()) is not None:
            arrive(row)
        post.now += 0.5

    assert sent == wanted
    assert post.lanes.empty
