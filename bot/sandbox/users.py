"""Who can talk: people and bots."""

from dataclasses import dataclass

from .shapes import Json, compact


@dataclass(frozen=True, slots=True)
class User:
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.first_name, self.last_name) if part)

    def as_json(self) -> Json:
        return {"id": self.id, "is_bot": self.is_bot} | compact(
            first_name=self.first_name,
            last_name=self.last_name,
            username=self.username,
            language_code=self.language_code,
        )
