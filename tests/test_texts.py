"""Every sentence exists in both languages, with the same parameters, and every key that the code can name exists."""

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import (
    Message,
    MessageReference,
    Pattern,
    Placeable,
    SelectExpression,
    TextElement,
    VariableReference,
)
from fluent.syntax.visitor import Visitor

from bot import texts
from bot.forms import checklist
from bot.rules import records
from bot.rules.actions import AGAIN, MEND, NUDGE, WITHDRAW
from bot.rules.audits import Check, Result, State
from bot.rules.calendar import Reason
from bot.rules.fields import OF_ITEMS, Field, QuestionType, Source
from bot.rules.kinds import KINDS
from bot.rules.kinds.kind import NEEDS_REASON, OWN_WORK, Change, Verdict
from bot.rules.menu import COMMANDS, commands_for
from bot.rules.onsite import CHECKLIST, Mark, Sort, Stage
from bot.rules.people import AgencyKind, Capacity, Of, Role, Strength, Switch
from bot.rules.phrases import Phrase, Value, say
from bot.rules.privacy import Rule
from bot.rules.reminders import REMINDERS
from bot.rules.requests import CaseState
from bot.rules.reviews import Finding, Suspicion
from bot.rules.roc import DateFault, Year
from bot.rules.roster.files import FILES
from bot.services import (
    agenda,
    audit_cards,
    audit_form,
    audit_taps,
    evidence_tables,
    leaving,
    office_days,
    onsite_form,
    people_board,
    suspending,
    tasks,
)
from bot.services.deputies import REASONS
from bot.services.menus import LOCALES
from bot.services.reasons import SUGGESTIONS
from bot.situations import SCENES
from bot.texts import Texts
from tests.rig import TAIPEI

SOURCE = Path(texts.__file__).parents[1]
OPTIONS = {
    Source.CHANGES: tuple(Change),
    Source.ITEM_CHANGES: tuple(Change),
    Source.AGENCY_ITEM_CHANGES: tuple(Change),
    Source.BUSINESSES: (OWN_WORK,),
}
NAMERS = {"say", "Phrase", "RuleViolation"}


COUNTS = {
    *("count", "days", "people", "queries", "rows", "looked", "sent", "missing", "owed", "late", "wrong", "anomalies"),
    *("nil", "age", "off", "away", "quiet", "added", "changed", "done", "all"),
}
SAME_OF_SEVERAL = re.compile(
    r"(?! [a-z])| (asked|changed|done|in|late|looked|missing|more|new|nil|not|of|owed|to be|with|without)\b"
)
SEVERAL = re.compile(r"\b1 (working |last |whole )?([a-z]+[^s\W]s|people)\b")


class Variables(Visitor):
    """The names of all parameters under a node, and of the messages that it refers to."""

    def __init__(self) -> None:
        self.found: set[str] = set()
        self.parts: set[str] = set()

    def visit_VariableReference(self, node: VariableReference) -> None:
        self.found.add(node.id.name)

    def visit_MessageReference(self, node: MessageReference) -> None:
        self.parts.add(node.id.name)


class Unchosen(Visitor):
    """The words that follow a count outside of a choice between one and several."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_SelectExpression(self, node: SelectExpression) -> None:
        """What it chooses between is right by itself."""

    def visit_Pattern(self, node: Pattern) -> None:
        for each, after in pairwise((*node.elements, TextElement(""))):
            shown = each.expression if isinstance(each, Placeable) else None
            if isinstance(shown, VariableReference) and shown.id.name in COUNTS and isinstance(after, TextElement):
                self.found += [] if SAME_OF_SEVERAL.match(after.value) else [shown.id.name + after.value]
        self.generic_visit(node)


def messages(locale: str) -> dict[str, set[str]]:
    """Key -> parameters of every text of a language."""
    found: dict[str, set[str]] = {}
    parts: dict[str, set[str]] = {}
    for path in (Path(texts.__file__).parent / locale).glob("*.ftl"):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert type(entry).__name__ != "Junk", (path.name, entry)
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice"
                variables = Variables()
                variables.visit(entry)
                found[entry.id.name], parts[entry.id.name] = variables.found, variables.parts
    return {key: names.union(*(found[each] for each in parts[key])) for key, names in found.items()}


def named(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Every literal key in a module, and for a key with parts only its fixed parts."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in NAMERS and node.args:
            key = node.args[0]
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                yield key.value, sorted(each.arg for each in node.keywords if each.arg)


def derived() -> Iterator[str]:
    """Keys that are made of data."""
    for kind in KINDS.values():
        yield f"kind-{kind.code}"
        yield from (f"step-{each.name}" for each in kind.route)
        yield from (f"gate-{each.fact}" for each in kind.gates)
        yield from (f"known-{each.fact}" for each in kind.gates)
        for field in (*kind.fields, *(each for step in kind.route for asked in step.asks.values() for each in asked)):
            yield from of_field(field)
        yield from (f"decide-{each.name}" for each in kind.route)
    for verdict in Verdict:
        yield from (f"verdict-{verdict}", f"button-{verdict}", f"toast-{verdict}", f"told-{verdict}")
    for verdict in NEEDS_REASON:
        yield from (f"ask-reason-{verdict}", f"example-reason-{verdict}")
        yield from (f"reason-{verdict}-{each}" for each in SUGGESTIONS[verdict])
    yield from (f"verdict-{each}" for each in ("file", "send_again", "withdraw"))
    yield from (f"{each}-{role}" for each in ("role", "welcome", "help") for role in Role)
    yield from (f"answer-{each}" for each in DateFault)
    yield from (f"state-{each}" for each in CaseState)
    yield from (f"list-{each}" for each in CaseState)
    yield from (f"capacity-{each}" for each in Capacity)
    yield from (f"capacity-for-{each}" for each in Capacity if each is not Capacity.IN_PERSON)
    yield from (f"command-{each}" for each in COMMANDS)
    yield from (f"button-review-{each}" for each in Finding)
    yield from (f"review-finding-{each}" for each in Finding)
    yield from (f"review-next-{each}" for each in Finding if each is not Finding.FINE)
    yield from (f"review-suspicion-{each}" for each in Suspicion)
    yield from of_onsite()
    yield from of_evidence()
    yield from (f"button-leaver-{action}" for action, _ in leaving.OFFERED)
    yield from (f"button-{rule.action}" for rule in REMINDERS if rule.action)
    yield from (f"deputy-reason-{each}" for each in REASONS)
    yield from (f"{each}-of" for each in ("account-needed-first", "account-suspended", "case-under-way"))
    yield from (f"suspend-reason-{each}" for each in suspending.REASONS)
    yield from (f"suspended-paper-{each.account}" for each in KINDS.values() if each.account)
    yield from (f"button-person-{each}" for each in (people_board.SUSPEND, people_board.INVITE, people_board.LEAVE))
    yield from (f"guard-{each.value.replace('_', '-')}" for each in Rule)
    yield from (f"locale-{each}" for each in LOCALES)
    yield from (f"no-agency-{each}" for each in (AgencyKind.INFORMATION_CENTER, AgencyKind.LABOUR))
    yield from (each.value for each in Reason if each is not Reason.WORKING_DAY)
    for field in tasks.FIELDS:
        yield from of_field(field)
    yield from (f"button-{each}" for each in (WITHDRAW, MEND, NUDGE, AGAIN))
    yield from (f"why-seat-{each}" for each in Of)
    yield from (f"why-switch-{each}" for each in Switch)
    for rule in REMINDERS:
        states = ("before", "today", "overdue") if rule.rungs else ("overdue",)
        yield from (f"remind-{rule.code}-{each}" for each in states)
        yield from (f"why-{rule.code}", f"agenda-{rule.code}", f"rehearsal-{rule.code}")
        if rule.escalates:
            yield from (f"remind-{rule.code}-above", f"remind-{rule.code}-many", f"why-{rule.code}-above")
        yield from (f"button-{each}" for each in (rule.action, rule.quick, rule.above) if each)
    for field in records.FIELDS:
        yield from (f"field-record-{field.name}", f"ask-record-{field.name}")
        yield from (
            () if field.name in ("registered", "with_basis", "with_consent") else (f"example-record-{field.name}",)
        )
        yield from (f"option-{field.name}-{each}" for each in field.suggestions)
    yield from (f"situation-{name}{part}" for name in SCENES for part in ("", "-hint"))
    yield from (f"button-{each}" for each in (agenda.FILE, agenda.DAYS))
    for kind in office_days.KINDS.values():
        yield from (f"office-day-{kind}", f"office-day-declared-{kind}", f"button-office-day-{kind}")
        yield from (f"ask-office-day-{kind}", f"example-office-day-{kind}")
    yield from (f"audit-state-{each}" for each in State)
    yield from (f"check-{each}" for each in Check)
    yield from (f"result-{each}" for each in Result)
    yield from (f"button-audit-{each}" for each in (*audit_taps.TAPPED, audit_cards.MONTHS))
    typed = [each for each, type_ in audit_form.TYPES.items() if type_ is QuestionType.TEXT]
    yield from (key for each in typed for key in (f"ask-audit-{each}", f"example-audit-{each}"))
    for file in FILES:
        yield f"roster-file-{file.name.replace('_', '-')}"
        yield from (f"roster-column-{file.name}-{each.name}".replace("_", "-") for each in file.columns)


def of_evidence() -> Iterator[str]:
    """What the tables of the evidence make of data."""
    yield from (f"evidence-table-{each}" for each in evidence_tables.COLUMNS)
    yield from (f"evidence-column-{name}" for each in evidence_tables.COLUMNS.values() for name in each)
    yield from (f"evidence-folder-{each}" for each in ("forms", "checklists"))
    yield from (f"evidence-account-{each}" for each in ("open", "suspended", "closed"))
    yield from (f"evidence-onsite-{each}" for each in ("recorded", "begun", "planned", "open"))
    yield from (f"evidence-stage-{each}" for each in Stage)
    yield from (f"sheet-ground-{each}" for each in Strength)


def of_onsite() -> Iterator[str]:
    """What the pages and questions of /onsite make of data."""
    yield from (f"onsite-item-{each.code}" for each in CHECKLIST)
    yield from (f"button-onsite-mark-{each}" for each in Mark)
    yield from (f"onsite-found-{each}" for each in Mark)
    yield from (f"onsite-sort-{each}" for each in Sort)
    yield from (f"onsite-stage-{each}" for each in Stage)
    yield from (f"checklist-title-{each}" for each in Sort)
    yield from (f"checklist-stage-{each}" for each in Stage)
    yield from (f"checklist-head-{each}" for each in checklist.HEADS)
    yield from (f"checklist-stamp-{each}" for each in ("auditor", "audited", "head"))
    yield from (f"onsite-line-{each}" for each in ("done", "planned", "passed", "open", "late"))
    yield from (f"ask-onsite-{each}" for each in onsite_form.ACTS)
    typed = {each for each in onsite_form.ACTS if each not in onsite_form.TYPES}
    yield from (f"example-onsite-{each}" for each in typed)


def of_field(field: Field) -> Iterator[str]:
    yield from (f"field-{field.name}", f"ask-{field.name}")
    if field.type in (QuestionType.TEXT, QuestionType.NUMBER):
        yield f"example-{field.name}"
    options = OPTIONS.get(field.source, field.options)
    yield from (f"option-{field.name}-{each}" for each in (*options, *field.suggestions))
    if field.source in OF_ITEMS:
        yield f"ask-{field.name}-none"


def test_both_languages_say_the_same_things_with_the_same_parameters() -> None:
    assert messages("zh-TW") == messages("en")


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_key_that_a_module_names_exists(path: Path) -> None:
    known = messages("zh-TW")
    missing = {key for key, _ in named(path) if key not in known}

    assert missing == set()


def test_every_key_made_of_data_exists() -> None:
    known = messages("zh-TW")

    assert {key for key in derived() if key not in known} == set()


def test_every_text_gets_the_parameters_it_shows() -> None:
    known = messages("zh-TW")
    wrong = {
        (path.name, key, name)
        for path in SOURCE.rglob("*.py")
        for key, given in named(path)
        if given
        for name in known.get(key, set()) - set(given)
    }

    assert wrong == set()


def test_english_chooses_between_one_and_several_of_what_it_counts() -> None:
    unchosen = Unchosen()
    for path in (Path(texts.__file__).parent / "en").glob("*.ftl"):
        unchosen.visit(FluentParser().parse(path.read_text("utf-8")))

    assert unchosen.found == []


@pytest.mark.parametrize("key", [key for key, names in messages("en").items() if names & COUNTS])
def test_one_is_never_said_of_several(key: str) -> None:
    ones = {name: 1 if name in COUNTS else "x" for name in messages("en")[key]}

    assert not SEVERAL.search(_english(key, ones))


def test_a_number_in_a_sentence_has_plain_digits_whatever_its_size() -> None:
    said = [Texts(TAIPEI).plain(say("some-days", days=12345), locale) for locale in ("zh-TW", "en")]

    assert said == ["12345 天", "12345 days"]


def test_a_year_has_plain_digits_in_english() -> None:
    assert "calendar of 2026 is" in _english("calendar-missing", {"years": (Year(2026),)})


def test_no_sentence_stands_in_python() -> None:
    """Chinese words stand in the texts, and in the rules that quote the law or read what people write."""
    chinese = re.compile(r"[\u4e00-\u9fff]")
    allowed = {"clauses.py", "roc.py", "privacy.py", "everyday.py", "spelling.py", "calendar.py", "calendar_file.py"}
    found = {
        f"{path.relative_to(SOURCE)}:{node.lineno}"
        for path in SOURCE.rglob("*.py")
        if path.name not in allowed
        for tree in [ast.parse(path.read_text("utf-8"))]
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and chinese.search(node.value)
        if not _is_docstring(tree, node)
    }

    assert {each for each in found if not each.startswith("sandbox/")} == set()


def _english(key: str, params: Mapping[str, Value]) -> str:
    return Texts(TAIPEI).plain(Phrase(key, params), "en")


def _is_docstring(tree: ast.AST, node: ast.Constant) -> bool:
    return any(isinstance(each, ast.Expr) and each.value is node for each in ast.walk(tree))


@pytest.mark.parametrize("locale", ["zh-TW", "en"])
@pytest.mark.parametrize("role", Role)
def test_help_and_welcome_name_only_commands_that_the_role_may_use(locale: str, role: Role) -> None:
    said = " ".join(Texts(TAIPEI).plain(say(f"{each}-{role}"), locale) for each in ("help", "welcome"))

    assert set(re.findall(r"/([a-z]+)", said)) <= set(commands_for(frozenset({role})))


def test_what_people_wrote_is_escaped_and_the_texts_own_marks_are_not() -> None:
    shown = Texts(TAIPEI).html(say("told-reject", number="1", who="<b>&", reason="_*[`", step="x"), "zh-TW")

    assert "&lt;b&gt;&amp;" in shown
    assert "_*[`" in shown


def test_a_label_within_a_sentence_is_in_the_readers_language() -> None:
    phrase = say("not-your-seat", seat=Phrase("role-head"))

    assert "機關首長" in Texts(TAIPEI).html(phrase, "zh-TW")
    assert "head of agency" in Texts(TAIPEI).html(phrase, "en")
