// The index of a large corpus, made at build (search/shelves.py): of its shelves only those are fetched that a word needs.

import { rarity } from "./records.js";
import { Vocabulary } from "./vocabulary.js";

const MOST_SHELVES = 4;
// What a word counts is less than MOST (before its rarity); half of that is reached where its weight is SATURATION.
const MOST = 14;
const SATURATION = 24;

export class ShelfIndex {
  /** `first` holds the first word of each shelf; `shelf(i)` fetches one, `words()` the list of all words that are not unique. */
  constructor({ records, same }, { shelves: first, bits }, shelf, words) {
    this.size = records.list.length;
    this.bits = bits;
    this.names = [...new Set([...same.keys(), ...records.holders.keys()])];
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
      for (const [word, row] of Object.entries(shelf)) if (word.startsWith(typed)) found.counts.set(word, row.length);
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

  /** Adds to `scores`, by number of the record, how well each record holds the weighted words: what the best of them counts. */
  async score(meant, scores) {
    const weighted = [...meant];
    const shelves = await Promise.all(weighted.map(([word]) => this.shelf(this.place(word))));
    const mask = (1 << this.bits) - 1;
    weighted.forEach(([word, weight], i) => {
      const row = Object.hasOwn(shelves[i] ?? {}, word) ? shelves[i][word] : [];
      const factor = weight * MOST * rarity(row.length, this.size);
      let posting = 0;
      for (const step of row) {
        posting += step;
        const own = posting & mask;
        const n = posting >>> this.bits;
        const score = (factor * own) / (own + SATURATION);
        if (score > scores[n]) scores[n] = score;
      }
    });
  }
}
