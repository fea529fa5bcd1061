// The spellings of a name in the authority files, so that every one of them leads to the same pages.

import { words } from "./text.js";

const OTHER_SPELLING = 0.9;
const SHORTEST = 3;

export class Spellings {
  /** `rows` are `[id, name, other names, …]`. Two names of as many words spell the same words, one by one: Kiev is Kyiv, and Владимир is Volodymyr. */
  constructor(rows) {
    this.same = new Map();
    for (const [, name, names] of rows) {
      const byLength = new Map();
      for (const spelling of [name, ...names]) {
        const parts = [...words(spelling)].map(([word]) => word);
        byLength.set(parts.length, [...(byLength.get(parts.length) ?? []), parts]);
      }
      for (const spellings of byLength.values()) {
        if (spellings.length < 2) continue;
        spellings[0].forEach((_, place) => this.join(new Set(spellings.map((parts) => parts[place]))));
      }
    }
  }

  join(group) {
    if (group.size < 2) return;
    for (const word of group) {
      if (word.length < SHORTEST) continue;
      const known = this.same.get(word) ?? new Set();
      for (const other of group) if (other !== word) known.add(other);
      this.same.set(word, known);
    }
  }

  /** The words of names without those that only spell another of them: the query brings the spellings, and none counts twice. */
  distinct(names) {
    const kept = new Set();
    for (const name of names) {
      for (const [word] of words(name)) if (![...(this.same.get(word) ?? [])].some((other) => kept.has(other))) kept.add(word);
    }
    return [...kept];
  }

  /** The weighted words with the other spellings of each added, a little lighter. */
  spread(meant) {
    const all = new Map(meant);
    for (const [word, weight] of meant) {
      for (const other of this.same.get(word) ?? []) all.set(other, Math.max(all.get(other) ?? 0, weight * OTHER_SPELLING));
    }
    return all;
  }
}
