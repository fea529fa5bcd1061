// The index of an ordinary corpus: MiniSearch, filled in the browser from the catalogue and the texts.

import MiniSearch from "./vendor/minisearch.js";
import { terms } from "./text.js";
import { Vocabulary } from "./vocabulary.js";

const WEIGHTS = { title: 4.5, names: 3.5, date: 2, claims: 3, summary: 2, quotes: 1.5, sources: 1 };
const LEVELLING = { k: 1.2, b: 0.5, d: 0.5 };

export class MiniIndex {
  constructor({ records, dates }) {
    this.records = records;
    this.vocabulary = new Vocabulary();
    this.vocabulary.know(Object.keys(records.catalogue.same));
    this.read = 0;
    const index = (fields) =>
      new MiniSearch({
        idField: "n",
        fields,
        extractField: (record, field) => record[field],
        stringifyField: (texts) => texts,
        tokenize: (texts) => (typeof texts === "string" ? terms(texts, dates) : texts.flatMap((text) => terms(text, dates))),
        processTerm: (term) => {
          this.vocabulary.add(term);
          return term;
        },
      });
    this.heads = index(["title", "names", "date", "summary"]);
    this.texts = index(["claims", "summary", "quotes", "sources"]);
  }

  /** Indexes titles, names and dates of every record; yields now and then so that the worker can answer between. */
  *readCatalogue() {
    for (const { n, title, names, date, text } of this.records.list) {
      this.heads.add({ n, title, names, date, summary: text });
      if (n % 50 === 49) yield;
    }
  }

  /** Indexes one part of the texts, rows of `[claims, summary, quotes, notes]` for the entries from `start` on. */
  *readTexts(start, rows) {
    for (const [i, [claims, summary, quotes, notes]] of rows.entries()) {
      const n = start + i;
      const cited = this.records.list[n].sources.map((number) => this.records.sourceText(this.records.catalogue.sources[number]));
      this.texts.add({ n, claims: claims.map(([, text]) => text), summary, quotes, sources: [...cited, ...notes] });
      if (i % 25 === 24) yield;
    }
    this.read += rows.length;
  }

  /** The indexed words that a typed one may mean, each with a weight. */
  async expand(typed) {
    return this.vocabulary.expand(typed);
  }

  get complete() {
    return this.read === this.records.entries;
  }

  /** Adds to `scores`, by number of the record, how well each record holds the weighted words. */
  async score(meant, scores) {
    if (meant.size === 0) return;
    const options = {
      boost: WEIGHTS,
      bm25: LEVELLING,
      prefix: false,
      fuzzy: false,
      tokenize: (list) => list.split(" "),
      processTerm: (term) => term,
      boostTerm: (term) => meant.get(term),
    };
    const query = [...meant.keys()].join(" ");
    for (const index of [this.heads, this.texts]) {
      for (const { id, score } of index.search(query, options)) scores[id] += score;
    }
  }
}
