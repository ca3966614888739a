"""What a rehearsal heard, counted: by role and day, by sort, and for the one who heard most."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date, timedelta
from pathlib import Path

from bot.rules.phrases import Phrase, say
from bot.rules.reminders import RULES

from . import Plan
from .post import MAIN, Message

Speak = Callable[[Phrase], str]
ROLES = tuple(each.value for each in MAIN)
DAYS = 30
REMINDERS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """One role: how many people heard how many messages, on average in thirty days, and most on one day."""

    role: str
    people: int
    messages: int
    in_thirty_days: float
    busiest: int
    busiest_on: date


def days_of(plan: Plan) -> list[date]:
    return [plan.first + timedelta(days=n) for n in range((plan.last - plan.first).days + 1)]


def lines(plan: Plan, messages: Sequence[Message]) -> Iterator[Line]:
    for role in ROLES:
        heard = [each for each in messages if each.role == role]
        if heard:
            people = len({each.staff_no for each in heard})
            (_, day), most = Counter((each.staff_no, each.day) for each in heard).most_common(1)[0]
            yield Line(role, people, len(heard), len(heard) / people * DAYS / len(days_of(plan)), most, day)


def write_messages(path: Path, messages: Sequence[Message]) -> None:
    """Every message, one a row."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow([each.name for each in fields(Message)])
        rows.writerows(astuple(each) for each in messages)


def write_days(path: Path, plan: Plan, messages: Sequence[Message]) -> None:
    """How many messages each role heard on each day."""
    counted = Counter((each.day, each.role) for each in messages)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["day", *ROLES, "all"])
        for day in days_of(plan):
            numbers = [counted[day, role] for role in ROLES]
            rows.writerow([day, *numbers, sum(numbers)])


def summary(plan: Plan, messages: Sequence[Message], speak: Speak) -> list[str]:
    """What one wants to know first: is it too much for anybody, and what is it about."""
    told = [speak(say("rehearsal-title", first=plan.first, last=plan.last, count=len(messages)))]
    told += [speak(_role(each)) for each in lines(plan, messages)]
    told.append(speak(say("rehearsal-reminders")))
    spoken = Counter(item for each in messages for item in each.what.split("; ") if item)
    told += [speak(_reminder(item, count)) for item, count in spoken.most_common(REMINDERS)]
    return told


def _role(line: Line) -> Phrase:
    return say(
        "rehearsal-role",
        role=say(f"role-{line.role}"),
        people=line.people,
        count=line.messages,
        mean=f"{line.in_thirty_days:.1f}",
        most=line.busiest,
        day=line.busiest_on,
    )


def _reminder(item: str, count: int) -> Phrase:
    rule, rung, *above = item.split()
    key = "rehearsal-reminder-above" if above else "rehearsal-reminder"
    return say(key, name=say(f"rehearsal-{RULES[rule].code}"), rung=_rung(rung), count=count)


def _rung(name: str) -> Phrase:
    """`opening`, `target`, … by their names; a number is a distance from the due day."""
    if name.isalpha():
        return say(f"rehearsal-rung-{name}")
    days = int(name)
    return say(
        "rehearsal-rung-early" if days < 0 else "rehearsal-rung-late" if days else "rehearsal-rung-due", days=abs(days)
    )
