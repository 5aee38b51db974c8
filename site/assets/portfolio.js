// Sort the account table by any column, and filter it by text. Without this script the table reads as it is built.
(() => {
  "use strict";
  const table = document.getElementById("account-table");
  if (!table) return;
  const body = table.tBodies[0];
  const built = [...body.rows];
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });

  const keys = (column) =>
    new Map(
      built.map((row) => {
        const cell = row.cells[column];
        const value = cell.dataset.v;
        return [row, value === undefined ? cell.textContent.trim() : /^-?[0-9.]+$/.test(value) ? Number(value) : value];
      }),
    );

  // What is empty stays last in both directions; equal rows keep the order they were built in.
  const sort = (column, direction) => {
    const key = keys(column);
    const sorted = [...built].sort((a, b) => {
      const x = key.get(a);
      const y = key.get(b);
      if (x === "" || y === "") return (x === "") - (y === "");
      return direction * (typeof x === "number" && typeof y === "number" ? x - y : words.compare(x, y));
    });
    body.append(...sorted);
  };

  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (head.dataset.sort === "none") return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const down = before ? before === "ascending" : head.dataset.first === "down";
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sort(column, down ? -1 : 1);
    });
  });

  const tools = document.querySelector(".table-tools");
  if (!tools || built.length < 6) return;
  const input = document.createElement("input");
  input.type = "search";
  input.placeholder = tools.dataset.filterLabel;
  input.setAttribute("aria-label", tools.dataset.filterLabel);
  const shown = document.createElement("span");
  shown.setAttribute("role", "status");
  tools.append(shown, input);
  let texts = null;
  input.addEventListener("input", () => {
    texts ??= built.map((row) => [row, row.textContent.toLowerCase()]);
    const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const [row, text] of texts) {
      const found = wanted.every((word) => text.includes(word));
      row.hidden = !found;
      count += found;
    }
    shown.textContent = wanted.length
      ? tools.dataset.filterShown.replace("{n}", count).replace("{all}", built.length)
      : "";
  });
})();
