// The page's side of the search: one worker a page, made at first use.

const ADDRESS = new URL("../../../search/data/manifest.json", import.meta.url).href;

/** The root of the site, from which the addresses of results count. */
export const SITE = new URL("../../../", import.meta.url).href;

class Client extends EventTarget {
  constructor() {
    super();
    this.asked = 0;
    this.pending = new Map();
    this.failure = null;
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "regesta-search" });
    this.worker.addEventListener("message", ({ data }) => this.receive(data));
    this.worker.addEventListener("error", (event) => this.fail(event.message || "the worker could not start"));
    this.worker.postMessage({ kind: "open", address: ADDRESS });
  }

  receive(data) {
    if (data.kind === "found") {
      this.pending.get(data.n)?.resolve(data.found);
      this.pending.delete(data.n);
    } else if (data.kind === "complete") {
      this.dispatchEvent(new Event("complete"));
    } else {
      this.fail(data.reason);
    }
  }

  fail(reason) {
    this.failure = new Error(reason);
    for (const { reject } of this.pending.values()) reject(this.failure);
    this.pending.clear();
  }

  search(text, filters, options) {
    if (this.failure) return Promise.reject(this.failure);
    const n = ++this.asked;
    return new Promise((resolve, reject) => {
      this.pending.set(n, { resolve, reject });
      this.worker.postMessage({ kind: "search", n, text, filters, options });
    });
  }
}

let client = null;

/** The search, started if it was not. `search(text, filters, options)` gives a promise of results; the event `complete` says that all texts are read. */
export function opened() {
  client ??= new Client();
  return client;
}

/** Lets a failed search be tried again. */
export function reopened() {
  client?.worker.terminate();
  client = null;
  return opened();
}
