// What the page knows: the state of the city, the calls that change it, and the stream of what happens.

export const state = { bots: [], bot_id: null, people: [], clock: null, situations: [], strip: false, reset: false, rehearsal: false };

const listeners = new Map();

export function on(kind, listener) {
  if (!listeners.has(kind)) listeners.set(kind, new Set());
  listeners.get(kind).add(listener);
  return () => listeners.get(kind).delete(listener);
}

export function tell(kind, detail = {}) {
  for (const listener of [...(listeners.get(kind) ?? [])]) listener(detail);
}

async function call(path, method = "GET", body = undefined) {
  const address = new URL(path, location.origin);
  if (state.bot_id !== null) address.searchParams.set("bot", state.bot_id);
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
  const response = await fetch(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  if (!response.ok) throw new Error((await response.text()) || response.statusText);
  return response.json();
}

export async function load() {
  Object.assign(state, await call("/sandbox/state"));
  tell("state");
}

// Tells "minute" now and then while something long is under way.
export async function meanwhile(work, every = 400) {
  const looking = setInterval(() => readClock().catch(() => {}), every);
  try {
    return await work;
  } finally {
    clearInterval(looking);
  }
}

export async function readClock() {
  state.clock = (await call("/sandbox/state")).clock;
  tell("minute");
}

export async function chooseBot(id) {
  state.bot_id = id;
  await load();
  tell("reset");
}

// Calls that a person on the page asks for: what fails is said, not thrown.
export async function attempt(promise) {
  try {
    return await promise;
  } catch (error) {
    tell("problem", { reason: error.message });
    return null;
  }
}

export const chat = (id, before) => call(`/sandbox/chats/${id}${before ? `?before=${before}` : ""}`);
export const deed = (id, name, body = {}) => attempt(call(`/sandbox/chats/${id}/${name}`, "POST", body));
export const addPerson = (first_name) => attempt(call("/sandbox/users", "POST", { first_name, language_code: "zh-hant" }));
export const strip = (id) => call(`/sandbox/strip/${id}`);
export const turn = (to) => attempt(call("/sandbox/clock", "POST", { to }));
export const runSituation = (name) => attempt(call(`/sandbox/situations/${encodeURIComponent(name)}`, "POST", {}));
export const reset = () => attempt(call("/sandbox/reset", "POST", {}));
export const rehearsal = () => call("/sandbox/rehearsal");
export const rehearse = () => attempt(call("/sandbox/rehearsal", "POST", {}));
export const violations = () => call("/violations");
export const clearViolations = () => attempt(call("/violations", "DELETE"));
export const faults = () => call("/sandbox/faults");
export const addFault = (fault) => attempt(call("/sandbox/faults", "POST", fault));
export const clearFaults = () => attempt(call("/sandbox/faults", "DELETE"));

export const person = (id) => state.people.find((each) => each.user_id === id);

function setUnread(event) {
  const known = person(event.chat_id);
  if (!known || event.unread === undefined || known.unread === event.unread) return;
  known.unread = event.unread;
  tell("unread", known);
}

let reload = 0;
const RELOADING = new Set(["user", "bot", "reset", "commands"]);

function hear(event) {
  if (event.bot_id && state.bot_id && event.bot_id !== state.bot_id) return;
  setUnread(event);
  if (event.clock) state.clock = event.clock;
  if (event.kind === "commands" || !RELOADING.has(event.kind)) tell(event.kind, event);
  if (!RELOADING.has(event.kind)) return;
  clearTimeout(reload);
  reload = setTimeout(() => load().then(() => event.kind === "reset" && tell("reset")), 60);
}

// Resolves when the stream is open: what is loaded after that misses nothing.
export function listen() {
  const stream = new EventSource("/sandbox/events");
  let lost = false;
  const open = new Promise((resolve) => stream.addEventListener("open", resolve, { once: true }));
  stream.onmessage = (message) => hear(JSON.parse(message.data));
  stream.onerror = () => {
    lost = true;
    tell("offline");
  };
  stream.onopen = () => {
    tell("online");
    if (lost) load().then(() => tell("reset"));
    lost = false;
  };
  return open;
}
