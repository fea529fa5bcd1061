// How results look: elements made of text nodes only, so that nothing in the data can be markup.

import { SITE } from "./client.js";
import { words } from "./text.js";

const EXCERPT = 190;
const LEAD = 60;

/** An element with attributes and children; strings become text nodes. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

/** A text with the found words marked. */
export function marked(text, hits) {
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const [word, start, stop] of words(text)) {
    if (!hits.has(word)) continue;
    fragment.append(text.slice(end, start), make("mark", {}, text.slice(start, stop)));
    end = stop;
  }
  fragment.append(text.slice(end));
  return fragment;
}

/** The stretch of a text with most of the found words, cut between words. */
export function stretch(text, hits) {
  if (text.length <= EXCERPT) return text;
  const places = [];
  for (const [word, at] of words(text)) if (hits.has(word)) places.push(at);
  const held = (from) => places.filter((at) => at >= from && at < from + EXCERPT - LEAD).length;
  let start = Math.max(0, places.reduce((best, at) => (held(at) > held(best) ? at : best), places[0] ?? 0) - LEAD);
  if (start > 0) start = text.indexOf(" ", start) + 1;
  let end = Math.min(text.length, start + EXCERPT);
  if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + LEAD);
  return (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
}

/** The address of a result in this site. */
export function address(result) {
  return new URL(result.url, SITE).href;
}

/** The line of small print of a result: date, type and status of an entry; what else it is otherwise. */
export function details(result) {
  const line = make("span", { class: "rg-result__details" });
  if (result.kind === "entries") {
    line.append(make("span", { class: "rg-result__date" }, result.date || "date unknown"));
    line.append(make("span", { class: "rg-result__type" }, result.type));
    const [id, label, sign] = result.status;
    line.append(make("span", { class: `rg-result__status rg-status rg-status--${id}` }, make("span", { class: "rg-glyph", "aria-hidden": "true" }, sign), ` ${label}`));
  } else {
    line.append(make("span", { class: "rg-result__type" }, result.kindLabel));
    if (result.note) line.append(make("span", {}, result.note));
    if (result.date) line.append(make("span", { class: "rg-result__date" }, result.date));
  }
  return line;
}

/** Who or what else of the entry bears the name that was looked for. */
export function named(result, hits) {
  if (result.named.length === 0) return null;
  return make("span", { class: "rg-result__named" }, "With ", marked(result.named.join(", "), hits));
}

const FROM = { claim: "Claim: ", quotation: "Quotation: ", source: "Source: ", note: "Note: " };

/** Where the words were found, with them marked; `linked` leads to the very place where it has an address. */
export function excerpt(result, hits, linked = false) {
  if (!result.excerpt) return null;
  const { from, text, fragment } = result.excerpt;
  const line = make("span", { class: "rg-result__excerpt" });
  const passage = marked(stretch(text, hits), hits);
  if (FROM[from]) line.append(make("span", { class: "rg-result__from" }, FROM[from]));
  line.append(linked && fragment ? make("a", { href: address(result) + fragment }, passage) : passage);
  return line;
}

/** What was typed, in quotation marks and with its own direction, so that it turns no word around it. */
export function cited(text) {
  return ["“", make("bdi", {}, text), "”"];
}

/** "1 result", "1,204 results". */
export function counted(number, singular, plural) {
  return `${number.toLocaleString("en")} ${number === 1 ? singular : plural}`;
}
