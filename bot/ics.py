"""A person's dates as an iCalendar file (RFC 5545): whole days, each under an identity that stays, so that a later file
takes the place of an earlier one."""

from collections.abc import Callable
from datetime import timedelta

from icalendar import Calendar, Event

from bot.rules.phrases import Phrase, say
from bot.services.agenda import Dated, Seen

Speak = Callable[[Phrase], str]
PRODUCT = "-//chadiao//agenda//ZH"
ZONE = "Asia/Taipei"
SEQUENCE_SECONDS = 60  # the number has 31 bits


def draw(seen: Seen, speak: Speak) -> bytes:
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", speak(say("agenda-file-title")))
    made.add("x-wr-timezone", ZONE)
    for each in seen.dates:
        made.add_component(_event(each, seen, speak))
    return bytes(made.to_ical())


def _event(dated: Dated, seen: Seen, speak: Speak) -> Event:
    event = Event()
    event.add("uid", f"{dated.identity}@chadiao")
    event.add("dtstamp", seen.at)
    event.add("last-modified", seen.at)
    event.add("sequence", int(seen.at.timestamp()) // SEQUENCE_SECONDS)
    event.add("dtstart", dated.due)
    event.add("dtend", dated.due + timedelta(days=1))
    event.add("summary", speak(dated.title))
    event.add("description", "\n".join(speak(each).strip() for each in dated.why))
    event.add("transp", "TRANSPARENT")
    return event
