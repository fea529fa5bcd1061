// The documents of the search: what the catalogue (search/documents.py) lists, one record a page of the site, with its facets.

export const FACETS = ["kind", "year", "type", "status", "actor", "place", "topic", "publisher", "timeline"];

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
    for (const row of catalogue.entries) this.addEntry(row);
    for (const [id, name, further, kind, text] of catalogue.actors) this.add("actors", id, name, { names: further, note: kind, text });
    for (const [id, name, further, kind, text] of catalogue.places) this.add("places", id, name, { names: further, note: kind, text });
    for (const [id, name, text] of catalogue.topics) this.add("topics", id, name, { text });
    this.firstSource = this.list.length;
    for (const row of catalogue.sources) this.addSource(row);
    for (const [id, name, further, page] of catalogue.publishers) if (page) this.add("publishers", id, name, { names: further });
    for (const [path, title, text] of catalogue.pages) this.add("pages", path, title, { text, url: path });
  }

  get entries() {
    return this.catalogue.entries.length;
  }

  add(kind, id, title, { names = "", date = "", first = null, last = null, note = "", text = "", url = `${kind}/${id}/`, facets = {} }) {
    const label = this.catalogue.kinds[kind][1];
    const numbers = { kind: [this.facets.kind.number(kind, label)], ...facets };
    this.list.push({ n: this.list.length, kind, url, title, names, date, first, last, note, text, major: false, referring: 0, facets: numbers });
  }

  addEntry([id, title, date, first, last, type, status, major, referring, timeline, actors, places, topics, sources]) {
    const { catalogue, facets } = this;
    const own = (name, table, numbers) => numbers.map((i) => facets[name].number(table[i][0], table[i][1]));
    const publishers = [...new Set(sources.map((i) => this.publisherOf(i)))];
    this.add("entries", id, title, {
      date,
      first,
      last,
      names: [
        ...actors.map((i) => `${catalogue.actors[i][1]} ${catalogue.actors[i][2]}`),
        ...places.map((i) => `${catalogue.places[i][1]} ${catalogue.places[i][2]}`),
        ...topics.map((i) => catalogue.topics[i][1]),
      ].join(" "),
      facets: {
        year: years(first, last).map((value) => facets.year.number(String(value), String(value))),
        type: own("type", catalogue.types, [type]),
        status: own("status", catalogue.statuses, [status]),
        actor: own("actor", catalogue.actors, actors),
        place: own("place", catalogue.places, places),
        topic: own("topic", catalogue.topics, topics),
        publisher: own("publisher", catalogue.publishers, publishers),
        timeline: own("timeline", catalogue.timelines, [timeline]),
      },
    });
    const record = this.list.at(-1);
    record.major = major === 1;
    record.referring = referring;
    record.type = catalogue.types[type][1];
    record.status = catalogue.statuses[status];
    record.sources = sources;
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

  /** Whether a day falls on this day of this month, whatever the year. */
  isDay(ordinal, month, day) {
    const date = new Date((ordinal - FIRST_DAY_OF_1970) * DAY);
    return date.getUTCMonth() + 1 === month && date.getUTCDate() === day;
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
    const order = name === "year" ? (a, b) => +b.id - +a.id : (a, b) => b.count - a.count || a.label.localeCompare(b.label);
    return { name, values: name === "kind" ? values : values.sort(order) };
  }
}
