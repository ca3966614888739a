"""Cases through the whole office, whatever anybody does in whatever order: what must hold after every step."""

import asyncio
import tempfile
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import Row, select

from bot import inbox as working
from bot import outbox as sending
from bot.rules.kinds import KINDS
from bot.rules.kinds.kind import Verdict
from bot.rules.people import Capacity, Person
from bot.rules.phrases import Message
from bot.sandbox.faults import Fault, FaultKind
from bot.sandbox.phone import Phone, ShownMessage
from bot.sandbox.violations import ViolationKind
from bot.services import chains, views
from storage import cards, cases, ledger, outbox, people, tables
from storage.unit import Unit
from tests.city import roster
from tests.rig import TAIPEI, Rig

T = TypeVar("T")

FIRST = ("O1", "H1", "A1", "HO")
LATE = ("H2", "O2", "LD", "IC", "O9")
FILERS = ("O1", "HO", "A1", "O2")
WORDS = ("/mine", "/desk", "/why", "/cancel", "/apply", "/menu", "稽查", "公路法第77條", "1151102", "LI-01", "<b>&_*[")
REASONS = ("", "請補充業務說明", "該業務已移撥他科")
VERDICTS = ("核准", "完成", "退回補正", "駁回", "逐項審核", "已送勞保局", "全部核准", "部分核准", "不准")
GIVEN = tuple(each.value for each in Verdict)
CHANGING = ("撤回", "修改後再送", "送出", "取消", "修改", "上一步", "繼續填寫", "重新開始")
AROUND = frozenset({"上一步", "取消", "略過", "選好了"})
FAULTS = (
    (FaultKind.SERVER_ERROR, "sendMessage"),
    (FaultKind.DROPPED, "sendMessage"),
    (FaultKind.REPLY_LOST, "sendMessage"),
    (FaultKind.TOO_MANY_REQUESTS, "sendMessage"),
    (FaultKind.BAD_GATEWAY, "editMessageText"),
    (FaultKind.REPLY_LOST, "editMessageText"),
    (FaultKind.DROPPED, "answerCallbackQuery"),
    (FaultKind.REPLY_LOST, "answerCallbackQuery"),
    (FaultKind.SERVER_ERROR, "getUpdates"),
)
ENDS = {
    "done": {"done"},
    "reject": {"rejected"},
    "withdraw": {"withdrawn"},
    "return": {"returned"},
    "answer": {"open", "rejected"},
}

actors = st.sampled_from(FIRST + LATE)
numbers = st.integers(0, 10_000)


class Office(RuleBasedStateMachine):
    """People with phones, the bot, and a network; every rule ends when all is quiet."""

    @initialize()
    def open(self) -> None:
        self.loop = asyncio.Runner()
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(sending, "BACKOFF", (0.01, 0.02))
        for looking in (sending, working):  # what comes of looking while things are done is tested elsewhere
            self.patch.setattr(looking, "LOOK_AGAIN_SECONDS", 3600)
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.rig = Rig(Path(self.folder.name), roster(), datetime(2026, 11, 23, 10, 0, tzinfo=TAIPEI))
        self.taps: list[tuple[Phone, str]] = []
        self.seen: dict[str, dict[tuple[int, str], None]] = {}
        self.updates: dict[int, dict[str, Any]] = {}
        self.injected: list[tuple[FaultKind, str]] = []
        self.witnessed = (0, "")
        self.foreseen: dict[str, str] = {}
        self.run(self.rig.__aenter__())
        self.rig.account.queue.on_change(self.remember_updates)
        self.rig.account.flood.grace = 0.3  # what was being rendered when the wait was asked for may still go out
        self.run(self.rig.link(*FIRST))
        self.run(self.fill(self.rig.phones["O1"], [0] * 12))

    def teardown(self) -> None:
        if hasattr(self, "rig"):
            self.run(self.rig.__aexit__())
            self.loop.close()
            self.patch.undo()
            self.folder.cleanup()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self.loop.run(work)

    def remember_updates(self) -> None:
        self.updates |= {each["update_id"]: each for each in self.rig.account.queue.first(100)}

    def read(self, look: Callable[[Unit], T]) -> T:
        return self.run(self.rig.office.store.read(look))

    # --- what people do ----------------------------------------------------------------------------------------------

    async def tap(self, phone: Phone, message_id: int, data: str) -> None:
        self.taps.append((phone, phone.tap_data(message_id, data)))
        await self.rig.settle()

    async def press(self, phone: Phone, label: str) -> None:
        """The newest button with this label, if there is one."""
        for message in reversed(phone.messages):
            for each in (button for row in message.buttons for button in row):
                if each.label == label:
                    return await self.tap(phone, message.message_id, each.data or "")
        return None

    @rule(who=actors, words=st.sampled_from(WORDS))
    def says(self, who: str, words: str) -> None:
        if phone := self.rig.phones.get(who):
            self.run(self.rig.say(phone, words))

    @rule(who=st.sampled_from(FILERS), picks=st.lists(numbers, min_size=24, max_size=24))
    def fills_a_form_and_sends_it(self, who: str, picks: list[int]) -> None:
        if phone := self.rig.phones.get(who):
            self.run(self.fill(phone, picks))

    async def fill(self, phone: Phone, picks: list[int]) -> None:
        """Answer whatever is asked, up to the sending."""
        await self.rig.say(phone, "/apply")
        await self.press(phone, "重新開始")
        for pick in picks:
            question = asked(phone)
            if question is None:
                return
            if "送出" in question.labels:
                await self.send(phone, question)
                return
            await self.answer(phone, question, pick)

    async def answer(self, phone: Phone, question: ShownMessage, pick: int) -> None:
        choices = [each for each in question.labels if each not in AROUND]
        if "例：" in question.text:
            await self.rig.say(phone, question.text.rpartition("例：")[2])
        elif choices:
            await self.press(phone, choices[pick % len(choices)])
        if "選好了" in question.labels:
            await self.press(phone, "選好了")

    async def send(self, phone: Phone, preview: ShownMessage) -> None:
        """The chain of the preview is the chain that comes: who is named first there holds the case next."""
        await self.press(phone, "送出")
        told = [each.text for each in phone.messages if "已送出，案號" in each.text]
        first = [each for each in preview.text.splitlines() if each.startswith("1. ")]
        if told and first and asked(phone) is None:
            number = told[-1].split("案號 ")[1][:11]
            self.foreseen[number] = first[0].removeprefix("1. ").partition("（要點")[0]

    @rule(label=st.sampled_from(VERDICTS), pick=numbers, reason=st.sampled_from(REASONS))
    def somebody_decides(self, label: str, pick: int, reason: str) -> None:
        """With the reason that is asked for, sometimes only by the next step."""
        if phone := self.who_has(label, pick):
            self.run(self.press(phone, label))
            if label in ("退回補正", "駁回") and reason:
                self.run(self.rig.say(phone, reason))
            elif label not in ("核准", "完成", "退回補正", "駁回"):
                self.run(self.say_the_rest(phone, pick))

    async def say_the_rest(self, phone: Phone, pick: int) -> None:
        """What a verdict has to say besides, as far as three questions go; the rest is left to whoever comes by."""
        for _ in range(3):
            question = asked(phone)
            if question is not None and "送出" not in question.labels:
                await self.answer(phone, question, pick)

    @rule(who=actors, pick=numbers)
    def answers_what_is_asked(self, who: str, pick: int) -> None:
        if (phone := self.rig.phones.get(who)) and (question := asked(phone)) and "送出" not in question.labels:
            self.run(self.answer(phone, question, pick))

    @rule(label=st.sampled_from(CHANGING), pick=numbers)
    def somebody_changes_his_mind(self, label: str, pick: int) -> None:
        if phone := self.who_has(label, pick):
            self.run(self.press(phone, label))

    @rule(pick=numbers)
    def somebody_mends_and_sends_again(self, pick: int) -> None:
        async def mend(phone: Phone) -> None:
            await self.press(phone, "修改後再送")
            await self.press(phone, "送出")

        if phone := self.who_has("修改後再送", pick):
            self.run(mend(phone))

    def who_has(self, label: str, pick: int) -> Phone | None:
        """One of those on whose phone there is such a button."""
        found = [each for each in self.rig.phones.values() if any(label in one.labels for one in each.messages)]
        return found[pick % len(found)] if found else None

    @rule(who=actors, pick=numbers)
    def taps_a_button_that_stands_there(self, who: str, pick: int) -> None:
        if phone := self.rig.phones.get(who):
            there = [
                (each.message_id, button.data) for each in phone.messages for row in each.buttons for button in row
            ]
            if there:
                message_id, data = there[pick % len(there)]
                self.run(self.tap(phone, message_id, data or ""))

    @rule(who=actors, whose=actors, pick=numbers)
    def taps_an_old_or_somebody_elses_button(self, who: str, whose: str, pick: int) -> None:
        phone, known = self.rig.phones.get(who), list(self.seen.get(whose, {}))
        if phone and known:
            message_id, data = known[pick % len(known)]
            there = [each.message_id for each in phone.messages if not each.mine]
            self.run(self.tap(phone, message_id if message_id in there else there[-1], data))

    @rule(label=st.sampled_from(VERDICTS), other=st.sampled_from((*VERDICTS, "撤回")))
    def several_tap_at_once(self, label: str, other: str) -> None:
        async def at_once() -> None:
            for phone in self.rig.phones.values():
                for message in reversed(phone.messages):
                    found = [each for row in message.buttons for each in row if each.label in (label, other)]
                    if found:
                        self.taps.append((phone, phone.tap_data(message.message_id, found[0].data or "")))
                        break
            await self.rig.settle()

        self.run(at_once())

    @rule(who=st.sampled_from(LATE))
    def links_late(self, who: str) -> None:
        if who not in self.rig.phones:
            self.run(self.rig.link(who))

    # --- what happens to the bot -------------------------------------------------------------------------------------

    @rule()
    def the_bot_starts_anew(self) -> None:
        async def anew() -> None:
            await self.rig.restart()
            await self.rig.settle()

        self.run(anew())

    @rule(pick=numbers)
    @precondition(lambda self: self.updates)
    def telegram_delivers_again(self, pick: int) -> None:
        async def again() -> None:
            self.rig.account.queue.put_again(known[pick % len(known)])
            await self.rig.settle()

        known = list(self.updates.values())
        self.run(again())

    @rule(fault=st.sampled_from(FAULTS))
    def the_network_will_fail(self, fault: tuple[FaultKind, str]) -> None:
        if fault[0] is not FaultKind.TOO_MANY_REQUESTS or fault not in self.injected:
            self.injected.append(fault)
            self.rig.telegram.faults.add(Fault(fault[0], method=fault[1]))

    @rule(days=st.integers(1, 4), hours=st.integers(0, 12))
    def days_pass(self, days: int, hours: int) -> None:
        async def pass_() -> None:
            self.rig.clock.turn(self.rig.clock.now() + timedelta(days=days, hours=hours))
            await self.rig.office.bell.ring(self.rig.clock.now())
            await self.rig.settle()

        self.run(pass_())

    # --- what must hold ----------------------------------------------------------------------------------------------

    @invariant()
    def everything_holds(self) -> None:
        self.run(self.quiet())
        self.collect()
        self.everything_was_worked_off()
        self.every_tap_was_answered()
        self.telegram_has_nothing_to_complain_of()
        self.a_case_is_where_its_course_has_brought_it()
        self.nobody_decided_his_own_matter_and_everybody_held_the_seat()
        self.the_ledger_is_whole_and_only_grows()
        self.a_completed_case_took_effect_once()
        self.every_card_says_what_the_tables_say()
        self.nobody_is_offered_what_he_may_not_decide()
        self.the_chain_that_comes_is_the_one_that_was_foreseen()

    def everything_was_worked_off(self) -> None:
        left = self.read(lambda unit: rows(unit, tables.inbox, tables.inbox.c.state.not_in(["done", "refused"])))
        lost = self.read(lambda unit: rows(unit, tables.outbox, tables.outbox.c.state.not_in(["waiting", "sent"])))

        assert left == [], left
        assert lost == [], lost

    async def quiet(self) -> None:
        """Look for what waited for a link, or was queued by the bell of a start; the bot itself looks when it likes."""
        await self.rig.settle()
        while waiting := await self.rig.office.store.read(outbox.waiting):
            self.rig.office.sender.take(waiting)
            await self.rig.settle()

    def collect(self) -> None:
        for name, phone in self.rig.phones.items():
            known = self.seen.setdefault(name, {})
            for message in phone.messages:
                known |= {(message.message_id, each.data or ""): None for row in message.buttons for each in row}

    def every_tap_was_answered(self) -> None:
        lost = sum(method == "answerCallbackQuery" for _, method in self.injected)

        assert self.run(self.unanswered(lost)) <= lost

    async def unanswered(self, allowed: int) -> int:
        """Toasts go out beside the turns, so the last may still be under way."""
        for _ in range(200):
            count = sum(not phone.is_answered(tap) for phone, tap in self.taps)
            if count <= allowed:
                return count
            await asyncio.sleep(0.01)
        return count

    def telegram_has_nothing_to_complain_of(self) -> None:
        repeated = (FaultKind.REPLY_LOST, "editMessageText") in self.injected
        excused = {ViolationKind.UNMODIFIED_EDIT} if repeated else set()

        found = [each for each in self.rig.telegram.violations if each.kind not in excused]

        assert found == [], found

    def a_case_is_where_its_course_has_brought_it(self) -> None:
        for case, course in self.read(with_courses):
            verdicts = [each.verdict for each in course]

            assert [each.version for each in course] == list(range(1, case.version + 1)), verdicts
            assert case.state in ENDS.get(verdicts[-1], {"open"}), verdicts
            assert (case.seat_role is not None) == (case.state == "open")
            assert (case.closed_at is not None) == (case.state in ("done", "rejected", "withdrawn"))
            assert not {"done", "reject", "withdraw"} & set(verdicts[:-1])

    def nobody_decided_his_own_matter_and_everybody_held_the_seat(self) -> None:
        seats = {step.name: step.role for kind in KINDS.values() for step in kind.route}
        for case, course in self.read(with_courses):
            staff = self.read(lambda unit: {each.id: each for each in people.in_post(unit)})
            for each in course:
                if each.verdict in GIVEN:
                    assert each.person_id not in (case.subject_id, case.filed_by_id)
                    assert seats[each.step] in staff[each.holder_id].roles
                    assert (each.capacity == Capacity.IN_PERSON) == (each.person_id == each.holder_id)

    def the_ledger_is_whole_and_only_grows(self) -> None:
        number, digest = self.read(ledger.head)

        assert self.read(lambda unit: ledger.verify(unit, self.witnessed if self.witnessed[0] else None)) == []
        assert number >= self.witnessed[0]

        self.witnessed = (number, digest)

    def a_completed_case_took_effect_once(self) -> None:
        opened = self.read(lambda unit: rows(unit, tables.accounts))
        entries = [entry.verb for entry, _ in self.read(lambda unit: list(ledger.entries(unit)))]
        open_now = [(each.person_id, each.kind) for each in opened if each.closed_on is None]

        assert len(open_now) == len(set(open_now))
        assert len(opened) == entries.count("open_account")
        assert len(opened) - len(open_now) == entries.count("close_account")
        assert entries.count("case_decided") == self.read(lambda unit: len(verdicts_given(unit)))

    def every_card_says_what_the_tables_say(self) -> None:
        for number, person, message in self.read(present_cards):
            phone = self.rig.phones[person.staff_no]
            newest = [each for each in phone.messages if is_card(each, number)][-1]
            wanted = [self.rig.office.texts.plain(each, person.locale) for each in message.lines]
            labels = [self.rig.office.texts.plain(each.label, person.locale) for row in message.buttons for each in row]

            assert told(newest.text) == told("\n".join(wanted)), f"{person.staff_no} {number}"
            assert list(newest.labels) == labels, f"{person.staff_no} {number}"

    def nobody_is_offered_what_he_may_not_decide(self) -> None:
        if (FaultKind.REPLY_LOST, "sendMessage") in self.injected:
            return  # a message that the bot does not know of keeps its buttons until one is tapped
        may = self.read(deciders)
        for name, phone in self.rig.phones.items():
            for message in phone.messages:
                number = message.text.removeprefix("🔔 ").partition("\u3000")[0]
                if is_card(message, number) and {*VERDICTS} & {*message.labels} and number in may:
                    assert name in may[number], f"{name} {message.text}"

    def the_chain_that_comes_is_the_one_that_was_foreseen(self) -> None:
        for number, first in self.foreseen.items():
            filed = self.read(lambda unit, number=number: cases.by_number(unit, number))  # type: ignore[misc]
            if filed is not None and filed.case.step == 0 and filed.case.at is not None:
                shown = [
                    each.text for phone in self.rig.phones.values() for each in phone.messages if is_card(each, number)
                ]

                assert any(told(f"▶ {first}") in told(each) for each in shown), (first, shown)

        self.foreseen.clear()


def asked(phone: Phone) -> ShownMessage | None:
    """The question that is open on the phone: the newest message that can be cancelled."""
    return next((each for each in reversed(phone.messages) if "取消" in each.labels), None)


def is_card(message: ShownMessage, number: str) -> bool:
    text = message.text.removeprefix("🔔 ")
    return text.startswith(f"{number}\u3000") and "辦理情形" in text


def told(text: str) -> str:
    """Without who is linked by now, which no card is brought up to date for."""
    return text.replace("（尚未連結）", "")


def rows(unit: Unit, table: Any, *conditions: Any) -> list[Row[Any]]:
    return list(unit.connection.execute(select(table).where(*conditions)))


def with_courses(unit: Unit) -> list[tuple[Row[Any], list[Row[Any]]]]:
    course = select(tables.decisions).order_by(tables.decisions.c.version)
    return [
        (case, list(unit.connection.execute(course.where(tables.decisions.c.case_id == case.id))))
        for case in rows(unit, tables.cases)
    ]


def verdicts_given(unit: Unit) -> list[Row[Any]]:
    return rows(unit, tables.decisions, tables.decisions.c.verdict.in_(GIVEN))


def present_cards(unit: Unit) -> list[tuple[str, Person, Message]]:
    """Every card of a case as it has to look now."""
    found = []
    for row in rows(unit, tables.cards, tables.cards.c.matter.startswith("case:")):
        person = people.by_id(unit, row.person_id)
        message = views.card(unit, cards.load(unit, row.id))
        if person.user_id is not None and message is not None:
            found.append((cases.load(unit, int(row.matter.partition(":")[2])).case.number, person, message))
    return found


def deciders(unit: Unit) -> dict[str, set[str]]:
    return {
        row.number: {each.person.staff_no for each in chains.deciders(unit, cases.load(unit, row.id).case)}
        for row in rows(unit, tables.cases)
    }


TestOffice = pytest.mark.filterwarnings("ignore:.*retry_after.*timedelta.*")(Office.TestCase)
TestOffice.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    print_blob=True,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink a run of the whole office takes for ever
    suppress_health_check=list(HealthCheck),
)
