// Small comforts; every page is complete without them.
(() => {
  "use strict";
  const root = document.documentElement;

  // A private window, or a page opened as a file, may have no storage: then the choice lasts as long as the page.
  const stored = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { value ? localStorage.setItem(key, value) : localStorage.removeItem(key); } catch { /* lasts as long as the page */ } },
  };

  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (prefersDark.matches ? "dark" : "light")) === "dark";
  const chosen = stored.get("kamgen-theme");
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;

  function themeSwitch() {
    for (const button of document.querySelectorAll("[data-theme-switch]")) {
      const show = () => button.setAttribute("aria-pressed", String(isDark()));
      button.hidden = false;
      show();
      prefersDark.addEventListener("change", show);
      button.addEventListener("click", () => {
        const next = isDark() ? "light" : "dark";
        // Back to the system's own theme is no choice any more: follow the system again.
        if (next === (prefersDark.matches ? "dark" : "light")) {
          delete root.dataset.theme;
          stored.set("kamgen-theme", "");
        } else {
          root.dataset.theme = next;
          stored.set("kamgen-theme", next);
        }
        show();
      });
    }
  }

  // The contents beside a long page mark the part that is being read.
  function contentsMark() {
    const links = new Map([...document.querySelectorAll("[data-contents] a")].map((link) => [link.hash.slice(1), link]));
    const parts = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
    if (!parts.length) return;
    let current;
    const mark = () => {
      const line = innerHeight / 3;
      let reading = parts[0];
      for (const part of parts) if (part.getBoundingClientRect().top <= line) reading = part;
      if (innerHeight + scrollY >= document.body.scrollHeight - 2) reading = parts[parts.length - 1];
      if (reading === current) return;
      if (current) links.get(current.id).removeAttribute("aria-current");
      current = reading;
      const link = links.get(current.id);
      link.setAttribute("aria-current", "true");
      const list = link.closest("[data-contents]");
      if (list.scrollWidth > list.clientWidth) list.scrollTo({ left: link.offsetLeft - 16 });
    };
    let waiting = false;
    addEventListener("scroll", () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; mark(); });
    }, { passive: true });
    mark();
  }

  // "/" opens the search (search.js); where a site has none, it goes to the page's own field. Escape leaves that.
  function keyboard() {
    addEventListener("keydown", (event) => {
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      const field = document.querySelector("input[type=search]");
      if (event.key === "/" && !event.defaultPrevented && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && field) {
        event.preventDefault();
        field.focus();
        field.select();
      } else if (event.key === "Escape" && typing === field && field) {
        field.blur();
      }
    });
  }

  // A drawing that is wider than its place shows its middle first: the top of a tidy tree is there.
  function wideDrawings() {
    for (const figure of document.querySelectorAll(".power-map-figure")) {
      figure.scrollLeft = (figure.scrollWidth - figure.clientWidth) / 2;
    }
  }

  // What is folded away is opened by a link to something inside; what belongs on paper, for printing.
  function folded() {
    const reveal = () => {
      const target = document.querySelector(":target");
      for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      if (target && target.closest("details")) target.scrollIntoView();
    };
    let closed = [];
    addEventListener("hashchange", reveal);
    addEventListener("beforeprint", () => {
      closed = [...document.querySelectorAll("details[data-print]:not([open])")];
      for (const fold of closed) fold.open = true;
    });
    addEventListener("afterprint", () => { for (const fold of closed) fold.open = false; });
    reveal();
  }

  // The other language opens at the same place, with the same choice in its lists.
  function languageSwitch() {
    for (const link of document.querySelectorAll("[data-language-switch]")) {
      link.addEventListener("click", () => { link.hash = location.hash; });
    }
  }

  // The page that is being read is in sight, however narrow the row of links is.
  function navigation() {
    const links = document.querySelector(".masthead-links");
    const current = links?.querySelector("[aria-current]");
    if (current && links.scrollWidth > links.clientWidth) links.scrollLeft = current.offsetLeft - links.offsetLeft - 16;
  }

  document.addEventListener("DOMContentLoaded", () => { languageSwitch(); navigation(); themeSwitch(); contentsMark(); keyboard(); folded(); wideDrawings(); });
})();
