// The documents of the search: what the catalogue (search/documents.py) lists, one record a page of the site, with its facets.

import { isCommon, wordsOf } from "./text.js";

export const FACETS = ["kind", "year", "type", "status", "actor", "place", "topic", "publisher", "timeline"];

const BY_NAME = 5.2;
const BY_PUBLISHER = 2;
const BY_SOURCE = 0.22;
const BY_LETTERS = new Intl.Collator("en");

const DAY = 86400000;
const FIRST_DAY_OF_1970 = 719163;
const LONGEST_RUN_OF_YEARS = 30;

/** One facet: its values in a fixed order, each with the number by which records refer to it. */
class Facet {
  constructor() {
    this.ids = [];
    this.labels = [];
    this.numbers = new Map();
  }

  number(id, label) {
    let number = this.numbers.get(id);
    if (number === undefined) {
      number = this.ids.push(id) - 1;
      this.labels.push(label);
      this.numbers.set(id, number);
    }
    return number;
  }
}

/** What it tells that a word is held by so many of so many records (the inverse document frequency of BM25). */
export function rarity(holding, all) {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}

const year = (day) => new Date((day - FIRST_DAY_OF_1970) * DAY).getUTCFullYear();

/** The years that a span of days touches; of a very long one its ends; of an open one its known end. */
function years(first, last) {
  if (first === null && last === null) return [];
  if (first === null || last === null) return [year(first ?? last)];
  const from = year(first);
  const to = year(last);
  if (to - from > LONGEST_RUN_OF_YEARS) return [from, to];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Every page that can be found, from the catalogue. `records[n].n === n`; the entries come first, in chronological order. */
export class Records {
  constructor(catalogue) {
    this.catalogue = catalogue;
    this.facets = Object.fromEntries(FACETS.map((name) => [name, new Facet()]));
    this.list = [];
    this.holders = new Map();
    this.addEntries(catalogue.entries);
    this.firstActor = this.list.length;
    for (const [id, name, further, kind, text] of catalogue.actors) this.add("actors", id, name, { names: further, note: kind, text });
    this.firstPlace = this.list.length;
    for (const [id, name, further, kind, text] of catalogue.places) this.add("places", id, name, { names: further, note: kind, text });
    this.firstTopic = this.list.length;
    for (const [id, name, text] of catalogue.topics) this.add("topics", id, name, { text });
    this.firstSource = this.list.length;
    for (const row of catalogue.sources) this.addSource(row);
    for (const [id, name, further, page] of catalogue.publishers) if (page) this.add("publishers", id, name, { names: further });
    for (const kind of ["pages", "rules"]) for (const [path, title, text] of catalogue[kind]) this.add(kind, path, title, { text, url: path });
    this.hold(catalogue);
  }

  get entries() {
    return this.catalogue.entries.first.length;
  }

  /** Which word is in the name of whom: word → pairs of table and number. */
  hold({ actors, places, topics, publishers }) {
    const note = (table, number, name) => {
      for (const word of new Set(wordsOf(name))) {
        if (isCommon(word)) continue;
        if (!this.holders.has(word)) this.holders.set(word, []);
        this.holders.get(word).push([table, number]);
      }
    };
    actors.forEach(([, name, further], i) => note("actors", i, `${name} ${further}`));
    places.forEach(([, name, further], i) => note("places", i, `${name} ${further}`));
    topics.forEach(([, name], i) => note("topics", i, name));
    publishers.forEach(([, name, further], i) => note("publishers", i, `${name} ${further}`));
  }

  /** Adds to `scores` what the entries and sources gain by the names of those they refer to, and the entries by their sources. */
  pass(meant, scores) {
    const named = { actors: new Map(), places: new Map(), topics: new Map(), publishers: new Map() };
    for (const [word, weight] of meant) {
      for (const [table, number] of this.holders.get(word) ?? []) named[table].set(number, Math.max(weight, named[table].get(number) ?? 0));
    }
    const { entries } = this.catalogue;
    const sources = this.catalogue.sources.length;
    if (named.publishers.size > 0) {
      const rare = rarity(named.publishers.size, sources);
      for (let i = 0; i < sources; i += 1) scores[this.firstSource + i] += BY_PUBLISHER * rare * (named.publishers.get(this.publisherOf(i)) ?? 0);
    }
    const gained = new Map();
    for (const [table, weight] of [["actors", BY_NAME], ["places", BY_NAME], ["topics", BY_NAME]]) {
      if (named[table].size === 0) continue;
      entries[table].forEach((numbers, n) => {
        for (const number of numbers) {
          const own = weight * (named[table].get(number) ?? 0);
          if (own > (gained.get(n) ?? 0)) gained.set(n, own);
        }
      });
    }
    const rare = rarity(gained.size, this.entries);
    for (const [n, own] of gained) scores[n] += own * rare;
    for (let n = 0; n < this.entries; n += 1) {
      let best = 0;
      let sum = 0;
      for (const source of this.list[n].sources) {
        const own = scores[this.firstSource + source];
        sum += own;
        if (own > best) best = own;
      }
      // The second source that has the word tells less than the first.
      scores[n] += BY_SOURCE * Math.min(2 * best, best + (sum - best) / 3);
    }
  }

  add(kind, id, title, { names = "", date = "", first = null, last = null, note = "", text = "", url = `${kind}/${id}/`, facets = {} }) {
    const label = this.catalogue.kinds[kind][1];
    const numbers = { kind: [this.facets.kind.number(kind, label)], ...facets };
    this.list.push({ n: this.list.length, kind, url, title, names, date, first, last, note, text, major: false, referring: 0, facets: numbers });
  }

  addEntries(columns) {
    const { catalogue, facets } = this;
    const own = (name, table, numbers) => numbers.map((i) => facets[name].number(table[i][0], table[i][1]));
    let first = 0;
    let source = 0;
    columns.first.forEach((step, n) => {
      const start = step === null ? null : first + step;
      const length = columns.length[n];
      const last = length === null ? null : (start ?? 0) + length;
      first = start ?? first;
      const sources = [];
      for (const next of columns.sources[n]) sources.push((sources.at(-1) ?? source) + next);
      source = sources[0] ?? source;
      const publishers = [...new Set(sources.map((i) => this.publisherOf(i)))];
      const [id, date, title] = catalogue.heads?.[n] ?? ["", "", ""];
      this.add("entries", id, title, {
        date,
        first: start,
        last,
        facets: {
          year: years(start, last).map((value) => facets.year.number(String(value), String(value))),
          type: own("type", catalogue.types, [columns.type[n]]),
          status: own("status", catalogue.statuses, [columns.status[n]]),
          actor: own("actor", catalogue.actors, columns.actors[n]),
          place: own("place", catalogue.places, columns.places[n]),
          topic: own("topic", catalogue.topics, columns.topics[n]),
          publisher: own("publisher", catalogue.publishers, publishers),
          timeline: own("timeline", catalogue.timelines, [columns.timeline[n]]),
        },
      });
      const record = this.list.at(-1);
      record.major = columns.major[n] === 1;
      record.referring = columns.referring[n];
      record.type = catalogue.types[columns.type[n]][1];
      record.status = catalogue.statuses[columns.status[n]];
      record.sources = sources;
    });
  }

  /** Of a large corpus the catalogue does not know what an entry is called; that comes with its texts. */
  head(record, [id, date, title]) {
    Object.assign(record, { title, date, url: `entries/${id}/` });
  }

  /** Of a large corpus the catalogue knows of a source only its publisher; the rest is fetched when it is shown. */
  addSource(row) {
    const whole = typeof row !== "number";
    const [publisherId, name] = this.catalogue.publishers[whole ? row[2] : row];
    const facets = { publisher: [this.facets.publisher.number(publisherId, name)] };
    this.add("sources", "", "", { names: name, note: name, facets });
    if (whole) this.describe(this.list.at(-1), row);
  }

  /** Fills in the record of a source from its row. */
  describe(record, [id, title, , date, text]) {
    // A source written in place has no page of its own: it stands on its entry's.
    const [entry, key] = id.split(/\.(.*)/s);
    Object.assign(record, { title, date, text, url: key === undefined ? `sources/${id}/` : `entries/${entry}/#source-${key}` });
  }

  publisherOf(source) {
    const row = this.catalogue.sources[source];
    return typeof row === "number" ? row : row[2];
  }

  /** Whether a day falls in this month and, unless `day` is null, on this day of it, whatever the year. */
  isDay(ordinal, month, day) {
    const date = new Date((ordinal - FIRST_DAY_OF_1970) * DAY);
    return date.getUTCMonth() + 1 === month && (day === null || date.getUTCDate() === day);
  }

  /** What a source brings to the text of an entry that cites it: its title, its publisher and what else is known of it. */
  sourceText([, title, publisher, , text]) {
    return `${title} · ${this.catalogue.publishers[publisher][1]} · ${text}`;
  }

  /** The numbers of the chosen values of each facet; unknown ones count as values that nothing has. */
  chosen(filters) {
    const chosen = [];
    for (const name of FACETS) {
      const ids = filters[name] ?? [];
      if (ids.length > 0) chosen.push([name, new Set(ids.map((id) => this.facets[name].numbers.get(id) ?? -1))]);
    }
    return chosen;
  }

  /** Of `numbers` those that pass the filters. */
  passing(numbers, filters) {
    const chosen = this.chosen(filters);
    return numbers.filter((n) => chosen.every(([name, wanted]) => (this.list[n].facets[name] ?? []).some((value) => wanted.has(value))));
  }

  /**
   * The records that pass the filters, and for each facet how many would with each of its values: within a facet the values are
   * alternatives, so that a facet's own choice does not narrow its own counts.
   */
  sift(numbers, filters) {
    const chosen = this.chosen(filters);
    const counts = Object.fromEntries(FACETS.map((name) => [name, new Int32Array(this.facets[name].ids.length)]));
    const passed = [];
    for (const n of numbers) {
      const { facets } = this.list[n];
      const failed = chosen.filter(([name, wanted]) => !(facets[name] ?? []).some((value) => wanted.has(value)));
      if (failed.length > 1) continue;
      if (failed.length === 0) passed.push(n);
      for (const name of failed.length === 0 ? FACETS : [failed[0][0]]) {
        for (const value of facets[name] ?? []) counts[name][value] += 1;
      }
    }
    return { passed, facets: FACETS.map((name) => this.counted(name, counts[name], filters[name] ?? [])) };
  }

  counted(name, counts, chosen) {
    const { ids, labels } = this.facets[name];
    const values = [];
    counts.forEach((count, i) => {
      const on = chosen.includes(ids[i]);
      if (count > 0 || on) values.push({ id: ids[i], label: labels[i], count, on });
    });
    const order = name === "year" ? (a, b) => +b.id - +a.id : (a, b) => b.count - a.count || BY_LETTERS.compare(a.label, b.label);
    return { name, values: name === "kind" ? values : values.sort(order) };
  }
}
