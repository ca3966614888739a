"""The city of a rehearsal: agencies and people by number, as the sheets of a roster."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.rules.roster import Sheet

from . import Plan

CENTER, LABOUR, WELFARE = "IC", "LB", "A01"
ITEMS = ("LI-01", "LI-02", "LI-06")
BUSINESS = "relief"
SMALLEST = 4
EVERY_SIXTH, EVERY_EIGHTH = 6, 8
Record = dict[str, str]


def roster(plan: Plan) -> dict[str, Sheet]:
    """Everybody's accounts were opened before the rehearsal begins, but every eighth officer's."""
    codes = _codes(plan)
    people = list(_people(plan, codes))
    records = {
        "agencies": [_agency(code) for code in codes],
        "delegations": [{"district": code, "authority": WELFARE, "business": BUSINESS} for code in _districts(codes)],
        "items": [{"code": each, "name": each, "programme": each, "subject": "person"} for each in ITEMS],
        "people": people,
        "agency_items": [_granted(code, item, codes) for code in codes for item in ITEMS[:2]],
        "accounts": list(_accounts(plan, people)),
    }
    return {name: Sheet.of(name, rows) for name, rows in records.items() if rows}


def _codes(plan: Plan) -> list[str]:
    return [CENTER, LABOUR, *(f"A{n:02}" for n in range(1, max(plan.agencies - 1, 2)))]


def _districts(codes: list[str]) -> list[str]:
    """Every sixth is a district office with entrusted work."""
    return [code for n, code in enumerate(codes) if n > EVERY_SIXTH and n % EVERY_SIXTH == 0]


def _agency(code: str) -> Record:
    number = int(code[1:]) if code[1:].isdecimal() else 0
    kind = {CENTER: "information_center", LABOUR: "labour"}.get(code, "using")
    is_district = number + 1 > EVERY_SIXTH and (number + 1) % EVERY_SIXTH == 0
    return {"code": code, "name": code, "kind": "district" if is_district else kind, "head_signs_annex3": "0"}


def _granted(code: str, item: str, codes: list[str]) -> Record:
    business = BUSINESS if code in _districts(codes) else ""
    return {"agency": code, "item": item, "legal_basis": item, "business": business}


def _people(plan: Plan, codes: list[str]) -> Iterator[Record]:
    """In each agency a head, an administrator and an authorised person, reviewers and operators where they belong,
    and officers."""
    size = max(plan.people // len(codes), SMALLEST)
    above = {CENTER: "operator", LABOUR: "reviewer", WELFARE: "reviewer"}
    for code in codes:
        seats = ["head", "administrator", "authorised", *([above[code]] * 2 if code in above else [])]
        for number in range(max(size, len(seats) + 1)):
            role = seats[number] if number < len(seats) else "officer"
            yield _person(plan, f"{code}{number:03}", code, role)


def _person(plan: Plan, staff_no: str, agency: str, roles: str) -> Record:
    has_account = roles in ("officer", "administrator")
    return {
        "staff_no": staff_no,
        "name": staff_no,
        "title": roles,
        "agency": agency,
        "roles": roles,
        "egov_account": staff_no.lower() if has_account else "",
        "certificate_on": (plan.first - timedelta(days=400)).isoformat() if has_account else "",
        "certificate_until": (plan.first + timedelta(days=_number(staff_no) % 1400)).isoformat() if has_account else "",
        "left_on": "",
        "locale": "zh-TW",
    }


def _accounts(plan: Plan, people: list[Record]) -> Iterator[Record]:
    for each in people:
        number = _number(each["staff_no"])
        if each["egov_account"] and (each["roles"] == "administrator" or number % EVERY_EIGHTH):
            changed: date = plan.first - timedelta(days=1 + number % 85)
            yield {
                "staff_no": each["staff_no"],
                "kind": each["roles"],
                "opened_on": (plan.first - timedelta(days=120)).isoformat(),
                "password_changed_on": changed.isoformat(),
                "items": ITEMS[0] if each["roles"] == "officer" else "",
            }


def _number(staff_no: str) -> int:
    """A number of one's own, the same in every rehearsal."""
    return sum(ord(each) * (place + 1) * 7 for place, each in enumerate(staff_no))
