// Search over all accounts, in both languages. The index is a script of its own, loaded when the search is first opened.
(() => {
  "use strict";

  /* ── Finding ─────────────────────────────────────────────────────────────────────────────────────────────── */

  const MOST = 30;
  const MOST_IN_A_GROUP = 8;

  // How well a word fits, best first; the places of an entry's words are added up.
  const WHOLE = 0;
  const START = 1;
  const WORD = 2;
  const INSIDE = 3;
  const NOTE = 4;
  const ACCOUNT = 5;
  const NOWHERE = 6;

  const GROUPS = [
    ["account"], ["person"], ["team"], ["opportunity"], ["objective", "goal", "strategy", "measure"], ["action"],
    ["need"], ["outcome"], ["request"], ["initiative", "commitment"], ["risk"], ["here"], ["page"],
  ];
  const GROUP_OF = new Map(GROUPS.flatMap((kinds, group) => kinds.map((kind) => [kind, group])));
  const NAMED_KINDS = ["objective", "goal", "strategy", "measure", "initiative", "commitment"];

  // Letters that are not a plain letter with a mark, as people type them.
  const PLAIN = { ß: "ss", ø: "o", đ: "d", ł: "l", æ: "ae", œ: "oe", ı: "i", ς: "σ" };

  // Upper and lower case, full and half width, with and without accents are the same.
  function folded(text) {
    if (!/[^\x00-\x7f]/.test(text)) return text.toLowerCase();
    const bare = text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
    return bare.replace(/[ßøđłæœıς]/g, (letter) => PLAIN[letter]);
  }

  // Chinese has no spaces: each of its characters may begin a word.
  const isChinese = (code) => code >= 0x3400;
  const isLetter = (code) =>
    code < 128 ? (code >= 97 && code <= 122) || (code >= 48 && code <= 57) : code >= 0xc0 && (code < 0x2000 || code > 0x206f);
  const beginsWord = (text, at) => {
    const before = text.charCodeAt(at - 1);
    return at === 0 || isChinese(before) || isChinese(text.charCodeAt(at)) || !isLetter(before);
  };

  function placeIn(text, word) {
    let at = text.indexOf(word);
    if (at < 0) return NOWHERE;
    if (at === 0) return text.length === word.length || text[word.length] === "\n" ? WHOLE : START;
    const line = text.indexOf("\n" + word);
    if (line >= 0) return text.length === line + 1 + word.length ? WHOLE : START;
    for (; at >= 0; at = text.indexOf(word, at + 1)) if (beginsWord(text, at)) return WORD;
    return INSIDE;
  }

  // Where a word that is typed in pinyin ends if it begins at a character: each is typed whole or by its initial,
  // the last may be unfinished. 0 where the word is not these characters.
  function spelled(sounds, at, word) {
    const sound = sounds[at];
    if (!sound) return 0;
    for (const whole of sound.whole) if (whole.startsWith(word)) return at + 1;
    for (const way of sound.ways) {
      const end = word.startsWith(way) && spelled(sounds, at + 1, word.slice(way.length));
      if (end) return end;
    }
    return 0;
  }

  function placeByPinyin(sounds, word) {
    for (let at = 0; at < sounds.length; at++) {
      if (sounds[at]?.initials.includes(word[0]) && spelled(sounds, at, word)) return at === 0 ? START : WORD;
    }
    return NOWHERE;
  }

  // How each Chinese character can be typed: its readings, and zh or z for zhang.
  function soundsIn(readings) {
    const sound = (read) => {
      const [character] = read;
      const whole = read.slice(character.length).split(" ");
      const ways = new Set(whole.flatMap((one) => [one, one.slice(0, one[1] === "h" ? 2 : 1), one[0]]));
      return [character, { whole, ways: [...ways], initials: whole.map((one) => one[0]).join("") }];
    };
    return new Map(readings.split(",").filter(Boolean).map(sound));
  }

  class Entry {
    constructor(kind, text, note, href, account) {
      this.kind = kind;
      this.texts = [text].flat();
      this.note = note;
      this.href = href;
      this.account = account;
      this.own = folded(this.texts.join("\n"));
      this.also = "";
      this.sounds = null;
    }

    // Names are found by pinyin and by what is said of them: a person by the title, an account by its industry.
    named(sounds) {
      this.also = folded([this.note].flat().join("\n"));
      const characters = [...this.texts.at(-1)].map((character) => sounds.get(character));
      if (characters.some(Boolean)) this.sounds = characters;
      return this;
    }

    place(word) {
      let place = placeIn(this.own, word);
      if (place > WORD && this.sounds) place = Math.min(place, placeByPinyin(this.sounds, word));
      if (place < NOWHERE) return place;
      if (this.also.includes(word)) return NOTE;
      return this.account?.own.includes(word) ? ACCOUNT : NOWHERE;
    }

    // The account's name may complete a query, but not answer it alone: else it would find all that the account holds.
    rank(words) {
      let sum = 0;
      let best = NOWHERE;
      for (const word of words) {
        const place = this.place(word);
        if (place === NOWHERE) return NOWHERE;
        best = Math.min(best, place);
        sum += place;
      }
      return best < ACCOUNT ? sum / words.length : NOWHERE;
    }
  }

  function entriesOf(index, home) {
    const sounds = soundsIn(index.readings);
    const entries = [];
    for (const [id, name, note, held] of index.accounts) {
      const href = `${home}accounts/${encodeURIComponent(id)}.html`;
      const account = new Entry("account", name, note, href, null).named(sounds);
      entries.push(account);
      for (const [kind, items] of Object.entries(held)) {
        for (const [itemId, text, itemNote = ""] of items) {
          const anchor = kind === "objective" ? "goals" : `${kind}-${itemId}`;
          const entry = new Entry(kind, text, itemNote, `${href}#${anchor}`, account);
          entries.push(kind === "person" ? entry.named(sounds) : entry);
        }
      }
    }
    for (const [id, name, note = ""] of index.team) {
      entries.push(new Entry("team", name, note, `${home}team/${encodeURIComponent(id)}.html`, null).named(sounds));
    }
    return entries;
  }

  const wordsOf = (query) => [...new Set(folded(query).split(/\s+/).filter(Boolean))];

  // Everything that fits, by group: how many, and the best of them. Without words, everything fits equally well.
  function found(entries, words) {
    const groups = GROUPS.map(() => ({ count: 0, ranked: new Map() }));
    for (const entry of entries) {
      const rank = words.length ? entry.rank(words) : WHOLE;
      if (rank === NOWHERE) continue;
      const group = groups[GROUP_OF.get(entry.kind)];
      group.count += 1;
      const equals = group.ranked.get(rank) ?? [];
      if (equals.length < MOST_IN_A_GROUP || !words.length) equals.push(entry);
      group.ranked.set(rank, equals);
    }
    let most = words.length ? MOST_IN_A_GROUP : Infinity;
    const shown = () => groups.reduce((sum, group) => sum + Math.min(group.count, most), 0);
    while (words.length && most > 1 && shown() > MOST) most -= 1;
    return groups.map(({ count, ranked }) => {
      const best = [...ranked].sort(([a], [b]) => a - b).flatMap(([, equals]) => equals);
      return { count, best: best.slice(0, most) };
    });
  }

  /* ── Showing ─────────────────────────────────────────────────────────────────────────────────────────────── */

  // Where words stand in a text as it is written; at the beginning of its words alone, if they stand there at all.
  function marksIn(text, words, sounds) {
    let plain = "";
    const origin = [];
    let at = 0;
    for (const character of text) {
      const letters = folded(character);
      for (let letter = 0; letter < letters.length; letter++) origin.push(at);
      plain += letters;
      at += character.length;
    }
    origin.push(text.length);
    const marks = words.flatMap((word) => {
      const places = [];
      for (let from = plain.indexOf(word); from >= 0; from = plain.indexOf(word, from + word.length)) places.push(from);
      const first = places.filter((from) => beginsWord(plain, from));
      const ends = (from) => {
        let to = from + word.length;
        while (to < plain.length && origin[to] === origin[to - 1]) to += 1;
        return origin[to];
      };
      const fit = first.length ? first : word.length > 1 ? places : []; // a letter inside a word is no answer to see
      const literal = fit.map((from) => [origin[from], ends(from)]);
      return literal.length || !sounds ? literal : marksByPinyin(text, word, sounds);
    });
    return marks.sort(([a], [b]) => a - b);
  }

  function marksByPinyin(text, word, sounds) {
    const characters = [...text];
    const before = (count) => characters.slice(0, count).join("").length;
    for (let at = 0; at < characters.length; at++) {
      const end = spelled(sounds, at, word);
      if (end) return [[before(at), before(end)]];
    }
    return [];
  }

  // Texts of plans become text nodes, never markup.
  function span(className, text, marks = []) {
    const element = document.createElement("span");
    element.className = className;
    let done = 0;
    for (const [from, to] of marks) {
      if (from < done) continue;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(from, to);
      element.append(text.slice(done, from), mark);
      done = to;
    }
    element.append(text.slice(done));
    return element;
  }

  function setUp(dialog, opener) {
    const field = dialog.querySelector("[role=combobox]");
    const list = dialog.querySelector("[role=listbox]");
    const status = dialog.querySelector("[role=status]");
    const hint = dialog.querySelector(".search-hint");
    const { index, home, loading, failed, one, many, none, more } = dialog.dataset;
    const groupNames = dialog.dataset.groups.split("|");
    const kindNames = dialog.dataset.kinds.split("|");
    const language = document.documentElement.lang.startsWith("zh") ? 1 : 0;
    const said = (text) => (Array.isArray(text) ? text[language] : text);
    const counted = (count) => (count === 1 ? one : many.replace("{count}", count.toLocaleString("en")));

    let entries = null; // null: not asked for yet or not to be had; []: on the way
    let options = [];
    let active = -1;

    // The parts of this page and the pages of the site are at hand in the page itself.
    const near = [
      ...[...document.querySelectorAll("[data-contents] a[href]")].map((link) => ["here", link]),
      ...[...document.querySelectorAll(".masthead-links a[href]")].map((link) => ["page", link]),
    ].map(([kind, link]) => new Entry(kind, link.textContent.trim(), "", link.getAttribute("href"), null));

    function option(entry, words) {
      const text = entry.texts[language] ?? entry.texts[0];
      const other = entry.texts.length > 1 ? entry.texts[1 - language] : "";
      const sounds = (shown) => (shown === entry.texts.at(-1) ? entry.sounds : null);
      const marks = marksIn(text, words, sounds(text));
      const otherMarks = other ? marksIn(other, words, sounds(other)) : [];
      const link = document.createElement("a");
      link.className = "search-result";
      link.href = entry.href;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      link.append(span("search-text", text, marks));
      const kind = kindNames[NAMED_KINDS.indexOf(entry.kind)];
      const notes = [kind, said(entry.note)].filter(Boolean).map((note) => [note, entry.also ? marksIn(note, words) : []]);
      if (!marks.length && otherMarks.length) notes.unshift([other, otherMarks]);
      if (entry.account) {
        const name = said(entry.account.texts.length > 1 ? entry.account.texts : entry.account.texts[0]);
        notes.push([name, marksIn(name, words)]);
      }
      if (notes.length) {
        const line = document.createElement("span");
        line.className = "search-notes";
        line.append(...notes.map(([note, noteMarks]) => span("search-note", note, noteMarks)));
        link.append(line);
      }
      return link;
    }

    function group({ count, best }, number, words) {
      const element = document.createElement("div");
      element.className = "search-group";
      element.setAttribute("role", "group");
      const head = document.createElement("div");
      head.className = "search-group-head";
      head.id = `search-group-${number}`;
      head.setAttribute("role", "presentation");
      head.append(span("search-group-name", groupNames[number]));
      if (words.length) head.append(span("search-group-count", count.toLocaleString("en")));
      element.setAttribute("aria-labelledby", head.id);
      element.append(head, ...best.map((entry) => option(entry, words)));
      if (count > best.length) {
        const rest = document.createElement("div");
        rest.className = "search-more";
        rest.setAttribute("role", "presentation");
        rest.textContent = more.replace("{count}", (count - best.length).toLocaleString("en"));
        element.append(rest);
      }
      return element;
    }

    function choose(number, scroll = true) {
      options[active]?.setAttribute("aria-selected", "false");
      active = number;
      const chosen = options[active];
      if (!chosen) {
        field.removeAttribute("aria-activedescendant");
        return;
      }
      chosen.setAttribute("aria-selected", "true");
      field.setAttribute("aria-activedescendant", chosen.id);
      if (active === 0) list.scrollTop = 0;
      else if (scroll) chosen.scrollIntoView({ block: "nearest" });
    }

    function show() {
      const words = wordsOf(field.value);
      const groups = found(words.length ? [...(entries ?? []), ...near] : near, words);
      const total = groups.reduce((sum, { count }) => sum + count, 0);
      list.replaceChildren(...groups.flatMap((each, number) => (each.count ? [group(each, number, words)] : [])));
      options = [...list.querySelectorAll("[role=option]")];
      options.forEach((each, number) => { each.id = `search-option-${number}`; });
      list.hidden = !total;
      hint.hidden = words.length > 0;
      field.setAttribute("aria-expanded", String(total > 0));
      if (entries?.length) status.textContent = words.length ? (total ? counted(total) : none) : "";
      active = -1;
      choose(words.length && total ? 0 : -1);
    }

    function load() {
      if (entries) return;
      entries = [];
      status.textContent = loading;
      const script = document.createElement("script");
      const finish = () => {
        script.remove();
        try {
          entries = entriesOf(globalThis.kamgenSearchIndex, home);
          status.textContent = "";
          show();
          setTimeout(() => found(entries, ["a", "人"])); // the first search takes 30 ms, later ones 5: not the reader's
        } catch {
          entries = null; // the next opening tries again
          status.textContent = failed;
        }
      };
      script.src = index;
      script.addEventListener("load", finish);
      script.addEventListener("error", finish);
      document.head.append(script);
    }

    function open() {
      if (dialog.open) {
        field.select();
        return;
      }
      dialog.showModal();
      field.select();
      show();
      load();
    }

    function follow(link, apart) {
      if (apart) {
        window.open(link.href, "_blank", "noopener");
      } else {
        link.click();
      }
    }

    const moves = {
      ArrowDown: () => (active + 1) % options.length,
      ArrowUp: () => (active <= 0 ? options.length : active) - 1,
      Home: () => 0,
      End: () => options.length - 1,
    };

    opener.hidden = false;
    opener.addEventListener("click", open);
    field.addEventListener("input", show);
    field.addEventListener("keydown", (event) => {
      if (event.isComposing || event.altKey || event.shiftKey || !options.length) return;
      if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        follow(options[active], event.ctrlKey || event.metaKey);
      } else if (event.key in moves && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        choose(moves[event.key]());
      }
    });
    // Only when the pointer really moves: a list that changes under it must not choose.
    list.addEventListener("pointermove", (event) => {
      const over = options.indexOf(event.target.closest("[role=option]"));
      if (over >= 0 && over !== active) choose(over, false);
    });
    list.addEventListener("click", (event) => {
      if (event.target.closest("[role=option]") && !event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
    });
    dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("mousedown", (event) => { if (event.target === dialog) dialog.close(); });
    addEventListener("keydown", (event) => {
      if (event.isComposing || event.altKey) return;
      const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
      const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey;
      const command = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!slash && !command) return;
      event.preventDefault();
      open();
    });
  }

  const dialog = document.getElementById("search");
  const opener = document.querySelector("[data-search-open]");
  if (dialog && opener) setUp(dialog, opener);
})();
