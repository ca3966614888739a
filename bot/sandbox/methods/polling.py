"""Methods that bring updates to the bot: polling, and the address of its webhook."""

import re
from typing import Any
from urllib.parse import urlsplit

from ..bots import Webhook
from ..calls import Call
from ..errors import WEBHOOK_ACTIVE, WEBHOOK_TAKES_OVER, bad_request, conflict
from ..shapes import Json, compact

LONGEST_POLL = 50
SECRET = re.compile(r"[A-Za-z0-9_-]*")
SECRET_LENGTH = 256
LOOPBACK = ("127.0.0.1", "localhost", "::1")


async def get_updates(call: Call) -> list[Json]:
    queue = call.bot.queue
    if call.bot.webhook:
        raise conflict(WEBHOOK_ACTIVE)
    queue.allow(_allowed(call))
    timeout = call.params.within("timeout", 0, 0, LONGEST_POLL)
    return await queue.poll(call.params.integer("offset"), call.params.within("limit", 100, 1, 100), timeout)


def set_webhook(call: Call) -> bool:
    """Telegram wants HTTPS; on this machine plain HTTP will do."""
    url = call.params.text("url")
    if not url:
        return delete_webhook(call)
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    webhook = Webhook(
        url,
        _secret(call),
        call.params.within("max_connections", 40, 1, 100),
        call.params.text("ip_address") or None,
        "certificate" in call.params.uploads,
    )
    _drop_if_asked(call)
    call.bot.queue.allow(_allowed(call))
    call.bot.queue.interrupt(conflict(WEBHOOK_TAKES_OVER))
    call.bot.webhook = webhook
    call.bot.queue.wake()
    return True


def delete_webhook(call: Call) -> bool:
    _drop_if_asked(call)
    call.bot.webhook = None
    call.bot.delivery_error = None
    return True


def get_webhook_info(call: Call) -> Json:
    webhook, error = call.bot.webhook, call.bot.delivery_error
    return {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": bool(webhook and webhook.has_certificate),
        "pending_update_count": len(call.bot.queue),
    } | compact(
        max_connections=webhook.max_connections if webhook else None,
        ip_address=webhook.ip_address if webhook else None,
        last_error_date=int(error.time.timestamp()) if error else None,
        last_error_message=error.message if error else None,
        allowed_updates=sorted(call.bot.queue.allowed) or None,
    )


def _drop_if_asked(call: Call) -> None:
    if call.params.flag("drop_pending_updates"):
        call.bot.queue.clear()


def _secret(call: Call) -> str:
    secret = call.params.text("secret_token")
    if len(secret) > SECRET_LENGTH:
        raise bad_request("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    return secret


def _allowed(call: Call) -> list[str] | None:
    given: Any = call.params.parsed("allowed_updates")
    return [str(kind) for kind in given] if isinstance(given, list) else None
