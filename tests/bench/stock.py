"""The bot to compare with: python-telegram-bot as its examples use it. It echoes, answers taps, and stores nothing."""

import sys
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, CallbackContext, CallbackQueryHandler, MessageHandler, filters

Context = CallbackContext[Any, Any, Any, Any]


async def echo(update: Update, context: Context) -> None:
    assert update.message is not None
    await update.message.reply_text(update.message.text or "")


async def answer(update: Update, context: Context) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("ok")


def main(url: str, token: str) -> None:
    application = ApplicationBuilder().token(token).base_url(f"{url}/bot").build()
    application.add_handlers([MessageHandler(filters.TEXT, echo), CallbackQueryHandler(answer)])
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
