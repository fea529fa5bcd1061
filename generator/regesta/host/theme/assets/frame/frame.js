// What the frame does beyond Material: the colour scheme and the drawer, for keyboards and screen readers too.

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");
const schemeButton = document.querySelector(".frame-scheme");

function isDark() {
  return root.dataset.scheme ? root.dataset.scheme === "dark" : dark.matches;
}

function showScheme() {
  schemeButton.setAttribute("aria-pressed", String(isDark()));
}

if (schemeButton) {
  schemeButton.hidden = false;
  schemeButton.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    // A choice that is also the system's is no choice: then the page follows the system again.
    if ((wanted === "dark") === dark.matches) delete root.dataset.scheme;
    else root.dataset.scheme = wanted;
    __md_set("scheme", root.dataset.scheme ?? null);
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
