"""8(2)2 and 9: a year of on-site audits in a city of 60 agencies. Some districts work for two authorities, some of
them with two businesses for one."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.rules.calendar import OfficeCalendar
from bot.rules.duties import Duty
from bot.rules.onsite import CHECKLIST, Finding, Mark
from bot.rules.phrases import RuleViolation
from bot.services import auditors, onsite, onsite_pages, visits
from bot.services.lists import PAGE
from storage import duties, tables
from storage.duties import Owed
from storage.unit import Unit
from tests.scheduler.office import Office, morning

CALENDAR = OfficeCalendar()
DAY = timedelta(days=1)
DISTRICTS = tuple(f"D{number}" for number in range(1, 9))
OTHERS = tuple(f"G{number:02}" for number in range(1, 49))
ENTRUSTED = {
    *(("TB", each, "relief") for each in DISTRICTS),
    *(("TB", each, "allowance") for each in DISTRICTS[:2]),
    *(("CB", each, "culture") for each in DISTRICTS[:3]),
}
OWN_WORK = SHARED = DISTRICTS[0]
DUTIES = {*ENTRUSTED, *(("LB", each, "") for each in ("LB", "IC", "TB", "CB", OWN_WORK, *OTHERS))}
REVIEWERS = {"LB": "LR", "TB": "TR", "CB": "CR"}
A_MONTH = {"LB": 4, "TB": 2, "CB": 1}
AHEAD = 2
LAST = date(2027, 2, 5)
MOVED = 3
ONLY_ONSITE = """CREATE TRIGGER only_onsite AFTER INSERT ON duties WHEN NEW.code NOT IN ('onsite_audit', 'onsite_visit')
    BEGIN UPDATE duties SET done_on = NEW.opened_on WHERE id = NEW.id; END"""
Said = tuple[date, str, str, str]


@dataclass(slots=True)
class Year:
    """What was planned for and recorded on which day, what every board said, and what every sweep."""

    office: Office
    planned: dict[str, list[tuple[date, date]]] = field(default_factory=dict)
    done: dict[str, date] = field(default_factory=dict)
    boards: dict[tuple[date, str], tuple[tuple[int, int], Counter[str]]] = field(default_factory=dict)
    said: list[Said] = field(default_factory=list)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    year = Year(city(tmp_path_factory.mktemp("year")))
    for day in working_days(date(2026, 1, 2), LAST):
        is_first = CALENDAR.on_or_after(day.replace(day=1)) == day
        if is_first or day.weekday() == 0 or date(2026, 12, 14) < day:
            year.said += [(day, *heard) for heard in year.office.sweep(morning(day)) if heard[1].count("/")]
        look_at_the_boards(year, day)
        if is_first:
            plan_this_months(year, day)
        move_one(year, day)
        visit(year, day)
    yield year
    year.office.engine.dispose()


def city(folder: Path) -> Office:
    """An account in every agency; one district has work of its own besides what was entrusted to it."""
    office = Office(folder, duties=True)
    with office.engine.begin() as connection:
        connection.exec_driver_sql(ONLY_ONSITE)
        houses = [(each, "district") for each in DISTRICTS] + [(each, "using") for each in OTHERS]
        connection.execute(tables.agencies.insert(), [{"code": c, "name": c, "kind": k} for c, k in houses])
        rows = [{"authority": a, "district": d, "business": b} for a, d, b in ENTRUSTED]
        connection.execute(tables.delegations.insert(), rows)
        connection.execute(tables.items.insert().values(code="I", name="I", programme="P", subject="unit"))
        connection.execute(tables.agency_items.insert().values(agency=OWN_WORK, item="I", business=""))
    with office.at(morning(date(2026, 1, 2))) as unit:
        for agency in ("LB", "IC", "TB", "CB", *DISTRICTS, *OTHERS):
            office.hire_in(unit, f"O-{agency}", "officer", agency=agency, changed=date(2025, 12, 1))
        for agency, staff_no in REVIEWERS.items():
            office.hire_in(unit, staff_no, "reviewer", agency=agency, linked=True)
        unit.connection.exec_driver_sql("UPDATE passwords SET due_on = '2030-01-01'")
    return office


def working_days(first: date, last: date) -> list[date]:
    days = [first + number * DAY for number in range((last - first).days + 1)]
    return [each for each in days if CALENDAR.is_working(each)]


def look_at_the_boards(year: Year, day: date) -> None:
    """What the title counts, and how many lines of each sort there are on all pages."""
    for staff_no in REVIEWERS.values():
        with year.office.at(morning(day)) as unit:
            person = year.office.person(unit, staff_no)
            pages = [onsite_pages.page(unit, person, f"board:{number}") for number in range(len(DUTIES) // PAGE + 1)]
        title = pages[0].lines[0].params
        lines = {str(line): line.key for each in pages for line in each.lines if line.key.startswith("onsite-line-")}
        year.boards[day, staff_no] = (int(str(title["done"])), int(str(title["all"]))), Counter(lines.values())


def plan_this_months(year: Year, day: date) -> None:
    """Each authority plans as many as it can do in a month, one a day; what is left of last year comes first. The two
    businesses of the first district share a day."""
    for authority, staff_no in REVIEWERS.items():
        with year.office.at(morning(day)) as unit:
            person = year.office.person(unit, staff_no)
            left = [each for each in auditors.owed_by(unit, person) if each.done_on is None]
            for place, owed in enumerate(left[: A_MONTH[authority]]):
                wanted = CALENDAR.add_working(day, AHEAD + (0 if owed.agency == SHARED else place))
                visits.plan(unit, person, owed, wanted)
                year.planned.setdefault(name(owed), []).append((day, wanted))


def move_one(year: Year, day: date) -> None:
    """What the Dept. of Labor has planned for an odd day it puts off by one, once."""
    with year.office.at(morning(day)) as unit:
        person = year.office.person(unit, "LR")
        for owed in auditors.owed_by(unit, person)[::-1]:
            plans = year.planned.get(name(owed), [])
            if owed.done_on is None and len(plans) == 1 and day < plans[0][1] and plans[0][1].day % 2:
                later = CALENDAR.next_working(plans[0][1])
                visits.plan(unit, person, owed, later)
                plans.append((day, later))
                return


def visit(year: Year, day: date) -> None:
    """Whatever is planned for this day is done."""
    for staff_no in REVIEWERS.values():
        with year.office.at(morning(day)) as unit:
            for owed in auditors.owed_by(unit, year.office.person(unit, staff_no)):
                if owed.done_on is None and visits.day_of(unit, owed) == day:
                    audit(year.office, unit, staff_no, owed)
                    year.done[name(owed)] = day


def name(owed: Owed) -> str:
    return f"{owed.subject}/{owed.occurrence}"


def audit(office: Office, unit: Unit, staff_no: str, owed: Owed) -> None:
    person = office.person(unit, staff_no)
    begun = onsite.begin(unit, person, owed)
    for each in CHECKLIST:
        onsite.mark(unit, person, begun, each.code, Finding(Mark.YES))
    onsite.record(unit, person, begun)


def matter(authority: str, agency: str, business: str, occurrence: str = "2026") -> str:
    return "/".join(each for each in (authority, agency, business, occurrence) if each)


def late(year: Year) -> set[str]:
    return {matter(*each) for each in DUTIES if year.done[matter(*each)] > date(2026, 12, 31)}


def test_each_agency_is_audited_once_by_each_authority_that_must(year: Year) -> None:
    with year.office.engine.connect() as connection:
        done = select(tables.duties, tables.inspections.c.recorded_on).join_from(tables.duties, tables.inspections)
        of_2026 = connection.execute(done.where(tables.duties.c.occurrence == "2026")).all()

    assert Counter((each.authority, each.agency, each.business) for each in of_2026) == Counter(DUTIES)
    assert all(each.recorded_on == year.done[f"{each.subject}/2026"] == each.done_on for each in of_2026)


def test_the_board_of_each_authority_is_right_on_every_day(year: Year) -> None:
    assert len({day for day, _ in year.boards}) == len(working_days(date(2026, 1, 2), LAST))
    for (day, staff_no), (title, lines) in year.boards.items():
        owed = [matter(*each, str(day.year)) for each in DUTIES if REVIEWERS[each[0]] == staff_no]
        done = [each for each in owed if year.done.get(each, date.max) < day]
        planned = [each for each in set(owed) - set(done) if planned_for(year, each, day)]
        before = [matter(*each) for each in DUTIES if REVIEWERS[each[0]] == staff_no and day.year == 2027]

        assert title == (len(done), len(owed)), (day, staff_no)
        assert lines["onsite-line-done"] == len(done)
        assert lines["onsite-line-planned"] == len(planned), (day, staff_no)
        assert lines["onsite-line-open"] == len(owed) - len(done) - len(planned)
        assert lines["onsite-line-passed"] == 0
        assert lines["onsite-line-late"] == sum(year.done[each] >= day for each in before)


def planned_for(year: Year, about: str, day: date) -> bool:
    """Whether a day was planned for it before this one."""
    return any(on < day for on, _ in year.planned.get(about, []))


def test_each_is_done_on_the_day_that_was_planned_last(year: Year) -> None:
    assert {about: plans[-1][1] for about, plans in year.planned.items() if about in year.done} == year.done
    assert sum(len(plans) > 1 for plans in year.planned.values()) > MOVED


def test_two_businesses_of_one_authority_are_done_each_by_itself(year: Year) -> None:
    days = {each: [year.done[matter("TB", each, of)] for of in ("relief", "allowance")] for each in DISTRICTS[:2]}

    assert len(set(days[SHARED])) == 1
    assert len(set(days[DISTRICTS[1]])) == 2


def test_each_visit_is_announced_to_the_agency_and_over_when_it_was_made_or_moved(year: Year) -> None:
    with year.office.engine.connect() as connection:
        made = connection.execute(select(tables.duties).where(tables.duties.c.code == Duty.VISIT.value)).all()
    wanted = {(*about.split("/")[:2], day.isoformat()) for about, plans in year.planned.items() for _, day in plans}

    assert {(*each.subject.split("/"), each.occurrence) for each in made} == wanted
    still = {"/".join(about.split("/")[:2]) for about in year.planned if about not in year.done}
    assert {each.subject for each in made if each.done_on is None} == still


def test_nothing_is_said_of_an_audit_once_it_is_done(year: Year) -> None:
    assert all(day <= year.done.get(about, date.max) for day, _, about, _ in with_years(year))


def test_what_was_not_done_in_the_year_is_chased_in_january_until_it_is(year: Year) -> None:
    in_january = {
        (about, rung) for day, _, about, rung in with_years(year) if about.endswith("/2026") and day.year == 2027
    }

    assert late(year)
    assert {about for about, _ in in_january} == late(year)
    last = {rung for about, rung in in_january if year.done[about] == date(2027, 2, 3)}
    assert last == {"+1", "+6", "+11", "+16", "+21"}


def test_an_authority_may_not_audit_for_another(year: Year) -> None:
    with year.office.at(morning(LAST)) as unit:
        owed = duties.find(unit, Duty.ONSITE, f"LB/{OWN_WORK}", "2027")
        assert owed is not None
        with pytest.raises(RuleViolation, match="onsite-not-yours"):
            onsite.begin(unit, year.office.person(unit, "TR"), owed)


def with_years(year: Year) -> list[Said]:
    """A reminder of the new year's first day is of the new year's audit, unless it is overdue."""
    return [
        (day, who, f"{about}/{2026 if rung.startswith('+') or day.year == 2026 else 2027}", rung)
        for day, who, about, rung in year.said
    ]
