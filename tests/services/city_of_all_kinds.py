"""A city with every kind of agency, each fully staffed, for tests that go through all of them."""

from datetime import date

from bot.rules.fields import Answer, Answers, Facts, QuestionType, read
from bot.rules.items import to_say
from bot.rules.kinds import kind_of
from bot.rules.kinds.kind import Kind, Verdict
from bot.rules.people import Person
from bot.rules.requests import Case, next_question
from bot.rules.roster import Sheet
from bot.services import cases as deciding
from bot.services import chains, facts, filing, roster
from storage import cases, people, questions, rights
from storage.unit import Unit

AGENCIES = {
    "IC": ("資訊中心", "information_center", "0"),
    "LD": ("勞動局", "labour", "0"),
    "SW": ("社會局", "using", "0"),
    "CA": ("民政局", "using", "1"),
    "D0": ("觀音區公所（無委託）", "district", "0"),
    "D1": ("大溪區公所（一項委託）", "district", "0"),
    "D2": ("復興區公所（兩項委託）", "district", "1"),
    "EX": ("外部機關", "external", "0"),
}
ENTRUSTED = {"D1": {"社會救助": "SW"}, "D2": {"社會救助": "SW", "殯葬補助": "CA"}}
STAFF = ("administrator", "administrator2", "officer", "head", "deputy")
ROLES = {"administrator2": "administrator", "operator2": "operator", "deputy": "officer"}
ABOVE = (("LD", "reviewer"), ("SW", "reviewer"), ("CA", "reviewer"), ("IC", "operator"), ("IC", "operator2"))
WORDS = {"sent_no": "府資安字第1150067890號", "bureau_no": "保資字第1150098765號", "bureau_on": "2026-11-23"}
FORWARD = (Verdict.APPROVE, Verdict.SENT, Verdict.ANSWER, Verdict.DONE)


def number(agency: str, post: str) -> str:
    return f"{agency}-{post}"


def fill_city(unit: Unit) -> None:
    posts = [*((code, post) for code in AGENCIES for post in STAFF), *ABOVE]
    columns = ("staff_no", "name", "title", "agency", "roles", "egov_account", "certificate_on", "left_on", "locale")
    cells = [
        (number(code, post), number(code, post), "科員", code, ROLES.get(post, post), "x", "2025-01-06", "", "zh-TW")
        for code, post in posts
    ]
    names = ("LI-01", "LI-03", "LI-06")
    records = {
        "agencies": [
            {"code": code, "name": name, "kind": kind, "head_signs_annex3": switch}
            for code, (name, kind, switch) in AGENCIES.items()
        ],
        "delegations": [
            {"district": district, "authority": authority, "business": business}
            for district, entrusted in ENTRUSTED.items()
            for business, authority in entrusted.items()
        ],
        "items": [{"code": c, "name": c, "programme": "勞保", "subject": "person"} for c in names],
        "agency_items": [
            {"agency": code, "item": item, "legal_basis": "社會救助法", "business": business}
            for code in AGENCIES
            for business in ("", *ENTRUSTED.get(code, {}))
            for item in ("LI-01", "LI-06")
        ],
        "people": [dict(zip(columns, each, strict=True)) for each in cells],
    }
    roster.import_roster(unit, {name: Sheet.of(f"{name}.csv", rows) for name, rows in records.items()})


def person(unit: Unit, agency: str, post: str) -> Person:
    found = people.by_staff_no(unit, number(agency, post))
    assert found is not None
    return found


def prepare(unit: Unit, kind: Kind, change: str, subject: Person) -> None:
    """What must be so that this change makes sense: an account that is open, or was."""
    if kind.account == "" or (change == "add" and not kind.needs_account):
        return
    account = rights.open_new(unit, subject.id, kind.account, unit.today)
    if kind.needs_account:
        rights.grant(unit, account, ["LI-06"], unit.today)
    if change == "reinstate":
        rights.close(unit, account, unit.today)


def answers_for(unit: Unit, kind: Kind, filer: Person, wanted: Answers) -> dict[str, Answer]:
    """The whole form: as wanted, otherwise the first choice, or whatever words."""
    answers: dict[str, Answer] = {}
    while True:
        known = facts.of(unit, kind, filer, answers)
        field = next_question(kind, answers, known)
        if field is None:
            return answers
        options = known.options_of(field)
        if field.key in wanted:
            raw = str(wanted[field.key])
        elif field.type is QuestionType.DATE:
            raw = unit.today.isoformat()
        elif options:
            raw = options[0]
        else:
            raw = WORDS["sent_no"] if field.key == "document_no" else "30"
        answers[field.name] = read(field, raw, known)


def file(unit: Unit, kind: Kind, filer: Person, answers: Answers) -> Case:
    draft = questions.begin_draft(unit, filer.id, kind.code, answers)
    filing.send(unit, draft, filer)
    questions.drop_draft(unit, filer.id)
    return cases.of_party(unit, filer.id)[0].case


def given(case: Case, verdict: Verdict) -> dict[str, Answer]:
    """What the verdict has to say besides, in favour of every item."""
    assert case.at is not None
    said: dict[str, Answer] = {}
    while True:
        fields = to_say(kind_of(case.kind), case.at, verdict, case.answers, said, Facts(date(2026, 11, 23), {}))
        missing = next((each for each in fields if each.name not in said), None)
        if missing is None:
            return said
        said[missing.name] = missing.options[0] if missing.options else WORDS.get(missing.key, "30")


def advance(unit: Unit, case: Case) -> Case:
    """Whoever may decide first moves the case on."""
    assert case.at is not None
    verdict = next(each for each in FORWARD if each in case.at.verdicts)
    who = chains.deciders(unit, case)[0].person
    deciding.judge(unit, who, case.id, case.version, verdict, given=given(case, verdict))
    return cases.load(unit, case.id).case
