// Puts the page together: the head, the people, the open chats, and what happens on the stream.

import { Chat } from "./chat.js";
import { Clock } from "./clock.js";
import { h, icon, iconButton, openDialog, openPopover } from "./dom.js";
import { People } from "./people.js";
import { openRehearsal } from "./rehearsal.js";
import * as store from "./store.js";
import { openTools } from "./tools.js";
import { offerTour, startTour } from "./tour.js";
import { said, switchLanguage, t } from "./words.js";

const MOST_CHATS = 4;
const HEARD = ["message", "edited", "deleted", "toast", "action", "chat", "commands"];

let chats = [];
let active = null;

const people = new People(openChat);
const clock = new Clock((person) => openChat(person, true));
const board = h("div", { class: "board" });
const desk = h("section", { class: "chats", id: "chats", tabIndex: -1, "aria-label": t("chats.label") }, board);
const problems = h("div", { class: "toasts page-toasts", role: "alert" });
const offline = h("p", { class: "offline", role: "status", hidden: true }, t("app.offline"));
const toolsButton = iconButton("shield", t("tools.label"), openTools, { class: "icon-button tools-button" });
const bots = h("select", { class: "bots", "aria-label": t("app.bot"), onchange: () => store.chooseBot(Number(bots.value)) });
const situationsButton = h("button", { type: "button", class: "quiet", "aria-haspopup": "menu", onclick: openSituations }, icon("spark"), h("span", {}, t("situations.label")));
const rehearsalButton = iconButton("now", t("rehearsal.label"), openRehearsal);
const resetButton = iconButton("restart", t("reset.label"), confirmReset);

function head() {
  const actions = h("div", { class: "actions" }, bots, situationsButton, rehearsalButton, toolsButton, iconButton("help", t("tour.start"), startTour),
    iconButton("theme", t("app.theme"), switchTheme),
    h("button", { type: "button", class: "quiet language", "aria-label": t("app.language"), title: t("app.language"), onclick: changeLanguage }, icon("globe"), h("span", {}, t("app.languageShort"))),
    resetButton);
  const menu = iconButton("menu", t("app.menu"), () => actions.classList.toggle("open"), { class: "icon-button menu-button" });
  document.addEventListener("click", (event) => !menu.contains(event.target) && actions.classList.remove("open"));
  document.addEventListener("keydown", (event) => event.key === "Escape" && actions.classList.remove("open"));
  return h("header", { class: "head" },
    h("div", { class: "brand" }, h("span", { class: "mark", "aria-hidden": "true" }, icon("plane")), h("div", {}, h("h1", {}, t("app.title")), h("p", {}, t("app.subtitle")))),
    clock.button, actions, menu);
}

function openChat(person, beside) {
  if (!person) return;
  const known = chats.find((chat) => chat.person.user_id === person.user_id);
  if (known) {
    focusChat(known);
    return;
  }
  const chat = new Chat(person, () => closeChat(chat));
  if (beside) chats = [...chats.slice(-(MOST_CHATS - 1)), chat];
  else chats = chats.length && chats.includes(active) ? chats.map((each) => (each === active ? chat : each)) : [...chats.slice(0, MOST_CHATS - 1), chat];
  active = chat;
  chat.element.addEventListener("focusin", () => (active = chat));
  drawBoard();
  chat.load().then(() => focusChat(chat));
}

function focusChat(chat) {
  active = chat;
  chat.element.scrollIntoView({ inline: "nearest", block: "nearest" });
  if (matchMedia("(hover: hover)").matches) chat.composer.box.focus({ preventScroll: true });
}

function closeChat(chat) {
  const at = chats.indexOf(chat);
  chats = chats.filter((each) => each !== chat);
  active = chats[Math.min(at, chats.length - 1)] ?? null;
  drawBoard();
  people.rows.get(chat.person.user_id)?.button.focus();
}

function drawBoard() {
  const ids = chats.map((chat) => chat.person.user_id);
  history.replaceState(null, "", ids.length ? `#${ids.join(",")}` : location.pathname);
  document.body.classList.toggle("chatting", chats.length > 0);
  if (chats.length > 1 && innerWidth < 1100) people.toggle(true);
  board.replaceChildren(...(chats.length ? chats.map((chat) => chat.element) : [empty()]));
  for (const chat of chats) chat.toEnd();
  people.mark(ids);
}

function empty() {
  if (!store.state.bots.length) {
    return h("div", { class: "empty" }, icon("plane"), h("p", { class: "empty-title" }, t("chats.noBot")), h("p", { class: "hint" }, t("chats.noBotHint")), h("code", { class: "address" }, location.origin));
  }
  const cards = store.state.situations.map((item) => h("button", { type: "button", class: "situation", onclick: () => run(item.name) },
    h("span", { class: "situation-title" }, said(item.title)), h("span", { class: "hint" }, said(item.hint))));
  return h("div", { class: "empty" }, icon("chat"), h("p", { class: "empty-title" }, t("chats.emptyTitle")), h("p", { class: "hint" }, t("chats.emptyHint")),
    cards.length ? [h("p", { class: "field-label" }, t("chats.situations")), h("div", { class: "situations" }, cards)] : null);
}

function openSituations(event) {
  const items = store.state.situations.map((item) => h("button", { type: "button", class: "menu-item tall", onclick: (click) => {
    click.currentTarget.closest("[popover]").hidePopover();
    run(item.name);
  } }, h("span", { class: "situation-title" }, said(item.title)), h("span", { class: "hint" }, said(item.hint))));
  openPopover(event.currentTarget, t("situations.title"), [h("h3", {}, t("situations.title")), ...items], { role: "dialog" });
}

async function run(name) {
  clock.say([t("situations.running")]);
  const entered = await store.runSituation(name);
  clock.line.hidden = true;
  if (!entered?.people.length) return;
  await store.load();
  chats = [];
  for (const id of innerWidth < 700 ? entered.people.slice(0, 1) : entered.people) openChat(store.person(id), true);
}

function confirmReset() {
  openDialog(t("reset.title"), (close) => [h("p", {}, t("reset.hint")), h("div", { class: "dialog-foot" },
    h("button", { type: "button", class: "quiet", onclick: close }, t("app.cancel")),
    h("button", { type: "button", class: "danger", onclick: () => { close(); store.reset(); } }, t("reset.confirm")))]);
}

function switchTheme() {
  const dark = document.documentElement.dataset.theme === "dark" || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  localStorage.setItem("sandbox.theme", document.documentElement.dataset.theme);
}

function changeLanguage() {
  switchLanguage();
  location.reload();
}

function drawHead() {
  const { state } = store;
  situationsButton.hidden = !state.situations.length;
  rehearsalButton.hidden = !state.rehearsal;
  bots.hidden = state.bots.length < 2;
  bots.replaceChildren(...state.bots.map((bot) => h("option", { value: bot.id, selected: bot.id === state.bot_id }, `@${bot.username}`)));
  document.title = state.bots.length ? `${t("app.title")} · @${state.bots.find((bot) => bot.id === state.bot_id)?.username}` : t("app.title");
  people.mark(chats.map((chat) => chat.person.user_id));
  if (!chats.length) drawBoard();
}

let countDue = 0;
function countViolations() {
  clearTimeout(countDue);
  countDue = setTimeout(async () => setViolations((await store.violations()).length), 150);
}

function setViolations(count) {
  toolsButton.classList.toggle("found", count > 0);
  toolsButton.dataset.count = count > 99 ? "99+" : count;
  toolsButton.setAttribute("aria-label", count ? t("tools.labelCount", { n: count }) : t("tools.label"));
}

function problem({ reason }) {
  const shown = h("p", { class: "toast bad" }, t("app.error", { reason }));
  problems.append(shown);
  setTimeout(() => shown.remove(), 6000);
}

function reopen() {
  const ids = chats.map((chat) => chat.person.user_id);
  chats = [];
  active = null;
  drawBoard();
  for (const id of ids) openChat(store.person(id), true);
}

let stripsDue = 0;
function drawStrips() {
  clearTimeout(stripsDue);
  stripsDue = setTimeout(() => chats.forEach((chat) => chat.drawStrip()), 250);
}

async function begin() {
  const kept = location.hash.slice(1).split(",").map(Number).filter(Boolean);
  document.body.append(h("a", { class: "skip", href: "#chats", onclick: (event) => { event.preventDefault(); desk.focus(); } }, t("app.skip")),
    head(), offline, clock.line, h("main", { class: "body" }, people.element, desk), problems);
  store.on("state", drawHead);
  store.on("state", () => chats.forEach((chat) => chat.know(store.person(chat.person.user_id))));
  store.on("pick-up", (person) => openChat(person, true));
  store.on("reset", reopen);
  store.on("problem", problem);
  store.on("violation", countViolations);
  store.on("violations", ({ count }) => setViolations(count));
  store.on("offline", () => (offline.hidden = false));
  store.on("online", () => (offline.hidden = true));
  for (const kind of HEARD) store.on(kind, (event) => chats.forEach((chat) => (kind === "commands" || chat.person.user_id === event.chat_id) && chat.hear(event)));
  for (const kind of ["message", "edited", "deleted", "clock"]) store.on(kind, drawStrips);
  await store.listen();
  await store.load();
  countViolations();
  for (const id of kept.slice(0, MOST_CHATS)) openChat(store.person(id), true);
  offerTour();
}

begin();
