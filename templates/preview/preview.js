// Reloads the page when the site has changed, and keeps the place that is being read. Only the preview's server sends this.
(() => {
  "use strict";
  const { version, events } = document.currentScript.dataset;
  const memory = "kamgen-preview";
  const folds = () => {
    const seen = new Map();
    return [...document.querySelectorAll("details")].map((fold) => {
      const words = fold.querySelector("summary")?.textContent.trim() ?? "";
      const number = (seen.get(words) ?? 0) + 1;
      seen.set(words, number);
      return [fold, `${number} ${words}`];
    });
  };

  function remember() {
    const open = Object.fromEntries(folds().map(([fold, name]) => [name, fold.open]));
    try { sessionStorage.setItem(memory, JSON.stringify({ page: location.pathname, top: scrollY, open })); } catch { /* it begins at the top */ }
  }

  function recall() {
    let kept = null;
    try { kept = JSON.parse(sessionStorage.getItem(memory)); sessionStorage.removeItem(memory); } catch { /* the same */ }
    if (kept?.page !== location.pathname) return;
    for (const [fold, name] of folds()) if (name in kept.open) fold.open = kept.open[name];
    addEventListener("load", () => scrollTo({ top: kept.top, behavior: "instant" }));
  }

  // A browser has six connections to a server: only a page that is being looked at holds one.
  let source = null;
  function listen() {
    if (source || document.hidden) return;
    source = new EventSource(events);
    source.addEventListener("message", (event) => {
      if (event.data === version) return;
      rest();
      remember();
      location.reload();
    });
  }
  function rest() {
    source?.close();
    source = null;
  }

  recall();
  listen();
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
})();
