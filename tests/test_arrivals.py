"""What may be kept of an update: an allow-list, whatever else came with it."""

import json
from typing import Any

import pytest

from bot.arrivals import number_of, reduce
from bot.rules import privacy
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


def tap(**parts: Any) -> dict[str, Any]:
    """A tap as Telegram sends it."""
    person = {"id": 7, "is_bot": False, "first_name": "王"}
    return {"update_id": 2, "callback_query": {"id": "9", "from": person, "chat_instance": "x", "data": "c", **parts}}


def test_of_a_taps_data_no_more_is_kept_than_a_button_can_hold() -> None:
    assert reduce(tap(data="c" * 100)).body["callback_query"]["data"] == "c" * 64


@pytest.mark.parametrize("spoken", ["zh-hant", "en", "nan-Hant-TW"])
def test_a_language_is_kept(spoken: str) -> None:
    person = {"id": 7, "is_bot": False, "language_code": spoken}

    assert reduce(message(text="您好", **{"from": person})).body["message"]["from"]["language_code"] == spoken


def test_what_is_no_language_is_not_kept() -> None:
    person = {"id": 7, "is_bot": False, "language_code": IDENTITY}

    assert IDENTITY not in kept(message(text="您好", **{"from": person}))


def test_a_chat_of_an_unknown_type_is_kept_as_another() -> None:
    assert reduce(message(text="您好", chat={"id": 7, "type": IDENTITY})).body["message"]["chat"]["type"] == "other"


@pytest.mark.parametrize(("status", "kind"), [("kicked", "left"), ("left", "left"), ("member", "member")])
def test_whether_the_chat_is_open_is_kept(status: str, kind: str) -> None:
    person = {"id": 7, "is_bot": False}
    member = {"chat": {"id": 7, "type": "private"}, "from": person, "date": 1, "new_chat_member": {"status": status}}

    assert reduce({"update_id": 3, "my_chat_member": member}).kind == kind


def test_a_text_that_defeats_the_guard_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(privacy, "inspect", lambda text: 1 / 0)

    assert reduce(message(text="您好")).guard == "failed"
    assert words(message(text="您好")) is None
