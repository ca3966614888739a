"""Dialogues: a few questions about one matter, asked one after the other and acted on together at the end."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.rules.fields import Answer, Answers, Facts, Field, QuestionType, may_skip, read
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, say
from bot.rules.privacy import check_together
from storage.questions import Question
from storage.unit import Unit

from . import asking, showing, telling
from .asking import Asked, Purpose


@dataclass(frozen=True, slots=True)
class Dialogue:
    """`fields` are the questions as far as the answers leave them, `heading` what stands above one, `check` refuses
    when the matter is not this person's (any more), `act` does what the answers say."""

    name: str
    fields: Callable[[Unit, str, Answers], tuple[Field, ...]]
    heading: Callable[[Unit, str, Field], tuple[Phrase, ...]]
    check: Callable[[Unit, Person, str], None]
    act: Callable[[Unit, Person, str, Answers], Phrase]
    given_up: str

    @property
    def purpose(self) -> Purpose:
        return Purpose(self._look, self._act, self._give_up, self._stands, self._instead)

    def begin(self, unit: Unit, person: Person, matter: str, first: str = "") -> Phrase | None:
        """Ask the first question, or take the answer to it that was tapped with the matter itself."""
        self.check(unit, person, matter)
        field = self.fields(unit, matter, {})[0]
        given = {field.name: read(field, first, _facts(unit))} if first else {}
        return self._go_on(unit, person, matter, given)

    def _go_on(self, unit: Unit, person: Person, matter: str, given: Answers) -> Phrase | None:
        """Ask what is not answered yet, or act."""
        fields = self.fields(unit, matter, given)
        missing = next((each for each in fields if each.name not in given), None)
        if missing is not None:
            self._ask(unit, person, matter, missing, given)
            return None
        return self.act(unit, person, matter, {each.name: given[each.name] for each in fields})

    def _ask(self, unit: Unit, person: Person, matter: str, field: Field, given: Answers) -> None:
        asking.ask(unit, person, Question(self.name, matter, field.name, field.type, given=given))

    def _look(self, unit: Unit, person: Person, question: Question) -> Asked:
        field, before = self._place(unit, question)
        title, *more = self.heading(unit, question.matter, field)
        asked = showing.question(unit, title, field, _facts(unit), (), before is not None)
        at = 2 if field.about else 1  # what is said of an item stands below its name
        return replace(asked, lines=(*asked.lines[:at], *more, *asked.lines[at:]))

    def _place(self, unit: Unit, question: Question) -> tuple[Field, Field | None]:
        """The question's field and the one before it."""
        fields = self.fields(unit, question.matter, question.given)
        at = [each.name for each in fields].index(question.field)
        return fields[at], fields[at - 1] if at else None

    def _act(self, unit: Unit, person: Person, question: Question, action: str, value: str) -> Phrase | None:
        field, before = self._place(unit, question)
        if action == "cancel":
            self._give_up(unit, person, question)
            return None
        if action == "back" and before is not None:
            self._ask(unit, person, question.matter, before, question.given)
            return None
        given = {**question.given, field.name: _answer(field, _facts(unit), action, value)}
        self._check_words(unit, question.matter, given)
        done = self._go_on(unit, person, question.matter, given)
        if done is not None:
            if action == "type":
                telling.tell(unit, person, done)
            asking.finish(unit, person)
        return done

    def _check_words(self, unit: Unit, matter: str, given: Answers) -> None:
        fields = self.fields(unit, matter, given)
        check_together(
            str(given[each.name]) for each in fields if each.type is QuestionType.TEXT and each.name in given
        )

    def _give_up(self, unit: Unit, person: Person, question: Question) -> None:
        telling.tell(unit, person, say(self.given_up))
        asking.finish(unit, person)

    def _stands(self, unit: Unit, person: Person, question: Question) -> bool:
        return self._obstacle(unit, person, question) is None

    def _instead(self, unit: Unit, person: Person, question: Question) -> None:
        telling.tell(unit, person, self._obstacle(unit, person, question) or say("question-gone"))
        asking.finish(unit, person)

    def _obstacle(self, unit: Unit, person: Person, question: Question) -> Phrase | None:
        """Why the person can no longer act: another was first, or the seat is no longer the person's."""
        try:
            self.check(unit, person, question.matter)
        except RuleViolation as no:
            return no.phrase
        return None


def _facts(unit: Unit) -> Facts:
    return Facts(unit.today, {})


def _answer(field: Field, known: Facts, action: str, value: str) -> Answer:
    if action == "skip" and may_skip(field, known):
        return ""
    if action not in ("answer", "type"):
        raise RuleViolation("tap-the-buttons")
    return read(field, showing.typed_value(field, known, value) if action == "type" else value, known)


def register(dialogue: Dialogue) -> Dialogue:
    asking.PURPOSES[dialogue.name] = dialogue.purpose
    return dialogue
