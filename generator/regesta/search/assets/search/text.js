// Words of a text, folded so that every reader's way of typing them meets: the one tokeniser of index, query and highlighting.

const COMBINED_LATIN = /(\p{Script=Latin})\p{M}+/gu;
const UNDECOMPOSED = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ð: "d", ё: "е" };
const UNDECOMPOSED_PATTERN = new RegExp(`[${Object.keys(UNDECOMPOSED).join("")}]`, "g");
const ASCII = /^[\x00-\x7f]*$/;

// A number with separators of thousands, an initialism with its dots, or a word with its apostrophes.
const WORD =
  /\p{N}{1,3}(?:[,\u00a0\u202f]\p{N}{3})+(?!\p{N})|(?:\p{L}\.){2,}|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['\u2019\u02bc]\p{L}[\p{L}\p{M}]*)*/gu;
const SEPARATORS = /[.,'\u2019\u02bc\u00a0\u202f]/g;

const COMMON = new Set(
  "a an and are as at be been but by for from had has have he her his if in into is it its no not of on or our she so such than that the their them then there these they this to was were which who will with".split(" "),
);

/** Lower case, without the diacritics of Latin letters; Cyrillic stays as it is, except that ё is е. */
export function fold(text) {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const bare = lower.normalize("NFD").replace(COMBINED_LATIN, "$1").normalize("NFC");
  return bare.replace(UNDECOMPOSED_PATTERN, (letter) => UNDECOMPOSED[letter]);
}

/** The words of a text with their places: `[folded word, start, end]`, common English words included. */
export function* words(text) {
  for (const match of text.matchAll(WORD)) {
    yield [fold(match[0]).replace(SEPARATORS, ""), match.index, match.index + match[0].length];
  }
}

/** The folded words of a text alone, common ones included. */
export function wordsOf(text) {
  return Array.from(words(text), ([word]) => word);
}

/** Whether a word is too common to be looked for when there are others. */
export function isCommon(word) {
  return COMMON.has(word);
}

/** Whether two words are the same but for one typing error: a letter more, less, other, or two letters exchanged. */
export function oneErrorApart(typed, word) {
  return errorAt(typed, word, (a, b) => a === b);
}

/** Whether a word begins like what was typed but for one typing error. */
export function beginsOneErrorApart(typed, word) {
  return errorAt(typed, word, (a, b) => b.startsWith(a));
}

function errorAt(typed, word, meets) {
  let i = 0;
  while (i < typed.length && i < word.length && typed[i] === word[i]) i += 1;
  return (
    meets(typed.slice(i + 1), word.slice(i + 1)) ||
    meets(typed.slice(i + 1), word.slice(i)) ||
    meets(typed.slice(i), word.slice(i + 1)) ||
    (typed[i] === word[i + 1] && typed[i + 1] === word[i] && i + 1 < typed.length && meets(typed.slice(i + 2), word.slice(i + 2)))
  );
}
