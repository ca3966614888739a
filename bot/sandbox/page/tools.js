// Checks and faults: what the bot did that it should not do, and the failures one can order.

import { h, openDialog } from "./dom.js";
import * as store from "./store.js";
import { t, time } from "./words.js";

const FAULTS = ["too_many_requests", "server_error", "bad_gateway", "dropped", "reply_lost", "latency"];

export async function openTools() {
  const [found, ordered] = await Promise.all([store.violations(), store.faults()]);
  const list = h("div", { class: "violations" });
  const waiting = h("p", { class: "hint", role: "status" });
  drawViolations(list, found);
  drawWaiting(waiting, ordered);
  openDialog(t("tools.label"), (close) => [
    h("section", {}, h("h3", {}, t("tools.violations")), list),
    h("section", {}, h("h3", {}, t("tools.faults")), h("p", { class: "hint" }, t("tools.faultsHint")), faultForm(waiting), waiting),
    h("div", { class: "dialog-foot" }, h("button", { type: "button", class: "quiet", onclick: close }, t("app.close"))),
  ], { class: "tools" });
}

function drawViolations(list, found) {
  const clear = async () => drawViolations(list, (await store.clearViolations()) ?? found);
  list.replaceChildren(...(found.length ? [
    h("ul", {}, found.slice(-50).reverse().map(violation)),
    h("button", { type: "button", class: "quiet", onclick: clear }, t("tools.clear")),
  ] : [h("p", { class: "hint good" }, t("tools.none"))]));
  store.tell("violations", { count: found.length });
}

function violation({ kind, method, detail, time: when }) {
  return h("li", {}, h("span", { class: "violation-head" }, h("code", {}, kind), h("span", {}, method), h("time", {}, time(when))), h("span", { class: "violation-detail" }, detail));
}

function drawWaiting(line, { waiting, latency_ms: latency }) {
  const names = waiting.map((fault) => `${t(`fault.${fault.kind}`)} × ${fault.times}${fault.method ? ` (${fault.method})` : ""}`);
  if (latency) names.push(`${t("fault.latency")} ${latency} ms`);
  line.textContent = names.length ? t("tools.waiting", { list: names.join("、") }) : t("tools.waitingNone");
}

function faultForm(waiting) {
  const kind = h("select", {}, FAULTS.map((name) => h("option", { value: name }, t(`fault.${name}`))));
  const times = number(1, 1, 1000);
  const retry = number(3, 1, 600);
  const latency = number(300, 0, 10000);
  const method = h("input", { type: "text", placeholder: "sendMessage", title: t("tools.methodHint") });
  const retryField = field("tools.retry", retry);
  const latencyField = field("tools.latency", latency);
  const fit = () => {
    retryField.hidden = kind.value !== "too_many_requests";
    latencyField.hidden = kind.value !== "latency";
  };
  kind.addEventListener("change", fit);
  fit();
  const add = async (event) => {
    event.preventDefault();
    const fault = { kind: kind.value, times: Number(times.value), method: method.value.trim() || null, retry_after: Number(retry.value), latency_ms: Number(latency.value) };
    drawWaiting(waiting, (await store.addFault(fault)) ?? (await store.faults()));
  };
  const stop = async () => drawWaiting(waiting, (await store.clearFaults()) ?? (await store.faults()));
  return h("form", { class: "fault-form", onsubmit: add },
    field("tools.kind", kind), field("tools.times", times), retryField, latencyField, field("tools.method", method),
    h("div", { class: "form-foot" }, h("button", { class: "primary" }, t("tools.add")), h("button", { type: "button", class: "quiet", onclick: stop }, t("tools.stop"))));
}

const number = (value, min, max) => h("input", { type: "number", value, min, max, required: true });

function field(key, input) {
  input.setAttribute("aria-label", t(key));
  return h("label", { class: "field" }, h("span", { class: "field-label" }, t(key)), input);
}
