"""Settings from the environment (prefix BOT_), checked once and frozen."""

import re
from enum import StrEnum
from typing import Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

LISTEN = re.compile(r"(?:(?P<host>[^:\s/]*|\[[0-9a-fA-F:.]+\]):)?(?P<port>[0-9]{1,5})")
TOKEN = re.compile(r"\d+:\S+")


class Mode(StrEnum):
    POLLING = "polling"
    WEBHOOK = "webhook"


class Settings(BaseSettings):
    """`rate` is messages a second overall, `chat_rate` to one chat; both are Telegram's limits by default."""

    model_config = SettingsConfigDict(env_prefix="BOT_", frozen=True, extra="ignore")

    token: SecretStr = SecretStr("")
    api_base: str = "https://api.telegram.org"
    database: str = "sqlite:///chadiao.db"
    mode: Mode = Mode.POLLING
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    listen: str = ""
    timezone: str = "Asia/Taipei"
    locale: Literal["zh-TW", "en"] = "zh-TW"
    rate: float = Field(28, gt=0)
    chat_rate: float = Field(1, gt=0)
    propose_suspension: bool = False
    retention_years: int = Field(5, ge=1)

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        ZoneInfo(name)
        return name

    @field_validator("token")
    @classmethod
    def _like_a_token(cls, token: SecretStr) -> SecretStr:
        if token.get_secret_value() and not TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("a token is a number, a colon and letters")
        return token

    @field_validator("listen")
    @classmethod
    def _like_an_address(cls, listen: str) -> str:
        found = LISTEN.fullmatch(listen)
        if listen and not (found and 0 < int(found["port"]) < 65536):
            raise ValueError("where to listen is host:port")
        return listen

    @model_validator(mode="after")
    def _whole_webhook(self) -> Self:
        if self.mode is Mode.WEBHOOK and not (
            self.webhook_url and self.webhook_secret.get_secret_value() and self.listen
        ):
            raise ValueError("a webhook needs its address, its secret and where to listen")
        return self

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


class SettingsError(Exception):
    """A setting is missing or wrong; the message names it."""


def read_settings() -> Settings:
    try:
        return Settings()
    except ZoneInfoNotFoundError:
        raise SettingsError("BOT_TIMEZONE") from None
    except ValidationError as error:
        named = {
            "_".join(map(str, each["loc"])) or "webhook_url, BOT_WEBHOOK_SECRET, BOT_LISTEN" for each in error.errors()
        }
        wrong = ", ".join(sorted(f"BOT_{each.upper()}" for each in named))
        raise SettingsError(wrong) from None
