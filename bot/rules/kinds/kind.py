"""What makes up a kind of request: its form, its gate, its way, and what its completion changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..fields import Field, QuestionType
from ..people import Of, Role


class Verdict(StrEnum):
    """What can be tapped at a step. Nothing is decided by silence."""

    APPROVE = "approve"
    DONE = "done"
    RETURN = "return"
    REJECT = "reject"


NEEDS_REASON = frozenset({Verdict.RETURN, Verdict.REJECT})
JUDGE = (Verdict.APPROVE, Verdict.RETURN, Verdict.REJECT)
CARRY_OUT = (Verdict.DONE, Verdict.RETURN)


class Change(StrEnum):
    """新增 異動 刪除 復權 for accounts; deletion is a kind of change (4(1)2, 4(4)2), reinstatement our addition."""

    ADD = "add"
    CHANGE = "change"
    DELETE = "delete"
    REINSTATE = "reinstate"


class Effect(StrEnum):
    """What is written when a case is carried out."""

    OPEN_ACCOUNT = "open_account"
    CHANGE_ACCOUNT = "change_account"
    CLOSE_ACCOUNT = "close_account"
    GRANT_ITEMS = "grant_items"
    REMOVE_ITEMS = "remove_items"
    START_PASSWORD = "start_password"  # noqa: S105 the name of an effect


@dataclass(frozen=True, slots=True)
class Step:
    """One stop on the way: what is done there, at whose seat, what can be tapped, and which clause says so."""

    name: str
    role: Role
    of: Of
    verdicts: tuple[Verdict, ...]
    clause: str


@dataclass(frozen=True, slots=True)
class Gate:
    """A prerequisite (points 5(1)2, 5(2)2): a fact of the roster, or the declaring field's 'yes'."""

    fact: str
    field: str
    changes: frozenset[str]
    clause: str


@dataclass(frozen=True, slots=True)
class Kind:
    """`code` names it in tables and texts, `series` numbers its cases; `account` is the sort of account it concerns,
    `needs_account` that one must be open, `copied` that the other reviewing authorities of the office get a copy."""

    code: str
    series: str
    annex: int
    clause: str
    filed_by: Role
    account: str
    fields: tuple[Field, ...]
    gates: tuple[Gate, ...]
    route: tuple[Step, ...]
    effects: Mapping[str, tuple[Effect, ...]]
    needs_account: bool = False
    copied: bool = False

    @property
    def for_another(self) -> bool:
        """The form asks for whom it is."""
        return any(each.name == SUBJECT for each in self.fields)


SUBJECT = "subject"
BUSINESS = "entrusted_business"
OWN_WORK = "own"
SPEED = Field(name="speed", type=QuestionType.CHOICE, clause="5.2.1", options=("ordinary", "urgent"))
