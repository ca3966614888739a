"""What may be kept of an update: an allow-list, whatever else came with it."""

import json
from typing import Any

import pytest

from bot.arrivals import number_of, reduce
from bot.rules.codes import hashed

CODE = "KDHW7VHG3GRK"
IDENTITY = "A123456789"


def message(**parts: Any) -> dict[str, Any]:
    """A private message as Telegram sends it, with names in every place that has one."""
    person = {"id": 7, "is_bot": False, "first_name": IDENTITY, "last_name": IDENTITY, "username": IDENTITY}
    chat = {"id": 7, "type": "private", "first_name": IDENTITY}
    return {"update_id": 1, "message": {"message_id": 3, "date": 1795399200, "chat": chat, "from": person, **parts}}


def kept(raw: dict[str, Any]) -> str:
    return json.dumps(reduce(raw).body, ensure_ascii=False)


def words(raw: dict[str, Any]) -> str | None:
    text: str | None = reduce(raw).body["message"].get("text")
    return text


@pytest.mark.parametrize(
    "parts",
    [
        {"text": "您好", "quote": {"text": IDENTITY, "position": 0}},
        {"text": "您好", "reply_to_message": {"text": IDENTITY}},
        {"text": "您好", "external_reply": {"origin": {"sender_user_name": IDENTITY}}},
        {"text": "您好", "entities": [{"type": "text_link", "offset": 0, "length": 2, "url": f"https://x/{IDENTITY}"}]},
        {"photo": [{"file_id": IDENTITY}], "caption": "照片"},
        {"text": "您好", "something_new": {"text": IDENTITY}},
    ],
)
def test_nothing_beside_the_words_is_kept(parts: dict[str, Any]) -> None:
    assert IDENTITY not in kept(message(**parts))


@pytest.mark.parametrize(
    "parts",
    [
        {"text": IDENTITY},
        {"photo": [], "caption": f"名單 {IDENTITY}"},
        {"document": {"file_name": f"{IDENTITY}.pdf"}},
        {"contact": {"phone_number": "0912345678", "first_name": "王"}},
        {"text": f"請查 {IDENTITY}", "forward_origin": {"type": "user"}},
        {"text": f"/start {IDENTITY}"},
    ],
)
def test_what_must_not_be_carried_is_a_hit_wherever_it_stands(parts: dict[str, Any]) -> None:
    arrival = reduce(message(**parts))

    assert arrival.guard is not None
    assert IDENTITY not in kept(message(**parts))


@pytest.mark.parametrize(
    "typed",
    [
        f"/start {CODE}",
        f"/Start {CODE}",
        f"/start\n{CODE}",
        f"/start {CODE.lower()}",
        CODE,
        f"/start{CODE}",
        f"/start@some_bot{CODE}",
        f" {CODE[:4]}-{CODE[4:8]} {CODE[8:]}",
        f"{CODE[:6]}\u200b{CODE[6:]}".lower(),
        f"https://t.me/some_bot?start={CODE}",
    ],
)
def test_a_code_is_kept_as_its_hash_however_it_is_given(typed: str) -> None:
    assert words(message(text=typed)) == f"/start {hashed(CODE)}"


@pytest.mark.parametrize("words_", ["transference", "the extra data", "THE 2 EXTRA"])
def test_words_of_the_letters_of_a_code_are_words(words_: str) -> None:
    assert words(message(text=words_)) == words_


def test_a_code_among_other_words_is_hidden() -> None:
    assert words(message(text=f"我的碼是 {CODE} 對嗎")) == "我的碼是 … 對嗎"


def test_the_hash_of_a_code_is_no_code() -> None:
    assert words(message(text=f"/start {hashed(CODE)} x")) == f"/start {hashed(hashed(CODE) + ' x')}"


@pytest.mark.parametrize(
    "broken",
    [
        {"date": 10**18},
        {"date": True},
        {"message_id": 1 << 70},
        {"message_id": "3"},
        {"from": {"id": 1 << 70, "is_bot": False}},
        {"from": None},
        {"chat": {"id": 7}},
        {"chat": []},
    ],
)
def test_what_cannot_be_read_is_kept_as_its_kind_alone(broken: dict[str, Any]) -> None:
    arrival = reduce(message(text="您好", **broken))

    assert (arrival.kind, arrival.user_id) == ("unreadable", None)


NO_UPDATES = (None, [], "x", {}, *({"update_id": each} for each in ("1", -1, 1 << 63, True)))


@pytest.mark.parametrize("raw", NO_UPDATES)
def test_what_has_no_number_is_no_update(raw: object) -> None:
    assert number_of(raw) is None


def test_control_characters_and_half_surrogates_are_dropped() -> None:
    assert words(message(text="a\x00b\x07\ud83d")) == "ab\ufffd"
