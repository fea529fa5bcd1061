// The worker: fetches the documents when first asked, indexes them in small steps, and answers between the steps.

import { Engine } from "./engine.js";
import { MiniIndex } from "./index.js";

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

async function open(address) {
  const manifest = await json(address, { cache: "no-cache" });
  const part = (name) => json(new URL(name, address));
  const rows = [];
  const engine = new Engine(await part(manifest.catalogue), async (n) => rows[n] ?? null);
  const index = new MiniIndex(engine);
  engine.index = index;
  await run(index.readCatalogue());
  answering = engine;
  waiting.splice(0).forEach(answer);
  for (const name of manifest.texts) {
    const start = rows.length;
    const read = await part(name);
    rows.push(...read);
    await run(index.readTexts(start, read));
  }
  engine.complete = true;
  postMessage({ kind: "complete" });
}

addEventListener("message", ({ data }) => {
  if (data.kind === "open") open(data.address).catch((error) => postMessage({ kind: "failed", reason: String(error) }));
  else if (answering) answer(data);
  else waiting.push(data);
});
