// One person's phone: the messages, live; the strip above them; the typing box below.

import { bubble } from "./bubbles.js";
import { Composer } from "./composer.js";
import { avatar, h, icon, iconButton, openDialog } from "./dom.js";
import * as store from "./store.js";
import { drawStrip } from "./strip.js";
import { day, isoDay, standing, t } from "./words.js";

const KEPT = 400;
const TOAST_SHOWN = 3500;

export class Chat {
  constructor(person, close) {
    this.person = person;
    this.close = close;
    this.head = this.header(close);
    this.messages = new Map();
    this.older = false;
    this.waiting = null;
    this.log = h("ol", { class: "log" });
    this.scroller = h("div", { class: "scroller", role: "log", tabIndex: 0, "aria-live": "polite", "aria-label": t("chat.log", { name: person.name }), onscroll: () => this.scrolled() }, this.log);
    this.stuck = true;
    new ResizeObserver(() => this.stuck && this.toEnd()).observe(this.scroller);
    this.strip = h("div", { class: "strip", hidden: true });
    this.toasts = h("div", { class: "toasts", role: "status" });
    this.typing = h("p", { class: "typing", hidden: true }, h("span", { class: "dots", "aria-hidden": "true" }), t("chat.typing"));
    this.newest = h("button", { type: "button", class: "newest", hidden: true, "aria-label": t("chat.newest"), title: t("chat.newest"), onclick: () => this.toEnd() }, icon("down"));
    this.composer = new Composer(person);
    this.element = h("section", { class: "chat", "aria-label": t("chat.label", { name: person.name }), dataset: { person: person.user_id } },
      this.head, this.strip, h("div", { class: "screen" }, this.scroller, this.typing, this.newest, this.toasts), this.composer.element);
    this.acts = {
      tap: (message, button, key) => this.tap(message, button, key),
      command: (words) => store.deed(person.user_id, "say", { text: words }),
      open: (url) => this.openLink(url),
      edit: (message) => this.composer.edit(message),
      remove: (message) => store.deed(person.user_id, "delete", { message_id: message.id }),
    };
  }

  header(close) {
    const { name, title, agency, roles } = this.person;
    const under = [agency, title, ...standing(this.person), ...roles].filter(Boolean).join(" · ");
    return h("header", { class: "chat-head" },
      iconButton("back", t("chat.back"), close, { class: "icon-button back" }),
      avatar(name),
      h("div", { class: "chat-who" }, h("h2", { title: name }, name), h("p", { title: under }, under)),
      iconButton("close", t("chat.close", { name }), close, { class: "icon-button shut" }));
  }

  // The same person as the city knows them now.
  know(person) {
    if (!person || `${standing(person)}` === `${standing(this.person)}`) return;
    this.person = person;
    this.head.replaceWith((this.head = this.header(this.close)));
    if (!this.messages.size) this.draw();
  }

  async load() {
    this.waiting = [];
    const shown = await store.attempt(store.chat(this.person.user_id));
    const came = this.waiting;
    this.waiting = null;
    if (!shown) return;
    this.messages = new Map(shown.messages.map((message) => [message.id, message]));
    this.older = shown.older;
    this.composer.show(shown);
    this.draw();
    this.toEnd();
    came.forEach((event) => this.hear(event));
    this.drawStrip();
    this.markRead();
  }

  draw() {
    const items = [];
    let last = "";
    for (const message of this.messages.values()) {
      if (isoDay(message.date) !== last) items.push(dayLine(message));
      last = isoDay(message.date);
      items.push(this.bubble(message));
    }
    if (this.older) items.unshift(h("li", { class: "older" }, h("button", { type: "button", class: "quiet", onclick: () => this.loadOlder() }, t("chat.older"))));
    if (!items.length) items.push(h("li", { class: "silence" }, t(hint(this.person), this.person)));
    this.log.replaceChildren(...items);
  }

  bubble(message) {
    return bubble(message, this.acts, (id) => this.messages.get(id));
  }

  async loadOlder() {
    const [first] = this.messages.keys();
    const shown = await store.attempt(store.chat(this.person.user_id, first));
    if (!shown) return;
    const height = this.scroller.scrollHeight;
    this.messages = new Map([...shown.messages.map((message) => [message.id, message]), ...this.messages]);
    this.older = shown.older;
    this.draw();
    this.scroller.scrollTop += this.scroller.scrollHeight - height;
  }

  // What happens while the chat is being loaded waits until it is there.
  hear(event) {
    if (this.waiting) {
      this.waiting.push(event);
      return;
    }
    const act = { message: () => this.add(event), edited: () => this.change(event.message), deleted: () => this.remove(event.message_id),
      toast: () => this.toast(event), action: () => this.showTyping(), chat: () => this.refresh(), commands: () => this.refresh() }[event.kind];
    act?.();
  }

  add({ message, keys, placeholder }) {
    if (this.messages.has(message.id)) return;
    const atEnd = this.atEnd();
    const [last] = [...this.messages.values()].slice(-1);
    this.messages.set(message.id, message);
    this.typing.hidden = true;
    this.composer.spoken({ keys, placeholder });
    if (!last || this.trimmed(atEnd)) this.draw();
    else this.log.append(...(isoDay(last.date) === isoDay(message.date) ? [] : [dayLine(message)]), this.bubble(message));
    if (atEnd || message.mine) this.toEnd();
    this.scrolled();
    if (!message.mine) this.markRead();
  }

  // Whether a long chat let go of its older half; nobody's place in it is lost.
  trimmed(atEnd) {
    if (this.messages.size <= KEPT || !atEnd) return false;
    this.messages = new Map([...this.messages].slice(-KEPT / 2));
    this.older = true;
    return true;
  }

  change(message) {
    if (!this.messages.has(message.id)) return;
    const atEnd = this.atEnd();
    const old = this.log.querySelector(`[data-id="${message.id}"]`);
    const spot = old?.contains(document.activeElement) ? document.activeElement.dataset.spot : undefined;
    this.messages.set(message.id, message);
    const drawn = this.bubble(message);
    drawn.classList.add("changed");
    old?.replaceWith(drawn);
    if (spot) (drawn.querySelector(`[data-spot="${spot}"]`) ?? this.scroller).focus({ preventScroll: true });
    if (atEnd) this.toEnd();
  }

  remove(id) {
    this.messages.delete(id);
    const drawn = this.log.querySelector(`[data-id="${id}"]`);
    if (drawn?.contains(document.activeElement)) this.scroller.focus();
    drawn?.remove();
    for (const line of this.log.querySelectorAll(".day")) if (!line.nextElementSibling?.dataset.id) line.remove();
    if (!this.messages.size) this.draw();
  }

  async refresh() {
    const shown = await store.attempt(store.chat(this.person.user_id));
    if (shown) this.composer.show(shown);
  }

  async drawStrip() {
    if (store.state.strip) drawStrip(this.strip, await store.strip(this.person.user_id).catch(() => []));
  }

  tap(message, button, key) {
    if (button.data === undefined && button.url) {
      if (!this.openLink(button.url)) window.open(button.url, "_blank", "noopener");
      return;
    }
    key.classList.add("waiting");
    setTimeout(() => key.classList.remove("waiting"), 1200);
    store.deed(this.person.user_id, "tap", { message_id: message.id, data: button.data });
  }

  // A link that opens this bot is followed here; true if it was. While somebody waits for an invitation, it may be theirs.
  openLink(url) {
    const names = store.state.bots.map((bot) => bot.username.toLowerCase());
    const { hostname, pathname, searchParams } = new URL(url);
    if (!["t.me", "telegram.me"].includes(hostname) || !names.includes(pathname.slice(1).toLowerCase())) return false;
    const waiting = searchParams.has("start") ? store.state.people.filter((person) => !person.linked && !person.left && person !== this.person) : [];
    if (waiting.length) this.chooseWhose(url, waiting);
    else store.deed(this.person.user_id, "open", { url });
    return true;
  }

  chooseWhose(url, waiting) {
    const open = (person, close) => {
      close();
      store.deed(person.user_id, "open", { url });
      if (person !== this.person) store.tell("pick-up", person);
    };
    openDialog(t("chat.openOn"), (close) => [h("p", { class: "hint" }, t("chat.openOnHint")), h("div", { class: "whose" }, [...waiting, this.person].map((person) =>
      h("button", { type: "button", class: "situation", onclick: () => open(person, close) }, h("span", { class: "situation-title" }, person.name),
        h("span", { class: "hint" }, [person.agency, person.title, ...standing(person)].filter(Boolean).join(" · "))))),
      h("div", { class: "dialog-foot" }, h("button", { type: "button", class: "quiet", onclick: close }, t("app.cancel")))]);
  }

  toast({ text, alert }) {
    if (alert) {
      openDialog(this.person.name, (close) => [h("p", {}, text), h("div", { class: "dialog-foot" }, h("button", { type: "button", class: "primary", onclick: close }, t("app.ok")))]);
      return;
    }
    const shown = h("p", { class: "toast" }, text);
    this.toasts.append(shown);
    setTimeout(() => shown.remove(), TOAST_SHOWN);
  }

  showTyping() {
    this.typing.hidden = false;
    clearTimeout(this.typingEnds);
    this.typingEnds = setTimeout(() => (this.typing.hidden = true), 5000);
  }

  markRead() {
    if (store.person(this.person.user_id)?.unread) store.deed(this.person.user_id, "read");
  }

  atEnd() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 60;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  scrolled() {
    this.stuck = this.atEnd();
    this.newest.hidden = this.stuck;
  }
}

const hint = ({ linked, left }) => (linked ? "chat.startHint" : left ? "chat.leftHint" : "chat.unlinkedHint");
const dayLine = (message) => h("li", { class: "day" }, h("span", {}, day(message.date)));
