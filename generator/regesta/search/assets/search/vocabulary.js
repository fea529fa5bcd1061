// The words of the index, and which of them a typed word may mean.

import { beginsOneErrorApart, oneErrorApart } from "./text.js";

const EXACT = 1;
const PREFIX = 0.7;
const TYPING_ERROR = 0.4;
const PREFIX_WITH_ERROR = 0.25;

// A word found this often needs no correction; correcting "Crimea" to "crime" would only add noise.
const ENOUGH = 3;
const LONGEST_LIST = 80;

/** Digits are never guessed, nor are words so short that everything is near them. */
const correctable = (typed) => typed.length >= 4 && !/[\p{N}@]/u.test(typed);

export class Vocabulary {
  constructor() {
    this.counts = new Map();
    this.sorted = [];
  }

  add(word) {
    this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }

  /** Takes words that are names: they need no correction, be they in a text or not. */
  know(names) {
    for (const word of names) this.counts.set(word, Math.max(ENOUGH, this.counts.get(word) ?? 0));
  }

  /** Every word in order; sorted again only when words were added. */
  inOrder() {
    if (this.sorted.length !== this.counts.size) this.sorted = [...this.counts.keys()].sort();
    return this.sorted;
  }

  /** The indexed words that a typed one may mean, with a weight each: itself, what it begins, what it misspells. */
  expand(typed) {
    const found = new Map();
    let seen = this.counts.get(typed) ?? 0;
    if (seen > 0) found.set(typed, EXACT);
    // Two letters are as often a word of their own (EU, US) as the beginning of one.
    if (typed.length > 2 || (typed.length === 2 && seen === 0)) {
      const begun = this.beginningWith(typed).filter((word) => word !== typed);
      for (const word of this.mostFrequent(begun)) {
        found.set(word, PREFIX * (0.5 + (0.5 * typed.length) / word.length));
        seen += this.counts.get(word);
      }
    }
    if (seen >= ENOUGH || !correctable(typed)) return found;
    for (const word of this.mostFrequent(this.misspelt(typed))) if (!found.has(word)) found.set(word, TYPING_ERROR);
    if (found.size > 0 || typed.length < 5) return found;
    const begun = this.inOrder().filter((word) => word.length > typed.length && beginsOneErrorApart(typed, word));
    for (const word of this.mostFrequent(begun)) found.set(word, PREFIX_WITH_ERROR);
    return found;
  }

  /** Whether so few words begin like this that it is worth looking for what it misspells. */
  mayBeMisspelt(typed) {
    const seen = this.beginningWith(typed).reduce((sum, word) => sum + this.counts.get(word), 0);
    return seen < ENOUGH && correctable(typed);
  }

  beginningWith(typed) {
    const all = this.inOrder();
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle] < typed) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < all.length && all[end].startsWith(typed)) end += 1;
    return all.slice(low, end);
  }

  misspelt(typed) {
    return this.inOrder().filter(
      (word) => Math.abs(word.length - typed.length) <= 1 && word.charCodeAt(0) > 64 && oneErrorApart(typed, word),
    );
  }

  mostFrequent(list) {
    if (list.length <= LONGEST_LIST) return list;
    return list.sort((a, b) => this.counts.get(b) - this.counts.get(a) || (a < b ? -1 : 1)).slice(0, LONGEST_LIST);
  }
}
