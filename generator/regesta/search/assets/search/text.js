// Words and dates of a text, folded so that every reader's way of typing them meets: the one tokeniser of index, query and highlighting.

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

/** Whether a word is too common to be looked for when there are others. */
export function isCommon(word) {
  return COMMON.has(word);
}

/** The days since 1 January of year 1, which is day 1 (proleptic Gregorian), or null for a day the calendar lacks. */
export function ordinal(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round(date.getTime() / 86400000) + 719163;
}

const two = (number) => String(number).padStart(2, "0");

/** A date that somebody typed: a day, a month, or a day of any year (`year` null). */
function typedDate(year, month, day) {
  if (month < 1 || month > 12) return null;
  if (year === null) {
    return ordinal(2024, month, day) === null ? null : { term: `@${two(month)}-${two(day)}`, first: null, last: null, month, day };
  }
  if (day === null) {
    const next = month === 12 ? ordinal(year + 1, 1, 1) : ordinal(year, month + 1, 1);
    return { term: `@${year}-${two(month)}`, first: ordinal(year, month, 1), last: next - 1 };
  }
  const first = ordinal(year, month, day);
  return first === null ? null : { term: `@${year}-${two(month)}-${two(day)}`, first, last: first };
}

/** Reads dates as ISO writes and people speak them, in the languages whose month names it is given (name → 1…12). */
export class DateReader {
  constructor(months) {
    this.months = new Map(Object.entries(months).map(([name, number]) => [fold(name), number]));
    const names = [...this.months.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    const month = `(${names.map((name) => name.replace(/[^\p{L}\p{N}\p{M} ]/gu, "\\$&")).join("|")})\\.?`;
    const before = "(?<![\\p{L}\\p{N}-])";
    const after = "(?![\\p{L}\\p{N}])";
    const day = "(\\d{1,2})(?:st|nd|rd|th)?";
    const year = "(\\d{4})(?:\\s+(?:року|рік|года|году|г\\.?)(?![\\p{L}\\p{N}]))?";
    const pattern = (source) => new RegExp(before + source + after, "gu");
    this.patterns = [
      [pattern("(\\d{4})-(\\d{2})-(\\d{2})"), (m) => typedDate(+m[1], +m[2], +m[3])],
      [pattern("(\\d{4})-(\\d{2})(?:-\\d?)?"), (m) => typedDate(+m[1], +m[2], null)],
      [pattern("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})"), (m) => typedDate(+m[3], +m[2], +m[1])],
      [pattern(`${day}(?:\\s+of)?\\s+${month}(?:,?\\s+${year})?`), (m) => typedDate(m[3] ? +m[3] : null, this.months.get(m[2]), +m[1])],
      [pattern(`${month}\\s+${day}(?:,?\\s+${year})?`), (m) => typedDate(m[3] ? +m[3] : null, this.months.get(m[1]), +m[2])],
      [pattern(`${month},?\\s+${year}`), (m) => typedDate(+m[2], this.months.get(m[1]), null)],
    ];
  }

  /** The dates in a folded text, and what is left of it when they are taken out. */
  read(folded) {
    const dates = [];
    if (!/\d/.test(folded)) return { dates, rest: folded };
    let rest = folded;
    for (const [pattern, build] of this.patterns) {
      rest = rest.replace(pattern, (...parts) => {
        const date = build(parts);
        if (date === null) return parts[0];
        dates.push(date);
        return " ";
      });
    }
    return { dates, rest };
  }
}

/** The terms under which a text is indexed: its words but the common ones, and its dates as `@2025-04-26`, `@2025-04`, `@04-26`. */
export function terms(text, dateReader) {
  const found = [];
  for (const [word] of words(text)) if (!COMMON.has(word)) found.push(word);
  for (const date of dateReader.read(fold(text)).dates) {
    found.push(date.term);
    if (date.term.length === 11) found.push(date.term.slice(0, 8), `@${date.term.slice(6)}`);
  }
  return found;
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
