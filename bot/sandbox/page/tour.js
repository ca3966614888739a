// A tour of five steps for who is here for the first time; it can be skipped at any moment.

import { h } from "./dom.js";
import { t } from "./words.js";

const SEEN = "sandbox.toured";
const STEPS = [
  { key: "people", at: ".people" },
  { key: "chat", at: ".chats" },
  { key: "beside", at: ".person-row .beside", orAt: ".people" },
  { key: "clock", at: ".clock" },
  { key: "more", at: ".actions", orAt: ".menu-button" },
];

export function offerTour() {
  if (localStorage.getItem(SEEN)) return;
  const offer = h("aside", { class: "tour-offer", "aria-label": t("tour.offer") },
    h("h2", {}, t("tour.offer")), h("p", {}, t("tour.offerHint")),
    h("div", { class: "dialog-foot" },
      h("button", { type: "button", class: "quiet", onclick: () => end(offer) }, t("tour.skip")),
      h("button", { type: "button", class: "primary", onclick: () => { end(offer); startTour(); } }, t("tour.start"))));
  document.body.append(offer);
}

function end(element) {
  localStorage.setItem(SEEN, "1");
  element.remove();
}

export function startTour() {
  document.querySelector(".tour-offer")?.remove();
  const light = h("div", { class: "tour-light", "aria-hidden": "true" });
  const card = h("dialog", { class: "tour-card", "aria-label": t("tour.label") });
  card.addEventListener("close", () => end(card) ?? light.remove());
  document.body.append(light, card);
  const again = () => card.open && show(card, light, Number(card.dataset.step));
  addEventListener("resize", again);
  card.addEventListener("close", () => removeEventListener("resize", again));
  card.showModal();
  show(card, light, 0);
}

function show(card, light, index) {
  const { key, at, orAt } = STEPS[index];
  const last = index === STEPS.length - 1;
  Object.assign(card.dataset, { step: index, key });
  card.replaceChildren(
    h("p", { class: "tour-count" }, t("tour.step", { n: index + 1, total: STEPS.length })),
    h("h2", {}, t(`tour.${key}.title`)), h("p", {}, t(`tour.${key}.text`)),
    h("div", { class: "dialog-foot" },
      h("button", { type: "button", class: "quiet", onclick: () => card.close() }, t("tour.skip")),
      index > 0 && h("button", { type: "button", class: "quiet", onclick: () => show(card, light, index - 1) }, t("tour.back")),
      h("button", { type: "button", class: "primary", onclick: () => (last ? card.close() : show(card, light, index + 1)) }, t(last ? "tour.done" : "tour.next"))));
  card.querySelector(".primary").focus();
  place(card, light, visible(at) ?? visible(orAt));
}

function visible(selector) {
  const element = selector && document.querySelector(selector);
  const box = element?.getBoundingClientRect();
  return box && box.width && box.height ? box : undefined;
}

function place(card, light, box) {
  light.hidden = !box;
  card.classList.toggle("centred", !box);
  if (!box) return;
  const left = Math.max(4, box.left - 6);
  const top = Math.max(4, box.top - 6);
  Object.assign(light.style, { left: `${left}px`, top: `${top}px`,
    width: `${Math.min(box.right + 6, innerWidth - 4) - left}px`, height: `${Math.min(box.bottom + 6, innerHeight - 4) - top}px` });
  const { offsetWidth: width, offsetHeight: height } = card;
  const beside = box.right + 16 + width < innerWidth;
  const below = box.bottom + 16 + height < innerHeight;
  const x = beside && !below ? box.right + 16 : Math.min(Math.max(12, box.left), innerWidth - width - 12);
  const y = below ? box.bottom + 16 : beside ? Math.min(Math.max(12, box.top), innerHeight - height - 12) : innerHeight - height - 12;
  Object.assign(card.style, { left: `${x}px`, top: `${y}px` });
}
