// Words and dates in the language of the reader: ROC years in Chinese, the timezone of the city everywhere.

import texts from "./texts.js";

const LANGUAGES = Object.keys(texts);
let language = localStorage.getItem("sandbox.language") ?? (navigator.language.startsWith("zh") ? "zh-TW" : "en");
if (!LANGUAGES.includes(language)) language = "zh-TW";
let timezone = "Asia/Taipei";

export const currentLanguage = () => language;

export function setTimezone(name) {
  timezone = name;
}

export function switchLanguage() {
  language = language === "en" ? "zh-TW" : "en";
  localStorage.setItem("sandbox.language", language);
  document.documentElement.lang = language === "en" ? "en" : "zh-Hant-TW";
}

document.documentElement.lang = language === "en" ? "en" : "zh-Hant-TW";

export function t(key, params = {}) {
  const text = texts[language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => params[name] ?? whole);
}

// What keeps a phone from being written to, if anything does.
export const standing = ({ linked, left }) => (linked ? [] : [t(left ? "people.left" : "people.unlinked")]);

// What the city says, in one language or in each.
export const said = (words) => (typeof words === "string" ? words : words[language] ?? "");

function parts(iso) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23", weekday: "short",
  });
  return Object.fromEntries(format.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
}

const ENGLISH_DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

export function day(iso) {
  const { year, month, day: date, weekday } = parts(iso);
  if (language === "en") return `${weekday} ${Number(date)} ${new Date(iso).toLocaleString("en", { month: "short", timeZone: timezone })} ${year}`;
  return `${year - 1911}年${Number(month)}月${Number(date)}日(${t("date.weekdays")[ENGLISH_DAYS.indexOf(weekday)]})`;
}

export function time(iso) {
  const { hour, minute } = parts(iso);
  return `${hour}:${minute}`;
}

export const moment = (iso) => `${day(iso)} ${time(iso)}`;

export function isoDay(iso) {
  const { year, month, day: date } = parts(iso);
  return `${year}-${month}-${date}`;
}

export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
