// The index of a large corpus, made at build (search/shelves.py): of its shelves only those are fetched that a word needs.

import { Vocabulary } from "./vocabulary.js";

const SCALE = 4;
const MOST_SHELVES = 4;

export class ShelfIndex {
  /** `first` holds the first word of each shelf; `shelf(i)` fetches one, `words()` the list of all words that are not unique. */
  constructor({ records }, first, shelf, words) {
    this.names = Object.keys(records.catalogue.same);
    this.first = first;
    this.shelf = shelf;
    this.words = words;
    this.vocabulary = null;
    this.complete = true;
  }

  /** The number of the shelf on which a word stands, if it stands anywhere. */
  place(word) {
    let low = 0;
    let high = this.first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.first[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** The words on the shelves from `typed` on that begin with it, counted by the records that hold them. */
  async near(typed) {
    const found = new Vocabulary();
    const from = this.place(typed);
    const furthest = typed.length > 1 ? this.place(`${typed}\uffff`) : from;
    const to = Math.min(furthest, from + MOST_SHELVES - 1, this.first.length - 1);
    const shelves = await Promise.all(Array.from({ length: to - from + 1 }, (_, i) => this.shelf(from + i)));
    for (const shelf of shelves) {
      for (const [word, row] of Object.entries(shelf)) if (word.startsWith(typed)) found.counts.set(word, row.length / 2);
    }
    found.know(this.names.filter((word) => word.startsWith(typed)));
    return found;
  }

  /** The indexed words that a typed one may mean. The list of all words is fetched only when it seems mistyped. */
  async expand(typed) {
    const near = await this.near(typed);
    if (!near.mayBeMisspelt(typed)) return near.expand(typed);
    if (this.vocabulary === null) {
      this.vocabulary = new Vocabulary();
      for (const word of await this.words()) this.vocabulary.counts.set(word, 2);
      this.vocabulary.know(this.names);
    }
    const meant = this.vocabulary.expand(typed);
    for (const [word, weight] of near.expand(typed)) meant.set(word, weight);
    return meant;
  }

  /** Adds to `scores`, by number of the record, how well each record holds the weighted words. */
  async score(meant, scores) {
    const weighted = [...meant].filter(([word]) => !word.startsWith("@"));
    const shelves = await Promise.all(weighted.map(([word]) => this.shelf(this.place(word))));
    weighted.forEach(([word, weight], i) => {
      const row = Object.hasOwn(shelves[i] ?? {}, word) ? shelves[i][word] : [];
      for (let at = 0, n = 0; at < row.length; at += 2) {
        n += row[at];
        scores[n] += (row[at + 1] / SCALE) * weight;
      }
    });
  }
}
