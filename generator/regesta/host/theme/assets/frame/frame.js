// All that the frame does by script: the colours, the drawer, and where in the page the reader is. Each works without, less well.

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const schemeKey = new URL(document.querySelector("script[data-base]").dataset.base, location).pathname + "regesta.scheme";
const schemeButton = document.querySelector(".frame-scheme");

function isDark() {
  return root.dataset.scheme ? root.dataset.scheme === "dark" : dark.matches;
}

function showScheme() {
  schemeButton.setAttribute("aria-pressed", String(isDark()));
}

function rememberScheme() {
  try {
    if (root.dataset.scheme) localStorage.setItem(schemeKey, root.dataset.scheme);
    else localStorage.removeItem(schemeKey);
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
}

if (schemeButton) {
  schemeButton.hidden = false;
  schemeButton.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    // A choice that is also the system's is no choice: then the page follows the system again.
    if ((wanted === "dark") === dark.matches) delete root.dataset.scheme;
    else root.dataset.scheme = wanted;
    rememberScheme();
    showScheme();
  });
  dark.addEventListener("change", showScheme);
  showScheme();
}

const menuButton = document.querySelector(".frame-menu--script");
const drawer = document.getElementById("__drawer");
const navigation = document.getElementById("navigation");

if (menuButton && drawer && navigation) {
  drawer.addEventListener("change", () => {
    menuButton.setAttribute("aria-expanded", String(drawer.checked));
    if (drawer.checked) navigation.querySelector("a")?.focus();
  });
  menuButton.addEventListener("click", () => drawer.click());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) {
      drawer.click();
      menuButton.focus();
    }
  });
  navigation.addEventListener("focusout", (event) => {
    if (drawer.checked && event.relatedTarget && !navigation.contains(event.relatedTarget)) drawer.click();
  });
}

const lines = new Map();
for (const link of document.querySelectorAll("[data-contents] a")) {
  const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (place) lines.set(place, link);
}

function showPlace() {
  let current = null;
  for (const [place, link] of lines) {
    if (place.getBoundingClientRect().top > innerHeight / 4) break;
    current = link;
  }
  for (const link of lines.values()) {
    if (link === current) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}

if (lines.size) {
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      showPlace();
    });
  }, { passive: true });
  showPlace();
}
