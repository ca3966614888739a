// A year of office life in the background: how far it is, what was heard, and the picture of it.

import { h, openDialog } from "./dom.js";
import * as store from "./store.js";
import { t } from "./words.js";

const LOOK_AGAIN = 800;
const TABLES = ["days.csv", "messages.csv"];

export function openRehearsal() {
  const progress = h("p", { class: "hint", role: "status" });
  const result = h("div", { class: "rehearsed" });
  const start = h("button", { type: "button", class: "primary" }, t("rehearsal.start"));
  const dialog = openDialog(t("rehearsal.label"), (close) => [
    h("p", {}, t("rehearsal.hint")), progress, result,
    h("div", { class: "dialog-foot" }, h("button", { type: "button", class: "quiet", onclick: close }, t("app.close")), start),
  ], { class: "tools" });
  const look = async () => {
    const found = await store.rehearsal();
    draw(found, start, progress, result);
    if (found.state === "running" && dialog.isConnected) setTimeout(look, LOOK_AGAIN);
  };
  start.addEventListener("click", async () => (await store.rehearse()) && look());
  look();
}

function draw({ state, progress: said, lines }, start, progress, result) {
  start.disabled = state === "running";
  progress.textContent = state === "running" ? said || t("rehearsal.running") : state === "failed" ? t("rehearsal.failed") : "";
  result.replaceChildren(...(state === "done" ? [picture(), h("ul", {}, lines.map((line) => h("li", {}, line))), tables()] : []));
}

// A phone shows it small: a tap opens it by itself, to be enlarged.
function picture() {
  const address = `/sandbox/rehearsal/heat.png?${Date.now()}`;
  return h("a", { href: address, target: "_blank", rel: "noopener" }, h("img", { src: address, alt: t("rehearsal.picture") }));
}

const tables = () => h("p", {}, TABLES.map((name) => [h("a", { href: `/sandbox/rehearsal/${name}`, download: name }, name), " "]));
