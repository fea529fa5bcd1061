// The address of the results page: what was asked, so that it can be kept, sent and gone back to.

import { FACETS } from "./records.js";

export const ORDERS = { best: "best match", date: "date" };

/** What an address asks for: text, filters by facet, order. */
export function read(search) {
  const given = new URLSearchParams(search);
  const filters = {};
  for (const name of FACETS) {
    const ids = given.getAll(name).filter((id) => id !== "");
    if (ids.length > 0) filters[name] = [...new Set(ids)];
  }
  return { text: given.get("q") ?? "", filters, order: given.get("order") === "date" ? "date" : "best" };
}

/** The query of an address that asks for this; empty when it asks for nothing. */
export function write({ text, filters, order }) {
  const query = new URLSearchParams();
  if (text.trim() !== "") query.set("q", text.trim());
  for (const name of FACETS) for (const id of filters[name] ?? []) query.append(name, id);
  if (order === "date") query.set("order", "date");
  const written = query.toString();
  return written === "" ? "" : `?${written}`;
}
