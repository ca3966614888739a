"""Methods that take messages away."""

from datetime import timedelta

from ..calls import Call
from ..errors import bad_request
from ..messages import Message

DELETABLE_FOR = timedelta(hours=48)
MOST = 100


def delete_message(call: Call) -> bool:
    chat = call.chat()
    message = call.message(chat, "message to delete")
    if _too_old(call, message):
        raise bad_request("message can't be deleted for everyone")
    call.bot.delete(chat, message.message_id)
    return True


def delete_messages(call: Call) -> bool:
    """What is unknown or too old is passed over."""
    chat = call.chat()
    numbers = call.params.parsed("message_ids")
    if not isinstance(numbers, list) or not numbers:
        raise bad_request("message identifiers are not specified")
    if len(numbers) > MOST:
        raise bad_request("too many message identifiers specified")
    for message in [chat.messages[number] for number in numbers if number in chat.messages]:
        if not _too_old(call, message):
            call.bot.delete(chat, message.message_id)
    return True


def _too_old(call: Call, message: Message) -> bool:
    return call.bot.now() - message.date > DELETABLE_FOR
