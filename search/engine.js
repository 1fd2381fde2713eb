// Which pages of one language answer a query, and how that is shown: the twin of rights_kb/search/ranking.py.

import { apart, spellingsOf } from "./apart.js";
import { hashed, kindsOf, listed, numbersOf, sumsOf, textOf, tokensOf, wordsOf } from "./packed.js";

// What a word weighs on a page by where it stands: the sum of these, or, where it stands in none of them, what it weighs
// because the text says it. What readers ask for the page with weighs ASKED or more; OFTEN where they ask with nothing else,
// or where the text or what they ask with says it often.
const WEIGHTS = { title: 1.5, keywords: 2.5, terms: 1.5, heading: 1.5, names: 1 };
const ASKED = 1.5;
const OFTEN = 2.5;
const TEXT = 1;
// How much is believed when not the word itself is found, but one that begins with it, one that it begins with, one like
// it, or one that means it.
const BEGUN = 0.5;
const BEGINS = 0.5;
const ALIKE = 0.6;
const TRANSLATED = 0.8;
// Where several words mean it, each counts the less the more they are: their number to the power of this.
const SPREAD = -0.5;
// So many letters has each of two words that were typed as one.
const SHORTEST = 3;
// What has fewer letters is like too many words to be taken for a mistyped one.
const LEAST_ALIKE = 4;
// So many letters are left of a mistyped word whose endings are not known as such; fewer are the beginning of any word.
const LEAST_STEM = 5;
// A word of a phrase of danger that must begin with these letters, where not any form of it will do.
const BEGINNING = /\S+\*/g;
// What is longer is no word.
const LONGEST = 40;
// What it adds that a query is like a keyword, a title or a heading as a whole; headings count less.
const PHRASE = 8;
const HEADING = 0.8;
// What the best pages hand on to those that they name as related.
const RELATED = 0.1;
const HANDING = 3;
const BETWEEN = "·";
// So many words of a query are looked for.
const MOST_WORDS = 24;
const MOST_SIGNS = 400;
// How much a page counts that only lists all there is of a kind.
const REGISTER = 0.5;
// So many pages are shown, with so many pieces each.
const MOST_PAGES = 10;
const MOST_PIECES = 2;
// An excerpt has about so many words; a line of more words is cut to so many.
const EXCERPT = 12;
const MOST_SHOWN = 48;
const SHOWN = 28;

// A word that can be offered to a reader.
const PLAIN = /^\p{L}[\p{L}’'-]{2,}$/u;
const GAP = { shown: "…", space: true, marked: false };

// What was found for so many words is kept: whoever types asks for the same again and again.
const MOST_KEPT = 200;

/** A search over the content of an index file (rights_kb/search/index_file.py) with the analyser of its language. */
export function createSearch(content, analyser) {
  const words = wordsOf(content);
  const kinds = kindsOf(words);
  const termsOf = words.map((word) => analyser.terms(word));
  const keysOf = termsOf.map((terms) => terms.flatMap((term) => term.keys));
  const stops = termsOf.map((terms) => terms.every((term) => term.stop));
  const pieces = [];
  const pages = content.pages.map(([location, title, keywords, terms, related, ...own], page) => {
    const first = pieces.length;
    own.forEach(([anchor, heading = "", names = "", text = "", bare = ""]) => pieces.push({ id: pieces.length, page, anchor, packed: { heading, names, text, bare }, read: null }));
    return { location, title, keywords, terms, related, first, pieces: own.length };
  });

  // key → page → how much the key says there
  const weights = new Map(content.index ? content.index.map(([key, ...at]) => [key, halves(at)]) : weighed());
  const rarity = new Map();
  let rarest = 0;
  for (const [key, at] of weights) {
    rarity.set(key, Math.log(1 + pages.length / at.size));
    rarest = Math.max(rarest, rarity.get(key));
  }
  // In order, so that those that begin alike stand together.
  const known = Array.from(weights.keys()).filter((key) => typeof key === "string").sort();
  const { phrases, phrasesWith } = phrased();
  const phrasesOfDanger = textOf(tokensOf(numbersOf(content.danger.phrases), words, kinds)).split(";");
  const calls = content.danger.calls.map((helping, place) => {
    const said = phrasesOfDanger[place].split(",").map(callOf);
    return { phrases: said.filter(({ keys, begins }) => keys.length || begins.length), helping };
  });
  const kept = new Map();
  const counts = new Map();
  // Made when they are needed first: keys and words to compare with what is typed; words in order, to complete it.
  let likeKeys = null;
  let likeWords = null;
  let ordered = null;
  let wordsOfKey = null;

  /** The numbers of the words of a piece, by where they stand; they are read when they are needed first. */
  function numbersIn(piece) {
    if (!piece.read) {
      const { heading, names, text, bare } = piece.packed;
      piece.read = { heading: numbersOf(heading), names: numbersOf(names), text: numbersOf(text), bare: numbersOf(bare) };
    }
    return piece.read;
  }

  /** Pages and their weights, doubled so that they are whole numbers, in turns. */
  function halves(at) {
    const found = new Map();
    for (let i = 0; i < at.length; i += 2) found.set(at[i], at[i + 1] / 2);
    return found;
  }

  /** What each key says on each page. */
  function weighed() {
    const found = new Map();
    const add = (key, page, weight) => {
      if (!found.has(key)) found.set(key, new Map());
      found.get(key).set(page, (found.get(key).get(page) || 0) + weight);
    };
    const others = (key, page, weight) => {
      if (!(found.has(key) && found.get(key).has(page))) add(key, page, weight);
    };
    const atLeast = (key, page, weight) => {
      others(key, page, weight);
      found.get(key).set(page, Math.max(found.get(key).get(page), weight));
    };
    // What readers ask with and no page says; what they seldom say is known by a number in the place of its key.
    const unsaid = listed(content, content.asked).concat(sumsOf(content.unsaid));
    const keyAt = (number) => (number < words.length ? keysOf[number][0] : unsaid[number - words.length]);
    pages.forEach(({ title, keywords, terms, first, pieces: many }, page) => {
      const own = pieces.slice(first, first + many).map(numbersIn);
      const fields = {
        title: [numbersOf(title)],
        keywords: [numbersOf(keywords)],
        terms: [numbersOf(terms)],
        heading: own.map(({ heading }) => heading),
        names: own.map(({ names }) => names),
      };
      for (const [field, weight] of Object.entries(WEIGHTS)) {
        const keys = new Set();
        for (const numbers of fields[field]) for (const number of numbers) for (const key of keysOf[number]) keys.add(key);
        for (const key of keys) add(key, page, weight);
      }
    });
    // For each key in turn the pages that are asked for with it, those that have no room for it, and those where it is OFTEN.
    let place = 0;
    let asked = -1;
    for (const step of numbersOf(content.asking)) {
      asked = step ? asked + step : -1;
      if (step) atLeast(keyAt(place), asked % pages.length, [ASKED, TEXT, OFTEN][Math.floor(asked / pages.length)]);
      else place++;
    }
    for (const piece of pieces) {
      const { text, bare } = numbersIn(piece);
      for (const said of [text, bare]) for (const number of said) if (!stops[number]) for (const key of keysOf[number]) others(key, piece.page, TEXT);
    }
    return found;
  }

  /** The keywords, titles and headings as phrases with their pages, and by their keys. */
  function phrased() {
    const phrases = [];
    const phrasesWith = new Map();
    const add = (page, numbers, weight) => {
      const keys = Array.from(new Set(numbers.flatMap((number) => subject(termsOf[number]))));
      if (!keys.length) return;
      const whole = keys.reduce((sum, key) => sum + (rarity.get(key) || 0), 0);
      for (const key of keys) {
        if (!phrasesWith.has(key)) phrasesWith.set(key, []);
        phrasesWith.get(key).push(phrases.length);
      }
      phrases.push({ page, weight, whole });
    };
    pages.forEach(({ title, keywords, first, pieces: many }, page) => {
      add(page, numbersOf(title), 1);
      let phrase = [];
      for (const number of numbersOf(keywords)) {
        if (words[number] !== BETWEEN) phrase.push(number);
        else {
          add(page, phrase, 1);
          phrase = [];
        }
      }
      add(page, phrase, 1);
      for (const piece of pieces.slice(first, first + many)) if (piece.anchor) add(page, numbersIn(piece).heading, HEADING);
    });
    return { phrases, phrasesWith };
  }

  /** The first key of each word: that of the whole word, not of its parts. */
  function firstKeys(terms) {
    return terms.flatMap((term) => term.keys.slice(0, 1));
  }

  /** What a phrase is about: the keys of its words, without those that say nothing of the subject. */
  function subject(terms) {
    return firstKeys(terms.filter((term) => !term.stop));
  }

  const read = (query) => analyser.terms(query.slice(0, MOST_SIGNS)).slice(0, MOST_WORDS);

  /** The words of a query that tell of its subject; all where none does. */
  function tellingTerms(terms) {
    const telling = terms.filter((term) => !term.stop);
    return telling.length ? telling : terms;
  }

  /** Under what a key is known: by itself, by its number, or both. */
  const knownAs = (key) => [key, hashed(key)].filter((name) => weights.has(name));
  const knownOf = (terms) => tellingTerms(terms).filter((term) => term.keys.some((key) => knownAs(key).length)).length;

  /** The keys of the guide that a typed key may mean, and how much each is believed. */
  function near(key, typed) {
    const found = new Map();
    const names = knownAs(key);
    for (const name of names) found.set(name, 1);
    // What begins with a short word that the guide knows is seldom meant by it: бер- is no берене.
    if (key.length >= (found.size ? 4 : 3)) for (const other of beginning(known, key.replace(/~+$/, ""))) if (other !== key) found.set(other, (BEGUN * key.length) / other.length);
    if (!found.size && typed.length >= LEAST_ALIKE && typed.length < LONGEST && !/^\d+$/.test(typed)) {
      // A wrong letter may make an ending of what is none: so the words of the texts are compared, not only their keys.
      likeKeys ??= spellingsOf(known.map((other) => [other, other]));
      likeWords ??= spellingsOf(spelled());
      for (const [one, others] of [[key, likeKeys], [typed, likeKeys], [typed, likeWords]])
        if (one.length >= LEAST_ALIKE) for (const [meant, many] of others(one, one.length < 7 ? 1 : 2)) found.set(meant, Math.max(found.get(meant) || 0, ALIKE ** Math.max(many, 1)));
      // A mistake in a word with endings that are then not known as such.
      for (let end = typed.length; --end >= LEAST_STEM && !found.size; ) for (const [meant] of likeKeys(typed.slice(0, end), 1)) found.set(meant, ALIKE);
    }
    if (!names.length && key.length >= 5) {
      // Endings that no rule takes off: the longest word of the guide with which the typed one begins.
      let begins = key.slice(0, -1);
      while (begins.length > 3 && !weights.has(begins)) begins = begins.slice(0, -1);
      if (begins.length > 3) found.set(begins, Math.max(found.get(begins) || 0, (BEGINS * begins.length) / key.length));
    }
    return found;
  }

  /** The words of the texts as they are spelled, with their keys. */
  function spelled() {
    const found = new Map();
    termsOf.forEach((terms) => {
      for (const term of terms) if (!term.stop && term.keys.length && weights.has(term.keys[0])) found.set(analyser.spelled(term), term.keys[0]);
    });
    return Array.from(found);
  }

  /** What a word of a query may mean, in groups of keys with their shares, and what that says for each page. */
  function meant(term) {
    if (!kept.has(term.word)) {
      if (kept.size > MOST_KEPT) kept.clear();
      const translated = new Map(analyser.translated(term).flatMap((key) => knownAs(key).slice(0, 1)).map((name) => [name, TRANSLATED]));
      const [joined, ...rest] = term.keys;
      const parts = rest.length || !joined || translated.size || knownAs(joined).length ? rest : runTogether(term.word);
      const groups = joined === undefined ? [] : [[near(joined, translated.size ? "" : analyser.spelled(term)), 1]];
      for (const [key, belief] of translated) groups.push([new Map([[key, belief]]), translated.size ** SPREAD]);
      // Parts of a word with hyphens add up.
      for (const key of parts) groups.push([near(key, ""), parts.length > 1 ? 1 / parts.length : 0.999]);
      kept.set(term.word, { groups, scores: scoresOf(groups) });
    }
    return kept.get(term.word);
  }

  /** The keys of two words of the guide that were typed as one, such as балабакча; empty where it is none. */
  function runTogether(word) {
    if (word.length > LONGEST) return [];
    for (let place = word.length - SHORTEST; place >= SHORTEST; place--) {
      const read = [word.slice(0, place), word.slice(place)].map((half) => analyser.terms(half));
      if (read.every((terms) => terms.length === 1 && !terms[0].stop && terms[0].keys.length && knownAs(terms[0].keys[0]).length)) return read.map((terms) => terms[0].keys[0]);
    }
    return [];
  }

  function scoresOf(groups) {
    const total = new Map();
    for (const [keys, share] of groups) {
      const here = new Map();
      for (const [key, belief] of keys)
        for (const [page, weight] of weights.get(key)) here.set(page, Math.max(here.get(page) || 0, belief * weight * rarity.get(key)));
      for (const [page, score] of here) total.set(page, share < 1 ? (total.get(page) || 0) + score * share : Math.max(total.get(page) || 0, score));
    }
    return total;
  }

  /** For each page how like a query its likest keyword, title or heading is: 1 where it says the same words. */
  function alikePhrases(matched) {
    const met = new Map();
    let all = 0;
    for (const { groups } of matched) {
      const believed = new Map();
      for (const [keys, share] of groups) for (const [key, belief] of keys) believed.set(key, Math.max(believed.get(key) || 0, belief * share));
      let most = believed.size ? 0 : rarest;
      const best = new Map();
      for (const [key, belief] of believed) {
        most = Math.max(most, rarity.get(key));
        for (const number of phrasesWith.get(key) || []) best.set(number, Math.max(best.get(number) || 0, belief * rarity.get(key)));
      }
      all += most;
      for (const [number, score] of best) met.set(number, (met.get(number) || 0) + score);
    }
    const found = new Map();
    for (const [number, score] of met) {
      const { page, weight, whole } = phrases[number];
      found.set(page, Math.max(found.get(page) || 0, (weight * score) / Math.sqrt(all * whole)));
    }
    return found;
  }

  const inOrder = (one, other) => other.score - one.score || one.page - other.page;

  function find(query) {
    let all = read(query);
    for (const reading of analyser.otherReadings(query.slice(0, MOST_SIGNS))) {
      const others = read(reading);
      if (knownOf(others) > knownOf(all)) all = others;
    }
    const terms = Array.from(new Map(tellingTerms(all).map((term) => [term.word, term])).values());
    const matched = terms.map(meant);
    const sums = new Map();
    const many = new Map();
    for (const { scores } of matched)
      for (const [page, score] of scores) {
        sums.set(page, (sums.get(page) || 0) + score);
        many.set(page, (many.get(page) || 0) + 1);
      }
    const likeness = alikePhrases(matched);
    const total = new Map();
    for (const [page, sum] of sums) {
      const whole = sum * (many.get(page) / terms.length) + PHRASE * (likeness.get(page) || 0) ** 2 * Math.sqrt(terms.length);
      total.set(page, content.registers.includes(page) ? whole * REGISTER : whole);
    }
    const ranked = () => Array.from(total, ([page, score]) => ({ page, score })).sort(inOrder);
    for (const { page, score } of ranked().slice(0, HANDING)) for (const to of pages[page].related) total.set(to, (total.get(to) || 0) + RELATED * score);
    const answers = ranked();
    const keys = new Set(all.flatMap((term) => term.keys.concat(analyser.translated(term))));
    const typed = all.map(analyser.spelled);
    const met = (call) => call.keys.every((key) => keys.has(key)) && call.begins.every((begin) => typed.some((word) => word.startsWith(begin)));
    const called = calls.filter(({ phrases }) => phrases.some(met));
    return { terms, answers: called.length ? helpFirst(answers, called) : answers, matched, danger: called.length > 0 };
  }

  /** What a query must have to say a phrase of danger: keys, and letters with which words of it begin. */
  function callOf(phrase) {
    const begun = (phrase.match(BEGINNING) || []).join(" ");
    return { keys: firstKeys(analyser.terms(phrase.replace(BEGINNING, ""))), begins: analyser.terms(begun).map(analyser.spelled) };
  }

  /** The pages that help then come first, the list of all helplines after the best of them. */
  function helpFirst(answers, called) {
    const answering = (page) => answers.find((answer) => answer.page === page) || { page, score: 0 };
    const helping = Array.from(new Set(called.flatMap((call) => call.helping)), answering);
    const best = helping.slice().sort((one, other) => other.score - one.score).slice(0, 1);
    const { pages: all } = content.danger;
    const found = answers.filter(({ page }) => all.includes(page)).slice(0, 1);
    const first = new Map([...found, ...best, ...all.slice(0, 1).map(answering), ...helping].map((answer) => [answer.page, answer]));
    return Array.from(first.values()).concat(answers.filter(({ page }) => !first.has(page)));
  }

  /** How much a piece says of a query; `marked` are the words whose keys were found. */
  function says(piece, matched, marked) {
    const { heading, names, text, bare } = numbersIn(piece);
    const own = new Map();
    for (const [lines, weight] of [[[heading], WEIGHTS.heading], [[names], WEIGHTS.names], [[text, bare], TEXT]]) {
      let keys = null;
      for (const numbers of lines) for (const number of numbers) if (marked[number]) for (const key of keysOf[number]) (keys ??= new Set()).add(key);
      for (const key of keys || []) own.set(key, (own.get(key) || 0) + weight);
    }
    let sum = 0;
    for (const { groups } of own.size ? matched : []) {
      let best = 0;
      for (const [keys] of groups) for (const [key, weight] of own) if (keys.has(key)) best = Math.max(best, keys.get(key) * weight * rarity.get(key));
      sum += best;
    }
    return sum;
  }

  /** What a word surely means; what it may mean only where nothing is sure. */
  function telling(groups) {
    const all = groups.flatMap(([keys]) => Array.from(keys));
    const sure = all.filter(([, belief]) => belief > BEGUN);
    return (sure.length ? sure : all).map(([key]) => key);
  }

  /** The numbers of the words whose keys were found. */
  function wordsWith(matched) {
    const found = new Set();
    for (const { groups } of matched) for (const key of telling(groups)) found.add(key);
    if (!wordsOfKey) {
      wordsOfKey = new Map();
      keysOf.forEach((keys, number) => keys.forEach((key) => wordsOfKey.set(key, (wordsOfKey.get(key) || []).concat(number))));
    }
    const marked = new Uint8Array(words.length);
    for (const key of found) for (const number of wordsOfKey.get(key) || []) marked[number] = 1;
    return marked;
  }

  /** The words of a line with whether each is marked. */
  function tokens(numbers, marked) {
    const found = tokensOf(numbers, words, kinds);
    for (const token of found) token.marked = marked[token.number] > 0;
    return found;
  }

  /** The words of a line that are marked, each once. */
  function markedIn(line, marked) {
    const found = [];
    for (const number of line) if (marked[number] && !found.includes(number)) found.push(number);
    return found;
  }

  /** The lines of a text as the numbers of their words; only what is shown is ever made words. */
  function linesOf(numbers) {
    const lines = [[]];
    for (const number of numbers) words[number] === "\n" ? lines.push([]) : lines[lines.length - 1].push(number);
    return lines;
  }

  /** The lines of a piece that say most of what was asked, as HTML, its words marked; all the texts of the index are escaped. */
  function excerpt(piece, marked, terms) {
    const { names: rows, text, bare: others } = numbersIn(piece);
    const lines = linesOf(text).map((line, place) => ({ line, place, many: markedIn(line, marked).length }));
    const inRows = markedIn(rows, marked).length;
    if (inRows) lines.push({ line: rows, place: -1, many: inRows });
    // Words that were kept without their sentences: of them those that were asked for.
    const alone = markedIn(others, marked);
    if (alone.length) lines.push({ line: alone, place: lines.length, many: alone.length, alone: true });
    // A piece in which nothing is marked but its heading says nothing more; a page says its summary.
    const some = lines.some(({ many }) => many);
    if (piece.id !== pages[piece.page].first && !some) return "";
    lines.sort((one, other) => other.many - one.many || one.place - other.place);
    const taken = [];
    let length = 0;
    for (const { line, place, many, alone: apartFromText } of lines) {
      if (taken.length && ((some && !many) || length > EXCERPT)) break;
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
    const named = told(tokens(piece.anchor ? numbersIn(piece).heading : numbersOf(title), marked), terms);
    const text = excerpt(piece, marked, terms);
    return { location: piece.anchor ? `${location}#${piece.anchor}` : location, title: named, text, score, terms };
  }

  /** The answer to a query: groups of items, one group a page with the page's own item first; and what helps to ask better. */
  function ask(query) {
    const { terms, answers, matched, danger } = find(query);
    const marked = wordsWith(matched);
    const items = answers.slice(0, MOST_PAGES).map(({ page, score }) => {
      const { first, pieces: many } = pages[page];
      const inside = [];
      for (const piece of pieces.slice(first + 1, first + many)) {
        const said = says(piece, matched, marked);
        if (said) inside.push({ piece, said });
      }
      inside.sort((one, other) => other.said - one.said || one.piece.id - other.piece.id);
      return [item(pieces[first], score, marked), ...inside.slice(0, MOST_PIECES).map(({ piece, said }) => item(piece, said, marked))];
    });
    return { items, suggest: completed(query), danger, nearest: items.length ? [] : nearest(terms), pages: answers.length };
  }

  /** What the last word may become: words of the texts that begin as it is typed, the commonest first. */
  function completed(query) {
    const [, typed = ""] = /([\p{L}\p{N}’'-]{2,40})$/u.exec(query.slice(-60)) || [];
    if (!typed) return [];
    if (!ordered) {
      const texts = pages.flatMap(({ title, keywords }) => [numbersOf(title), numbersOf(keywords)]).concat(pieces.flatMap((piece) => Object.values(numbersIn(piece))));
      for (const number of texts.flat()) {
        const small = words[number].toLowerCase();
        counts.set(small, (counts.get(small) || 0) + 1);
      }
      ordered = Array.from(counts.keys()).filter((word) => PLAIN.test(word)).sort();
    }
    const small = typed.toLowerCase();
    const found = beginning(ordered, small).filter((word) => word !== small);
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

/** Of words in order those that begin so. */
function beginning(words, begun) {
  let low = 0;
  for (let high = words.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (words[middle] < begun) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < words.length && words[end].startsWith(begun)) end++;
  return words.slice(low, end);
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escaped = (text) => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => SIGNS[sign]) : text);

const html = (tokens) =>
  tokens.map(({ shown, space, marked }) => (space ? " " : "") + (marked ? `<mark>${escaped(shown)}</mark>` : escaped(shown))).join("");
