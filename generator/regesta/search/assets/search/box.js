// The box in the header as a combobox: the text field keeps the focus, the arrow keys choose in the list below it (WAI-ARIA 1.2 combobox).

import { opened, reopened, SITE } from "./client.js";
import { address, cited, counted, details, excerpt, make, marked, named } from "./elements.js";

// A letter after other words, or alone, is a word that somebody has only begun: it must not empty the list for the time of a key.
const BEGUN = /(?<=\S)\s+[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]$/u;
const LONE_LETTER = /^\s*[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]\s*$/u;
const ENTRIES = 7;
const OTHERS = 4;

let boxes = 0;

export class Box {
  constructor(root, input) {
    this.root = root;
    this.input = input;
    this.id = `rg-search-${++boxes}`;
    this.cameFrom = null;
    this.latest = 0;
    this.asking = false;
    this.stale = false;
    this.options = [];
    this.active = -1;
    this.build();
    this.listen();
  }

  build() {
    this.list = make("div", { class: "rg-box__list", role: "listbox", id: this.id, "aria-label": "Search results" });
    this.note = make("p", { class: "rg-box__note" });
    this.panel = make("div", { class: "rg-box__panel", hidden: true }, this.note, this.list);
    this.said = make("p", { class: "rg-said", role: "status", "aria-live": "polite" });
    this.root.append(this.panel, this.said);
    const attributes = {
      role: "combobox",
      autocomplete: "off",
      autocapitalize: "none",
      spellcheck: "false",
      "aria-autocomplete": "list",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": this.id,
      "aria-keyshortcuts": "/ Control+K",
    };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
    if (!this.input.labels?.length && !this.input.hasAttribute("aria-label")) this.input.setAttribute("aria-label", "Search");
  }

  listen() {
    this.input.addEventListener("input", () => this.ask());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("click", () => this.ask());
    this.root.addEventListener("focusout", ({ relatedTarget }) => {
      if (!this.root.contains(relatedTarget)) this.close();
    });
    // The field must keep the focus while something in the list is clicked.
    this.panel.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", () => this.close());
    opened().addEventListener("complete", () => this.shown && this.ask());
  }

  get shown() {
    return !this.panel.hidden;
  }

  /** Somebody came to the field, from an element to which Esc leads back. */
  entered(cameFrom) {
    if (cameFrom && !this.root.contains(cameFrom)) this.cameFrom = cameFrom;
    opened();
    this.ask();
  }

  /** Asks for what is typed. One question at a time: of what is typed meanwhile only the last is asked. */
  async ask() {
    if (this.input.value.trim() === "") {
      this.close();
      return;
    }
    this.stale = true;
    if (this.asking) return;
    this.asking = true;
    while (this.stale) {
      this.stale = false;
      await this.answer(this.input.value.trim(), ++this.latest);
    }
    this.asking = false;
  }

  async answer(text, turn) {
    let client = opened();
    if (client.failure) client = reopened();
    const wanted = () => turn === this.latest && document.activeElement === this.input;
    try {
      const found = await client.search(text.replace(BEGUN, ""), {}, { limit: ENTRIES, others: OTHERS, facets: false });
      if (wanted()) this.show(text, found);
    } catch {
      if (wanted()) this.sorry();
    }
  }

  sorry() {
    this.list.replaceChildren();
    this.options = [];
    this.note.textContent = "The search could not be loaded. Press Enter to try the search page.";
    this.open();
    this.say(this.note.textContent);
  }

  show(text, found) {
    const entries = found.results.filter((result) => result.kind === "entries");
    const others = found.results.filter((result) => result.kind !== "entries");
    const hits = new Set(found.hits);
    const chosen = this.options[this.active]?.dataset.choice;
    this.options = [];
    this.list.replaceChildren(
      ...this.group("Entries", entries, hits),
      ...this.group("People, places, sources and pages", others, hits),
      ...(found.total > 0 ? [this.all(text, found.total)] : []),
    );
    // Results that come later must not take away what somebody has just chosen.
    this.active = -1;
    this.select(this.options.findIndex((option) => option.dataset.choice === chosen));
    this.note.replaceChildren(...this.remark(text, found));
    this.note.hidden = this.note.textContent === "";
    this.list.hidden = found.total === 0;
    this.open();
    this.say(found.total === 0 ? this.note.textContent : `${counted(found.total, "result", "results")}. ${this.note.textContent}`);
  }

  /** What must be said of the results, as text and elements. */
  remark(text, found) {
    if (found.total === 0 && LONE_LETTER.test(text)) return ["Type a little more."];
    if (!found.complete) {
      if (found.total === 0) return ["Nothing found for ", ...cited(text), " yet: still loading texts."];
      return ["In titles and names so far: still loading texts."];
    }
    if (!found.asks) return ["There is no word or date in ", ...cited(text), "."];
    if (found.total === 0) return ["Nothing found for ", ...cited(text), "."];
    if (found.partial) return ["Nothing has all the words; these have some of them."];
    return found.unread > 0 ? [`Only the likeliest records were compared word for word; ${counted(found.unread, "more has", "more have")} the words.`] : [];
  }

  group(name, results, hits) {
    if (results.length === 0) return [];
    const id = `${this.id}-${name.split(",")[0].toLowerCase()}`;
    const heading = make("div", { class: "rg-box__heading", id, role: "presentation" }, name);
    return [make("div", { role: "group", "aria-labelledby": id }, heading, ...results.map((result) => this.option(result, hits)))];
  }

  option(result, hits) {
    const title = make("span", { class: "rg-result__title" }, marked(result.title, hits));
    return this.choice(address(result), title, details(result), excerpt(result, hits), named(result, hits));
  }

  all(text, total) {
    const target = new URL("search/", SITE);
    target.searchParams.set("q", text);
    const them = total === 1 ? "This result on a page of its own" : `All ${counted(total, "result", "results")}, with filters`;
    const element = this.choice(target.href, make("span", { class: "rg-box__all" }, them));
    element.dataset.choice = "all";
    return element;
  }

  /** What can be chosen; it is known again among other results by its address, or as the way to all of them. */
  choice(href, ...children) {
    const id = `${this.id}-${this.options.length}`;
    const element = make("a", { class: "rg-box__option", role: "option", id, href, tabindex: "-1", "aria-selected": "false" }, ...children);
    element.dataset.choice = href;
    this.options.push(element);
    return element;
  }

  key(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const last = this.options.length - 1;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!this.shown) this.ask();
      else if (event.key === "ArrowDown") this.select(this.active >= last ? -1 : this.active + 1);
      else this.select(this.active < 0 ? last : this.active - 1);
    } else if (event.key === "Enter" && this.shown && this.active >= 0) {
      event.preventDefault();
      this.options[this.active].click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.leave();
    } else if (event.key === "Tab") {
      this.close();
    }
  }

  select(index) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = index;
    const element = this.options[index];
    if (!element) {
      this.input.removeAttribute("aria-activedescendant");
      return;
    }
    element.setAttribute("aria-selected", "true");
    element.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", element.id);
  }

  open() {
    this.panel.hidden = false;
    this.input.setAttribute("aria-expanded", String(this.options.length > 0));
  }

  close() {
    this.latest += 1;
    this.stale = false;
    this.panel.hidden = true;
    this.select(-1);
    this.input.setAttribute("aria-expanded", "false");
    this.say("");
  }

  /** Esc: the list closes and the focus goes back to where it was before somebody came to the box. */
  leave() {
    this.close();
    const target = this.cameFrom;
    this.cameFrom = null;
    if (target?.isConnected && target !== document.body) target.focus();
    else this.input.blur();
  }

  say(text) {
    if (this.said.textContent !== text) this.said.textContent = text;
  }
}
