// The filters of the results page: a fieldset a facet, a checkbox a value, each with its count.

import { counted, make } from "./elements.js";

const LEGENDS = {
  kind: "Kind of page",
  year: "Year",
  type: "Type of entry",
  status: "Status",
  actor: "Actor",
  place: "Place",
  topic: "Topic",
  publisher: "Publisher",
  timeline: "Timeline",
};
const AT_FIRST = 6;

export class FacetList {
  constructor(changed) {
    this.changed = changed;
    this.chosen = {};
    this.whole = new Set();
    this.sets = new Map();
    this.clear = make("button", { type: "button", class: "rg-facets__clear", hidden: true }, "Clear all filters");
    this.clear.addEventListener("click", () => this.clearAll());
    this.summary = make("summary", {}, "Filters");
    this.body = make("div", { class: "rg-facets__body" }, this.clear);
    this.fold = make("details", { class: "rg-facets__fold" }, this.summary, this.body);
    this.element = make("aside", { class: "rg-facets", "aria-label": "Filters" }, this.fold);
    const wide = matchMedia("(min-width: 60em)");
    const adapt = () => (this.fold.open = wide.matches);
    wide.addEventListener("change", adapt);
    adapt();
  }

  get number() {
    return Object.values(this.chosen).reduce((sum, ids) => sum + ids.length, 0);
  }

  /** Shows the counts; the checkboxes that stay are kept, so that the focus does. */
  show(facets) {
    for (const { name, values } of facets) {
      const worth = values.length > 1 || values.some((value) => value.on);
      const set = this.sets.get(name) ?? (worth ? this.addSet(name) : null);
      if (!set) continue;
      set.field.hidden = !worth;
      this.fill(set, values);
    }
    this.clear.hidden = this.number === 0;
    this.summary.textContent = this.number === 0 ? "Filters" : `Filters (${this.number} chosen)`;
  }

  addSet(name) {
    const rows = make("div", { class: "rg-facets__rows" });
    const all = make("button", { type: "button", class: "rg-facets__all" });
    const field = make("fieldset", { class: "rg-facets__set", "data-facet": name }, make("legend", {}, LEGENDS[name]), rows, all);
    const set = { name, field, rows, all, boxes: new Map(), values: [] };
    all.addEventListener("click", () => {
      if (this.whole.has(name)) this.whole.delete(name);
      else this.whole.add(name);
      this.fill(set, set.values);
    });
    this.sets.set(name, set);
    this.body.append(...Object.keys(LEGENDS).flatMap((key) => this.sets.get(key)?.field ?? []));
    return set;
  }

  fill(set, values) {
    set.values = values;
    const whole = this.whole.has(set.name);
    const shown = values.filter((value, i) => whole || i < AT_FIRST || value.on);
    const rows = shown.map((value) => this.row(set, value));
    if (rows.length !== set.rows.children.length || rows.some((row, i) => set.rows.children[i] !== row)) {
      const focused = document.activeElement;
      set.rows.replaceChildren(...rows);
      if (set.rows.contains(focused)) focused.focus();
    }
    set.all.hidden = !whole && shown.length === values.length;
    set.all.textContent = whole ? "Show fewer" : `Show all ${values.length}`;
    set.all.setAttribute("aria-label", `${set.all.textContent}: ${LEGENDS[set.name]}`);
    set.all.setAttribute("aria-expanded", String(whole));
  }

  row(set, { id, label, count, on }) {
    let row = set.boxes.get(id);
    if (!row) {
      const box = make("input", { type: "checkbox", name: set.name, value: id });
      const number = make("span", { class: "rg-facets__count" });
      const line = make("label", { class: "rg-facets__value" }, box, make("span", {}, label), number);
      row = { box, number, line };
      box.addEventListener("change", () => this.toggle(set.name, id, box.checked));
      set.boxes.set(id, row);
    }
    row.box.checked = on;
    row.number.textContent = count.toLocaleString("en");
    row.number.title = counted(count, "result", "results");
    return row.line;
  }

  toggle(name, id, on) {
    const ids = (this.chosen[name] ?? []).filter((other) => other !== id);
    if (on) ids.push(id);
    this.chosen = { ...this.chosen, [name]: ids };
    if (ids.length === 0) delete this.chosen[name];
    this.changed();
  }

  clearAll() {
    this.chosen = {};
    this.changed();
    this.summary.focus();
  }
}
