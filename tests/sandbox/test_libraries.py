"""Another bot's library talks to the sandbox as it would to Telegram, and nothing is found wrong with it."""

import asyncio
from collections.abc import AsyncIterator

import pytest
import telegram as ptb
from telegram.error import BadRequest, Conflict, Forbidden, RetryAfter
from telegram.ext import Application, CallbackQueryHandler, CommandHandler

from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.media import PIXEL

TOKEN = "1001001:sandbox-token"


@pytest.fixture
async def bot(served) -> AsyncIterator[ptb.Bot]:
    async with ptb.Bot(TOKEN, base_url=f"{served.url}/bot", base_file_url=f"{served.url}/file/bot") as bot:
        yield bot


async def test_it_learns_who_it_is(bot, kinds):
    assert (bot.username, bot.id) == ("sandbox_bot", 1001001)
    assert kinds() == []


async def test_messages_go_both_ways(bot, phone, kinds):
    update = (await bot.get_updates())[0]
    keyboard = ptb.InlineKeyboardMarkup([[ptb.InlineKeyboardButton("核准", callback_data="c1")]])
    await update.message.reply_html("<b>好</b>", reply_markup=keyboard, do_quote=True)
    phone.tap("核准")
    query = (await bot.get_updates(offset=update.update_id + 1))[0].callback_query
    await query.answer("收到")
    await query.edit_message_text("完成")

    assert (phone.last.text, phone.last.edited, phone.toasts) == ("完成", True, ["收到"])
    assert kinds() == []


async def test_files_and_albums(bot, phone, kinds):
    sent = await bot.send_document(phone.user.id, b"%PDF", filename="表.pdf", caption="附件")
    await bot.send_photo(phone.user.id, PIXEL)
    await bot.send_media_group(phone.user.id, [ptb.InputMediaPhoto(PIXEL), ptb.InputMediaPhoto(PIXEL)], caption="兩張")
    content = await (await bot.get_file(sent.document.file_id)).download_as_bytearray()

    assert [message.media for message in phone.messages[1:]] == ["document", "photo", "photo", "photo"]
    assert bytes(content) == b"%PDF"
    assert kinds() == []


async def test_menus_and_chats(bot, phone, kinds):
    await bot.set_my_commands([("mine", "我的案子")], scope=ptb.BotCommandScopeChat(phone.user.id))
    chat = await bot.get_chat(phone.user.id)

    assert (phone.commands, chat.first_name) == ({"mine": "我的案子"}, "小明")
    assert kinds() == []


async def test_refusals_arrive_as_its_own_errors(bot, phone, telegram, monkeypatch):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # without it the library warns of its own future
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(phone.user.id, "<b>", parse_mode="HTML")
    phone.block()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(phone.user.id, "x")
    telegram.faults.add(Fault(FaultKind.TOO_MANY_REQUESTS, method="getMe", retry_after=7))
    with pytest.raises(RetryAfter):
        await bot.get_me()
    await bot.set_webhook("https://example.com/")
    with pytest.raises(Conflict):
        await bot.get_updates()


async def test_an_application_works_through_its_own_loop(served, phone, kinds):
    async def start(update, context):
        button = ptb.InlineKeyboardButton("再來", callback_data="again")
        await update.message.reply_text("歡迎", reply_markup=ptb.InlineKeyboardMarkup([[button]]))

    async def again(update, context):
        await update.callback_query.answer()
        await update.callback_query.edit_message_text("再見")
        done.set_result(None)

    done = asyncio.get_running_loop().create_future()
    application = Application.builder().token(TOKEN).base_url(f"{served.url}/bot").build()
    application.add_handlers([CommandHandler("start", start), CallbackQueryHandler(again)])
    async with application:
        await application.updater.start_polling(poll_interval=0)
        await application.start()
        async with asyncio.timeout(5):
            while not phone.messages[-1].labels:
                await asyncio.sleep(0.001)
            phone.tap("再來")
            await done
        await application.updater.stop()
        await application.stop()

    assert phone.last.text == "再見"
    assert kinds() == []
