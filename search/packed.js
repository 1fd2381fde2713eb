// The way back of rights_kb/search/packed.py, which says how texts are packed.

const CLOSING = new Set(",.;:!?)]}%»”…’");
const OPENING = new Set("([{«“„№\n");
const ENDS = new Set(".!?\n·");
const SPACE = "\u0001";
const AS_IT_IS = "\u0002";
const SIGNS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter((sign) => sign !== '"' && sign !== "\\");
const VALUE = new Map(SIGNS.map((sign, value) => [sign, value]));
const LEADS = [51, 36, 4, 1];
const SAME = "!#$%&()*+/:;<=>?@[]^`{|}~";
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/** The list of words of `{common, words, letters}`. */
export function wordsOf({ common, words, letters }) {
  const bySign = new Map(Array.from(letters, (letter, place) => [LETTERS[place] || String.fromCharCode(0x100 + place), letter]));
  const found = [];
  for (const sign of words) {
    const same = SAME.indexOf(sign);
    if (same >= 0) found.push(found.length ? found[found.length - 1].slice(0, same) : "");
    else found[found.length - 1] += bySign.get(sign);
  }
  return common.concat(found);
}

/** The words of a further list that was packed with the letters of `{letters}`. */
export const listed = ({ letters }, packed) => wordsOf({ common: [], words: packed, letters });

/** The numbers of the words of a packed text. */
export function numbersOf(text) {
  const numbers = [];
  for (let at = 0; at < text.length; ) {
    let value = VALUE.get(text[at++]);
    let base = 0;
    let more = 0;
    for (; value >= LEADS[more]; more++) {
      value -= LEADS[more];
      base += LEADS[more] * SIGNS.length ** more;
    }
    for (; more > 0; more--) value = value * SIGNS.length + VALUE.get(text[at++]);
    numbers.push(base + value);
  }
  return numbers;
}

/** Numbers in rising order, of which the first and then the steps between them are packed. */
export function sumsOf(text) {
  let sum = 0;
  return numbersOf(text).map((step) => (sum += step));
}

const HASH_BITS = 18;

/** The number of a key that hardly anybody says: FNV-1a over its UTF-16 units, folded. */
export function hashed(key) {
  let value = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  return ((value ^ (value >>> HASH_BITS)) & ((1 << HASH_BITS) - 1)) >>> 0;
}

/** The rules of `content` with their long lists of words, and the words of another language, which were packed with its texts. */
export function rulesOf(content) {
  const { lists = [], roots = ["", ""] } = content;
  const rules = Object.assign({}, content.rules);
  for (const [rule, field, packed] of lists) rules[rule] = { ...rules[rule], [field]: listed(content, packed) };
  if (!rules.russian) return rules;
  const all = wordsOf(content);
  const meant = textOf(tokensOf(numbersOf(roots[1]), all, kindsOf(all))).split(",");
  let same = "";
  rules.russian = { roots: Object.fromEntries(listed(content, roots[0]).map((root, place) => [root, (same = meant[place].trim() || same)])) };
  return rules;
}

/** What is to be known of each word of a list to put texts together. */
export function kindsOf(words) {
  const kinds = [OPENING, CLOSING, ENDS, new Set([SPACE]), new Set([AS_IT_IS])];
  return Uint8Array.from(words, (word) => kinds.reduce((found, kind, bit) => found | (kind.has(word) ? 1 << bit : 0), 0));
}

/** The words of a text as {shown, number, space}: as a reader sees them, their number, and whether a space stands before. */
export function tokensOf(numbers, words, kinds) {
  const tokens = [];
  // A text begins as a line does.
  let before = 1 | 4;
  let otherSpace = false;
  let asItIs = false;
  for (const number of numbers) {
    const kind = kinds[number];
    if (kind & 8) otherSpace = true;
    else if (kind & 16) asItIs = true;
    else {
      const word = words[number];
      const space = word !== "\n" && (!(before & 1) && !(kind & 2)) !== otherSpace;
      tokens.push({ shown: before & 4 && !asItIs ? capital(word) : word, number, space, marked: false });
      before = kind;
      otherSpace = asItIs = false;
    }
  }
  return tokens;
}

/** The text of its words. */
export const textOf = (tokens) => tokens.map(({ shown, space }) => (space ? " " : "") + shown).join("");

function capital(word) {
  const [first = ""] = word;
  const large = first.toUpperCase();
  return Array.from(large).length === 1 ? large + word.slice(first.length) : word;
}
