// The search that a reader sees: a dialog with a field, results while typing, and help where nothing is found.
// Everything that is said comes from the index file or from attributes of the element that opens the search.

import { highlight } from "./highlight.js";
import { connect } from "./port.js";

const MOST_SIGNS = 400;
const NO_MARKS = 8;

/** An element with attributes and children; text is only ever text. */
function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** The worker's text with its marks: only <mark> is ever made an element. */
function marked(html) {
  const plain = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]);
  return html.split(/<mark>(.*?)<\/mark>/).map((part, place) => (place % 2 ? make("mark", {}, plain(part)) : plain(part)));
}

/** The part of an address that asks; unlike encodeURIComponent it takes whatever a reader typed, half a sign too. */
const asked = (name, text) => `?${new URLSearchParams({ [name]: text })}`;

const filled = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

function load(address) {
  return new Promise((resolve, reject) => {
    const script = make("script", { src: address });
    script.onload = resolve;
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

class Search {
  constructor(opener) {
    this.opener = opener;
    const own = (name) => opener.getAttribute(`data-kb-search-${name}`) || "";
    const address = (name) => own(name) && new URL(own(name), document.baseURI).href;
    this.base = address("base");
    this.said = opener.getAttribute("aria-label");
    this.labels = null;
    this.helplines = [];
    this.completion = "";
    this.query = null;
    this.links = [];
    this.build(own);
    this.ask = connect({ worker: address("worker"), analyser: address("analyser"), index: address("index") }, load, {
      ready: (told) => this.ready(told),
      result: (found) => this.show(found),
      failed: () => this.failed(),
    });
  }

  build(own) {
    this.ghost = make("span", { class: "kb-search__ghost", "aria-hidden": "true" });
    this.input = make("input", {
      class: "md-search__input",
      type: "text",
      name: "query",
      maxlength: MOST_SIGNS * 30,
      "aria-label": this.said,
      placeholder: this.said,
      autocomplete: "off",
      autocapitalize: "off",
      autocorrect: "off",
      spellcheck: "false",
      enterkeyhint: "search",
      "aria-controls": "kb-search-results",
    });
    this.share = make("a", { class: "kb-search__share", href: "?q=", hidden: "" });
    this.close = make("button", { class: "kb-search__close", type: "button", "aria-label": own("close"), title: own("close") }, "×");
    const leave = document.querySelector(".kb-leave a");
    const form = make(
      "form",
      { class: "kb-search__form", role: "search", "aria-label": this.said },
      make("div", { class: "kb-search__field" }, this.ghost, this.input),
      this.close
    );
    // The way out of a page about danger stays in reach.
    const out = leave ? [make("p", { class: "kb-search__leave" }, make("a", { href: leave.href, rel: "noreferrer" }, leave.textContent))] : [];
    for (const way of out)
      way.firstChild.addEventListener("click", (event) => {
        event.preventDefault();
        leave.click();
      });
    this.meta = make("p", { class: "md-search-result__meta", role: "status" });
    this.help = make("div", { class: "kb-search__help" });
    this.list = make("ol", { class: "md-search-result__list", id: "kb-search-results" });
    this.other = make("div", { class: "kb-search__other" });
    this.fallback = make("a", { href: this.opener.href }, own("else"));
    const output = make("div", { class: "md-search-result kb-search__output" }, this.meta, this.help, this.list, this.other, make("p", {}, this.share));
    this.dialog = make("dialog", { class: "kb-search", "aria-label": this.said }, form, ...out, output);
    document.body.append(this.dialog);

    for (const event of ["input", "change", "compositionend", "paste", "keyup"])
      this.input.addEventListener(event, () => setTimeout(() => this.typed()));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.typed();
      this.entered = true;
      if (this.settled) this.go();
    });
    this.close.addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.closed());
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    // A touch beside the dialog closes it.
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
    this.share.addEventListener("click", (event) => this.sharing(event));
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
    document.documentElement.classList.add("kb-searching");
    this.input.focus();
    this.input.select();
  }

  closed() {
    document.documentElement.classList.remove("kb-searching");
    this.opener.focus();
  }

  set(query) {
    this.input.value = query.slice(0, MOST_SIGNS * 30);
    this.typed();
  }

  ready({ labels, helplines, language }) {
    this.labels = labels;
    this.helplines = helplines;
    this.dialog.lang = language;
    this.input.placeholder = labels.placeholder;
    this.share.textContent = labels.share;
    this.query = null;
    this.typed();
  }

  failed() {
    this.dialog.setAttribute("data-failed", "");
    this.other.replaceChildren(make("p", {}, this.fallback));
  }

  /** Ask for what stands in the field, however it came there. */
  typed() {
    const query = this.input.value;
    if (query === this.query) return;
    this.entered = false;
    this.complete("");
    if (!this.labels) return;
    this.query = query;
    this.settled = false;
    if (query.trim()) this.ask(query);
    else this.clear();
  }

  /** The answer to what stands in the field is here. */
  answered() {
    this.settled = true;
    this.dialog.dataset.answered = this.query;
  }

  clear() {
    this.answered();
    this.links = [];
    this.meta.textContent = this.labels.begin;
    this.share.hidden = true;
    for (const element of [this.help, this.list, this.other]) element.replaceChildren();
  }

  show({ items, suggest, danger, nearest, pages }) {
    const query = this.query;
    if (!query.trim()) return this.clear();
    this.answered();
    const { labels } = this;
    const shown = query.trim().slice(0, 80);
    this.meta.textContent = items.length ? filled(labels.found, { count: pages }) : filled(labels.nothing, { query: shown });
    const calls = danger || !items.length ? this.calls() : [];
    this.help.replaceChildren(...(items.length ? calls : []));
    this.list.replaceChildren(...items.map((group) => this.group(group)));
    this.other.replaceChildren(...(items.length ? [] : [...this.near(nearest), ...calls, make("p", {}, this.fallback)]));
    this.links = Array.from(this.list.querySelectorAll("a"));
    this.share.hidden = false;
    this.share.href = asked("q", query.trim().slice(0, MOST_SIGNS));
    this.complete(suggest[0] || "");
    if (this.entered) this.go();
  }

  /** The helplines, as links that a phone can dial. */
  calls() {
    const lines = this.helplines.map(({ number, dial, name }) =>
      make("li", {}, make("a", { class: "kb-call", href: `tel:${dial}` }, number), ` ${name}`)
    );
    return lines.length ? [make("p", { class: "kb-search__help-now" }, this.labels.help), make("ul", {}, ...lines)] : [];
  }

  near(nearest) {
    if (!nearest.length) return [];
    const choices = nearest.map((word) => {
      const button = make("button", { type: "button", class: "kb-search__near" }, word);
      button.addEventListener("click", () => {
        this.set(word);
        this.input.focus();
      });
      return button;
    });
    return [make("p", {}, this.labels.nearest, " ", ...choices.flatMap((choice) => [choice, " "]))];
  }

  group(items) {
    return make("li", { class: "md-search-result__item" }, ...items.map((item, place) => this.item(item, place)));
  }

  item({ location, title, text, terms }, place) {
    const words = Object.keys(terms).slice(0, NO_MARKS);
    const [path, anchor] = location.split("#");
    const query = words.length ? asked("h", words.join(" ")) : "";
    return make(
      "a",
      { class: `md-search-result__link${place ? " kb-search__piece" : ""}`, href: this.base + path + query + (anchor ? `#${anchor}` : "") },
      make("span", { class: "md-search-result__title" }, ...marked(title)),
      make("span", { class: "kb-search__text" }, ...marked(text))
    );
  }

  complete(word) {
    const typed = this.input.value;
    const begun = word ? typed.slice(0, typed.length - this.common(typed, word)) : "";
    this.completion = word ? begun + word : "";
    this.ghost.textContent = this.completion.startsWith(typed) ? this.completion : (this.completion = "");
  }

  /** How many letters of the suggestion are typed already at the end of the field. */
  common(typed, word) {
    for (let length = Math.min(typed.length, word.length); length > 0; length--) if (typed.endsWith(word.slice(0, length))) return length;
    return 0;
  }

  go() {
    this.entered = false;
    if (this.links[0]) this.links[0].click();
  }

  key(event) {
    const { key } = event;
    const stops = [this.input, ...this.links];
    const at = stops.indexOf(document.activeElement);
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (at < 0) return;
      event.preventDefault();
      stops[(at + (key === "ArrowDown" ? 1 : -1) + stops.length) % stops.length].focus();
    } else if (key === "ArrowRight" && at === 0 && this.completion && this.input.selectionStart === this.input.value.length) {
      event.preventDefault();
      this.set(this.completion);
    } else if (key.length === 1 && key !== " ") {
      // Whoever types on among the results goes on with the query; no letter is a shortcut here.
      event.stopPropagation();
      this.input.focus();
    }
  }

  sharing(event) {
    const { href } = this.share;
    if (!navigator.clipboard || !window.isSecureContext) return;
    event.preventDefault();
    navigator.clipboard.writeText(href).then(
      () => (this.meta.textContent = this.labels.shared),
      () => location.assign(href)
    );
  }
}

let search = null;

window.kbSearch = {
  /** Open the search; with `?q=` in the address, the first time with its query. */
  open(opener) {
    const first = !search;
    search = search || new Search(opener);
    search.open();
    const asked = new URLSearchParams(location.search).get("q");
    if (first && asked) search.set(asked);
  },
  /** Mark what was searched for in the page a result led to. */
  highlight() {
    const opener = document.querySelector("[data-kb-search]");
    highlight(opener ? opener.getAttribute("data-kb-search-unmark") : "×");
  },
};
