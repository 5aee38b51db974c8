// Lists: sort a table by its heads, filter it by text and by facets. Without this script a table reads as it is built.
//
// <table id data-list>             with its tools in <div data-list-tools="id">
//   <th data-sort="none">          a column that has no order; data-first="down": starts with the largest
//   <th data-facet="owner">        a column to choose by; a cell's data-f is its value, the first text in it what people read,
//                                  unless data-texts='{"value": "text"}' of the head knows it
//   <table data-facets='[["tags", "Tag", {"value": "text"}]]'> <tr data-tags="a|b">   what a row has beside its cells
//   <td data-v="12">               what a cell is sorted by, where that is not its text
//
// What is chosen stands in the address (#id?owner=lin-yue&sort=-4), so that a link or a bookmark brings it back.
(() => {
  "use strict";
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  function sortKey(cell) {
    const value = cell.dataset.v ?? cell.textContent.trim();
    return cell.dataset.v !== undefined && /^-?[0-9.]+$/.test(value) ? Number(value) : value;
  }

  class List {
    constructor(table) {
      this.table = table;
      this.rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.hasAttribute("data-group"));
      this.heads = [...table.tHead.rows[0].cells];
      this.order = 0; // 1-based column, negative for descending, 0 as built
      this.facets = new Map();
      this.tools = document.querySelector(`[data-list-tools="${table.id}"]`);
      if (table.tBodies.length === 1) this.addSorting();
      if (this.tools && this.rows.length > 5) this.addTools();
      this.restore();
      addEventListener("hashchange", () => this.restore());
    }

    addSorting() {
      this.heads.forEach((head, at) => {
        if (head.dataset.sort === "none") return;
        const button = make("button", { type: "button" }, ...head.childNodes);
        head.append(button);
        button.addEventListener("click", () => {
          const column = at + 1;
          if (Math.abs(this.order) === column) this.order = -this.order;
          else this.order = head.dataset.first === "down" ? -column : column;
          this.sort();
          this.remember();
        });
      });
    }

    // What is empty stays last in both directions; equal rows keep the order they were built in.
    sort() {
      this.heads.forEach((head) => head.removeAttribute("aria-sort"));
      let sorted = this.rows;
      if (this.order) {
        const at = Math.abs(this.order) - 1;
        const direction = Math.sign(this.order);
        this.heads[at].setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        const key = new Map(this.rows.map((row) => [row, sortKey(row.cells[at])]));
        sorted = [...this.rows].sort((a, b) => {
          const x = key.get(a);
          const y = key.get(b);
          if (x === "" || y === "") return (x === "") - (y === "");
          return direction * (typeof x === "number" && typeof y === "number" ? x - y : words.compare(x, y));
        });
      }
      this.table.tBodies[0].append(...sorted);
    }

    addTools() {
      const { filter, all, clear } = this.tools.dataset;
      this.field = make("input", { type: "search", placeholder: filter, ariaLabel: filter });
      this.field.addEventListener("input", () => this.changed());
      this.shown = make("span", { className: "list-shown", role: "status" });
      this.clear = make("button", { type: "button", className: "list-clear", hidden: true }, clear);
      this.clear.addEventListener("click", () => {
        this.set(new URLSearchParams());
        this.changed();
        this.field.focus();
      });
      const selects = this.findFacets().map(([name, label, valuesOf]) => this.facet(name, label, valuesOf, all));
      this.tools.append(this.field, ...selects.filter(Boolean), this.clear, this.shown);
    }

    // Every facet with its name and a function from a row to the values it has there, each with what people read for it.
    findFacets() {
      const columns = this.heads.flatMap((head, at) => {
        if (head.dataset.facet === undefined) return [];
        const texts = JSON.parse(head.dataset.texts || "{}");
        const valuesOf = (row) => {
          const cell = row.cells[at];
          const text = cell.firstChild?.textContent.trim() ?? "";
          const value = cell.dataset.f ?? text;
          return value ? [[value, texts[value] ?? text]] : [];
        };
        return [[head.dataset.facet, head.textContent.trim(), valuesOf]];
      });
      const others = JSON.parse(this.table.dataset.facets || "[]").map(([name, label, texts]) => {
        const valuesOf = (row) => (row.dataset[name] || "").split("|").filter(Boolean).map((value) => [value, texts[value] ?? value]);
        return [name, label, valuesOf];
      });
      return [...columns, ...others];
    }

    facet(name, label, valuesOf, all) {
      const counts = new Map();
      const texts = new Map();
      const values = new Map();
      for (const row of this.rows) {
        const found = valuesOf(row);
        values.set(row, new Set(found.map(([value]) => value)));
        for (const [value, text] of found) {
          counts.set(value, (counts.get(value) || 0) + 1);
          texts.set(value, text);
        }
      }
      if (counts.size < 2 && (counts.size === 0 || counts.values().next().value === this.rows.length)) return null;
      const sorted = [...counts.keys()].sort((a, b) => words.compare(texts.get(a), texts.get(b)));
      const select = make(
        "select",
        { name, id: `${this.table.id}-${name}` },
        make("option", { value: "" }, all),
        ...sorted.map((value) => make("option", { value }, `${texts.get(value)} (${counts.get(value)})`)),
      );
      select.addEventListener("change", () => this.changed());
      this.facets.set(name, { select, values });
      return make("div", { className: "list-facet" }, make("label", { htmlFor: select.id }, label), select);
    }

    changed() {
      this.filter();
      this.remember();
    }

    filter() {
      if (!this.field) return;
      const wanted = fold(this.field.value).split(/\s+/).filter(Boolean);
      const chosen = [...this.facets.values()].filter(({ select }) => select.value);
      if (wanted.length) this.texts ??= new Map(this.rows.map((row) => [row, fold(row.textContent)]));
      let count = 0;
      for (const row of this.rows) {
        const found =
          chosen.every(({ select, values }) => values.get(row).has(select.value)) &&
          wanted.every((word) => this.texts.get(row).includes(word));
        row.hidden = !found;
        count += found;
      }
      for (const body of this.table.tBodies) {
        for (const head of body.querySelectorAll("tr[data-group]")) {
          head.hidden = ![...body.rows].some((row) => row !== head && !row.hidden);
        }
      }
      const filtered = wanted.length > 0 || chosen.length > 0;
      for (const { select } of this.facets.values()) select.classList.toggle("chosen", Boolean(select.value));
      this.clear.hidden = !filtered;
      this.shown.textContent = filtered
        ? this.tools.dataset.shown.replace("{n}", count).replace("{all}", this.rows.length)
        : "";
    }

    state() {
      const state = new URLSearchParams();
      if (this.field?.value) state.set("q", this.field.value);
      for (const [name, { select }] of this.facets) if (select.value) state.set(name, select.value);
      if (this.order) state.set("sort", this.order);
      return state;
    }

    set(state) {
      if (this.field) this.field.value = state.get("q") || "";
      for (const [name, { select }] of this.facets) {
        select.value = state.get(name) || "";
        if (select.selectedIndex < 0) select.value = "";
      }
      const order = Number(state.get("sort")) || 0;
      const head = this.heads[Math.abs(order) - 1];
      const known = head && head.dataset.sort !== "none" && this.table.tBodies.length === 1;
      const before = this.order;
      this.order = known ? order : 0;
      if (this.order !== before) this.sort();
    }

    // Without a server an address may be fixed for its whole life: then the choice lasts as long as the page.
    remember() {
      const state = this.state().toString();
      const hash = state ? `#${this.table.id}?${state}` : `#${this.table.id}`;
      try { history.replaceState(null, "", hash); } catch { /* lasts as long as the page */ }
    }

    restore() {
      const [id, state] = location.hash.slice(1).split("?");
      if (id !== this.table.id || state === undefined) return;
      this.set(new URLSearchParams(state));
      this.filter();
      this.table.closest("section")?.scrollIntoView();
    }
  }

  for (const table of document.querySelectorAll("table[data-list]")) new List(table);
})();
