// The only script of the search that a page loads by itself. It fetches the rest when somebody goes to the box or opens the results page.

const boxes = new WeakMap();
const areas = new WeakSet();

let style = null;

/** The look of lists and filters, fetched with them. */
function styled() {
  style ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL("./search/search.css", import.meta.url).href;
    link.onload = link.onerror = resolve;
    document.head.append(link);
  });
  return style;
}

function enhance() {
  for (const root of document.querySelectorAll("[data-regesta-search]")) {
    if (boxes.has(root)) continue;
    const input = root.querySelector("input[name=q]");
    if (!input) continue;
    boxes.set(root, null);
    const enter = (event) => start(root, input, event.relatedTarget ?? null);
    input.addEventListener("focus", enter);
    if (document.activeElement === input) start(root, input, null);
  }
  for (const area of document.querySelectorAll("[data-regesta-results]")) {
    if (areas.has(area)) continue;
    areas.add(area);
    Promise.all([import("./search/results.js"), styled()]).then(([{ Results }]) => new Results(area));
  }
}

async function start(root, input, cameFrom) {
  let box = boxes.get(root);
  if (!box) {
    const [{ Box }] = await Promise.all([import("./search/box.js"), styled()]);
    box = boxes.get(root);
    if (!box) {
      box = new Box(root, input);
      boxes.set(root, box);
    }
  }
  box.entered(cameFrom);
}

const isField = (element) => element instanceof HTMLElement && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

document.addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isField(event.target);
  const controlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
  if (!slash && !controlK) return;
  const root = [...document.querySelectorAll("[data-regesta-search]")].find((element) => element.querySelector("input[name=q]"));
  const input = root?.querySelector("input[name=q]");
  if (!input || document.activeElement === input) return;
  event.preventDefault();
  const cameFrom = document.activeElement;
  input.focus();
  input.select();
  start(root, input, cameFrom);
});

enhance();
