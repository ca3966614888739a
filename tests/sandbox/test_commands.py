"""The command menu that each person sees."""

import pytest


def menu(*names):
    return [{"command": name, "description": name.upper()} for name in names]


async def test_the_menu_of_everybody(api, phone):
    await api("setMyCommands", commands=menu("start", "help"))

    assert phone.commands == {"start": "START", "help": "HELP"}
    assert (await api("getMyCommands")).result == menu("start", "help")


async def test_the_nearest_menu_wins_and_can_be_taken_back(api, phone):
    scope = {"type": "chat", "chat_id": phone.user.id}
    await api("setMyCommands", commands=menu("start"))
    await api("setMyCommands", commands=menu("desk"), scope=scope)
    near = phone.commands
    await api("deleteMyCommands", scope=scope)

    assert (near, phone.commands) == ({"desk": "DESK"}, {"start": "START"})


async def test_ones_own_language_wins(api, phone):
    await api("setMyCommands", commands=menu("start"))
    await api("setMyCommands", commands=menu("mine"), language_code="zh-hant")

    assert phone.commands == {"mine": "MINE"}


async def test_a_menu_for_an_unknown_chat_is_refused(api):
    answer = await api("setMyCommands", commands=menu("a"), scope={"type": "chat", "chat_id": 4711})

    assert answer.refusal == (400, "Bad Request: chat not found")


@pytest.mark.parametrize(
    ("commands", "reason"),
    [
        (menu("Upper"), "BOT_COMMAND_INVALID"),
        (menu("x" * 33), "BOT_COMMAND_INVALID"),
        ([{"command": "a", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "a", "description": "x" * 257}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "a"}], "can't parse BotCommand: Can't find field \"description\""),
        (menu(*["a"] * 101), "BOT_COMMANDS_TOO_MUCH"),
        ("{}", "expected an Array of BotCommand"),
    ],
)
async def test_a_menu_that_is_wrong_is_refused(api, commands, reason):
    assert (await api("setMyCommands", commands=commands)).refusal == (400, f"Bad Request: {reason}")


async def test_a_scope_that_is_wrong_is_refused(api):
    answer = await api("setMyCommands", commands=menu("a"), scope={"type": "planet"})

    assert answer.refusal == (400, "Bad Request: can't parse BotCommandScope: Unsupported type specified")


async def test_descriptions_and_menu_button_are_kept(api, phone):
    await api("setMyDescription", description="查調", language_code="zh")
    await api("setChatMenuButton", chat_id=phone.user.id, menu_button={"type": "commands"})

    assert (await api("getMyDescription", language_code="zh")).result == {"description": "查調"}
    assert (await api("getMyName")).result == {"name": "Sandbox"}
    assert (await api("getChatMenuButton", chat_id=phone.user.id)).result == {"type": "commands"}
