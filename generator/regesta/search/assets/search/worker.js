// The worker: fetches the documents when first asked, indexes them in small steps or opens the index made at build, and answers.

import { Engine } from "./engine.js";
import { MiniIndex } from "./index.js";
import { ShelfIndex } from "./shelves.js";

const STEP = 12;

let answering = null;
const waiting = [];

async function json(address, options) {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

async function answer({ n, text, filters, options }) {
  try {
    postMessage({ kind: "found", n, found: await answering.search(text, filters, options) });
  } catch (error) {
    postMessage({ kind: "failed", reason: String(error) });
  }
}

const breath = () => new Promise((resolve) => setTimeout(resolve));

async function run(steps) {
  let started = performance.now();
  for (const _ of steps) {
    if (performance.now() - started < STEP) continue;
    await breath();
    started = performance.now();
  }
}

/** Files of rows as the manifest lists them, `[folder, rows a file, files]`; each is fetched once. */
class Parts {
  constructor(address, [folder, size, count]) {
    Object.assign(this, { address, folder, size, count });
    this.files = new Map();
  }

  file(i) {
    if (i >= this.count) return Promise.resolve(null);
    if (!this.files.has(i)) this.files.set(i, json(new URL(`${this.folder}/${String(i).padStart(4, "0")}.json`, this.address)));
    return this.files.get(i);
  }

  async row(n) {
    return (await this.file(Math.floor(n / this.size)))[n % this.size];
  }
}

function begin(engine, index) {
  engine.index = index;
  answering = engine;
  waiting.splice(0).forEach(answer);
}

/** Everything is read; titles, names and dates can be searched before the texts are. */
async function openSmall(catalogue, texts) {
  const rows = [];
  const engine = new Engine(catalogue, { text: async (n) => rows[n] ?? null, source: async (n) => catalogue.sources[n], near: true });
  const index = new MiniIndex(engine);
  await run(index.readCatalogue());
  begin(engine, index);
  for (let i = 0; i < texts.count; i += 1) {
    const read = await texts.file(i);
    const start = rows.length;
    rows.push(...read);
    await run(index.readTexts(start, read));
  }
}

function openLarge(catalogue, texts, part, manifest) {
  const [sources, shelves, words] = ["sources", "shelves", "words"].map(part);
  const engine = new Engine(catalogue, { text: (n) => texts.row(n), source: (n) => sources.row(n), near: false });
  begin(engine, new ShelfIndex(engine, manifest, (i) => shelves.file(i), () => words.file(0)));
}

async function open(address) {
  const manifest = await json(address, { cache: "no-cache" });
  const part = (name) => new Parts(address, manifest[`${name}_at`]);
  const catalogue = await part("catalogue").file(0);
  if (manifest.large) openLarge(catalogue, part("texts"), part, manifest);
  else await openSmall(catalogue, part("texts"));
  postMessage({ kind: "complete" });
}

addEventListener("message", ({ data }) => {
  if (data.kind === "open") open(data.address).catch((error) => postMessage({ kind: "failed", reason: String(error) }));
  else if (answering) answer(data);
  else waiting.push(data);
});
