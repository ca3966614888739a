"""What a bot did that a bot should not do: the list that a test asks to be empty."""

from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from .shapes import Json


class ViolationKind(StrEnum):
    UNKNOWN_PARAMETER = "unknown_parameter"
    UNKNOWN_METHOD = "unknown_method"
    NOT_EMULATED = "not_emulated"
    REFUSED = "refused"
    UNPARSABLE_ENTITIES = "unparsable_entities"
    UNMODIFIED_EDIT = "unmodified_edit"
    UNKNOWN_CHAT = "unknown_chat"
    UNKNOWN_MESSAGE = "unknown_message"
    SECOND_ANSWER = "second_answer"
    LATE_ANSWER = "late_answer"
    UNKNOWN_TAP = "unknown_tap"
    UNANSWERED_TAP = "unanswered_tap"
    FLOOD = "flood"
    CALL_DURING_RETRY_AFTER = "call_during_retry_after"
    CONFLICT = "conflict"
    BROKEN_REQUEST = "broken_request"


@dataclass(frozen=True, slots=True)
class Violation:
    kind: ViolationKind
    method: str
    detail: str
    time: datetime

    def as_json(self) -> Json:
        return asdict(self) | {"time": self.time.isoformat()}
