// `search(text, filters) → results with facet counts`: what an index finds, ranked, filtered and made ready to show.

import { Records } from "./records.js";
import { spread } from "./spellings.js";
import { DateReader, fold, isCommon, words } from "./text.js";

const KIND_WEIGHTS = { entries: 1, pages: 0.6, topics: 0.5, actors: 0.5, places: 0.3, publishers: 0.4, sources: 0.25 };
const MAJOR = 1.3;
const REFERRED_TO = 0.12;
const ON_THE_DAY = 12;
const LONGEST_QUERY = 200;

export class Engine {
  /** `store` gives what is shown of an entry and a source by its number: `text(n)` → row, or null as yet; `source(n)` → row. */
  constructor(catalogue, store) {
    this.records = new Records(catalogue);
    this.dates = new DateReader(catalogue.months);
    this.same = catalogue.same;
    this.store = store;
    this.index = null;
  }

  /**
   * What is found. `text` is as typed; `filters` maps a facet to the chosen ids; `order` is `best` or `date`. A record must have all the
   * words; when none has, those with most of them are given and `partial` is true. `total` counts what passes the filters. The first
   * `limit` results are described; with `others`, the first `limit` entries and so many of the other records.
   */
  async search(text, filters = {}, { order = "best", limit = 20, others = null } = {}) {
    const { list } = this.records;
    const asked = this.parts(text);
    const found = asked.length === 0 ? { numbers: list.map(({ n }) => n), partial: false, hits: new Set() } : await this.find(asked);
    const { passed, facets } = this.records.sift(found.numbers, filters);
    const { scores } = found;
    passed.sort(scores && order === "best" ? (a, b) => scores[b] - scores[a] || a - b : (a, b) => a - b);
    const first = others === null ? passed.slice(0, limit) : this.firstOfBoth(passed, limit, others);
    const shown = first.map((n) => this.result(list[n], found.hits));
    const { partial, hits } = found;
    return { results: await Promise.all(shown), total: passed.length, facets, partial, hits: [...hits], complete: this.index.complete };
  }

  firstOfBoth(numbers, entries, others) {
    const isEntry = (n) => n < this.records.entries;
    return [...numbers.filter(isEntry).slice(0, entries), ...numbers.filter((n) => !isEntry(n)).slice(0, others)];
  }

  /** A query's parts: its dates and its words; common words only when there is nothing else. */
  parts(text) {
    const { dates, rest } = this.dates.read(fold(text.slice(0, LONGEST_QUERY)));
    const all = [...new Set([...words(rest)].map(([word]) => word))];
    const telling = all.filter((word) => !isCommon(word));
    const chosen = telling.length > 0 || dates.length > 0 ? telling : all;
    return [...dates.map((date) => ({ date })), ...chosen.map((word) => ({ word }))];
  }

  async find(asked) {
    const size = this.records.list.length;
    const scores = new Float32Array(size);
    const counts = new Uint8Array(size);
    const hits = new Set();
    for (const { word, date } of asked) {
      const own = new Float32Array(size);
      const meant = date ? new Map([[date.term, 1]]) : spread(await this.index.expand(word), this.same);
      for (const each of meant.keys()) hits.add(each);
      await this.index.score(meant, own);
      if (date) this.scoreDate(date, own);
      own.forEach((score, n) => {
        if (score <= 0) return;
        scores[n] += score;
        counts[n] += 1;
      });
    }
    return { scores, hits, ...this.rank(scores, counts, asked.length) };
  }

  /** Those that have all the parts; where none has, all that have any, the more the better. What other entries refer to comes earlier. */
  rank(scores, counts, parts) {
    const most = counts.reduce((a, b) => Math.max(a, b), 0);
    const partial = most < parts;
    const numbers = [];
    for (const { n, kind, major, referring } of this.records.list) {
      if (counts[n] === 0 || (!partial && counts[n] < parts)) continue;
      const prominence = (major ? MAJOR : 1) * (1 + REFERRED_TO * Math.log2(1 + referring));
      scores[n] *= KIND_WEIGHTS[kind] * prominence * (counts[n] / parts) ** 2;
      numbers.push(n);
    }
    return { numbers, partial };
  }

  /** The entries whose span has days of a date, the more narrowly the better. */
  scoreDate({ first, last, month, day }, scores) {
    for (const record of this.records.list) {
      if (record.first === null || record.last === null) continue;
      if (first === null) {
        if (record.first === record.last && this.records.isDay(record.first, month, day)) scores[record.n] += ON_THE_DAY;
      } else if (record.last >= first && record.first <= last) {
        const shared = Math.min(record.last, last) - Math.max(record.first, first) + 1;
        scores[record.n] += ON_THE_DAY * (shared / (record.last - record.first + 1));
      }
    }
  }

  /** What a list shows of a record. `excerpt` is where the words were found. */
  async result(record, hits) {
    if (record.kind === "sources" && record.url === "sources//") {
      this.records.describe(record, await this.store.source(record.n - this.records.firstSource));
    }
    const { n, kind, url, title, date, type, status, note } = record;
    const kindLabel = this.records.catalogue.kinds[kind][0];
    const [statusId, statusLabel] = status ?? ["", ""];
    const excerpt = await this.excerpt(record, hits);
    const named = this.named(record, hits, `${title} ${excerpt?.text ?? ""}`);
    return { n, kind, kindLabel, url, title, date, type: type ?? "", statusId, status: statusLabel, note, named, excerpt };
  }

  /** The people and places of an entry by whose names it was found, when nothing else that is shown says so. */
  named({ facets, kind }, hits, shown) {
    if (kind !== "entries") return [];
    const told = new Set([...words(shown)].map(([word]) => word));
    const labels = ["actor", "place"].flatMap((name) => facets[name].map((number) => this.records.facets[name].labels[number]));
    return labels.filter((label) => [...words(label)].some(([word]) => hits.has(word) && !told.has(word))).slice(0, 3);
  }

  /** The passage with most of the found words, with its fragment on the page where it has one; else the summary. */
  async excerpt(record, hits) {
    const row = record.kind === "entries" ? await this.store.text(record.n) : null;
    let best = null;
    let most = 0;
    for (const [from, text, fragment] of row ? await this.passages(record, row) : [["text", record.text, ""]]) {
      const count = new Set([...words(text)].map(([word]) => word).filter((word) => hits.has(word))).size;
      if (count > most) [best, most] = [{ from, text, fragment }, count];
    }
    const plain = row?.[1] || record.text;
    return best ?? (plain ? { from: "summary", text: plain, fragment: "" } : null);
  }

  async passages(record, [claims, summary, quotes, notes]) {
    const sources = await Promise.all(record.sources.map((number) => this.store.source(number)));
    return [
      ...claims.map(([fragment, text]) => ["claim", text, `#${fragment}`]),
      ["summary", summary, ""],
      ...quotes.map((text) => ["quotation", text, ""]),
      ...notes.map((text) => ["note", text, ""]),
      ...sources.map((row) => ["source", this.records.sourceText(row), ""]),
    ];
  }
}
