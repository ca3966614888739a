"""The menu, the help, the language, and the clause behind what is being asked."""

from bot.rules.fields import QuestionType
from bot.rules.menu import commands_for
from bot.rules.people import Person, Role
from bot.rules.phrases import Phrase, RuleViolation, say
from storage import outbox, people, rights
from storage.outbox import Lane
from storage.questions import Question
from storage.unit import Unit

from . import asking, telling
from .asking import Asked, Purpose
from .showing import CANCEL

LANGUAGE = "language"
LOCALES = ("zh-TW", "en")


def show(unit: Unit, person: Person) -> None:
    """Set the command menu of the person's chat to what the roles can use."""
    names = _commands(unit, person)
    outbox.queue(unit, "commands", Lane.REPLY, {"names": names}, person=person)


def _commands(unit: Unit, person: Person) -> list[str]:
    """What the roles can use; a password has a date only with an account."""
    names = commands_for(person.roles)
    return [each for each in names if each != "password" or rights.count_open(unit, person.id)]


def hide(unit: Unit, chat_id: int) -> None:
    """Nobody uses us in this chat any more: its command menu goes."""
    outbox.queue(unit, "commands", Lane.REPLY, {"names": []}, chat_id=chat_id)


def menu(unit: Unit, person: Person) -> None:
    show(unit, person)
    lines = (say("menu-line", command=name, does=say(f"command-{name}")) for name in _commands(unit, person))
    telling.tell(unit, person, say("menu-title"), *lines, *asking.pointer(unit, person))


def by_role(key: str, person: Person) -> tuple[Phrase, ...]:
    """What is said to each of a person's roles."""
    return tuple(say(f"{key}-{each}") for each in Role if each in person.roles)


def tell_help(unit: Unit, person: Person) -> None:
    telling.tell(
        unit, person, say("help"), *by_role("help", person), say("help-everybody"), *asking.pointer(unit, person)
    )


def tell_privacy(unit: Unit, person: Person) -> None:
    telling.tell(unit, person, say("privacy"), *asking.pointer(unit, person))


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
