"""`remind`: one sweep as of a moment, what it newly queues, and what it would."""

from datetime import date, time
from typing import Any

from bot.rules.phrases import Phrase, say
from bot.scheduler.remind import remind
from tests.scheduler.office import CHANGED, TAIPEI, Office, morning

LATE = morning(date(2026, 12, 15))


def listed(office: Office, dry_run: bool = False) -> list[dict[str, Any]]:
    return remind(office.address, LATE, TAIPEI, dry_run=dry_run)


def test_each_object_says_who_is_told_of_what_and_why(office: Office):
    office.hire("P1", "officer", changed=CHANGED, linked=False)

    assert listed(office) == [
        {
            "code": "password",
            "staff_no": "P1",
            "matter": "P1/2026-09-10",
            "rung": "+3",
            "due": "2026-12-10",
            "why": (
                "7",
                Phrase(
                    "why-password",
                    {"subject": "P1", "period": "2026-09-10", "due": date(2026, 12, 10), "item": say("nothing")},
                ),
            ),
        }
    ]


def test_an_escalation_is_an_object_of_its_own(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    office.hire("A1", "administrator")
    found = {each["staff_no"]: each for each in listed(office)}

    assert found["A1"] | {"staff_no": "P1", "why": found["P1"]["why"]} == found["P1"]
    assert found["A1"]["why"][1].key == "why-password-above"


def test_a_second_call_lists_nothing(office: Office):
    office.hire("P1", "officer", changed=CHANGED)

    assert len(listed(office)) == 1
    assert listed(office) == []
    assert office.digests() == {("P1", "2026-12-15"): 1}


def test_a_dry_run_lists_the_same_and_keeps_nothing(office: Office):
    office.hire("P1", "officer", changed=CHANGED)
    office.hire("P2", "officer", changed=date(2026, 9, 20), left=date(2026, 12, 1))

    would = listed(office, dry_run=True)

    assert (office.rows(), office.queued(), office.digests()) == (0, 0, {})
    with office.at(LATE) as unit:
        assert office.person(unit, "P2").user_id is not None
    assert listed(office) == would


def test_at_another_moment_than_an_office_hour_nothing_is_listed(office: Office):
    office.hire("P1", "officer", changed=CHANGED)

    assert remind(office.address, morning(date(2026, 12, 15), time(20, 0)), TAIPEI) == []
    assert remind(office.address, morning(date(2026, 12, 13)), TAIPEI) == []
