// The people at the left: by agency and role, with a search and what each has not read.

import { avatar, h, iconButton, icon } from "./dom.js";
import * as store from "./store.js";
import { standing, t } from "./words.js";

export class People {
  constructor(open) {
    this.open = open;
    this.rows = new Map();
    this.search = h("input", { type: "search", class: "search", placeholder: t("people.search"), "aria-label": t("people.search"), oninput: () => this.filter() });
    this.list = h("div", { class: "people-list", onkeydown: (event) => this.move(event) });
    this.none = h("p", { class: "hint", hidden: true }, t("people.none"));
    this.collapse = iconButton("panel", t("people.collapse"), () => this.toggle(), { "aria-expanded": "true" });
    this.element = h("nav", { class: "people", "aria-label": t("people.label") },
      h("div", { class: "people-head" }, this.search, this.collapse), this.list, this.none, this.adding());
    store.on("state", () => this.draw());
    store.on("unread", (person) => this.setUnread(person));
  }

  draw() {
    this.rows.clear();
    const agencies = new Map();
    for (const person of store.state.people) {
      const agency = person.agency || t("people.other");
      if (!agencies.has(agency)) agencies.set(agency, []);
      agencies.get(agency).push(person);
    }
    const alone = agencies.size === 1 && agencies.has(t("people.other"));
    const sections = [...agencies].map(([agency, people]) => this.section(alone ? "" : agency, people));
    this.list.replaceChildren(...(sections.length ? sections : [nobody()]));
    this.addForm.hidden = store.state.reset;
    this.filter();
  }

  section(agency, people) {
    const items = [];
    let group = "";
    for (const person of people) {
      if (person.group && person.group !== group && person.group !== agency) items.push(h("li", { class: "group", role: "presentation" }, person.group));
      group = person.group;
      items.push(this.row(person));
    }
    return h("section", { class: "agency", "aria-label": agency || t("people.label") }, agency && h("h2", { title: agency }, agency), h("ul", {}, items));
  }

  row(person) {
    const under = [person.title, ...standing(person), ...person.roles].filter(Boolean).join(" · ");
    const badge = h("span", { class: "badge" });
    const button = h("button", { type: "button", class: person.linked ? "person" : "person unlinked", title: `${person.name} ${under}`, onclick: (event) => this.open(person, event.ctrlKey || event.metaKey) },
      avatar(person.name), h("span", { class: "person-words" }, h("span", { class: "person-name" }, person.name), h("span", { class: "person-under" }, under)), badge);
    const beside = iconButton("beside", t("people.beside", { name: person.name }), () => this.open(person, true), { class: "icon-button beside" });
    const row = h("li", { class: "person-row" }, button, beside);
    this.rows.set(person.user_id, { person, row, button, badge, words: `${person.name} ${under} ${person.agency} ${person.group} ${person.staff_no}`.toLowerCase() });
    this.setUnread(person);
    return row;
  }

  setUnread({ user_id, unread }) {
    const known = this.rows.get(user_id);
    if (!known) return;
    known.badge.hidden = !unread;
    known.badge.textContent = unread > 99 ? "99+" : String(unread);
    known.badge.setAttribute("aria-label", t("people.unread", { n: unread }));
  }

  mark(openIds) {
    for (const [id, { row, button }] of this.rows) {
      row.classList.toggle("open", openIds.includes(id));
      button.setAttribute("aria-current", String(openIds.includes(id)));
    }
  }

  filter() {
    const wanted = this.search.value.trim().toLowerCase();
    let shown = 0;
    for (const { row, words } of this.rows.values()) {
      row.hidden = !words.includes(wanted);
      shown += row.hidden ? 0 : 1;
    }
    for (const section of this.list.querySelectorAll(".agency")) {
      section.hidden = !section.querySelector(".person-row:not([hidden])");
      for (const group of section.querySelectorAll(".group")) group.hidden = Boolean(wanted);
    }
    this.none.hidden = shown > 0 || !this.rows.size;
  }

  toggle(collapsed = !this.element.classList.contains("rail")) {
    this.element.classList.toggle("rail", collapsed);
    const label = t(collapsed ? "people.expand" : "people.collapse");
    this.collapse.setAttribute("aria-label", label);
    this.collapse.title = label;
    this.collapse.setAttribute("aria-expanded", String(!collapsed));
  }

  // Arrow keys walk through the names.
  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...this.list.querySelectorAll(".person-row:not([hidden]) .person")];
    const at = buttons.indexOf(document.activeElement.closest(".person-row")?.querySelector(".person"));
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
    event.preventDefault();
  }

  adding() {
    const name = h("input", { type: "text", required: true, maxLength: 40, placeholder: t("people.name"), "aria-label": t("people.name") });
    const add = async (event) => {
      event.preventDefault();
      const person = await store.addPerson(name.value.trim());
      name.value = "";
      if (person) store.load().then(() => this.open(store.person(person.id), false));
    };
    this.addForm = h("form", { class: "add-person", onsubmit: add }, name, h("button", { class: "quiet", "aria-label": t("people.add"), title: t("people.add") }, icon("plus")));
    return this.addForm;
  }
}

const nobody = () => h("div", { class: "empty" }, icon("person"), h("p", { class: "empty-title" }, t("people.empty")), h("p", { class: "hint" }, t("people.emptyHint")));
