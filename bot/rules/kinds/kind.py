"""What makes up a kind of request: its form, its gate, its way, and what its completion changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..fields import Field, QuestionType
from ..people import Copies, Of, Role, Switch


class Verdict(StrEnum):
    """What can be tapped at a step. Nothing is decided by silence."""

    APPROVE = "approve"
    DONE = "done"
    RETURN = "return"
    REJECT = "reject"
    BY_ITEM = "by_item"
    SENT = "sent"
    ANSWER = "answer"


NEEDS_REASON = frozenset({Verdict.RETURN, Verdict.REJECT})
JUDGE = (Verdict.APPROVE, Verdict.RETURN, Verdict.REJECT)
CARRY_OUT = (Verdict.DONE, Verdict.RETURN)


class Change(StrEnum):
    """新增 異動 刪除 復權 for accounts; deletion is a kind of change (4(1)2, 4(4)2), reinstatement our addition.
    增 減 for the items of an agency."""

    ADD = "add"
    CHANGE = "change"
    DELETE = "delete"
    REINSTATE = "reinstate"
    INCREASE = "increase"
    DECREASE = "decrease"


class Effect(StrEnum):
    """What is written when a case is carried out."""

    OPEN_ACCOUNT = "open_account"
    CHANGE_ACCOUNT = "change_account"
    CLOSE_ACCOUNT = "close_account"
    GRANT_ITEMS = "grant_items"
    REMOVE_ITEMS = "remove_items"
    GRANT_AGENCY_ITEMS = "grant_agency_items"
    REMOVE_AGENCY_ITEMS = "remove_agency_items"
    START_PASSWORD = "start_password"  # noqa: S105 the name of an effect


@dataclass(frozen=True, slots=True)
class Step:
    """One stop on the way: what is done there, at whose seat, what can be tapped, and which clause says so.

    `asks` is what a verdict has to say besides; with a `switch` only agencies that have it on stop here; `is_final`
    when the applicant can no longer withdraw; `patience` multiplies the days of a step that waits for an outside body.
    """

    name: str
    role: Role
    of: Of
    verdicts: tuple[Verdict, ...]
    clause: str
    asks: Mapping[Verdict, tuple[Field, ...]] = field(default_factory=dict)
    switch: Switch | None = None
    is_final: bool = False
    patience: int = 1


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
    `needs_account` that one must be open, `one_at_a_time` that nobody has two of it under way; `copies` says who reads
    a district office's case besides, `items` which questions choose what is then decided item by item."""

    code: str
    series: str
    annex: int
    clause: str
    filed_by: Role
    fields: tuple[Field, ...]
    gates: tuple[Gate, ...]
    route: tuple[Step, ...]
    effects: Mapping[str, tuple[Effect, ...]]
    account: str = ""
    needs_account: bool = False
    one_at_a_time: bool = True
    copies: Copies = Copies.NONE
    items: tuple[str, ...] = ()

    def way(self, switched: frozenset[Switch]) -> tuple[Step, ...]:
        """The steps of a case of an agency with these switches on."""
        return tuple(each for each in self.route if each.switch is None or each.switch in switched)

    @property
    def for_another(self) -> bool:
        """The form asks for whom it is."""
        return any(each.name == SUBJECT for each in self.fields)


SUBJECT = "subject"
BUSINESS = "entrusted_business"
OWN_WORK = "own"
REST, OWN = "rest", "own"
SAME = Field(
    name="same",
    type=QuestionType.CHOICE,
    clause="6.2",
    options=(REST, "same", OWN),
    each=True,
    later=True,
    ends=frozenset({REST}),
)
"""Whether an item after the first has what was said of the one before; the questions that follow ask for its own."""
OWN_BASIS = {SAME.name: frozenset({"", OWN})}
SPEED = Field(name="speed", type=QuestionType.CHOICE, clause="5.2.1", options=("ordinary", "urgent"))
