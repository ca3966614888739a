// The strip above a chat: the way of the present case, who had it, who has it, who is next.

import { h, icon } from "./dom.js";
import { t } from "./words.js";

const ICONS = { done: "check", now: "now", next: "next" };

export function drawStrip(element, steps) {
  element.hidden = !steps.length;
  element.setAttribute("role", "group");
  element.tabIndex = 0;
  element.setAttribute("aria-label", t("strip.label"));
  const title = steps.find((step) => step.case)?.case;
  element.replaceChildren(title ? h("span", { class: "strip-case" }, title) : "", h("ol", {}, steps.map(step)));
  const now = element.querySelector(".step.now");
  if (now) element.scrollLeft = now.offsetLeft - (element.clientWidth - now.offsetWidth) / 2;
}

function step({ who, what, state, when }) {
  const title = [what, who, when].filter(Boolean).join(" · ");
  return h("li", { class: `step ${state}`, title, "aria-current": state === "now" ? "step" : undefined },
    icon(ICONS[state] ?? "next"),
    h("span", { class: "step-words" },
      h("span", { class: "visually-hidden" }, `${t(`strip.${state}`)}: `),
      h("span", { class: "step-what" }, what),
      h("span", { class: "step-who" }, [who, when].filter(Boolean).join(" "))));
}
