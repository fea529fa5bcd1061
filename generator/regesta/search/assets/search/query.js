// What somebody typed, understood: words, dates, phrases in quotation marks, and the operators that people know from elsewhere.

import { FACETS } from "./records.js";
import { isCommon, wordsOf } from "./text.js";

const LONGEST = 200;
const MOST_PARTS = 24;
const MARKS = /[“”„‟«»″＂]/g;
// A minus that excludes, the name of a facet, and a phrase (its end may not be typed yet) or whatever has no space.
const CHUNK = /([-−])?(?:(\p{L}+):)?(?:"([^"]*)(?:"|$)|([^\s"]+))/gu;

/** A text cut to what is read of it, between words. */
function cut(text) {
  if (text.length <= LONGEST) return text;
  const end = text.lastIndexOf(" ", LONGEST);
  return text.slice(0, end > 0 ? end : LONGEST);
}

/** The values of a facet that somebody names: those whose id or label it is, else those whose label's words begin with its words. */
function values(facet, named) {
  const asked = wordsOf(named);
  if (asked.length === 0) return [];
  const key = asked.join("-");
  const whole = facet.ids.filter((id, i) => id === named.toLowerCase() || wordsOf(facet.labels[i]).join("-") === key);
  if (whole.length > 0) return whole;
  return facet.ids.filter((id, i) => {
    const label = [...wordsOf(facet.labels[i]), ...wordsOf(id)];
    return asked.every((word) => label.some((other) => other.startsWith(word)));
  });
}

/**
 * A query: `parts` that a record must have (each `{word}`, `{date}`, `{phrase}` or `{any: parts}`), `not` that it must not, `filters` by
 * facet (ids), and `verbatim`, the words as typed when they are two or more, no date and nothing but words. `asks` is false where nothing can be
 * looked for though something is typed.
 */
export function understood(text, dates, facets) {
  const typed = cut(text.normalize("NFC")).replace(MARKS, '"');
  const query = { parts: [], not: [], filters: {}, verbatim: [], asks: true };
  let run = [];
  let plain = true;
  let either = false;
  let without = false;

  const place = (parts, minus) => {
    if (parts.length === 0) return;
    if (minus) query.not.push(...parts);
    else if (either && query.parts.length > 0) {
      const before = query.parts.pop();
      query.parts.push({ any: [...(before.any ?? [before]), ...parts.slice(0, 1)] }, ...parts.slice(1));
    } else query.parts.push(...parts);
    either = false;
    without = false;
  };
  const end = () => {
    if (run.length > 0) place(wordParts(run.join(" "), dates), without);
    run = [];
  };

  for (const [chunk, minus, name, phrase, word] of typed.matchAll(CHUNK)) {
    const facet = name && FACETS.includes(name.toLowerCase()) ? name.toLowerCase() : null;
    const found = facet ? values(facets[facet], phrase ?? word) : [];
    if (found.length > 0) {
      end();
      plain = false;
      if (minus || without) query.not.push({ facet, ids: found });
      else query.filters[facet] = [...(query.filters[facet] ?? []), ...found];
      without = false;
    } else if (phrase !== undefined) {
      end();
      plain = false;
      place(phraseParts(phrase, dates), Boolean(minus) || without);
    } else if (/^(AND|&&?)$/.test(chunk)) {
      end();
      plain = false;
    } else if (/^(OR|\|\|?)$/.test(chunk)) {
      end();
      plain = false;
      either = query.parts.length > 0;
    } else if (chunk === "NOT") {
      end();
      plain = false;
      without = true;
    } else if (minus) {
      end();
      plain = false;
      const excluded = wordParts(`${name ? `${name} ` : ""}${word}`, dates);
      place(excluded.length > 1 ? phraseParts(word, dates) : excluded, true);
    } else {
      run.push(chunk);
      // After an operator a single word is meant, not all that follow.
      if (either || without) end();
    }
  }
  end();
  query.parts = unique(query.parts).slice(0, MOST_PARTS);
  // A date is found however a text writes it.
  if (plain && !query.parts.some(({ date }) => date)) query.verbatim = wordsOf(typed);
  if (query.verbatim.length < 2 || query.verbatim.every(isCommon)) query.verbatim = [];
  query.asks = text.trim() === "" || query.parts.length + query.not.length + Object.keys(query.filters).length > 0;
  return query;
}

/** The parts of plain words: their dates and the words; common words only when there is nothing else. */
function wordParts(text, reader) {
  const { dates, rest } = reader.read(text);
  const telling = rest.filter((word) => !isCommon(word));
  const chosen = telling.length > 0 || dates.length > 0 ? telling : rest;
  return [...dates.map((date) => ({ date })), ...chosen.map((word) => ({ word }))];
}

/** A phrase; a date in quotation marks is that date, however a page writes it. */
function phraseParts(text, reader) {
  const { dates, rest } = reader.read(text);
  if (dates.length > 0 && rest.length === 0 && !/^\s*\d+\s*$/.test(text)) return dates.map((date) => ({ date }));
  const phrase = wordsOf(text);
  return phrase.length > 0 ? [{ phrase }] : [];
}

function unique(parts) {
  return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}
