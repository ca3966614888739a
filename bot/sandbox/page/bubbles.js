// One message as a bubble: text with its entities, media, buttons in rows, and the line with the time.

import { h, icon, iconButton } from "./dom.js";
import { size, t, time } from "./words.js";

const BLOCKS = { pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };
const INLINE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

// `acts` holds what a bubble can ask for: tap, command, open, edit, remove.
export function bubble(message, acts, find) {
  if (message.service) return h("li", { class: "service", dataset: { id: message.id } }, t("chat.joined"));
  const body = h("div", { class: "bubble" }, quoted(message, find), media(message), text(message, acts), footer(message));
  const buttons = message.buttons ? keyboard(message, acts) : null;
  const label = message.mine ? t("chat.me") : t("chat.bot");
  const tools = message.mine && message.text && !message.media ? ownTools(message, acts) : null;
  return h("li", { class: `message ${message.mine ? "mine" : "theirs"}`, dataset: { id: message.id }, tabIndex: -1 },
    h("span", { class: "visually-hidden" }, `${label}: `), h("div", { class: "bubble-row" }, tools, body), buttons);
}

function quoted(message, find) {
  if (message.forwarded) return h("p", { class: "quoted" }, t("chat.forwarded"));
  const original = message.reply_to && find(message.reply_to);
  return original ? h("p", { class: "quoted", title: t("chat.reply") }, original.text || t(`media.${original.media?.kind}`)) : null;
}

function footer(message) {
  return h("span", { class: "bubble-foot" },
    message.silent && h("span", { class: "silent", title: t("chat.silent"), role: "img", "aria-label": t("chat.silent") }, icon("silent")),
    message.edited && h("span", {}, t("chat.edited")),
    h("time", { dateTime: message.date }, time(message.date)));
}

function ownTools(message, acts) {
  return h("span", { class: "own-tools" },
    iconButton("edit", t("chat.edit"), () => acts.edit(message)),
    iconButton("trash", t("chat.delete"), () => acts.remove(message)));
}

function keyboard(message, acts) {
  const rows = message.buttons.map((row, r) =>
    h("div", { class: "key-row" }, row.map((button, c) =>
      h("button", { type: "button", class: "key", title: button.label, dataset: { spot: `${r},${c}` }, onclick: (event) => acts.tap(message, button, event.currentTarget) },
        h("span", {}, button.label), button.url && icon("out")))));
  return h("div", { class: "keyboard" }, rows);
}

function media(message) {
  const item = message.media;
  if (!item) return null;
  const name = item.name ?? t(`media.${item.kind}`);
  if (!item.file_id) return h("p", { class: "card" }, icon(item.kind === "contact" ? "person" : "place"), h("span", {}, details(item)));
  const address = `/sandbox/files/${encodeURIComponent(item.file_id)}`;
  return h("a", { class: "card", href: address, target: "_blank", rel: "noopener", "aria-label": t("chat.open", { name }) },
    icon(item.kind === "photo" || item.kind === "sticker" ? "image" : "file"),
    h("span", { class: "card-text" }, h("span", { class: "card-name" }, name), h("span", { class: "card-size" }, `${t(`media.${item.kind}`)} · ${size(item.size)}`)));
}

function details(item) {
  if (item.kind === "contact") return `${item.body.first_name} ${item.body.phone_number}`;
  if (item.kind === "dice") return `${item.body.emoji} ${item.body.value}`;
  return t(`media.${item.kind}`);
}

function text(message, acts) {
  if (!message.text) return null;
  return h("div", { class: "text" }, ...pieces(message.text, message.entities ?? [], 0, message.text.length, acts));
}

// Entities are nested and in order, so the outer one is met first and draws its own inside.
function pieces(whole, entities, start, end, acts) {
  const drawn = [];
  let at = start;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const close = Math.min(entity.offset + entity.length, end);
    let after = index + 1;
    while (after < entities.length && entities[after].offset < close) after += 1;
    if (entity.offset > at) drawn.push(whole.slice(at, entity.offset));
    const inner = pieces(whole, entities.slice(index + 1, after), Math.max(at, entity.offset), close, acts);
    drawn.push(marked(entity, whole.slice(entity.offset, close), inner, acts));
    at = close;
    index = after;
  }
  if (at < end) drawn.push(whole.slice(at, end));
  return drawn;
}

function marked(entity, words, inner, acts) {
  if (INLINE[entity.type]) return h(INLINE[entity.type], {}, inner);
  if (BLOCKS[entity.type]) return h(BLOCKS[entity.type], {}, inner);
  if (entity.type === "spoiler") return spoiler(inner);
  if (entity.type === "bot_command") return h("button", { type: "button", class: "link", onclick: () => acts.command(words) }, inner);
  if (entity.type === "url" || entity.type === "text_link") return link(entity.url ?? words, inner, acts);
  if (entity.type === "mention" || entity.type === "text_mention" || entity.type === "hashtag") return h("span", { class: "mention" }, inner);
  return h("span", {}, inner);
}

function link(address, inner, acts) {
  const url = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`;
  if (!/^(https?|tg):/i.test(url)) return h("span", {}, inner);
  const open = (event) => acts.open(url) && event.preventDefault();
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", onclick: open }, inner);
}

function spoiler(inner) {
  const shown = h("button", { type: "button", class: "spoiler", "aria-expanded": "false" }, inner);
  shown.addEventListener("click", () => {
    shown.classList.add("open");
    shown.setAttribute("aria-expanded", "true");
  });
  return shown;
}
