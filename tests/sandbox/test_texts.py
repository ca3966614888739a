"""Texts are parsed, cleaned and measured as strictly as Telegram does."""

import pytest

from bot.sandbox.entities import cut, found_in
from bot.sandbox.errors import ApiError
from bot.sandbox.words import Words, formatted, typed


def marks(words: Words) -> list[tuple[str, str]]:
    return [(entity.type, cut(words.text, entity)) for entity in words.entities]


@pytest.mark.parametrize("text", ["", "   \n ", "<b></b>", "\u202e"])
async def test_an_empty_text_is_refused(api, phone, text):
    answer = await api("sendMessage", chat_id=phone.user.id, text=text, parse_mode="HTML")

    assert answer.refusal == (400, "Bad Request: message text is empty")


@pytest.mark.parametrize(
    ("text", "fits"), [("字" * 4096, True), ("字" * 4097, False), ("😀" * 2048, True), ("😀" * 2049, False)]
)
async def test_a_text_holds_4096_utf16_units(api, phone, text, fits):
    answer = await api("sendMessage", chat_id=phone.user.id, text=text)

    assert answer.body["ok"] is fits
    assert fits or answer.refusal == (400, "Bad Request: message is too long")


async def test_the_length_counts_after_parsing(api, phone):
    text = "<b>" + "字" * 4096 + "</b>&amp;"

    assert (await api("sendMessage", chat_id=phone.user.id, text=text[:-5], parse_mode="HTML")).body["ok"]
    assert not (await api("sendMessage", chat_id=phone.user.id, text=text, parse_mode="HTML")).body["ok"]


async def test_an_unsupported_parse_mode_is_refused(api, phone):
    answer = await api("sendMessage", chat_id=phone.user.id, text="x", parse_mode="RST")

    assert answer.refusal == (400, "Bad Request: unsupported parse_mode")


async def test_a_refused_entity_is_written_down(api, phone, kinds):
    answer = await api("sendMessage", chat_id=phone.user.id, text="a <b>c", parse_mode="HTML")

    assert answer.refusal == (
        400,
        "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    )
    assert kinds() == ["unparsable_entities"]


def test_html_becomes_entities():
    words = formatted(
        "<b>粗<i>斜</i></b> "
        '<a href="https://a.tw/?a=1&amp;b=2">連結</a> <tg-spoiler>x</tg-spoiler> &lt;&#20320;&gt; &nbsp;',
        "html",
        None,
    )

    assert words.text == "粗斜 連結 x <你> &nbsp;"
    assert marks(words) == [("bold", "粗斜"), ("italic", "斜"), ("text_link", "連結"), ("spoiler", "x")]
    assert words.entities[2].url == "https://a.tw/?a=1&b=2"


def test_a_code_block_keeps_its_language():
    words = formatted(
        '<pre><code class="language-python">x = 1</code></pre> <code class="language-c">y</code>', "html", None
    )

    assert [(entity.type, entity.language) for entity in words.entities] == [("pre", "python"), ("code", None)]


def test_offsets_are_counted_in_utf16():
    entity = formatted("😀<b>字</b>", "HTML", None).entities[0]

    assert (entity.offset, entity.length) == (2, 1)


def test_blanks_at_both_ends_are_cut_with_their_marks():
    words = formatted("  <b> 字 </b> ", "HTML", None)

    assert (words.text, words.entities[0].offset, words.entities[0].length) == ("字", 0, 1)


def test_control_and_direction_characters_do_not_survive():
    assert formatted("a\0b\tc\u202ed\re", "", None).text == "a b cde"


def test_marks_are_moved_when_characters_are_dropped():
    assert marks(formatted("\u202e<b>字</b>", "HTML", None)) == [("bold", "字")]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("a <x>b</x>", 'Unsupported start tag "x" at byte offset 2'),
        ("字<br>", 'Unsupported start tag "br" at byte offset 3'),
        ("</b>", "Unexpected end tag at byte offset 0"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=x_y>z</a>", "Unexpected end of name token at byte offset 8"),
        ('<a ="x">z</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ('<tg-emoji emoji-id="x">z</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("<b>" * 2 + "x</b>", 'Can\'t find end tag corresponding to start tag "b"'),
    ],
)
def test_html_that_does_not_parse_is_refused_with_its_place(text, reason):
    with pytest.raises(ApiError) as refusal:
        formatted(text, "HTML", None)

    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


def test_a_link_that_is_none_is_passed_over():
    assert formatted('<a href="nowhere">x</a>', "HTML", None).entities == ()


def test_markdown_v2_becomes_entities():
    source = "*粗 _斜 __底___* ~刪~ ||藏|| `c\\`d` [連\\]結](https://a.tw/\\)) \\_ \\."
    words = formatted(source, "MarkdownV2", None)

    assert words.text == "粗 斜 底 刪 藏 c`d 連]結 _ ."
    assert [kind for kind, _ in marks(words)] == [
        "bold", "italic", "underline", "strikethrough", "spoiler", "code", "text_link",
    ]  # fmt: skip
    assert words.entities[-1].url == "https://a.tw/)"


def test_markdown_v2_quotes_and_blocks():
    words = formatted(">一\n>二\n三\n>四||\n```py\nx = 1```", "MarkdownV2", None)

    assert [kind for kind, _ in marks(words)] == ["blockquote", "expandable_blockquote", "pre"]
    assert words.entities[-1].language == "py"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a.", "Character '.' is reserved and must be escaped with the preceding '\\'"),
        ("a-b", "Character '-' is reserved and must be escaped with the preceding '\\'"),
        ("a | b", "Character '|' is reserved and must be escaped with the preceding '\\'"),
        ("字 *x", "Can't find end of Bold entity at byte offset 4"),
        ("_x", "Can't find end of Italic entity at byte offset 0"),
        ("```x", "Can't find end of Pre entity at byte offset 0"),
        ("[x](http://a", "Can't find end of a URL at byte offset 4"),
        ("![x]", "The entity must contain a tg://emoji or tg://time URL"),
        ("a > b", "Character '>' is reserved and must be escaped with the preceding '\\'"),
    ],
)
def test_markdown_v2_that_does_not_parse_is_refused(text, reason):
    with pytest.raises(ApiError) as refusal:
        formatted(text, "MarkdownV2", None)

    assert refusal.value.description == f"Bad Request: can't parse entities: {reason}"


def test_old_markdown_becomes_entities():
    words = formatted("*粗* _斜_ `c` [a](http://b.tw) \\*x ```py\ny```", "Markdown", None)

    assert words.text == "粗 斜 c a *x y"
    assert [kind for kind, _ in marks(words)] == ["bold", "italic", "code", "text_link", "pre"]


def test_old_markdown_without_an_end_is_refused():
    with pytest.raises(ApiError, match="Can't find end of the entity starting at byte offset 2"):
        formatted("a _b", "Markdown", None)


def test_entities_may_be_given_instead():
    words = formatted("a b", "", [{"type": "bold", "offset": 2, "length": 1}])

    assert marks(words) == [("bold", "b")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start ABC", [("bot_command", "/start")]),
        ("/mine@some_bot", [("bot_command", "/mine@some_bot")]),
        ("a/b <c/d> 字/e", []),
        ("see https://a.tw/x, ok", [("url", "https://a.tw/x")]),
        ("t.me/x?start=1 @someone #標籤", [("url", "t.me/x?start=1"), ("mention", "@someone"), ("hashtag", "#標籤")]),
        ("mail a.b@c.tw", [("email", "a.b@c.tw")]),
    ],
)
def test_what_telegram_finds_by_itself(text, expected):
    assert marks(Words(text, found_in(text))) == expected


def test_nothing_is_found_inside_code():
    assert marks(formatted("<code>/start</code> /help", "HTML", None)) == [("code", "/start"), ("bot_command", "/help")]


def test_a_typed_text_is_not_parsed():
    assert typed("<b>x</b> _*[").text == "<b>x</b> _*["


async def test_a_link_to_a_person_becomes_a_mention(api, phone):
    text = f'<a href="tg://user?id={phone.user.id}">王</a><a href="tg://user?id=9">李</a>'
    entities = (await api("sendMessage", chat_id=phone.user.id, text=text, parse_mode="HTML")).result["entities"]

    assert [(entity["type"], entity["user"]["id"]) for entity in entities] == [("text_mention", phone.user.id)]
