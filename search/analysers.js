// What makes search keys of words, for languages without endings of their own in search/: the twin of rights_kb/search/words.py.

const HYPHENS = "-‐‑‒–—";
const PARTS = new RegExp(`[${HYPHENS}]`, "u");
const WORD = new RegExp(`[\\p{L}\\p{N}]+(?:[${HYPHENS}][\\p{L}\\p{N}]+)*`, "gu");

/** An analyser by stems: `rules` is rules.json of a language, `stemmer` has stemWord(word); both may be missing. */
export function stemmed(rules = {}, stemmer = null) {
  const fold = new Map(Object.entries(rules.fold || {}));
  const stop = new Set(rules.stop || []);
  const ends = (rules.ends || []).map((end) => new RegExp(`${end}(?![\\p{L}\\p{N}])`, "gu"));
  const { typed = "", meant = "" } = rules.keyboard || {};
  const key = (word) => (stemmer ? stemmer.stemWord(word) : word);

  function clean(text) {
    const small = Array.from(text.normalize("NFC").toLowerCase(), (letter) => (fold.has(letter) ? fold.get(letter) : letter)).join("");
    return ends.reduce((left, end) => left.replace(end, ""), small);
  }

  function terms(text) {
    return (clean(text).match(WORD) || []).map((word) => {
      const parts = word.split(PARTS);
      const keys = (parts.length > 1 ? [parts.join("")] : []).concat(parts).map(key);
      return { word, keys: Array.from(new Set(keys.filter(Boolean))), stop: stop.has(word) };
    });
  }

  /** What a reader meant who forgot to switch the keyboard; empty where that cannot be. */
  function byOtherKeyboard(text) {
    const small = text.toLowerCase();
    const letters = small.match(/\p{L}/gu) || [];
    if (!letters.some((letter) => typed.includes(letter)) || letters.some((letter) => meant.includes(letter))) return "";
    return Array.from(small, (sign) => meant[typed.indexOf(sign)] || sign).join("");
  }

  return { terms, spelled: ({ word }) => word, translated: () => [], byOtherKeyboard };
}
