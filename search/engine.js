// Which pages of one language answer a query, and how that is shown: the twin of rights_kb/search/ranking.py on MiniSearch.

import MiniSearch from "minisearch";
import SearchableMap from "minisearch/SearchableMap";

import { apart } from "./apart.js";
import { kindsOf, numbersOf, textOf, tokensOf, wordsOf } from "./packed.js";

// What a word weighs where it stands. A greater weight for titles finds less: they are short already.
const WEIGHTS = { title: 1.5, keywords: 2.5, terms: 1.5, heading: 1.5, names: 1, text: 1 };
const FIELDS = Object.keys(WEIGHTS);
// How soon more of a word says nothing new, how much the length of a field counts, what a word says by being there at all.
const BM25 = { k: 1.2, b: 0.4, d: 0 };
// How much is believed when not the word itself is found, but one that begins with it, one like it, or one that means it.
const BEGUN = 0.5;
const ALIKE = 0.6;
const TRANSLATED = 0.8;
// What it adds that a query is, word for word, one of the keywords of a page.
const WHOLE_KEYWORD = 4;
const BETWEEN = "·";
// So many words of a query are looked for; of those that begin like a word of it, so many.
const MOST_WORDS = 24;
const MOST_SIGNS = 400;
const MOST_BEGUN = 24;
// How much a page counts that only lists all there is of a kind.
const REGISTER = 0.6;
// So many pages are shown, with so many pieces each; so many pages with helplines come first for words of danger.
const MOST_PAGES = 10;
const MOST_PIECES = 2;
const HELPING = 2;
// An excerpt has about so many words; a line of more words is cut to so many.
const EXCERPT = 12;
const MOST_SHOWN = 48;
const SHOWN = 28;

// A word that can be offered to a reader.
const PLAIN = /^\p{L}[\p{L}’'-]{2,}$/u;
const GAP = { shown: "…", space: true, marked: false };

// The answers to so many keys are kept.
const MOST_KEPT = 500;
const SEARCHED = { tokenize: (text) => [text], processTerm: (term) => term, boost: WEIGHTS, bm25: BM25 };

/** A search over the content of an index file (rights_kb/site/search_index.py) with the analyser of its language. */
export function createSearch(content, analyser) {
  const words = wordsOf(content);
  const kinds = kindsOf(words);
  const keysOf = words.map((word) => analyser.terms(word).flatMap((term) => term.keys));
  const pieces = [];
  const pages = content.pages.map(([location, title, keywords, terms, ...own], page) => {
    const first = pieces.length;
    own.forEach(([anchor, heading = "", names = "", text = "", bare = ""], place) =>
      pieces.push({ id: first + place, page, anchor, title, heading, names, text: text + bare, said: text, bare, ...(place ? {} : { keywords, terms }) })
    );
    return { location, title, first, pieces: own.length };
  });
  const options = {
    fields: FIELDS,
    tokenize: (text) => numbersOf(text).flatMap((number) => keysOf[number]),
    processTerm: (term) => term,
  };
  const index = content.index ? MiniSearch.loadJS(content.index, options) : new MiniSearch(options);
  if (!content.index) index.addAll(pieces);

  const known = new SearchableMap();
  const phrases = new Map();
  const scored = new Map();
  const parsed = new Map();
  const counts = new Map();
  for (const { keywords } of pieces) {
    if (!keywords) continue;
    for (const phrase of shown(keywords).split(BETWEEN)) {
      const about = subject(analyser.terms(phrase));
      if (about) phrases.set(about, (phrases.get(about) || new Set()).add(pieces.find((piece) => piece.keywords === keywords).page));
    }
  }
  words.forEach((word, number) => keysOf[number].forEach((key) => known.set(key, true)));
  const dangers = content.danger.phrases.map((phrase) => subject(analyser.terms(phrase)).split(" ")).filter(([key]) => key);
  // Made when they are needed first: the words as they are spelled, with their key; and in order, to complete what is typed.
  let spelled = null;
  let ordered = null;
  let wordsOfKey = null;

  function shown(packed) {
    return textOf(tokensOf(numbersOf(packed), words, kinds));
  }

  /** What a phrase is about: the keys of its words, without those that say nothing of the subject. */
  function subject(terms) {
    return terms.filter((term) => !term.stop && term.keys.length).map((term) => term.keys[0]).join(" ");
  }

  function asked(query) {
    const terms = analyser.terms(query.slice(0, MOST_SIGNS)).slice(0, MOST_WORDS);
    const telling = terms.filter((term) => !term.stop);
    return telling.length ? telling : terms;
  }

  const knownOf = (terms) => terms.filter((term) => term.keys.some((key) => known.has(key))).length;

  /** The keys of the guide that a typed key may mean, and how much each is believed. */
  function near(key, typed) {
    const found = new Map();
    if (known.has(key)) found.set(key, 1);
    if (key.length >= 3) {
      const begun = key.replace(/~+$/, "");
      let many = 0;
      for (const other of known.atPrefix(begun).keys()) {
        if (other !== key) found.set(other, (BEGUN * key.length) / other.length);
        if (++many >= MOST_BEGUN) break;
      }
    }
    if (!found.size && typed.length >= 4 && typed.length < 40 && !/^\d+$/.test(typed)) {
      // A wrong letter may make an ending of what is none: so the words of the texts are compared, not only their keys.
      for (const [meant, many] of alike(key, null)) found.set(meant, Math.max(found.get(meant) || 0, ALIKE ** many));
      for (const [meant, many] of alike(typed, spellings())) found.set(meant, Math.max(found.get(meant) || 0, ALIKE ** many));
    }
    return found;
  }

  /** The keys of words like one, with how many letters are wrong. */
  function* alike(one, spellings) {
    const most = one.length < 7 ? 1 : 2;
    // Two letters exchanged are one mistake here and two for the map.
    for (const [other] of (spellings || known).fuzzyGet(one, 2)) {
      const many = apart(one, other, most);
      if (many <= most && /^\p{L}/u.test(other)) yield [spellings ? spellings.get(other) : other, Math.max(many, 1)];
    }
  }

  function spellings() {
    if (!spelled) {
      spelled = new SearchableMap();
      for (const word of words)
        for (const term of analyser.terms(word)) if (!term.stop && term.keys.length) spelled.set(analyser.spelled(term), term.keys[0]);
    }
    return spelled;
  }

  /** The pieces that say a key, with how much it says there; kept, since whoever types asks for the same again and again. */
  function piecesWith(key) {
    if (!scored.has(key)) {
      if (scored.size > MOST_KEPT) scored.clear();
      scored.set(key, index.search(key, SEARCHED).map(({ id, score }) => ({ id, score })));
    }
    return scored.get(key);
  }

  /** For each piece, what a word of the query says for it; the keys that were found are noted. */
  function scoresOf(term, matched) {
    const total = new Map();
    const better = (keys, share) => {
      const here = new Map();
      for (const [key, belief] of keys)
        for (const { id, score } of piecesWith(key)) {
          here.set(id, Math.max(here.get(id) || 0, score * belief));
          matched.add(key);
        }
      for (const [id, score] of here) total.set(id, share < 1 ? (total.get(id) || 0) + score * share : Math.max(total.get(id) || 0, score));
    };
    const translated = analyser.translated(term).filter((key) => known.has(key));
    const [joined, ...parts] = term.keys;
    if (joined) better(near(joined, translated.length ? "" : analyser.spelled(term)), 1);
    for (const key of parts) better(near(key, ""), 1 / parts.length);
    better(new Map(translated.map((key) => [key, TRANSLATED])), 1);
    return total;
  }

  function find(query) {
    let terms = asked(query);
    for (const meant of analyser.otherReadings(query.slice(0, MOST_SIGNS))) {
      const others = asked(meant);
      if (knownOf(others) > knownOf(terms)) terms = others;
    }
    const matched = new Set();
    const scores = new Map();
    const byPage = new Map();
    terms.forEach((term) => {
      for (const [id, score] of scoresOf(term, matched)) {
        scores.set(id, (scores.get(id) || 0) + score);
        const { page } = pieces[id];
        if (!byPage.has(page)) byPage.set(page, new Map());
        const said = byPage.get(page);
        said.set(term.word, Math.max(said.get(term.word) || 0, score));
      }
    });
    const many = new Set(terms.map((term) => term.word)).size;
    const bestOf = new Map();
    for (const [id, score] of scores) bestOf.set(pieces[id].page, Math.max(bestOf.get(pieces[id].page) || 0, score));
    const whole = phrases.get(subject(terms)) || new Set();
    const answers = Array.from(byPage, ([page, said]) => {
      const sum = Array.from(said.values()).reduce((all, score) => all + score, 0);
      const score = (sum * said.size) / many + (whole.has(page) ? WHOLE_KEYWORD : 0) + bestOf.get(page) / 2;
      return { page, score: content.registers.includes(page) ? score * REGISTER : score };
    });
    answers.sort((one, other) => other.score - one.score || one.page - other.page);
    const keys = new Set(terms.flatMap((term) => term.keys));
    const danger = dangers.some((phrase) => phrase.every((key) => keys.has(key)));
    return { terms, answers: danger ? helpFirst(answers) : answers, scores, matched, danger };
  }

  /** The page with helplines that answers best, then the list of them all, then the others. */
  function helpFirst(answers) {
    const { pages: helping } = content.danger;
    const answering = answers.map(({ page }) => page).filter((page) => helping.includes(page));
    const first = Array.from(new Set([...answering.slice(0, 1), ...helping.slice(0, 1), ...answering, ...helping])).slice(0, HELPING);
    const found = first.map((page) => answers.find((answer) => answer.page === page) || { page, score: 0 });
    return found.concat(answers.filter(({ page }) => !first.includes(page)));
  }

  /** The numbers of the words whose keys were found. */
  function wordsWith(matched) {
    if (!wordsOfKey) {
      wordsOfKey = new Map();
      keysOf.forEach((keys, number) => keys.forEach((key) => wordsOfKey.set(key, (wordsOfKey.get(key) || []).concat(number))));
    }
    return new Set(Array.from(matched).flatMap((key) => wordsOfKey.get(key) || []));
  }

  /** The words of a line with whether each is marked. */
  function tokens(numbers, marked) {
    const found = tokensOf(numbers, words, kinds);
    for (const token of found) token.marked = marked.has(token.number);
    return found;
  }

  /** The words of a line that are marked, each once. */
  function markedIn(line, marked) {
    const found = [];
    for (const number of line) if (marked.has(number) && !found.includes(number)) found.push(number);
    return found;
  }

  /** The lines of a text as the numbers of their words; only what is shown is ever made words. */
  function linesOf(packed) {
    const lines = [[]];
    for (const number of numbersOf(packed)) words[number] === "\n" ? lines.push([]) : lines[lines.length - 1].push(number);
    return lines;
  }

  /** The lines of a piece that say most of what was asked, as HTML, its words marked; all the texts of the index are escaped. */
  function excerpt({ id, page, names, said: text, bare }, marked, terms) {
    if (!parsed.has(id)) parsed.set(id, { sentences: linesOf(text), rows: numbersOf(names), others: numbersOf(bare) });
    const { sentences, rows, others } = parsed.get(id);
    const lines = sentences.map((line, place) => ({ line, place, many: markedIn(line, marked).length }));
    const inRows = markedIn(rows, marked).length;
    if (inRows) lines.push({ line: rows, place: -1, many: inRows });
    // Words that were kept without their sentences: of them those that were asked for.
    const alone = markedIn(others, marked);
    if (alone.length) lines.push({ line: alone, place: lines.length, many: alone.length, alone: true });
    // A piece in which nothing is marked but its heading says nothing more; a page says its summary.
    if (id !== pages[page].first && !lines.some(({ many }) => many)) return "";
    lines.sort((one, other) => other.many - one.many || one.place - other.place);
    const taken = [];
    let length = 0;
    for (const { line, place, many, alone: apartFromText } of lines) {
      if (taken.length && (!many || length > EXCERPT)) break;
      const whole = tokens(line, marked);
      const shown = apartFromText ? [GAP, ...whole.flatMap((token) => [Object.assign(token, { space: true }), GAP])] : around(whole);
      taken.push({ shown, place });
      length += shown.length;
    }
    taken.sort((one, other) => one.place - other.place);
    return taken.map(({ shown }) => told(shown, terms)).join(" ");
  }

  /** Of a long line the part around its first marked word. */
  function around(line) {
    if (line.length <= MOST_SHOWN) return line;
    const first = Math.max(0, line.findIndex((token) => token.marked) - 8);
    const part = line.slice(first, first + SHOWN);
    return (first ? [GAP] : []).concat(part, first + SHOWN < line.length ? [GAP] : []);
  }

  /** Words as HTML; those that are marked are noted. */
  function told(line, terms) {
    for (const token of line) if (token.marked) terms[token.shown] = true;
    return html(line);
  }

  function item(piece, score, marked) {
    const { location, title } = pages[piece.page];
    const terms = {};
    const named = told(tokens(numbersOf(piece.anchor ? piece.heading : title), marked), terms);
    const text = excerpt(piece, marked, terms);
    return { location: piece.anchor ? `${location}#${piece.anchor}` : location, title: named, text, score, terms };
  }

  /** The answer to a query: groups of items, one group a page with the page's own item first; and what helps to ask better. */
  function ask(query) {
    const { terms, answers, scores, matched, danger } = find(query);
    const marked = wordsWith(matched);
    const items = answers.slice(0, MOST_PAGES).map(({ page, score }) => {
      const { first, pieces: many } = pages[page];
      const inside = [];
      for (let id = first + 1; id < first + many; id++) if (scores.has(id)) inside.push(pieces[id]);
      inside.sort((one, other) => scores.get(other.id) - scores.get(one.id) || one.id - other.id);
      return [item(pieces[first], score, marked), ...inside.slice(0, MOST_PIECES).map((piece) => item(piece, scores.get(piece.id), marked))];
    });
    return { items, suggest: completed(query), danger, nearest: items.length ? [] : nearest(terms), pages: answers.length };
  }

  /** What the last word may become: words of the texts that begin as it is typed, the commonest first. */
  function completed(query) {
    const [, typed = ""] = /([\p{L}\p{N}’'-]{2,40})$/u.exec(query.slice(-60)) || [];
    if (!typed) return [];
    if (!ordered) {
      for (const { title, keywords, heading, names, text } of pieces)
        for (const packed of [title, keywords || "", heading, names, text])
          for (const number of numbersOf(packed)) {
            const small = words[number].toLowerCase();
            counts.set(small, (counts.get(small) || 0) + 1);
          }
      ordered = Array.from(counts.keys()).filter((word) => PLAIN.test(word)).sort();
    }
    const small = typed.toLowerCase();
    let low = 0;
    for (let high = ordered.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (ordered[middle] < small) low = middle + 1;
      else high = middle;
    }
    const found = [];
    for (; low < ordered.length && ordered[low].startsWith(small); low++) if (ordered[low] !== small) found.push(ordered[low]);
    found.sort((one, other) => counts.get(other) - counts.get(one) || (one < other ? -1 : 1));
    return found.slice(0, 1).map((word) => typed + word.slice(small.length));
  }

  /** For a query that finds nothing: the words of the guide that are spelled most like its longest word. */
  function nearest(terms) {
    const [longest] = terms.slice().sort((one, other) => other.word.length - one.word.length);
    if (!longest || longest.word.length < 3 || longest.word.length > 30) return [];
    const typed = analyser.spelled(longest);
    const most = Math.min(4, Math.ceil(typed.length / 2));
    let best = [];
    let least = most + 1;
    for (const word of words) {
      if (!PLAIN.test(word)) continue;
      for (const term of analyser.terms(word)) {
        const many = term.stop ? most + 1 : apart(typed, analyser.spelled(term), Math.min(most, least));
        if (many < least) [best, least] = [[], many];
        if (many === least && many <= most && best.length < 3) best.push(word.toLowerCase());
      }
    }
    return Array.from(new Set(best));
  }

  return { ask, find: (query) => find(query).answers.map(({ page, score }) => ({ location: pages[page].location, score })) };
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escaped = (text) => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => SIGNS[sign]) : text);

const html = (tokens) =>
  tokens.map(({ shown, space, marked }) => (space ? " " : "") + (marked ? `<mark>${escaped(shown)}</mark>` : escaped(shown))).join("");
