import assert from "node:assert/strict";
import { test } from "node:test";

import { apart } from "./apart.js";
import { stemmed } from "./analysers.js";

test("letters exchanged with their neighbour are one mistake", () => {
  assert.equal(apart("алимнет", "алимент", 2), 1);
  assert.equal(apart("бала", "мектеп", 2), 3);
});

test("a language without rules has its plain words for keys", () => {
  const { terms } = stemmed();
  assert.deepEqual(terms("Kitob-lar, 12 ta").map(({ keys }) => keys), [["kitoblar", "kitob", "lar"], ["12"], ["ta"]]);
});
