// The index of an ordinary corpus: MiniSearch, filled in the browser from the catalogue and the texts.

import MiniSearch from "./vendor/minisearch.js";
import { terms } from "./dates.js";
import { isCommon } from "./text.js";
import { Vocabulary } from "./vocabulary.js";

const WEIGHTS = { title: 4.5, names: 3.5, claims: 3, summary: 2, quotes: 1.5, notes: 1 };
const LEVELLING = { k: 1.2, b: 0.5, d: 0.5 };

export class MiniIndex {
  constructor({ records, dates, same }) {
    this.records = records;
    this.vocabulary = new Vocabulary();
    this.vocabulary.know([...same.keys(), ...records.holders.keys()]);
    this.read = 0;
    const index = (fields) =>
      new MiniSearch({
        idField: "n",
        fields,
        extractField: (record, field) => record[field],
        stringifyField: (texts) => texts,
        tokenize: (texts) => (typeof texts === "string" ? terms(texts, dates, isCommon) : texts.flatMap((text) => terms(text, dates, isCommon))),
        processTerm: (term) => {
          this.vocabulary.add(term);
          return term;
        },
      });
    this.heads = index(["title", "names", "notes", "summary"]);
    this.texts = index(["claims", "summary", "quotes", "notes"]);
  }

  /** Indexes titles, names and dates of every record; yields now and then so that the worker can answer between. */
  *readCatalogue() {
    for (const { n, kind, title, names, date, text } of this.records.list) {
      this.heads.add({ n, title, names: kind === "sources" ? "" : names, notes: kind === "sources" ? date : "", summary: text });
      if (n % 50 === 49) yield;
    }
  }

  /** Indexes one part of the texts, rows of `[claims, summary, quotes, notes]` for the entries from `start` on. */
  *readTexts(start, rows) {
    for (const [i, [claims, summary, quotes, notes]] of rows.entries()) {
      const n = start + i;
      this.texts.add({ n, claims: claims.map(([, text]) => text), summary, quotes, notes });
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
