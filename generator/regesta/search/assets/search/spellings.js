// The spellings of a name in the authority files, so that every one of them leads to the same pages.

const OTHER_SPELLING = 0.9;

/** The weighted words with the other spellings of each added, a little lighter. `same` is the catalogue's table. */
export function spread(meant, same) {
  const all = new Map(meant);
  for (const [word, weight] of meant) {
    if (!Object.hasOwn(same, word)) continue;
    for (const other of same[word]) all.set(other, Math.max(all.get(other) ?? 0, weight * OTHER_SPELLING));
  }
  return all;
}
