"""The menu, the help, the language, and the clause behind what is being asked."""

from bot.rules.clauses import CLAUSES
from bot.rules.fields import QuestionType
from bot.rules.kinds import kind_of
from bot.rules.menu import commands_for
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import cases, outbox, people, questions
from storage.outbox import Lane
from storage.questions import Question
from storage.unit import Unit

from . import asking, chains, telling
from .asking import Asked, Purpose
from .showing import CANCEL

LANGUAGE = "language"
LOCALES = ("zh-TW", "en")


def show(unit: Unit, person: Person) -> None:
    """Set the command menu of the person's chat to what the roles can use."""
    names = list(commands_for(person.roles))
    outbox.queue(unit, "commands", Lane.REPLY, {"names": names}, person=person)


def hide(unit: Unit, chat_id: int) -> None:
    """Nobody uses us in this chat any more: its command menu goes."""
    outbox.queue(unit, "commands", Lane.REPLY, {"names": []}, chat_id=chat_id)


def menu(unit: Unit, person: Person) -> None:
    show(unit, person)
    lines = (say("menu-line", command=name, does=say(f"command-{name}")) for name in commands_for(person.roles))
    telling.tell(unit, person, say("menu-title"), *lines)


def tell_help(unit: Unit, person: Person) -> None:
    telling.tell(unit, person, say("help"))


def tell_privacy(unit: Unit, person: Person) -> None:
    telling.tell(unit, person, say("privacy"))


def why(unit: Unit, person: Person) -> None:
    """The clause behind the open question, else behind the step my newest open case waits at."""
    question = questions.load(unit, person.id)
    draft = questions.draft_of(unit, person.id)
    if question is not None and draft is not None:
        fields = {each.name: each.clause for each in kind_of(draft.kind).fields}
        _cite(unit, person, say("why-question"), fields.get(question.field, kind_of(draft.kind).clause))
        return
    waiting = next((each for each in cases.of_party(unit, person.id) if each.case.at), None)
    if waiting is None or waiting.case.at is None or waiting.seat is None:
        _cite(unit, person, say("why-nothing"), "1")
        return
    step, seat = waiting.case.at, say(f"role-{waiting.seat.role}")
    who = chains.who(chains.deciders(unit, waiting.case), seat)
    intro = say("why-step", number=waiting.case.number, step=say(f"step-{step.name}"), seat=seat, who=who)
    _cite(unit, person, intro, step.clause)


def _cite(unit: Unit, person: Person, intro: Phrase, clause_id: str) -> None:
    clause = CLAUSES[clause_id]
    telling.tell(unit, person, intro, say("clause", label=clause.label, text=clause.text))


def choose_language(unit: Unit, person: Person) -> None:
    asking.ask(unit, person, Question(LANGUAGE, f"language:{person.id}", "", QuestionType.CHOICE))


def _look(unit: Unit, person: Person, question: Question) -> Asked:
    row = tuple(("answer", each, say(f"locale-{each}")) for each in LOCALES)
    return Asked((say("ask-language"),), (row, (CANCEL,)))


def _act(unit: Unit, person: Person, question: Question, action: str, value: str) -> None:
    if action == "cancel":
        return asking.finish(unit, person)
    if action != "answer":
        raise RuleViolation("tap-the-buttons")
    people.change(unit, person.id, locale=value)
    changed = people.by_id(unit, person.id)
    show(unit, changed)
    telling.tell(unit, changed, say("language-changed"))
    return asking.finish(unit, changed)


asking.PURPOSES[LANGUAGE] = Purpose(
    look=_look,
    act=_act,
    give_up=lambda unit, person, question: asking.finish(unit, person),
    stands=lambda unit, person, question: True,
)
