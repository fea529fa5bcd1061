// The spellings of a name in the authority files, so that every one of them leads to the same pages.

const OTHER_SPELLING = 0.9;

/** Word → its other spellings, from groups of words that spell one another; a word of fewer letters than `shortest` has none. */
export function spellings(groups, shortest) {
  const same = new Map();
  for (const group of groups) {
    for (const word of group) {
      if (word.length < shortest) continue;
      if (!same.has(word)) same.set(word, new Set());
      for (const other of group) if (other !== word) same.get(word).add(other);
    }
  }
  return same;
}

/** The weighted words with the other spellings of each added, a little lighter. */
export function spread(meant, same) {
  const all = new Map(meant);
  for (const [word, weight] of meant) {
    for (const other of same.get(word) ?? []) all.set(other, Math.max(all.get(other) ?? 0, weight * OTHER_SPELLING));
  }
  return all;
}
