"""How questions and answers look: lines of phrases and rows of buttons, no words yet."""

import re
from dataclasses import replace
from datetime import date

from bot.rules.fields import OF_ITEMS, Answer, Answers, Facts, Field, QuestionType, Source, may_skip
from bot.rules.items import items_of, said
from bot.rules.kinds.kind import Kind
from bot.rules.people import Person
from bot.rules.phrases import Phrase, RuleViolation, Value, say
from bot.rules.roc import roc_short
from bot.rules.unfolding import detail, named
from storage import people, rights
from storage.unit import Unit

from .asking import Asked, Choice

CANCEL: Choice = ("cancel", "", say("button-cancel"))
Names = dict[str, Phrase]
TO_GRANT = frozenset({Source.AGENCY_ITEMS, Source.ITEMS_TO_ADD})
TYPED = frozenset({QuestionType.TEXT, QuestionType.DATE, QuestionType.NUMBER})


def question(unit: Unit, title: Phrase, field: Field, known: Facts, chosen: tuple[str, ...], back: bool) -> Asked:
    """One field as a message: what is asked, its options as buttons, and an example where it is typed."""
    lines = [title, *_about(unit, field), _asking(field, known)]
    if field.type in TYPED:
        lines.append(say("example", text=_example(field, known)))
    navigation: list[Choice] = [("back", "", say("button-back"))] if back else []
    if may_skip(field, known):
        navigation.append(("skip", "", say("button-skip")))
    return Asked(tuple(lines), (*_options(unit, field, known, chosen), (*navigation, CANCEL)))


def _about(unit: Unit, field: Field) -> tuple[Phrase, ...]:
    """Which item the question is about."""
    return (say("about-item", item=item(unit, field.about)),) if field.about else ()


def item(unit: Unit, code: str) -> Phrase:
    return say("item", code=code, name=rights.item_names(unit)[code])


def _asking(field: Field, known: Facts) -> Phrase:
    if field.source is not None and not known.options_of(field):
        return say(f"ask-{field.key}-none")
    return say(f"ask-{field.key}")


def _example(field: Field, known: Facts) -> Value:
    return roc_short(known.today) if field.type is QuestionType.DATE else say(f"example-{field.key}")


def _options(unit: Unit, field: Field, known: Facts, chosen: tuple[str, ...]) -> tuple[tuple[Choice, ...], ...]:
    if field.type is QuestionType.DATE:
        return ((("type", roc_short(known.today), say("button-today", day=known.today)),),)
    options = known.options_of(field)
    names = _names(unit, field)
    if field.type is QuestionType.SEVERAL:
        ticks = tuple((("tick", each, _ticked(_label(field, each, names), each in chosen)),) for each in options)
        return (*ticks, (("ready", "", say("button-ready")),)) if options else ()
    pairs = [("answer", each, _label(field, each, names)) for each in (*options, *field.suggestions)]
    return tuple(tuple(pairs[at : at + 2]) for at in range(0, len(pairs), 2))


def _names(unit: Unit, field: Field) -> Names:
    """How the options of a field are called that come out of the tables."""
    if field.source in OF_ITEMS:
        return {code: say("item", code=code, name=name) for code, name in rights.item_names(unit).items()}
    if field.source is Source.DESIGNATED:
        return {each.staff_no: say("person", name=each.name, title=each.title) for each in people.in_post(unit)}
    if field.source is Source.BUSINESSES:
        return {each.business: say("verbatim", text=each.business) for each in people.all_delegations(unit)}
    return {}


def _label(field: Field, value: str, names: Names) -> Phrase:
    return names.get(value) or say(f"option-{field.key}-{value}")


def _ticked(label: Phrase, is_chosen: bool) -> Phrase:
    return say("ticked", label=label) if is_chosen else label


def typed_value(field: Field, known: Facts, text: str) -> str:
    """What was typed where buttons are offered: codes of the options are understood, anything else is not guessed."""
    options = known.options_of(field)
    if field.type is QuestionType.SEVERAL:
        codes = {each.upper(): each for each in options}
        parts = [part for part in re.split(r"[\s,;、，；]+", text.upper()) if part]
        if not parts or not all(part in codes for part in parts):
            raise RuleViolation("tap-the-buttons")
        return ";".join(codes[part] for part in parts)
    if field.type is QuestionType.CHOICE:
        raise RuleViolation("tap-the-buttons")
    return text


def answers(unit: Unit, fields: tuple[Field, ...], given: Answers) -> tuple[Phrase, ...]:
    """The answers of a form, one line each, in the form's order; what was said of items follows, item by item."""
    answered = [each for each in fields if each.name in given]
    items = list(dict.fromkeys(each.about for each in answered if each.about))
    general = (_line(unit, "answer-line", each, given) for each in answered if not each.about)
    return (*general, *(line for item in items for line in _of_item(unit, item, answered, given)))


def _of_item(unit: Unit, code: str, answered: list[Field], given: Answers) -> tuple[Phrase, ...]:
    lines = (_line(unit, "answer-line-of-item", each, given) for each in answered if each.about == code)
    return (say("about-item", item=item(unit, code)), *lines)


def _line(unit: Unit, key: str, field: Field, given: Answers) -> Phrase:
    return say(key, field=field_name(field), answer=shown(field, given[field.name], _names(unit, field)))


def reasons(kind: Kind, answers: Answers, given: Answers) -> Phrase:
    """Why the items were turned down, as it was said of each."""
    words = [each for each in said(kind, {**answers, **given}) if each.name in given and each.type is QuestionType.TEXT]
    found = (say("item-reason", item=each.about or "", reason=shown(each, given[each.name], {})) for each in words)
    return say("item-reasons", reasons=tuple(found))


def basis(unit: Unit, kind: Kind, given: Answers, code: str) -> tuple[Phrase, ...]:
    """All that the form says of one item, also where that was said with an item before it."""
    items = items_of(kind, given)
    own = [
        replace(each, name=named(each.name, code), about=code) for each in kind.fields if each.each and not each.later
    ]
    said = {each.name: detail(given, items, each.key, code) for each in own}
    return tuple(_line(unit, "answer-line-of-item", each, said) for each in own if said[each.name])


def limits(unit: Unit, agency: str, fields: tuple[Field, ...], given: Answers) -> tuple[Phrase, ...]:
    """Items among the answers that the Bureau has granted to the agency in part only."""
    chosen = {code for each in fields if each.source in TO_GRANT for code in given.get(each.name, ())}
    parts = rights.parts_granted(unit, agency) if chosen else {}
    return tuple(say("item-part", item=item(unit, code), part=parts[code]) for code in sorted(chosen & set(parts)))


def field_name(field: Field) -> Phrase:
    return say(f"field-{field.key}")


def prerequisites(kind: Kind, given: Answers, known: Facts, person: Person) -> tuple[Phrase, ...]:
    """What the roster knows of the gate's facts, shown instead of asked."""
    told = {
        "egov": say("known-egov", account=person.egov_account or say("declared"), day=person.egov_on or say("nothing")),
        "certificate": say("known-certificate", day=person.certificate_on or say("nothing")),
    }
    return tuple(
        told[each.fact] for each in kind.gates if given.get("change") in each.changes and each.fact in known.known
    )


def shown(field: Field, answer: Answer, names: Names) -> Value:
    if not answer:
        return say("answer-skipped")
    if isinstance(answer, tuple):
        return tuple(_label(field, each, names) for each in answer)
    if field.type is QuestionType.DATE:
        return date.fromisoformat(answer)
    is_label = field.type is QuestionType.CHOICE or answer in field.suggestions
    return _label(field, answer, names) if is_label else answer
