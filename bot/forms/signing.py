"""The signatures of a form: a box for each stamp, and the course of approval line by line."""

from bot.rules.kinds.kind import Step
from bot.rules.people import Capacity
from bot.rules.phrases import Phrase, Value, say
from bot.rules.roc import roc_short, roc_year
from bot.services.printing import Printout, Signed

from .sheet import Box, Boxes, Column, Grid

BEGINS = ("file", "send_again")
SECTION_CHIEF_SIGNS = (1, 2)
COURSE = (
    ("when", 2.2),
    ("step", 2.5),
    ("verdict", 1.5),
    ("who", 1.8),
    ("capacity", 1.8),
    ("ground", 2.3),
    ("opinion", 2.4),
)


def boxes(printout: Printout) -> Boxes:
    """Who signs, in order. What was decided before the form was last sent again counts no more."""
    valid = valid_in(printout.course)
    applicant = Box(_applicant(printout), _signature(valid["file"]) if "file" in valid else ())
    chief = (Box(say("sheet-chief")),) if printout.kind.annex in SECTION_CHIEF_SIGNS else ()
    steps = tuple(_box(printout, each, valid.get(each.name)) for each in printout.steps)
    return Boxes((applicant, *chief, *steps), say("sheet-signatures"))


def _applicant(printout: Printout) -> Phrase:
    """Annex 3 is the administrator's own."""
    return say("sheet-applicant" if printout.kind.annex in SECTION_CHIEF_SIGNS else "role-administrator")


def valid_in(course: tuple[Signed, ...]) -> dict[str, Signed]:
    """The last word at each step of the present round."""
    begun = max((at for at, each in enumerate(course) if each.decision.verdict in BEGINS), default=0)
    return {each.decision.step: each for each in course[begun:]}


def _box(printout: Printout, step: Step, signed: Signed | None) -> Box:
    head = (say(f"step-{step.name}"), printout.seats.get(step.name) or say(f"sheet-of-{step.of}"))
    return Box(head, _signature(signed) if signed else ())


def _signature(signed: Signed) -> Value:
    done, paper = signed.decision, signed.decision.paper
    verdict = say("sheet-verdict", ground=_ground(signed), verdict=say(f"verdict-{done.verdict}"))
    number = (paper.document,) if paper else ()
    return (_who(signed), *_capacity(signed), verdict, *number, _stamp(signed))


def _stamp(signed: Signed) -> Value:
    """Month and day / hour and minute of a tap; of a signature on paper its day, if that was told."""
    paper = signed.decision.paper
    return paper.signed_on if paper and paper.signed_on else signed.decision.at


def _who(signed: Signed) -> Phrase:
    return say("person", name=signed.who.name, title=signed.who.title)


def _capacity(signed: Signed) -> tuple[Phrase, ...]:
    capacity, holder = signed.decision.capacity, signed.holder
    if capacity is None:
        return ()
    if capacity is Capacity.IN_PERSON or holder is None:
        return (say(f"capacity-{capacity}"),)
    key = "sheet-capacity-because" if signed.because else "sheet-capacity"
    return (say(key, capacity=say(f"capacity-{capacity}"), holder=holder.name, reason=signed.because),)


def _ground(signed: Signed) -> Phrase:
    return say(f"sheet-ground-{signed.decision.strength}")


def _grounds(signed: Signed) -> Value:
    """What a line rests on: the system's record, or a paper with its number, its day and who recorded it."""
    paper = signed.decision.paper
    if paper is None or signed.recorder is None:
        return _ground(signed)
    day = (roc_short(paper.signed_on),) if paper.signed_on else ()
    return (_ground(signed), paper.document, *day, say("sheet-recorded", who=signed.recorder.name))


def course(printout: Printout) -> tuple[Grid, ...]:
    """Everything that happened to the case, returns and earlier rounds too."""
    if printout.is_blank:
        return ()
    columns = tuple(Column(say(f"sheet-course-{name}"), width, centred=name != "opinion") for name, width in COURSE)
    title = say("sheet-course", state=printout.known["state"])
    return (Grid(columns, tuple(_line(printout, each) for each in printout.course), title),)


def _line(printout: Printout, signed: Signed) -> tuple[Value, ...]:
    done = signed.decision
    year = roc_year(done.at.astimezone(printout.printed_at.tzinfo).year)
    return (
        say("sheet-when", year=year, at=done.at),
        say(f"step-{done.step}"),
        say(f"verdict-{done.verdict}"),
        _who(signed),
        _capacity(signed),
        _grounds(signed),
        done.reason or "",
    )
