// Small building blocks for the page: elements, icons, dialogs and popovers.

export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name in element && name !== "list" && name !== "form") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

export function iconButton(name, label, onclick, props = {}) {
  return h("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...props }, icon(name));
}

const HUES = ["a", "b", "c", "d", "e", "f"];

export function avatar(name) {
  const letter = [...name.trim()][0] ?? "?";
  const hue = HUES[[...name].reduce((sum, character) => sum + character.codePointAt(0), 0) % HUES.length];
  return h("span", { class: `avatar hue-${hue}`, "aria-hidden": "true" }, letter);
}

// A modal dialog that removes itself; the body is built with a function that closes it.
export function openDialog(title, build, props = {}) {
  const dialog = h("dialog", { class: `dialog ${props.class ?? ""}`, "aria-label": title });
  const close = () => dialog.close();
  dialog.append(h("h2", {}, title), ...[build(close)].flat());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

// A popover beside its button; closes by itself on Escape, a click elsewhere, or when it is used.
export function openPopover(anchor, label, children, props = {}) {
  const popover = h("div", { class: `popover ${props.class ?? ""}`, popover: "auto", role: props.role ?? "menu", "aria-label": label }, children);
  popover.addEventListener("toggle", (event) => {
    anchor.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState === "closed") popover.remove();
  });
  document.body.append(popover);
  popover.showPopover();
  place(popover, anchor.getBoundingClientRect());
  popover.querySelector("button:not(:disabled), input")?.focus();
  popover.addEventListener("keydown", moveInMenu);
  return popover;
}

function place(popover, at) {
  const { offsetWidth: width, offsetHeight: height } = popover;
  const left = Math.min(Math.max(8, at.left), innerWidth - width - 8);
  const below = at.bottom + 6 + height <= innerHeight || at.top < height + 14;
  popover.style.left = `${left}px`;
  popover.style.top = `${below ? at.bottom + 6 : at.top - height - 6}px`;
}

export function moveInMenu(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.tagName === "INPUT") return;
  const items = [...event.currentTarget.querySelectorAll("button:not(:disabled)")];
  const next = items[(items.indexOf(document.activeElement) + step + items.length) % items.length];
  next?.focus();
  event.preventDefault();
}

export function menuItem(iconName, text, onclick, props = {}) {
  const act = (event) => {
    event.currentTarget.closest("[popover]")?.hidePopover();
    onclick(event);
  };
  return h("button", { type: "button", class: `menu-item ${props.class ?? ""}`, role: props.role === undefined ? "menuitem" : props.role, onclick: act }, iconName && icon(iconName), h("span", {}, text));
}
