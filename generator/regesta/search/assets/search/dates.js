// Dates as ISO writes and people speak them (search/dates.py says the same of texts), in the languages whose month names are given.

import { fold, words, wordsOf } from "./text.js";

const ISO = /(?<![\p{L}\p{N}_-])([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?(?![\p{L}\p{N}_-])/gu;
const NUMERIC = /(?<![\p{L}\p{N}_.])([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})(?![\p{L}\p{N}_])/gu;
// What somebody is about to type: the day is not yet whole.
const BEGUN_ISO = /(?<![\p{L}\p{N}_-])([0-9]{4})[-/]([0-9]{2})[-/](?:[0-9])?(?![\p{L}\p{N}_-])/gu;
const SLASHED_ISO = /(?<![\p{L}\p{N}_-])([0-9]{4})[/.]([0-9]{1,2})[/.]([0-9]{1,2})(?![\p{L}\p{N}_-])/gu;
const DAY = /^(0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?$/;
const YEAR = /^[0-9]{4}$/;
const AFTER_YEAR = new Set(["року", "рік", "года", "году", "год", "г"]);
const SHORTEST_BEGINNING = 3;

/** The days since 1 January of year 1, which is day 1 (proleptic Gregorian), or null for a day the calendar lacks. */
export function ordinal(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round(date.getTime() / 86400000) + 719163;
}

const two = (number) => String(number).padStart(2, "0");
const four = (number) => String(number).padStart(4, "0");

/** A date: of a day, a month, a year, a day of any year (`year` null) or a month of any year. Null where the calendar lacks it. */
function dated(year, month, day) {
  if (year === 0 || (month !== null && (month < 1 || month > 12))) return null;
  if (day !== null && ordinal(year ?? 2000, month, day) === null) return null;
  if (year === null) return { term: day === null ? "" : `@${two(month)}-${two(day)}`, first: null, last: null, month, day };
  if (month === null) return { term: four(year), first: ordinal(year, 1, 1), last: ordinal(year, 12, 31) };
  if (day === null) {
    const next = month === 12 ? ordinal(year + 1, 1, 1) : ordinal(year, month + 1, 1);
    return { term: `@${four(year)}-${two(month)}`, first: ordinal(year, month, 1), last: next - 1 };
  }
  const own = ordinal(year, month, day);
  return { term: `@${four(year)}-${two(month)}-${two(day)}`, first: own, last: own };
}

/** The places in `tokens` of the date around the name of a month, `{year, month, day, from, to}`, or null where it stands alone. */
function spoken(tokens, place, month) {
  const before = place > 1 && tokens[place - 1] === "of" ? place - 2 : place - 1;
  let day = before >= 0 ? (DAY.exec(tokens[before])?.[1] ?? null) : null;
  const from = day === null ? place : before;
  let to = place + 1;
  if (day === null && to < tokens.length) {
    day = DAY.exec(tokens[to])?.[1] ?? null;
    if (day !== null) to += 1;
  }
  const year = to < tokens.length && YEAR.test(tokens[to]) ? +tokens[to] : null;
  if (year !== null) to += 1;
  return day === null && year === null ? null : { year, month, day: day === null ? null : +day, from, to };
}

/** Reads dates of texts and of queries. */
export class DateReader {
  /** `months`: the name of a month, folded, → its number. */
  constructor(months) {
    this.months = new Map(Object.entries(months));
  }

  /** The terms under which a text is found by its dates: a day by `@2025-04-26`, `@2025-04` and `@04-26`. `tokens` are its words. */
  terms(text, tokens) {
    const found = [];
    const add = (year, month, day) => {
      if (dated(year, month, day) === null) return;
      if (year !== null) found.push(`@${four(year)}-${two(month)}`);
      if (day === null) return;
      found.push(`@${two(month)}-${two(day)}`);
      if (year !== null) found.push(`@${four(year)}-${two(month)}-${two(day)}`);
    };
    for (const [, year, month, day] of text.matchAll(ISO)) add(+year, +month, day === undefined ? null : +day);
    for (const [, day, month, year] of text.matchAll(NUMERIC)) add(+year, +month, +day);
    tokens.forEach((token, place) => {
      const found = this.months.has(token) ? spoken(tokens, place, this.months.get(token)) : null;
      if (found) add(found.year, found.month, found.day);
    });
    return found;
  }

  /** The number of the month that a typed word names or begins, or undefined. */
  month(typed) {
    if (this.months.has(typed)) return this.months.get(typed);
    if (typed.length < SHORTEST_BEGINNING) return undefined;
    const begun = new Set([...this.months].filter(([name]) => name.startsWith(typed)).map(([, number]) => number));
    return begun.size === 1 ? [...begun][0] : undefined;
  }

  /** The dates in a query, and the words that are left when they are taken out. A number of four digits is a year. */
  read(query) {
    const dates = [];
    const take = (build) => (match, ...groups) => {
      const date = build(...groups);
      if (date === null) return match;
      dates.push(date);
      return " \u0000 ";
    };
    const text = fold(query)
      .replace(ISO, take((year, month, day) => dated(+year, +month, day === undefined ? null : +day)))
      .replace(SLASHED_ISO, take((year, month, day) => dated(+year, +month, +day)))
      .replace(BEGUN_ISO, take((year, month) => dated(+year, +month, null)))
      // The day is first, as most of the world has it; where it cannot be, the month is.
      .replace(NUMERIC, take((day, month, year) => dated(+year, +month, +day) ?? dated(+year, +day, +month)));
    const rest = text.split("\u0000").flatMap((piece) => this.spokenIn(wordsOf(piece), dates));
    return { dates, rest };
  }

  spokenIn(tokens, dates) {
    const left = [...tokens];
    tokens.forEach((token, place) => {
      if (left[place] === null) return;
      const month = this.month(token);
      const found = month === undefined ? null : spoken(tokens, place, month);
      const date = found && dated(found.year, found.month, found.day);
      if (!date) return;
      dates.push(date);
      const to = AFTER_YEAR.has(tokens[found.to]) ? found.to + 1 : found.to;
      left.fill(null, found.from, to);
    });
    return left.filter((token) => {
      if (token === null) return false;
      const alone = left.length === 1 && this.months.has(token);
      const date = YEAR.test(token) ? dated(+token, null, null) : alone ? { ...dated(null, this.months.get(token), null), term: token } : null;
      if (date) dates.push(date);
      return !date;
    });
  }
}

/** The terms under which a text is indexed: its words but the common ones, and its dates. */
export function terms(text, dateReader, isCommon) {
  const tokens = Array.from(words(text), ([word]) => word);
  return [...tokens.filter((word) => !isCommon(word)), ...dateReader.terms(text, tokens)];
}
