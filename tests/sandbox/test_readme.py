"""What the sandbox's README names is there."""

import re

from bot.sandbox.control import Control
from bot.sandbox.faults import FaultKind
from bot.sandbox.server import PAGE, create_app
from bot.sandbox.telegram import Telegram

README = (PAGE.parent / "README.md").read_text(encoding="utf-8")


def test_every_route_is_named():
    routes = {resource.canonical for resource in create_app(Telegram()).router.resources()}
    controls = {route.split("{")[0].rstrip("/") for route in routes if route.startswith(("/sandbox", "/violations"))}

    assert {route for route in controls if route not in README} == set()


def test_every_deed_is_named():
    deeds = Control(Telegram())._deeds

    assert {deed for deed in deeds if not re.search(rf"[/…]{deed}\b", README)} == set()


def test_every_fault_is_named():
    assert {kind for kind in FaultKind if f"`{kind}`" not in README} == set()
