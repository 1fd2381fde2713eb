import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { createAnalyser } from "./analyser.js";
import { RULES } from "./rules.js";

const { key, terms } = createAnalyser(RULES);
const lines = (name) =>
  readFileSync(new URL(`../vectors/${name}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => line.split("\t"));

test("every word has the key that the twin in Python gives", () => {
  const vectors = lines("ky.tsv");
  assert.ok(vectors.length >= 5000, `${vectors.length} are too few`);
  assert.deepEqual(vectors.filter(([word, expected]) => key(word) !== expected).map(([word, expected]) => [word, expected, key(word)]), []);
});

test("every form has the key of its dictionary form", () => {
  const wrong = lines("paradigms-ky.tsv").flatMap(([word, forms]) => forms.split(" ").filter((form) => key(form) !== key(word)));
  assert.deepEqual(wrong, []);
});

test("a word with a hyphen has its joined key and one for each part", () => {
  assert.deepEqual(terms("Үй-бүлөдө")[0].keys, [key("үйбүлө"), key("үй"), key("бүлө")]);
});

test("words that say nothing of the subject are marked", () => {
  assert.deepEqual(terms("бала жана укук").map((term) => term.stop), [false, true, false]);
});

test("nothing is too odd or too long", () => {
  for (const text of ["", "\u0000\u0007", "((((", "<b>x</b>", "👩‍👧", "\ud800", "а".repeat(10_000), "лар ".repeat(10_000)]) assert.ok(Array.isArray(terms(text)));
});
