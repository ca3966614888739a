// The typing box: text, the command menu, the keys a bot puts under it, and other things to send.

import { h, icon, iconButton, menuItem, openPopover } from "./dom.js";
import * as store from "./store.js";
import { t } from "./words.js";

const ATTACHMENTS = [
  ["image", "photo"], ["file", "document"], ["sticker", "sticker"], ["mic", "voice"], ["person", "contact"], ["place", "location"],
];

export class Composer {
  constructor(person) {
    this.person = person;
    this.commands = [];
    this.editing = null;
    this.box = h("textarea", { rows: 1, maxLength: 4096, "aria-label": t("composer.label"), placeholder: t("composer.placeholder"),
      oninput: () => this.typed(), onkeydown: (event) => this.pressed(event) });
    this.note = h("div", { class: "editing", hidden: true }, h("span", {}, t("composer.editing")), iconButton("close", t("app.cancel"), () => this.endEdit()));
    this.suggestions = h("div", { class: "suggestions", role: "listbox", "aria-label": t("composer.commands"), hidden: true });
    this.keys = h("div", { class: "reply-keys", role: "group", "aria-label": t("composer.keys"), hidden: true });
    this.sendButton = iconButton("send", t("composer.send"), () => this.send(), { class: "icon-button send" });
    this.bar = h("div", { class: "bar" },
      iconButton("commands", t("composer.commands"), (event) => this.openCommands(event.currentTarget), { "aria-haspopup": "menu" }),
      this.box,
      iconButton("attach", t("composer.attach"), (event) => this.openAttachments(event.currentTarget), { "aria-haspopup": "menu" }),
      this.sendButton);
    this.start = h("button", { type: "button", class: "primary wide", onclick: () => this.say("/start") }, t("chat.start"));
    this.blocked = h("div", { class: "blocked" }, h("span", {}, t("chat.blocked", { name: person.name })),
      h("button", { type: "button", class: "quiet", onclick: () => this.act("unblock") }, t("chat.unblock")));
    this.element = h("footer", { class: "composer" }, this.suggestions, this.note, this.bar, this.keys, this.start, this.blocked);
    this.show({ started: true, blocked: false, commands: [], keys: [], placeholder: "" });
  }

  // Draws what Telegram says of this chat: is it begun, blocked, which menu, which keys.
  show({ started, blocked, commands, keys, placeholder }) {
    this.commands = commands;
    this.begun(started, blocked);
    this.showKeys({ keys: this.bar.hidden ? [] : keys, placeholder });
  }

  // A message came or went: the chat has begun, and the keys may be others.
  spoken({ keys, placeholder }) {
    this.begun(true, !this.blocked.hidden);
    this.showKeys({ keys, placeholder });
  }

  begun(started, blocked) {
    this.start.hidden = started || blocked;
    this.blocked.hidden = !blocked;
    this.bar.hidden = blocked || !started;
  }

  showKeys({ keys, placeholder }) {
    this.box.placeholder = placeholder || t("composer.placeholder");
    this.keys.hidden = !keys?.length;
    this.keys.replaceChildren(...(keys ?? []).map((row) => h("div", { class: "key-row" }, row.map((key) =>
      h("button", { type: "button", class: "key", onclick: () => this.act("key", { label: key.label }) }, h("span", {}, key.label))))));
  }

  act(name, body = {}) {
    return store.deed(this.person.user_id, name, body);
  }

  say(text) {
    return this.act("say", { text });
  }

  async send() {
    const text = this.box.value.trim();
    if (!text) return;
    const done = this.editing ? this.act("edit", { message_id: this.editing, text }) : this.say(text);
    this.endEdit();
    if ((await done) === null) this.fill(text);
    this.box.focus();
  }

  edit(message) {
    this.editing = message.id;
    this.note.hidden = false;
    this.sendButton.setAttribute("aria-label", t("composer.save"));
    this.fill(message.text);
  }

  endEdit() {
    this.editing = null;
    this.note.hidden = true;
    this.sendButton.setAttribute("aria-label", t("composer.send"));
    this.fill("");
  }

  fill(text) {
    this.box.value = text;
    this.typed();
    this.box.focus();
  }

  typed() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 140)}px`;
    this.suggest(/^\/\w*$/.test(this.box.value) ? this.box.value.slice(1) : null);
  }

  suggest(begun) {
    const fitting = begun === null ? [] : this.commands.filter(({ command }) => command.startsWith(begun));
    this.suggestions.hidden = !fitting.length;
    this.suggestions.replaceChildren(...fitting.map(({ command, description }, index) =>
      h("button", { type: "button", role: "option", class: "menu-item", "aria-selected": String(index === 0), tabIndex: -1, onclick: () => this.choose(command) },
        h("code", {}, `/${command}`), h("span", {}, description))));
  }

  choose(command) {
    this.fill("");
    this.say(`/${command}`);
  }

  // Enter sends, Shift+Enter breaks the line, and an input method's own Enter is left alone.
  pressed(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const options = [...this.suggestions.children];
    const chosen = options.findIndex((option) => option.ariaSelected === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!this.suggestions.hidden && step) {
      const next = (chosen + step + options.length) % options.length;
      options.forEach((option, index) => (option.ariaSelected = String(index === next)));
      options[next].scrollIntoView({ block: "nearest" });
      event.preventDefault();
    } else if (!this.suggestions.hidden && event.key === "Tab") {
      this.fill(options[chosen].querySelector("code").textContent + " ");
      event.preventDefault();
    } else if (event.key === "Escape") {
      if (this.editing) this.endEdit();
      this.suggest(null);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (!this.suggestions.hidden && options[chosen]) options[chosen].click();
      else this.send();
    }
  }

  openCommands(anchor) {
    const items = this.commands.map(({ command, description }) =>
      menuItem(null, description, () => this.say(`/${command}`), { class: "command" }));
    items.forEach((item, index) => item.prepend(h("code", {}, `/${this.commands[index].command}`)));
    const none = h("p", { class: "hint" }, t("composer.noCommands"));
    openPopover(anchor, t("composer.commands"), items.length ? items : none, { role: items.length ? "menu" : "dialog" });
  }

  openAttachments(anchor) {
    const things = ATTACHMENTS.map(([iconName, kind]) => menuItem(iconName, t(`attach.${kind}`), () => this.act("send", { kind, ...named(kind) })));
    openPopover(anchor, t("composer.attach"), [
      ...things,
      menuItem("forward", t("attach.forward"), () => this.act("forward", { text: t("attach.forwardText") })),
      menuItem("folder", t("attach.file"), () => this.chooseFile()),
      h("hr"),
      menuItem("block", t("chat.block"), () => this.act("block")),
    ]);
  }

  chooseFile() {
    const input = h("input", { type: "file", onchange: () => input.files[0] && this.sendFile(input.files[0]) });
    input.click();
  }

  async sendFile(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const content = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    const kind = file.type.startsWith("image/") ? "photo" : "document";
    this.act("send", { kind, name: file.name, mime_type: file.type || "application/octet-stream", content });
  }
}

const named = (kind) => (kind === "document" ? { name: "document.txt", mime_type: "text/plain", content: btoa("sandbox") } : {});
