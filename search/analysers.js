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
  const latin = rules.latin;
  const longest = latin ? Math.max(...Object.keys(latin.letters).map((piece) => piece.length)) : 0;
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

  /** What a reader may have meant who forgot to switch the keyboard, or spelled the words in letters of another script. */
  function otherReadings(text) {
    const small = text.toLowerCase();
    const letters = small.match(/\p{L}/gu) || [];
    const some = (of) => letters.some((letter) => of(letter));
    const found = [];
    if (some((letter) => typed.includes(letter)) && !some((letter) => meant.includes(letter)))
      found.push(Array.from(small, (sign) => meant[typed.indexOf(sign)] || sign).join(""));
    if (latin && some((letter) => letter in latin.letters) && !some((letter) => latin.vowels.includes(letter))) found.push(bySound(small));
    return found;
  }

  function bySound(text) {
    let made = "";
    for (let at = 0; at < text.length; ) {
      let piece = text[at];
      for (let length = Math.min(longest, text.length - at); length > 1; length--)
        if (text.slice(at, at + length) in latin.letters) {
          piece = text.slice(at, at + length);
          break;
        }
      const single = made && latin.vowels.includes(made.slice(-1)) ? latin.after_vowel[piece] : undefined;
      made += single || latin.letters[piece] || piece;
      at += piece.length;
    }
    return made;
  }

  return { terms, spelled: ({ word }) => word, translated: () => [], otherReadings };
}
