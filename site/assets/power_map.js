// Shows who a card on a power map is, beside the card: under the pointer, at keyboard focus, at the first tap.
// The page is complete without it: every card leads to the person's file.
(() => {
  "use strict";
  if (!("popover" in HTMLElement.prototype)) return;
  const PERSON = ".power-map a, .support-grid [data-file]";
  const GAP = 8;
  const panel = document.createElement("div");
  panel.className = "person-panel";
  panel.popover = "manual";
  let shown = null;
  let waiting = 0;

  const personAt = (target) => target.closest?.(PERSON) ?? null;

  // Where the page holds the person's file, the panel is a copy of it; elsewhere it says what the card says to all.
  function content(card) {
    const anchor = card.dataset.file ?? decodeURIComponent(card.href.baseVal.split("#")[1]);
    const file = document.getElementById(anchor);
    if (file) return [...file.cloneNode(true).childNodes];
    const words = document.createElement("p");
    words.textContent = card.getAttribute("aria-label");
    return [words];
  }

  // Beside the card, on the right or left; in a narrow window above or below, wherever more room is. Never over it.
  function place() {
    if (!shown) return;
    const card = shown.getBoundingClientRect();
    panel.style.maxHeight = "";
    const width = panel.offsetWidth;
    let x = card.right + GAP + width <= innerWidth ? card.right + GAP : card.left - GAP - width;
    let y = Math.max(Math.min(card.top, innerHeight - panel.offsetHeight - GAP), GAP);
    if (x < 0) {
      const above = card.top - 2 * GAP;
      const below = innerHeight - card.bottom - 2 * GAP;
      panel.style.maxHeight = `${Math.max(above, below, 0)}px`;
      x = Math.max(Math.min(card.left, innerWidth - width - GAP), GAP);
      y = below >= above ? card.bottom + GAP : card.top - GAP - panel.offsetHeight;
    }
    panel.style.left = `${x}px`;
    panel.style.top = `${y}px`;
  }

  function show(card) {
    clearTimeout(waiting);
    if (card === shown) return;
    shown = card;
    panel.replaceChildren(...content(card));
    panel.scrollTop = 0;
    panel.showPopover();
    place();
  }

  function hide() {
    clearTimeout(waiting);
    if (!shown) return;
    shown = null;
    panel.hidePopover();
  }

  function soon(act, delay) {
    clearTimeout(waiting);
    waiting = setTimeout(act, delay);
  }

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const card = personAt(event.target);
    if (card) soon(() => show(card), shown ? 60 : 150);
    else if (panel.contains(event.target)) clearTimeout(waiting); // the pointer may go over to the panel and read there
    else if (shown) soon(hide, 250);
    else clearTimeout(waiting);
  });
  document.addEventListener("focusin", (event) => {
    const card = personAt(event.target);
    if (card && card.matches(":focus-visible")) show(card);
    else if (!panel.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  // A finger has no hover: the first tap shows, the second follows the card's link, one elsewhere closes.
  let touched = false;
  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (touched && !personAt(event.target) && !panel.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const card = personAt(event.target);
    if (touched && card && card !== shown) {
      event.preventDefault();
      show(card);
    } else if (card) {
      hide();
    }
  });
  addEventListener("scroll", place, { passive: true, capture: true });
  addEventListener("resize", place);
  document.querySelector("main").append(panel);
})();
