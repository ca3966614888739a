"""What each role can ask for: the command menu shows a person only what the person can use."""

from .board import WATCHES
from .deputies import DEPUTISED
from .kinds import KINDS
from .oversight import INVITES, OVERSEES
from .people import Role

DECIDES = frozenset({Role.HEAD, Role.ADMINISTRATOR, Role.REVIEWER, Role.OPERATOR})
HOLDS_ACCOUNT = frozenset({Role.OFFICER, Role.ADMINISTRATOR})
AUDITS = frozenset({Role.ADMINISTRATOR, Role.HEAD, Role.AUTHORISED})
EVERYBODY = frozenset(Role)

FILES = frozenset(each.filed_by for each in KINDS.values())

COMMANDS: dict[str, frozenset[Role]] = {
    "apply": FILES,
    "mine": EVERYBODY,
    "desk": DECIDES,
    "record": HOLDS_ACCOUNT,
    "audit": AUDITS,
    "onsite": DECIDES,
    "evidence": DECIDES,
    "board": WATCHES,
    "deputy": DEPUTISED,
    "password": HOLDS_ACCOUNT,
    "people": OVERSEES,
    "invite": INVITES,
    "calendar": EVERYBODY,
    "why": EVERYBODY,
    "cancel": EVERYBODY,
    "language": EVERYBODY,
    "help": EVERYBODY,
    "privacy": EVERYBODY,
    "menu": EVERYBODY,
}


def commands_for(roles: frozenset[Role]) -> tuple[str, ...]:
    return tuple(name for name, allowed in COMMANDS.items() if roles & allowed)
