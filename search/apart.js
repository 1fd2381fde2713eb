/** How many letters are wrong, missing, too many or exchanged with their neighbour; `most` + 1 where it is more. */
export function apart(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let earlier = [];
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let i = 1; i <= one.length; i++) {
    [earlier, before, row] = [before, row, [i]];
    for (let j = 1; j <= other.length; j++) {
      let cost = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, earlier[j - 2] + 1);
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return Math.min(row[other.length], most + 1);
}

/** Which letters a word has, as bits: one wrong letter changes two of them at most. */
function lettersOf(word) {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

/** How many bits are set. */
function count(bits) {
  let many = 0;
  for (let left = bits; left; left &= left - 1) many++;
  return many;
}

/** What finds, of words that begin with a letter, those with at most so many wrong letters: what they mean, and how many. */
export function spellingsOf(pairs) {
  const words = pairs.filter(([word]) => /^\p{L}/u.test(word));
  const letters = Int32Array.from(words, ([word]) => lettersOf(word));
  return function* (one, most) {
    const bits = lettersOf(one);
    for (let at = 0; at < words.length; at++) {
      if (count(bits ^ letters[at]) > 2 * most) continue;
      const many = apart(one, words[at][0], most);
      if (many <= most) yield [words[at][1], many];
    }
  };
}
