// The clock in the head of the page: what time it is in the city, turning it, and what the scheduler then sent.

import { h, icon, iconButton, menuItem, openPopover } from "./dom.js";
import * as store from "./store.js";
import { day, isoDay, moment, setTimezone, t } from "./words.js";

const STOPS = ["tomorrow", "working_day", "eighth"];
const NEXT_REMINDER = "reminder";
const MANY = 60;

export class Clock {
  constructor(openPerson) {
    this.openPerson = openPerson;
    this.words = h("span", { class: "clock-words" });
    this.button = h("button", { type: "button", class: "clock", "aria-haspopup": "dialog", onclick: () => this.openMenu() }, icon("clock"), this.words);
    this.line = h("div", { class: "notice", role: "status", hidden: true });
    store.on("state", () => this.draw());
    store.on("clock", (event) => this.turned(event));
    store.on("minute", () => this.passing());
    setInterval(() => document.hidden || store.readClock().catch(() => {}), 20000);
  }

  draw() {
    const { clock } = store.state;
    if (!clock) return;
    setTimezone(clock.timezone);
    this.words.textContent = moment(clock.now);
    this.button.setAttribute("aria-label", t("clock.label", { now: moment(clock.now) }));
  }

  openMenu() {
    const { clock } = store.state;
    if (!clock) return;
    const body = clock.can_turn ? this.choices(clock) : [h("p", { class: "hint" }, t("clock.fixed"))];
    openPopover(this.button, t("clock.title"), [h("h3", {}, t("clock.title")), ...body], { role: "dialog", class: "clock-menu" });
  }

  choices({ now, stops }) {
    const tomorrow = isoDay(stops.tomorrow);
    const date = h("input", { type: "date", min: tomorrow, value: tomorrow, "aria-label": t("clock.date"), required: true });
    const chosen = h("span", { class: "menu-detail" }, day(stops.tomorrow));
    date.addEventListener("input", () => (chosen.textContent = date.value ? day(`${date.value}T12:00`) : ""));
    const form = h("form", { class: "date-form", onsubmit: (event) => this.turnTo(event, date) }, date, h("button", { class: "primary" }, t("clock.turn")));
    const items = STOPS.map((name) => menuItem(null, t(`clock.${name}`), () => this.turn(stops[name]), { role: null }));
    items.forEach((item, index) => item.append(h("span", { class: "menu-detail" }, day(stops[STOPS[index]]))));
    const next = menuItem(null, t("clock.reminder"), () => this.turn(NEXT_REMINDER), { role: null });
    return [h("p", { class: "hint" }, t("clock.hint")), ...items, next, h("p", { class: "date-label" }, h("span", {}, t("clock.date")), chosen), form];
  }

  turnTo(event, date) {
    event.preventDefault();
    event.currentTarget.closest("[popover]").hidePopover();
    this.turn(date.value);
  }

  async turn(to) {
    const from = Date.parse(store.state.clock.now);
    const until = to === NEXT_REMINDER ? NaN : Date.parse(to);
    this.under = { from, until, day: h("span"), bar: h("progress", { max: 1, "aria-label": t("clock.turning") }) };
    this.say([h("p", { class: "turning" }, t("clock.turning"), this.under.day, this.under.bar)]);
    this.button.disabled = true;
    const done = await store.meanwhile(store.turn(to));
    this.button.disabled = false;
    this.under = null;
    if (!done) this.line.hidden = true;
  }

  // Where the clock is while it is being turned.
  passing() {
    this.draw();
    if (!this.under) return;
    const { from, until, day: words, bar } = this.under;
    const now = Date.parse(store.state.clock.now);
    words.textContent = day(store.state.clock.now);
    if (until > from) bar.value = Math.min(1, (now - from) / (until - from));
  }

  turned({ clock, sent, to }) {
    this.draw();
    const now = t("clock.turned", { now: moment(clock.now) });
    if (!sent.length && to === NEXT_REMINDER) {
      this.say([`${now} ${t("clock.noReminder")}`]);
      return;
    }
    if (!sent.length) {
      this.say([`${now} ${t("clock.sentNone")}`]);
      return;
    }
    const items = (sent.length > MANY ? totals(sent) : sent).map((item) => h("li", {}, this.receiver(item), h("span", {}, item.what)));
    this.say([h("details", {}, h("summary", {}, `${now} ${t("clock.sent", { n: sent.length })} `, h("span", { class: "more" }, t("clock.details"))), h("ul", {}, items))]);
  }

  receiver({ who, user_id: id }) {
    if (!store.person(id)) return h("strong", {}, who);
    return h("button", { type: "button", class: "link", onclick: () => this.openPerson(store.person(id)) }, who);
  }

  say(children) {
    this.line.hidden = false;
    this.line.replaceChildren(icon("bell"), h("div", { class: "notice-words" }, children), iconButton("close", t("app.close"), () => (this.line.hidden = true)));
  }
}

// Of many messages only how many each got.
function totals(sent) {
  const counts = new Map();
  for (const { user_id: id } of sent) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...new Map(sent.map((item) => [item.user_id, item])).values()].map((item) => ({ ...item, what: t("clock.messages", { n: counts.get(item.user_id) }) }));
}
