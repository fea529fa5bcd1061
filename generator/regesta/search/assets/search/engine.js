// `search(text, filters) → results with facet counts`: what an index finds, ranked, filtered and made ready to show.

import { DateReader } from "./dates.js";
import { asLine, Phrases } from "./phrases.js";
import { understood } from "./query.js";
import { Records } from "./records.js";
import { spellings, spread } from "./spellings.js";
import { isCommon, wordsOf } from "./text.js";

const KIND_WEIGHTS = { entries: 1, pages: 0.6, topics: 0.5, actors: 0.5, places: 0.3, publishers: 0.4, sources: 0.25, rules: 0.25 };
const MAJOR = 1.3;
const REFERRED_TO = 0.25;
const ON_THE_DAY = 12;
const DAY_NAMED = 5;

/** A page of which a part of the name was typed comes right after the best, one that was named whole before all. */
const NAMED = { partly: 0.9999, whole: 1.01 };
const CALLED = 4;

/**
 * How many records are compared word for word: with all texts at hand, and where they must be fetched (while somebody types, no more than
 * are shown anyway).
 */
const COMPARED = {
  near: { phrase: 5000, verbatim: 250, others: 250 },
  far: { phrase: 150, verbatim: 40, others: 10 },
  typing: { phrase: 60, verbatim: 8, others: 0 },
};

export class Engine {
  /**
   * `store` gives what is shown of an entry and a source by its number: `text(n)` → row, or null as yet; `source(n)` → row. `near` says
   * that all of it is at hand.
   */
  constructor(catalogue, store) {
    this.records = new Records(catalogue);
    this.dates = new DateReader(catalogue.months);
    this.same = spellings(catalogue.same, catalogue.shortest);
    this.store = store;
    this.phrases = new Phrases((record) => this.passages(record), store.near);
    this.index = null;
    this.wasComplete = false;
  }

  /**
   * What is found. `text` is as typed; `filters` maps a facet to the chosen ids; `order` is `best` or `date`. A record must have all that
   * is asked; when none has all the words, those with most of them are given and `partial` is true. `total` counts what passes the
   * filters. The first `limit` results are described; with `others`, the first `limit` entries and so many of the other records. Without
   * `facets` the values of the facets are not counted. `unread` is how many records with all words of a phrase were not compared.
   */
  async search(text, filters = {}, { order = "best", limit = 20, others = null, facets = true } = {}) {
    const { complete } = this.index;
    if (complete !== this.wasComplete) this.phrases.forget();
    this.wasComplete = complete;
    const query = understood(text, this.dates, this.records.facets);
    const found = query.asks ? await this.find(query, COMPARED[this.store.near ? "near" : facets ? "far" : "typing"]) : { numbers: [], scores: null, partial: false, unread: 0, hits: new Set() };
    const { scores, partial, unread, hits } = found;
    const within = this.records.passing(found.numbers, query.filters);
    const { passed, facets: values } = facets ? this.records.sift(within, filters) : { passed: this.records.passing(within, filters), facets: [] };
    passed.sort(scores && order === "best" ? (a, b) => scores[b] - scores[a] || a - b : (a, b) => a - b);
    const first = others === null ? passed.slice(0, limit) : this.firstOfBoth(passed, limit, others);
    const phrases = [...query.parts.flatMap(({ phrase }) => (phrase ? [phrase] : [])), ...(query.verbatim.length > 0 ? [query.verbatim] : [])];
    const results = await Promise.all(first.map((n) => this.result(this.records.list[n], hits, phrases)));
    return { results, total: passed.length, facets: values, partial, unread, asks: query.asks, hits: [...hits], complete };
  }

  firstOfBoth(numbers, entries, others) {
    const isEntry = (n) => n < this.records.entries;
    return [...numbers.filter(isEntry).slice(0, entries), ...numbers.filter((n) => !isEntry(n)).slice(0, others)];
  }

  /** The records that have what is asked, each with its score: by number, and whether all words were found. */
  async find(query, compared) {
    const { list } = this.records;
    const hits = new Set();
    let numbers = list.map(({ n }) => n);
    for (const part of query.not) {
      const own = part.facet ? null : await this.own(part, new Set(), true);
      const out = part.facet ? new Set(this.records.passing(numbers, { [part.facet]: part.ids })) : null;
      numbers = numbers.filter((n) => (out ? !out.has(n) : own[n] <= 0));
    }
    if (query.parts.length === 0) return { numbers, scores: null, partial: false, unread: 0, hits };
    const owns = await Promise.all(query.parts.map((part) => this.own(part, hits)));
    const scores = new Float32Array(list.length);
    const counts = new Uint8Array(list.length);
    for (const own of owns) {
      for (let n = 0; n < own.length; n += 1) {
        if (own[n] <= 0) continue;
        scores[n] += own[n];
        counts[n] += 1;
      }
    }
    const firm = owns.filter((_, i) => query.parts[i].phrase);
    if (firm.length > 0) numbers = numbers.filter((n) => firm.every((own) => own[n] > 0));
    const ranked = this.rank(numbers, scores, counts, query.parts.length);
    const best = () => ranked.numbers.reduce((most, n) => Math.max(most, scores[n]), 0);
    let unread = 0;
    for (const { phrase } of query.parts.filter((part) => part.phrase)) {
      const kept = await this.having(phrase, ranked.numbers, scores, best(), compared);
      unread += kept.unread;
      ranked.numbers = kept.numbers;
    }
    if (!ranked.partial || this.store.near) await this.preferVerbatim(query.verbatim, ranked.numbers, scores, best(), compared);
    this.preferNamed(query, ranked.numbers, scores, best());
    return { ...ranked, scores, unread, hits };
  }

  /** How well each record has one part of a query, by number. `exactly`: neither beginnings nor misspellings count. */
  async own(part, hits, exactly = false) {
    const own = new Float32Array(this.records.list.length);
    if (part.any) {
      for (const each of part.any) (await this.own(each, hits)).forEach((score, n) => (own[n] = Math.max(own[n], score)));
    } else if (part.phrase) {
      const telling = part.phrase.filter((word) => !isCommon(word));
      if (telling.length === 0) return this.store.near ? own.fill(1) : own;
      const each = await Promise.all(telling.map((word) => this.own({ word }, hits, true)));
      own.forEach((_, n) => (own[n] = each.every((one) => one[n] > 0) ? each.reduce((sum, one) => sum + one[n], 0) : 0));
    } else {
      const { word, date } = part;
      const meant = date || exactly ? new Map([[date ? date.term : word, 1]]) : spread(await this.index.expand(word), this.same);
      for (const each of meant.keys()) hits.add(each);
      await this.index.score(meant, own);
      this.records.pass(meant, own);
      if (date) this.scoreDate(date, own);
    }
    return own;
  }

  /** Those that have all the parts; where none has, all that have any, the more the better. What other entries refer to comes earlier. */
  rank(numbers, scores, counts, parts) {
    const most = numbers.reduce((a, n) => Math.max(a, counts[n]), 0);
    const partial = most < parts;
    const ranked = numbers.filter((n) => counts[n] > 0 && (partial || counts[n] === parts));
    for (const n of ranked) {
      const { kind, major, referring } = this.records.list[n];
      const prominence = (major ? MAJOR : 1) * (1 + REFERRED_TO * Math.log2(1 + referring));
      scores[n] *= KIND_WEIGHTS[kind] * prominence * (counts[n] / parts) ** 2;
    }
    return { numbers: ranked, partial: partial && ranked.length > 0 };
  }

  /** The records among `numbers` that have a phrase; their scores are raised by the place where it stands. */
  async having(phrase, numbers, scores, best, compared) {
    const inOrder = [...numbers].sort((a, b) => scores[b] - scores[a] || a - b);
    const read = inOrder.slice(0, compared.phrase);
    const weights = await Promise.all(read.map((n) => this.phrases.weight(this.records.list[n], phrase)));
    const kept = read.filter((n, i) => {
      scores[n] += best * weights[i] * KIND_WEIGHTS[this.records.list[n].kind];
      return weights[i] > 0;
    });
    return { numbers: kept, unread: inOrder.length - read.length };
  }

  /** Raises the scores of records in which the words stand next to each other as typed. */
  async preferVerbatim(phrase, numbers, scores, best, compared) {
    if (phrase.length === 0) return;
    const inOrder = [...numbers].sort((a, b) => scores[b] - scores[a] || a - b);
    const read = this.firstOfBoth(inOrder, compared.verbatim, compared.others);
    const weights = await Promise.all(read.map((n) => this.phrases.weight(this.records.list[n], phrase, true)));
    const line = asLine(phrase.join(" "));
    read.forEach((n, i) => {
      const { kind, title } = this.records.list[n];
      const called = phrase.length > 2 && asLine(title) === line;
      scores[n] += best * Math.max(weights[i] * KIND_WEIGHTS[kind], called ? CALLED : 0);
    });
  }

  /** Raises the pages of people, places, topics and publishers of which nothing but the name was typed, in any spelling. */
  preferNamed({ parts, filters }, numbers, scores, best) {
    const asked = parts.flatMap(({ word, phrase }) => phrase ?? [word]).filter((word) => word === undefined || !isCommon(word));
    if (asked.length === 0 || asked.includes(undefined) || Object.keys(filters).length > 0) return;
    const named = [];
    for (const n of numbers) {
      const { kind, title, names } = this.records.list[n];
      if (!["actors", "places", "topics", "publishers"].includes(kind)) continue;
      const own = wordsOf(title).filter((word) => !isCommon(word));
      const known = new Set(kind === "publishers" ? own : [...own, ...wordsOf(names)]);
      const is = (word, test) => test(word) || [...(this.same.get(word) ?? [])].some(test);
      if (!asked.every((word) => is(word, (other) => known.has(other)))) continue;
      if (asked.length >= own.length && own.length > 1) named.push([n, NAMED.whole]);
      else if (own.length === 1 || is(asked[0], (other) => other === own.at(-1))) named.push([n, NAMED.partly]);
    }
    if (named.length > 3) return;
    for (const [n, factor] of named) scores[n] = Math.max(scores[n], best * factor);
  }

  /** The entries whose span has days of a date, the more narrowly the better. */
  scoreDate({ first, last, month, day }, scores) {
    // A text that names a day often is no more about it.
    scores.forEach((score, n) => (scores[n] = Math.min(score, DAY_NAMED)));
    for (const record of this.records.list) {
      if (record.first === null || record.last === null) continue;
      if (first === null) {
        if (record.last - record.first < 31 && this.records.isDay(record.first, month, day)) scores[record.n] += ON_THE_DAY;
      } else if (record.last >= first && record.first <= last) {
        const shared = Math.min(record.last, last) - Math.max(record.first, first) + 1;
        scores[record.n] += ON_THE_DAY * (shared / (record.last - record.first + 1));
      }
    }
  }

  /** What a list shows of a record. `excerpt` is where the words were found. */
  async result(record, hits, phrases) {
    let passages = await this.passages(record);
    const has = (text) => wordsOf(text).some((word) => hits.has(word));
    // Its sources are fetched only where the words are not in its own texts.
    if (!this.store.near && hits.size > 0 && !passages.some(([, text]) => has(text))) passages = await this.passages(record, true);
    const { n, kind, url, title, date, type, status, note } = record;
    const kindLabel = this.records.catalogue.kinds[kind][0];
    const excerpt = this.excerpt(record, passages, hits, phrases);
    const named = this.named(record, hits, `${title} ${excerpt?.text ?? ""}`);
    return { n, kind, kindLabel, url, title, date, type: type ?? "", status: status ?? null, note, named, excerpt };
  }

  /** The people and places of an entry by whose names it was found, when nothing else that is shown says so. */
  named({ facets, kind }, hits, shown) {
    if (kind !== "entries") return [];
    const told = new Set(wordsOf(shown));
    const labels = ["actor", "place"].flatMap((name) => facets[name].map((number) => this.records.facets[name].labels[number]));
    return labels.filter((label) => wordsOf(label).some((word) => hits.has(word) && !told.has(word))).slice(0, 3);
  }

  /** The passage with a phrase or most of the found words, with its fragment on the page where it has one; else the summary. */
  excerpt(record, passages, hits, phrases) {
    const sought = phrases.map((phrase) => ` ${phrase.join(" ")}`);
    let best = null;
    let most = 0;
    for (const [from, text, fragment] of passages) {
      if (from === "title" || from === "names") continue;
      const line = asLine(text);
      const whole = sought.filter((phrase) => line.includes(phrase)).length;
      const count = whole * 100 + new Set(line.split(" ").filter((word) => hits.has(word))).size;
      if (count > most) [best, most] = [{ from, text, fragment: fragment ?? "" }, count];
    }
    const plain = passages.find(([from, text]) => (from === "summary" || from === "text") && text)?.[1];
    return best ?? (plain ? { from: "summary", text: plain, fragment: "" } : null);
  }

  /** All texts of a record, `[place, text, fragment]`, `cited` sources too. What the catalogue lacks of it is fetched and filled in. */
  async passages(record, cited = this.store.near) {
    const { records, store } = this;
    if (record.kind === "sources" && record.title === "") records.describe(record, await store.source(record.n - records.firstSource));
    if (record.kind !== "entries") return [["title", record.title], ["names", record.names], ["text", record.text, ""]];
    const row = await store.text(record.n);
    if (row?.length > 4) records.head(record, row);
    const [claims, summary, quotes, notes] = row?.slice(-4) ?? [[], "", [], []];
    const sources = cited ? await Promise.all(record.sources.map((number) => store.source(number))) : [];
    const labels = ["actor", "place", "topic"].flatMap((name) => record.facets[name].map((number) => records.facets[name].labels[number]));
    return [
      ["title", record.title],
      ...claims.map(([fragment, text]) => ["claim", text, `#${fragment}`]),
      ["summary", summary, ""],
      ...quotes.map((text) => ["quotation", text, ""]),
      ...notes.map((text) => ["note", text, ""]),
      ...labels.map((text) => ["names", text]),
      ...sources.map((source) => ["source", records.sourceText(source), ""]),
    ];
  }
}
