"""What is decided item by item: which items a form is about, which of them go on, what a verdict says of each."""

from .fields import ABOUT, Answers, Facts, Field, is_asked
from .kinds.kind import Kind, Step, Verdict
from .unfolding import named, unfolded


def items_of(kind: Kind, answers: Answers) -> tuple[str, ...]:
    """The items that the form has chosen."""
    return tuple(item for name in kind.items for item in answers.get(name, ()))


def items_left(kind: Kind, answers: Answers) -> tuple[str, ...]:
    """The items that go on: those that no answer of a step has dropped."""
    drops = [each for step in kind.route for each in _asked_at(step) if each.drops]
    items = items_of(kind, answers)
    return tuple(item for item in items if not any(answers.get(named(each.name, item)) in each.drops for each in drops))


def none_left(kind: Kind, answers: Answers) -> bool:
    """Everything that the form was about has been turned down."""
    return bool(kind.items) and not items_left(kind, answers)


def to_say(
    kind: Kind, step: Step, verdict: Verdict, answers: Answers, given: Answers, facts: Facts
) -> tuple[Field, ...]:
    """What this verdict has to say of the items that are left, as far as it is given."""
    fields = unfolded(step.asks.get(verdict, ()), items_left(kind, answers), given)
    return tuple(each for each in fields if is_asked(each, given, facts))


def said(kind: Kind, answers: Answers) -> tuple[Field, ...]:
    """Everything that steps have said of this case."""
    fields = tuple(each for step in kind.route for each in _asked_at(step))
    return tuple(each for each in unfolded(fields, items_of(kind, answers), answers) if each.name in answers)


def form_of(kind: Kind, answers: Answers) -> Answers:
    """Only what the form itself has asked."""
    names = {each.name for each in kind.fields}
    return {name: answer for name, answer in answers.items() if name.partition(ABOUT)[0] in names}


def _asked_at(step: Step) -> tuple[Field, ...]:
    return tuple(each for fields in step.asks.values() for each in fields)
