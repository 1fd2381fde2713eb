// Kyrgyz words as search keys: the twin of rights_kb/search/kyrgyz.py, over the same rules in this folder.
// Both give the same key for every word; search/vectors/ky.tsv holds them together.

const HYPHENS = "-‐‑‒–—";
const PARTS = new RegExp(`[${HYPHENS}]`, "u");
// A word, with the parts that hyphens join.
const WORD = new RegExp(`[\\p{L}\\p{N}]+(?:[${HYPHENS}][\\p{L}\\p{N}]+)*`, "gu");
const CYRILLIC = /[а-яёөүң]/u;
const LATIN = /[a-zà-öø-žŋ]/u;
// A longer "word" is no word: it is taken as it is.
const LONGEST = 40;
// What takes every ending, however short it is: 14төгү, 7де.
const NUMBER = /^[0-9]+$/;
const VERB = "~";
// So many letters may follow the beginning by which a word of another language is known.
const LONGEST_ENDING = 6;

/** An analyser over `{letters, latin, suffixes, words, russian}`, the parsed files of this folder; the last may be missing. */
export function createAnalyser({ letters, latin, suffixes, words, russian }) {
  const always = new Map(Object.entries(letters.always));
  const inside = new Map(Object.entries(letters.inside));
  const folds = new Map(Object.entries(letters.fold));
  const ends = new Map(Object.entries(letters.end));
  const vowels = new Set(letters.vowels);
  const latinLetters = new Map(Object.entries(latin.letters));
  const afterVowel = new Map(Object.entries(latin.after_vowel));
  const longestLatin = Math.max(...[...latinLetters.keys()].map((piece) => piece.length));
  const replaced = (text, by) => Array.from(text, (letter) => by.get(letter) ?? letter).join("");
  const fold = (word) => replaced(word, folds);

  const endings = new Map();
  for (const rule of suffixes.suffixes)
    for (const pattern of rule.forms)
      for (const form of spellingsOf(pattern, suffixes.sounds))
        if (!endings.has(form)) {
          const suits = suffixes.agreement[rule.agrees]?.[form[0]];
          endings.set(form, { form, least: rule.min, after: rule.after, suits, verb: rule.verb, fused: rule.fused });
        }
  const longestEnding = Math.max(...[...endings.keys()].map((form) => form.length));
  const keep = new Set(words.keep.map(fold));
  const two = new Set(words.two.map(fold));
  const irregular = new Map(Object.entries(words.irregular).map(([form, word]) => [fold(form), fold(word)]));

  /** Composed, in small letters, look-alike and foreign letters replaced. */
  const clean = (text) => replaced(text.normalize("NFC").toLowerCase().normalize("NFC"), always);

  /** Latin letters in a Cyrillic word replaced by those they look like; a word in Latin letters transliterated. */
  function cyrillic(word) {
    if (CYRILLIC.test(word)) return replaced(word, inside);
    if (!LATIN.test(word)) return word;
    let made = "";
    for (let at = 0; at < word.length; ) {
      for (let length = Math.min(longestLatin, word.length - at); length > 0; length--) {
        const piece = word.slice(at, at + length);
        if (length === 1 && afterVowel.has(piece) && vowels.has(fold(made.slice(-1)).slice(-1))) made += afterVowel.get(piece);
        else if (latinLetters.has(piece)) made += latinLetters.get(piece);
        else if (length === 1) made += piece;
        else continue;
        at += length;
        break;
      }
    }
    return made;
  }

  /** б and г at the end, as they are before an ending, made п and к. */
  const ended = (word) => word.slice(0, -1) + (ends.get(word.slice(-1)) ?? word.slice(-1));

  /** The ending to take off: one that leaves a known word, else the longest. */
  function endingOf(word) {
    let longest = null;
    for (let length = Math.min(longestEnding, word.length - 1); length > 0; length--) {
      const ending = endings.get(word.slice(-length));
      if (!ending) continue;
      const left = word.slice(0, -length);
      if (NUMBER.test(left)) return ending;
      if (left.length < ending.least && !two.has(left)) continue;
      if (ending.after && vowels.has(left.slice(-1)) !== (ending.after === "vowel")) continue;
      if (ending.suits && !ending.suits.includes(left.slice(-1))) continue;
      if (!ending.fused && (keep.has(ended(left)) || irregular.has(ended(left)))) return ending;
      longest ??= ending;
    }
    return longest;
  }

  /** What is left of a folded word without its endings. */
  function stem(word) {
    if (word.length > LONGEST) return word;
    word = ended(word);
    for (;;) {
      if (irregular.has(word)) return irregular.get(word);
      if (keep.has(word)) return word;
      const ending = endingOf(word);
      if (!ending) return word;
      word = word.slice(0, -ending.form.length);
      if (ending.verb) {
        if (ending.fused) return word + VERB;
        if (vowels.has(word.slice(-1)) && word.length > 3) return word.slice(0, -1) + VERB;
        return ended(word);
      }
      word = ended(word);
    }
  }

  /** The key of one word; parts joined by hyphens count as one word. */
  const key = (word) => stem(fold(clean(word).split(PARTS).map(cyrillic).join("")));
  const stop = new Set(words.stop.map(key));

  /** The words of a text as {word, keys, stop}; a word with hyphens has its joined key, then one for each part. */
  function terms(text) {
    return Array.from(clean(text).matchAll(WORD), ([word]) => {
      const parts = word.split(PARTS);
      const joined = key(word);
      const keys = parts.length === 1 ? [joined] : [joined, ...parts.map(key)];
      return { word, keys: [...new Set(keys.filter(Boolean))], stop: stop.has(joined) };
    });
  }

  /** The word as it is compared with others for typing mistakes: in Cyrillic, letters that readers mix up made one. */
  const spelled = ({ word }) => fold(cyrillic(word));

  /** A word in Cyrillic with letters that readers mix up made one, but none of them left out or made two. */
  const lettersOf = (word) => Array.from(cyrillic(word), (letter) => (folds.get(letter)?.length === 1 ? folds.get(letter) : letter)).join("");
  const roots = new Map(Object.entries((russian || {}).roots || {}).map(([root, meant]) => [lettersOf(root), meant]));

  /** The keys of the words that the guide uses for a word of another language; none where the rules know none. */
  function translated({ word }) {
    const typed = roots.size ? lettersOf(word) : "";
    for (let length = typed.length; length > 2; length--) {
      const meant = roots.get(typed.slice(0, length));
      if (meant !== undefined) return typed.length - length > LONGEST_ENDING ? [] : terms(meant).filter(({ stop }) => !stop).map(({ keys }) => keys[0]);
    }
    return [];
  }

  return { key, terms, spelled, translated, otherReadings: () => [] };
}

/** Every spelling of a pattern whose capitals stand for sounds. */
function spellingsOf(pattern, sounds) {
  return Array.from(pattern).reduce((made, sign) => made.flatMap((start) => Array.from(sounds[sign] ?? sign, (letter) => start + letter)), [""]);
}
