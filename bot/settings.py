"""Settings from the environment (prefix BOT_), checked once and frozen."""

from enum import StrEnum
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


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
    locale: str = "zh-TW"
    rate: float = Field(28, gt=0)
    chat_rate: float = Field(1, gt=0)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


class SettingsError(Exception):
    """A setting is missing or wrong; the message names it."""


def read_settings() -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        wrong = ", ".join(sorted(f"BOT_{'_'.join(map(str, each['loc'])).upper()}" for each in error.errors()))
        raise SettingsError(wrong) from None
