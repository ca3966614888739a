"""Files, and the media of a message that carry them."""

import hashlib
import itertools
import re
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import quote

from .errors import bad_request
from .shapes import Json, compact

PIXEL = b"\x89PNG\r\n\x1a\n" + b"\0" * 24
SHOWN = ("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain")
IMAGES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF", b"BM")


class MediaKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"
    STICKER = "sticker"
    AUDIO = "audio"
    VIDEO = "video"
    VOICE = "voice"
    ANIMATION = "animation"
    VIDEO_NOTE = "video_note"
    CONTACT = "contact"
    LOCATION = "location"
    VENUE = "venue"
    DICE = "dice"


EXTRAS: dict[MediaKind, Json] = {
    MediaKind.PHOTO: {"width": 320, "height": 240},
    MediaKind.DOCUMENT: {},
    MediaKind.STICKER: {"width": 512, "height": 512, "type": "regular", "is_animated": False, "is_video": False},
    MediaKind.AUDIO: {"duration": 1},
    MediaKind.VIDEO: {"width": 320, "height": 240, "duration": 1},
    MediaKind.VOICE: {"duration": 1},
    MediaKind.ANIMATION: {"width": 320, "height": 240, "duration": 1},
    MediaKind.VIDEO_NOTE: {"length": 240, "duration": 1},
}
NAMED = (MediaKind.DOCUMENT, MediaKind.AUDIO, MediaKind.VIDEO, MediaKind.ANIMATION)
CAPTIONED = (*NAMED, MediaKind.PHOTO, MediaKind.VOICE)


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    name: str
    mime_type: str
    content: bytes = field(repr=False)
    path: str

    def as_json(self) -> Json:
        unique = hashlib.sha256(self.content).hexdigest()[:16]
        return {"file_id": self.file_id, "file_unique_id": unique, "file_size": len(self.content)}


@dataclass(frozen=True, slots=True)
class Media:
    kind: MediaKind
    body: Json
    file: StoredFile | None = None

    def as_json(self) -> Json:
        return {self.kind.value: [self.body] if self.kind is MediaKind.PHOTO else self.body}


def of_file(kind: MediaKind, file: StoredFile) -> Media:
    if kind is MediaKind.PHOTO and not file.content.startswith(IMAGES):
        raise bad_request("IMAGE_PROCESS_FAILED")
    named = {"file_name": file.name, "mime_type": file.mime_type} if kind in NAMED else {}
    return Media(kind, file.as_json() | EXTRAS[kind] | named, file)


def contact(phone_number: str, first_name: str, user_id: int | None = None) -> Media:
    body = compact(phone_number=phone_number, first_name=first_name, user_id=user_id)
    return Media(MediaKind.CONTACT, body)


def location(latitude: float, longitude: float) -> Media:
    return Media(MediaKind.LOCATION, {"latitude": latitude, "longitude": longitude})


class FileStore:
    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}
        self._numbers = itertools.count(1)

    def add(self, name: str, mime_type: str, content: bytes) -> StoredFile:
        number = next(self._numbers)
        folder = "photos" if mime_type.startswith("image/") else "documents"
        ending = re.sub(r".*(\.\w{1,8})$|.*", r"\1", name, flags=re.DOTALL)
        file_id = f"SANDBOX{number:08d}{hashlib.sha256(content).hexdigest()[:20]}"
        file = StoredFile(file_id, name, mime_type, content, f"{folder}/file_{number}{ending}")
        self._files[file_id] = file
        return file

    def get(self, file_id: str) -> StoredFile | None:
        return self._files.get(file_id)

    def at(self, path: str) -> StoredFile | None:
        return next((file for file in self._files.values() if file.path == path), None)


def quoted(name: str) -> str:
    return quote(name, safe="")
