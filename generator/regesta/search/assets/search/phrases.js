// Where words stand next to each other: whether a record has a phrase, and how much that counts.

import { wordsOf } from "./text.js";

/** How much more a phrase counts where a reader expects it. */
const PLACES = { title: 3, names: 2, claim: 2.5, summary: 2.5, quotation: 2.5, note: 2, text: 1.5, source: 1 };

/** The words of a text as one string in which a phrase can be looked for. */
export const asLine = (text) => ` ${wordsOf(text).join(" ")} `;

/** Remembers the lines of each record; `passages(record)` gives its texts as pairs of place and text. */
export class Phrases {
  constructor(passages, remember) {
    this.passages = passages;
    this.lines = remember ? new Map() : null;
  }

  /** Forgets what was read before all texts were. */
  forget() {
    this.lines?.clear();
  }

  async linesOf(record) {
    const known = this.lines?.get(record.n);
    if (known) return known;
    const lines = (await this.passages(record)).map(([place, text]) => [place, asLine(text)]);
    this.lines?.set(record.n, lines);
    return lines;
  }

  /** How much it counts that a record has these words next to each other; 0 where it has not. `begun`: the last may be unfinished. */
  async weight(record, phrase, begun = false) {
    const wanted = ` ${phrase.join(" ")}${begun ? "" : " "}`;
    let best = 0;
    for (const [place, line] of await this.linesOf(record)) {
      if (PLACES[place] > best && line.includes(wanted)) best = PLACES[place];
    }
    return best;
  }
}
