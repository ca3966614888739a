"""Links inside texts and buttons: which of them Telegram takes."""

import re
from urllib.parse import parse_qs, urlsplit, urlunsplit

HOST = re.compile(r"^(?:[\w-]+\.)+[A-Za-z\u0080-\uffff]{2,}(?::\d+)?$|^localhost(?::\d+)?$|^\d+(?:\.\d+){3}(?::\d+)?$")
SCHEMES = ("http", "https", "ton", "tonsite", "tg")


def checked(url: str) -> str:
    """The link as Telegram keeps it, or an empty text if it is none."""
    url = url.strip()
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError:
        return ""
    if parts.scheme.lower() not in SCHEMES:
        return ""
    if parts.scheme.lower() == "tg":
        return url
    if not HOST.match(parts.netloc.rpartition("@")[2]):
        return ""
    return urlunsplit(parts._replace(path=parts.path or "/"))


def mentioned_user(url: str) -> int | None:
    """The person meant by tg://user?id=…"""
    parts = urlsplit(url)
    if (parts.scheme, parts.netloc) != ("tg", "user"):
        return None
    number = parse_qs(parts.query).get("id", [""])[0]
    return int(number) if number.isdigit() else None


def start_parameter(url: str, username: str, name: str = "start") -> str | None:
    """The code in https://t.me/<bot>?start=CODE if the link opens this bot; empty without a code."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    query = parse_qs(parts.query)
    opened = parts.path.strip("/") if parts.netloc in ("t.me", "telegram.me") else query.get("domain", [""])[0]
    if opened.lower() != username.lower():
        return None
    return query.get(name, [""])[0]
