"""Files that come with a call or are named in it, and the way back to their bytes."""

import json
from typing import Any

from ..calls import Call
from ..errors import bad_request
from ..media import CAPTIONED, Media, MediaKind, StoredFile, of_file
from ..shapes import Json
from ..words import Words, checked_caption, formatted

LARGEST_DOWNLOAD = 20 * 1024 * 1024
GROUPABLE = (MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.DOCUMENT, MediaKind.AUDIO)


def sent_file(call: Call, name: str) -> StoredFile:
    """The file of a parameter: uploaded under its name, attached elsewhere in the call, or known by its id."""
    if name in call.params.uploads:
        return _stored(call, name)
    return _named(call, call.params.text(name), name)


def _named(call: Call, given: str, what: str) -> StoredFile:
    if not given:
        raise bad_request(f"there is no {what} in the request")
    if given.startswith("attach://"):
        attached = given.removeprefix("attach://")
        if attached not in call.params.uploads:
            raise bad_request(f"there is no {what} in the request")
        return _stored(call, attached)
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = call.telegram.files.get(given)
    if not file:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return file


def _stored(call: Call, name: str) -> StoredFile:
    upload = call.params.uploads[name]
    if not upload.content:
        raise bad_request("file must be non-empty")
    return call.telegram.files.add(upload.name, upload.mime_type, upload.content)


def get_file(call: Call) -> Json:
    file = call.telegram.files.get(call.params.text("file_id"))
    if not file:
        raise bad_request("invalid file_id")
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return file.as_json() | {"file_path": file.path}


def group_items(call: Call) -> list[tuple[Media, Words]]:
    """The media of an album with their captions, all checked before the first is sent."""
    items = call.params.parsed("media")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not 1 <= len(items) <= 10:
        raise bad_request("media group must include 1-10 items")
    kinds = {item.get("type") for item in items if isinstance(item, dict)}
    if not kinds <= set(GROUPABLE) or (len(kinds) > 1 and not kinds <= {MediaKind.PHOTO, MediaKind.VIDEO}):
        raise bad_request("can't use the media of the specified type in the album")
    return [item_of(call, item) for item in items]


def item_of(call: Call, item: Any) -> tuple[Media, Words]:
    if not isinstance(item, dict) or item.get("type") not in CAPTIONED:
        raise bad_request("can't parse InputMedia: type must be specified")
    media = of_file(MediaKind(item["type"]), _named(call, str(item.get("media", "")), "media"))
    entities = item.get("caption_entities")
    given = json.loads(entities) if isinstance(entities, str) else entities
    words = formatted(str(item.get("caption") or ""), str(item.get("parse_mode") or ""), given)
    return media, checked_caption(words)
