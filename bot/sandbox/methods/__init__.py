"""Every method of the Bot API by name: the ones that act here, and the names and parameters of all others."""

import csv
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..calls import Call
from ..errors import method_not_found, not_emulated
from ..media import MediaKind
from . import albums, answers, copying, deleting, editing, files, polling, profile, rooms, sending

Run = Callable[[Call], Any | Awaitable[Any]]

FILES = {
    "sendPhoto": MediaKind.PHOTO,
    "sendDocument": MediaKind.DOCUMENT,
    "sendSticker": MediaKind.STICKER,
    "sendAudio": MediaKind.AUDIO,
    "sendVideo": MediaKind.VIDEO,
    "sendVoice": MediaKind.VOICE,
    "sendAnimation": MediaKind.ANIMATION,
    "sendVideoNote": MediaKind.VIDEO_NOTE,
}
TEXTS = {"Name": "name", "Description": "description", "ShortDescription": "short_description"}
ACCEPTED = (
    "close",
    "logOut",
    "sendMessageDraft",
    "setMessageReaction",
    "setMyDefaultAdministratorRights",
    "setMyProfilePhoto",
    "removeMyProfilePhoto",
)
ACTING: dict[str, Run] = {
    "getMe": profile.get_me,
    "getUpdates": polling.get_updates,
    "setWebhook": polling.set_webhook,
    "deleteWebhook": polling.delete_webhook,
    "getWebhookInfo": polling.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendContact": sending.send_contact,
    "sendLocation": sending.send_location,
    "sendVenue": sending.send_venue,
    "sendDice": sending.send_dice,
    "sendMediaGroup": albums.send_media_group,
    "sendChatAction": answers.send_chat_action,
    "answerCallbackQuery": answers.answer_callback_query,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": deleting.delete_message,
    "deleteMessages": deleting.delete_messages,
    "forwardMessage": copying.forward_message,
    "forwardMessages": copying.forward_messages,
    "copyMessage": copying.copy_message,
    "copyMessages": copying.copy_messages,
    "getFile": files.get_file,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChatMenuButton": profile.get_chat_menu_button,
    "getChat": rooms.get_chat,
    "getChatMember": rooms.get_chat_member,
    "getChatMemberCount": rooms.get_chat_member_count,
    "leaveChat": rooms.leave_chat,
    "pinChatMessage": rooms.pin_chat_message,
    "unpinChatMessage": rooms.unpin_chat_message,
    "unpinAllChatMessages": rooms.unpin_all_chat_messages,
    **{name: sending.send_file(kind) for name, kind in FILES.items()},
    **{f"setMy{name}": profile.set_text(field) for name, field in TEXTS.items()},
    **{f"getMy{name}": profile.get_text(field) for name, field in TEXTS.items()},
    **dict.fromkeys(ACCEPTED, profile.accept),
}


@dataclass(frozen=True, slots=True)
class Method:
    """A method of the Bot API; without `run` it is known but not played here."""

    name: str
    parameters: frozenset[str]
    run: Run | None

    def acting(self) -> Run:
        if not self.run:
            raise not_emulated(self.name)
        return self.run


def method(name: str) -> Method:
    """Names are taken in any case, as Telegram does."""
    found = all_methods().get(name.lower())
    if not found:
        raise method_not_found()
    return found


@cache
def all_methods() -> dict[str, Method]:
    with Path(__file__).with_name("methods.csv").open(encoding="utf-8", newline="") as rows:
        known = [(row["method"], frozenset(filter(None, row["parameters"].split(";")))) for row in csv.DictReader(rows)]
    return {name.lower(): Method(name, parameters, ACTING.get(name)) for name, parameters in known}
