"use strict";
// The page stands without this program: it only gathers what the file holds text by text.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  /** An element with attributes and children; text becomes text nodes, never markup. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  }

  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const counted = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

  /** A table that sorts by its heads and holds in the page only as many rows as are looked at. */
  class LongTable {
    static step = 200;

    constructor(table, rows, said) {
      this.table = table;
      this.rows = rows;
      this.shown = rows;
      this.limit = LongTable.step;
      this.said = said;
      this.body = table.tBodies[0];
      this.more = make("button", { type: "button", class: "more" });
      this.more.addEventListener("click", () => {
        const next = this.shown[this.limit];
        this.limit += LongTable.step * 5;
        this.render();
        next?.querySelector("a")?.focus();
      });
      table.after(this.more);
      this.heads = $$("thead th", table);
      this.buttons = this.heads.map((head, column) => {
        const button = make("button", { type: "button" }, head.textContent);
        button.addEventListener("click", () => this.sort(column, head.getAttribute("aria-sort") === "ascending"));
        head.replaceChildren(button);
        head.setAttribute("aria-sort", "none");
        return button;
      });
      const labels = this.heads.map((head) => head.textContent);
      for (const row of rows) [...row.cells].forEach((cell, column) => (cell.dataset.label = labels[column]));
      rows.forEach((row, index) => (row.order = index));
      this.render();
    }

    sort(column, isDescending) {
      this.heads.forEach((head, index) => {
        head.setAttribute("aria-sort", index !== column ? "none" : isDescending ? "descending" : "ascending");
      });
      const key = new Map(this.rows.map((row) => {
        const cell = row.cells[column];
        return [row, cell.dataset.v ?? cell.textContent.trim()];
      }));
      const sign = isDescending ? -1 : 1;
      this.rows.sort((a, b) => {
        const [x, y] = [key.get(a), key.get(b)];
        // What is not told stands last, whichever way the others run.
        if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1) || a.order - b.order;
        return sign * collator.compare(x, y) || a.order - b.order;
      });
      this.filter(this.matches);
    }

    filter(matches) {
      this.matches = matches;
      this.shown = matches ? this.rows.filter(matches) : this.rows;
      this.limit = LongTable.step;
      this.render();
    }

    render() {
      this.body.replaceChildren(...this.shown.slice(0, this.limit));
      const rest = this.shown.length - this.limit;
      this.more.hidden = rest <= 0;
      this.more.textContent = rest > 0 ? `Show more (${rest.toLocaleString("en")} left)` : "";
      if (this.said) this.said(this.shown.length, this.rows.length);
    }

    /** All rows for paper, and back. */
    printing(isPrinting) {
      this.before ??= this.limit;
      this.limit = isPrinting ? Infinity : this.before;
      if (!isPrinting) this.before = null;
      // Chromium repeats heads on every sheet, but none with buttons.
      this.heads.forEach((head, column) => {
        head.replaceChildren(isPrinting ? this.buttons[column].textContent : this.buttons[column]);
      });
      this.render();
    }
  }

  const root = document.documentElement;
  const articles = $$("#articles > article");
  const rows = $$("#articles tr.record");
  root.classList.add("js");
  $("main").prepend($("#overview"));
  for (const table of $$("#articles > article > .scroll")) table.remove();

  // The window in which a text is read.
  const reader = (() => {
    const place = make("span", { "aria-live": "polite" });
    const holder = make("div", { class: "holder" });
    const button = (text, action) => {
      const element = make("button", { type: "button" }, text);
      element.addEventListener("click", action);
      return element;
    };
    const before = button("← Previous text", () => step(-1));
    const after = button("Next text →", () => step(1));
    const close = button("Close", () => dialog.close());
    const dialog = make(
      "dialog", { id: "reader", "aria-label": "Text and its records" },
      make("div", { class: "bar-top" }, before, after, place, close), holder, $(".legend").cloneNode(true));
    document.body.append(dialog);
    let open = null;
    let opener = null;

    function put(article) {
      if (open === article) return;
      takeBack();
      open = article;
      holder.replaceChildren(article);
      holder.scrollTop = 0;
      const index = articles.indexOf(article);
      before.disabled = index === 0;
      after.disabled = index === articles.length - 1;
      place.textContent = `Text ${index + 1} of ${articles.length}`;
    }

    function takeBack() {
      if (!open) return;
      const next = articles[articles.indexOf(open) + 1];
      const list = $("#articles");
      list.insertBefore(open, next?.parentNode === list ? next : null);
      open = null;
    }

    function step(by) {
      put(articles[articles.indexOf(open) + by]);
      unlight();
    }

    dialog.addEventListener("close", () => {
      // Told late: the window may be open again by now.
      if (dialog.open) return;
      takeBack();
      unlight();
      if (opener?.isConnected) opener.focus();
      opener = null;
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
    return {
      show(article) {
        if (!dialog.open) opener = document.activeElement;
        put(article);
        if (!dialog.open) dialog.showModal();
      },
    };
  })();

  function unlight() {
    for (const element of $$(".lit, .here")) element.classList.remove("lit", "here");
  }

  /** The words of a cell, the cells of words, the sentence of a record. */
  function partners(element) {
    const article = element.closest("article");
    if (element.classList.contains("m")) {
      const ids = (element.dataset.c ?? element.getAttribute("href").slice(1)).split(" ");
      return ids.map((id) => document.getElementById(id)).filter(Boolean);
    }
    if (element.classList.contains("card")) return $$(`a.badge[href="#${element.id}"]`, article);
    if (!element.classList.contains("cell")) return [];
    return $$("a.m", article).filter((words) => (words.dataset.c ?? words.hash.slice(1)).split(" ").includes(element.id));
  }

  /** Opens the text that an element belongs to, lights it with what it is tied to, and goes there. */
  function go(id) {
    const element = document.getElementById(id);
    const article = element?.closest("article");
    if (!article) return false;
    reader.show(article);
    unlight();
    if (element !== article) {
      for (const one of [element, ...partners(element)]) one.classList.add("lit");
      const [partner] = partners(element);
      // Where both stand in one column the words have to give way.
      if (partner) partner.scrollIntoView({ block: "center" });
      element.scrollIntoView({ block: element.classList.contains("card") ? "nearest" : "center" });
      if (element.tabIndex < 0) element.tabIndex = -1;
      element.focus({ preventScroll: true });
    }
    return true;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      if (link.dataset.filter) {
        event.preventDefault();
        choose(link.dataset.filter, link.dataset.value);
      } else if (go(link.hash.slice(1))) {
        event.preventDefault();
      }
      return;
    }
    const row = event.target.closest("#table tr.record");
    if (!row || link || getSelection().toString()) return;
    row.querySelector("a").focus();
    const card = `r${row.dataset.t}-${row.dataset.r}`;
    const kind = event.target.closest("[data-kind]")?.dataset.kind;
    const cell = kind && kind !== "date" && $(`a.cell.${kind}`, document.getElementById(card));
    go(cell ? cell.id : card);
  });

  // The records.
  const controls = (() => {
    const values = (key, split) => {
      const found = new Set(rows.flatMap((row) => (split ? row.dataset[key].split("|") : [row.dataset[key]])));
      found.delete("");
      return [...found].sort(collator.compare);
    };
    const select = (all, options) =>
      make("select", {}, make("option", { value: "" }, all), ...options.map((text) => make("option", { value: text }, text)));
    return {
      text: make("input", { type: "search", autocomplete: "off", spellcheck: "false" }),
      operator: select("all", values("ops", true)),
      status: select("all", values("status")),
      kind: select("all", values("kind")),
      from: make("input", { type: "date" }),
      to: make("input", { type: "date" }),
      doubt: make("input", { type: "checkbox" }),
    };
  })();
  const said = make("p", { class: "said", role: "status" });
  const form = make("form", { role: "search", "aria-label": "Filter the records" });
  for (const [name, text] of [
    ["text", "Search"], ["operator", "Operator"], ["status", "Status"], ["kind", "Kind"], ["from", "From"], ["to", "To"],
  ]) form.append(make("label", {}, text, controls[name]));
  form.append(make("label", { class: "check" }, controls.doubt, "only with findings or low confidence"));
  form.append(make("button", { type: "reset" }, "Clear"));
  $("#filters").append(form, said);
  $("#table").hidden = false;

  const table = new LongTable($("#table table"), rows, (shown, all) => {
    said.textContent = shown === all ? counted(all, "record") : `${shown.toLocaleString("en")} of ${counted(all, "record")}`;
  });

  let haystacks = null;
  function haystack(row) {
    haystacks ??= new Map(rows.map((row) => {
      const card = document.getElementById(`r${row.dataset.t}-${row.dataset.r}`);
      return [row, folded(`${row.textContent} ${row.dataset.kind} ${card?.textContent ?? ""}`)];
    }));
    return haystacks.get(row);
  }

  function filter() {
    const words = folded(controls.text.value).split(/\s+/).filter(Boolean);
    const { operator, status, kind, from, to, doubt } = controls;
    table.filter((row) => {
      const data = row.dataset;
      if (operator.value && !data.ops.split("|").includes(operator.value)) return false;
      if (status.value && data.status !== status.value) return false;
      if (kind.value && data.kind !== kind.value) return false;
      if (doubt.checked && !data.doubt) return false;
      // A record whose period reaches into the days asked for is among them; one without a date never is.
      if (from.value && !(data.to >= from.value)) return false;
      if (to.value && !(data.from <= to.value)) return false;
      return words.every((word) => haystack(row).includes(word));
    });
  }

  let pause = 0;
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(filter, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));

  /** Filters the records by a name of the overview. */
  function choose(what, value) {
    form.reset();
    if (what === "operator") {
      const known = [...controls.operator.options].some((option) => option.value === value);
      if (known) controls.operator.value = value;
      else controls.text.value = value.replaceAll(" + ", " ");
    } else {
      controls.text.value = value;
    }
    setTimeout(filter);
    $("#records").scrollIntoView();
    (what === "operator" && controls.operator.value ? controls.operator : controls.text).focus({ preventScroll: true });
  }

  // Every text read, and what it gave.
  const sheet = (titles, rows, caption) => make(
    "div", { class: "scroll" },
    make("table", { class: "rows" },
      make("caption", { class: "unseen" }, caption),
      make("thead", {}, make("tr", {}, ...titles.map((title) => make("th", { scope: "col" }, title)))),
      make("tbody", {}, ...rows)));
  const bdi = (text) => make("bdi", {}, text ?? "");
  const titleOf = (article) => make("a", { href: `#${article.id}` }, make("bdi", { class: "title" }, article.dataset.title));
  const coverage = $("#coverage");
  const tables = [table];
  const texts = sheet(["Text", "Source", "Published", "Records", "Why none"], [], "Texts read");
  coverage.append(texts);
  tables.push(new LongTable($("table", texts), articles.map((article) => {
    const data = article.dataset;
    return make(
      "tr", {}, make("th", { scope: "row" }, titleOf(article)), make("td", {}, bdi(data.source)),
      make("td", {}, data.published ?? ""), make("td", { class: "number" }, data.records), make("td", {}, data.coverage ?? ""));
  })));
  const absences = $$("#articles .absence");
  if (absences.length) {
    const stated = sheet(["Text", "Stated by", "Period", "Place"], [], "Absences of strikes that texts state");
    coverage.append(make("h3", {}, "Stated absences of strikes"), stated);
    tables.push(new LongTable($("table", stated), absences.map((absence) => {
      const { who, when, where } = absence.dataset;
      return make(
        "tr", {}, make("th", { scope: "row" }, titleOf(absence.closest("article"))), make("td", {}, bdi(who)),
        make("td", {}, bdi(when)), make("td", {}, bdi(where)));
    })));
  }
  coverage.after(make("p", { class: "note" }, "A text opens with its words beside its records."));
  $("#texts > .legend").hidden = true;

  // Maps are drawn nearer by buttons, keys, and the wheel with Ctrl, and moved by keys and the pointer.
  for (const svg of $$("figure.map svg")) {
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const sizes = (selector, names) => $$(selector, svg).map((element) => [
      element, names.map((name) => [name, Number(element.getAttribute(name))]),
    ]);
    // What is drawn in pixels stays as large as it is; circles grow a little.
    const scaled = [
      [sizes("circle", ["r"]), 0.7], [sizes("text", ["font-size"]), 1], [sizes(".halo", ["stroke-width"]), 1],
    ];
    const named = $$(".halo", svg).map((halo) => {
      const text = $("text", halo);
      const [x, y] = [Number(halo.dataset.x), Number(halo.dataset.y)];
      return [text, x, y, text.getAttribute("x") - x, text.getAttribute("y") - y];
    });
    const most = 40;
    let [x, y, scale] = [0, 0, 1];
    const between = (value, low, high) => Math.min(Math.max(value, low), high);
    const buttons = {};

    function show() {
      x = between(x, 0, width - width / scale);
      y = between(y, 0, height - height / scale);
      svg.setAttribute("viewBox", `${x} ${y} ${width / scale} ${height / scale}`);
      for (const [elements, power] of scaled) {
        for (const [element, values] of elements) {
          for (const [name, value] of values) element.setAttribute(name, value / scale ** power);
        }
      }
      for (const [text, left, top, right, down] of named) {
        text.setAttribute("x", left + right / scale ** 0.7);
        text.setAttribute("y", top + down / scale ** 0.7);
      }
      buttons.nearer.disabled = scale >= most;
      buttons.farther.disabled = buttons.all.disabled = scale <= 1;
      svg.classList.toggle("near", scale > 1);
    }

    /** Draws the map nearer around a point of it. */
    function zoom(by, left = x + width / scale / 2, top = y + height / scale / 2) {
      const next = between(scale * by, 1, most);
      x = left - ((left - x) * scale) / next;
      y = top - ((top - y) * scale) / next;
      scale = next;
      show();
    }

    function move(right, down) {
      x += (right * width) / scale;
      y += (down * height) / scale;
      show();
    }

    const actions = { "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), 0: () => zoom(0) };
    Object.assign(actions, {
      ArrowLeft: () => move(-0.1, 0), ArrowRight: () => move(0.1, 0), ArrowUp: () => move(0, -0.1),
      ArrowDown: () => move(0, 0.1),
    });
    svg.addEventListener("keydown", (event) => {
      const action = !event.ctrlKey && !event.metaKey && !event.altKey && actions[event.key];
      // Arrows scroll the page as long as the whole map is seen.
      if (!action || (scale === 1 && event.key.startsWith("Arrow"))) return;
      event.preventDefault();
      action();
    });
    const at = (event) => {
      const box = svg.getBoundingClientRect();
      return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    };
    svg.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const [right, down] = at(event);
      zoom(2 ** (-event.deltaY / 200), x + (right * width) / scale, y + (down * height) / scale);
    }, { passive: false });
    let held = null;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || scale === 1) return;
      held = at(event);
      svg.setPointerCapture(event.pointerId);
    });
    svg.addEventListener("pointermove", (event) => {
      if (!held) return;
      const now = at(event);
      move(held[0] - now[0], held[1] - now[1]);
      held = now;
    });
    for (const name of ["pointerup", "pointercancel"]) svg.addEventListener(name, () => (held = null));

    svg.tabIndex = 0;
    const bar = make("div", { class: "zoom", role: "group", "aria-label": "Zoom" });
    for (const [name, sign, text, key] of [
      ["nearer", "+", "Nearer", "+"], ["farther", "−", "Farther", "-"], ["all", "Whole map", "Whole map", "0"],
    ]) {
      buttons[name] = make("button", { type: "button", "aria-label": text, title: `${text} (${key})` }, sign);
      buttons[name].addEventListener("click", actions[key]);
      bar.append(buttons[name]);
    }
    svg.before(bar);
    show();
  }

  addEventListener("beforeprint", () => tables.forEach((table) => table.printing(true)));
  addEventListener("afterprint", () => tables.forEach((table) => table.printing(false)));
  addEventListener("hashchange", () => go(decodeURIComponent(location.hash.slice(1))));
  if (location.hash) go(decodeURIComponent(location.hash.slice(1)));
  root.dataset.ready = "";
})();
