// The results page: everything that is found, with filters that are real checkboxes, and all of it in the address.

import { read, write, ORDERS } from "./address.js";
import { opened, reopened } from "./client.js";
import { address, cited, counted, details, excerpt, make, marked, named } from "./elements.js";
import { FacetList } from "./facets.js";

const PAGE = 30;
const PAUSE = 40;

export class Results {
  constructor(area) {
    this.area = area;
    this.latest = 0;
    this.build();
    this.take(read(location.search));
    this.shown = history.state?.shown ?? PAGE;
    this.listen();
    this.ask().then(() => {
      if (history.state?.top) scrollTo(0, history.state.top);
    });
  }

  build() {
    const form = this.area.querySelector("form") ?? this.area.parentElement.querySelector("form[role=search]:not([data-regesta-search] *)");
    this.form = form ?? make("form", { role: "search", "aria-label": "Search this site" });
    this.input = this.form.querySelector("input[name=q]");
    if (!this.input) {
      this.input = make("input", { type: "search", name: "q", "aria-label": "Search for", autocomplete: "off" });
      this.form.append(this.input, make("button", { type: "submit" }, "Search"));
    }
    this.order = make(
      "select",
      { class: "rg-results__order", "aria-label": "Order of results" },
      ...Object.entries(ORDERS).map(([value, label]) => make("option", { value }, `by ${label}`)),
    );
    this.count = make("p", { class: "rg-results__count", role: "status", "aria-live": "polite" }, "Reading the index …");
    this.bar = make("div", { class: "rg-results__bar" }, this.count, this.order);
    this.facets = new FacetList(() => this.changed(true));
    this.list = make("ol", { class: "rg-results__list" });
    this.more = make("button", { type: "button", class: "rg-results__more", hidden: true }, "Show more");
    this.help = document.querySelector("[data-regesta-help]") ?? make("div", {});
    const main = make("section", { class: "rg-results__main", "aria-label": "Results" }, this.bar, this.help, this.list, this.more);
    this.area.replaceChildren(...(form && !this.area.contains(form) ? [] : [this.form]), make("div", { class: "rg-results" }, this.facets.element, main));
  }

  listen() {
    let timer = 0;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(timer);
      this.changed(true);
    });
    this.input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.changed(false), PAUSE);
    });
    this.order.addEventListener("change", () => this.changed(true));
    this.more.addEventListener("click", () => this.showMore());
    const life = new AbortController();
    const whileHere = (action) => () => (this.area.isConnected ? action() : life.abort());
    addEventListener("popstate", whileHere(() => this.wentBack()), { signal: life.signal });
    addEventListener("pagehide", whileHere(() => this.remember()), { signal: life.signal });
    opened().addEventListener("complete", whileHere(() => this.ask()), { signal: life.signal });
  }

  /** Shows in the form what an address asks for. */
  take({ text, filters, order }) {
    this.input.value = text;
    this.order.value = order;
    this.facets.chosen = filters;
  }

  asked() {
    return { text: this.input.value, filters: this.facets.chosen, order: this.order.value };
  }

  /** A choice makes a new step in the history; typing only changes the present one. */
  changed(isStep) {
    this.shown = PAGE;
    const target = location.pathname + write(this.asked()) + location.hash;
    if (target !== location.pathname + location.search + location.hash) {
      if (isStep) history.pushState(null, "", target);
      else history.replaceState(null, "", target);
    }
    this.ask();
  }

  wentBack() {
    this.take(read(location.search));
    this.shown = history.state?.shown ?? PAGE;
    this.ask();
  }

  remember() {
    history.replaceState({ ...history.state, shown: this.shown, top: Math.round(scrollY) }, "");
  }

  async ask() {
    const turn = ++this.latest;
    const { text, filters, order } = this.asked();
    let client = opened();
    if (client.failure) client = reopened();
    try {
      const found = await client.search(text, filters, { order, limit: this.shown });
      if (turn === this.latest) this.show(text.trim(), found);
    } catch {
      if (turn === this.latest) this.say("The search could not be loaded. Reload the page to try again.");
    }
  }

  show(text, found) {
    this.facets.show(found.facets);
    const hits = new Set(found.hits);
    this.list.replaceChildren(...found.results.map((result) => this.item(result, hits)));
    this.more.hidden = found.total <= found.results.length;
    this.order.disabled = text === "";
    this.help.hidden = found.total > 0 || !found.complete;
    this.say(...this.sentence(text, found));
  }

  /** Replaces what the live region says, unless it says it already. */
  say(...parts) {
    const line = make("span", {}, ...parts);
    if (this.count.textContent !== line.textContent) this.count.replaceChildren(line);
  }

  /** The number of results and what must be said of them, as text and elements. */
  sentence(text, found) {
    const about = text === "" ? [] : [" for ", ...cited(text)];
    if (!found.asks) return ["There is no word or date in ", ...cited(text), "."];
    const rest = [];
    if (found.partial && found.total > 0) rest.push("nothing has all the words; these have some of them");
    if (found.unread > 0) rest.push(`${counted(found.unread, "further record", "further records")} with the words could not be compared word for word`);
    if (!found.complete) rest.push("still loading texts");
    if (found.total === 0 && Object.keys(this.facets.chosen).length > 0) rest.push("clearing a filter may help");
    return [found.total === 0 ? "Nothing found" : counted(found.total, "result", "results"), ...about, ...rest.map((part) => `; ${part}`), "."];
  }

  item(result, hits) {
    const link = make("a", { class: "rg-result__title", href: address(result) }, marked(result.title, hits));
    return make("li", { class: "rg-result", "data-kind": result.kind }, link, details(result), excerpt(result, hits, true), named(result, hits));
  }

  async showMore() {
    const first = this.list.children.length;
    this.shown += PAGE;
    this.remember();
    await this.ask();
    this.list.children[first]?.querySelector("a")?.focus();
  }
}
