"""Everything the Bot API refuses, in Telegram's own words."""

from .violations import ViolationKind

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_TAKES_OVER = "terminated by setWebhook request"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class ApiError(Exception):
    """An answer with `ok: false`; `kind` names the violation that it is, if the bot could have known better."""

    def __init__(
        self, code: int, description: str, *, kind: ViolationKind | None = None, retry_after: int | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.kind = kind
        self.retry_after = retry_after


def bad_request(text: str, kind: ViolationKind = ViolationKind.REFUSED) -> ApiError:
    return ApiError(400, f"Bad Request: {text}", kind=kind)


def unparsable(text: str) -> ApiError:
    return bad_request(f"can't parse entities: {text}", ViolationKind.UNPARSABLE_ENTITIES)


def forbidden(text: str) -> ApiError:
    return ApiError(403, f"Forbidden: {text}")


def conflict(text: str) -> ApiError:
    return ApiError(409, f"Conflict: {text}", kind=ViolationKind.CONFLICT)


def unauthorized() -> ApiError:
    return ApiError(401, "Unauthorized")


def method_not_found() -> ApiError:
    return ApiError(404, "Not Found: method not found", kind=ViolationKind.UNKNOWN_METHOD)


def not_emulated(method: str) -> ApiError:
    return ApiError(501, f"Not Implemented: {method} is not emulated", kind=ViolationKind.NOT_EMULATED)


def too_many_requests(seconds: int, kind: ViolationKind | None = None) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {seconds}", kind=kind, retry_after=seconds)


def unknown_chat() -> ApiError:
    return bad_request("chat not found", ViolationKind.UNKNOWN_CHAT)


def unknown_message(what: str) -> ApiError:
    return bad_request(f"{what} not found", ViolationKind.UNKNOWN_MESSAGE)
