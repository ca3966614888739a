"""What can be tapped on a case's card, by whom, and what the button says."""

from .again import items_refused
from .fields import Field, QuestionType
from .kinds.kind import Step, Verdict
from .people import Person
from .phrases import Phrase, say
from .requests import Case, CaseState, may_withdraw

WITHDRAW, MEND, NUDGE, AGAIN = "withdraw", "mend", "nudge", "again"
SHOW, PAPER, PRINT, WHY = "show", "paper", "print", "why"
Action = tuple[str, str]
"""What is tapped, and with which value."""


def verdicts(case: Case) -> list[Action]:
    """How the open step can be decided."""
    return [each for verdict in case.at.verdicts for each in _ways(case.at, verdict)] if case.at else []


def of_applicant(case: Case, person: Person) -> list[Action]:
    """What the applicant, or who speaks for the applicant, can do about the case."""
    if person.id not in case.spokesmen:
        return []
    found = [] if case.is_ended else [(MEND if case.state is CaseState.RETURNED else NUDGE, "")]
    if may_withdraw(case):
        found.append((WITHDRAW, ""))
    return [*found, (AGAIN, "")] if items_refused(case) else found


def _ways(step: Step, verdict: Verdict) -> list[Action]:
    """How a verdict can be tapped: the only one that a step knows is given by its first choice."""
    first = first_choice(step, verdict)
    return [(verdict.value, each) for each in first.options] if first else [(verdict.value, "")]


def first_choice(step: Step, verdict: Verdict) -> Field | None:
    """The choice that stands on the card itself."""
    first = next(iter(step.asks.get(verdict, ())), None)
    is_direct = len(step.verdicts) == 1 and first is not None and first.type is QuestionType.CHOICE
    return first if is_direct else None


def label(case: Case, action: str, value: str) -> Phrase:
    first = first_choice(case.at, Verdict(action)) if value and case.at else None
    return say(f"option-{first.key}-{value}") if first else say(f"button-{action}")
