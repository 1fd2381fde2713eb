import assert from "node:assert";
import { readFileSync } from "node:fs";
import test from "node:test";

import { stemmed } from "./analysers.js";

const russian = stemmed(JSON.parse(readFileSync(new URL("./ru/rules.json", import.meta.url), "utf8")));

test("what is typed with the other keyboard or spelled by sound is read as it was meant", () => {
  const meant = (text) => russian.otherReadings(text);
  assert(meant("ghfdf").includes("права"));
  assert(meant("obyazannosti roditeley").includes("обязанности родителей"));
  assert(meant("shchenok i moy dom").includes("щенок и мой дом"));
  assert.deepEqual(meant("права"), []);
  assert.deepEqual(meant("111"), []);
});

test("a language without such rules has no other reading", () => assert.deepEqual(stemmed({}).otherReadings("ghfdf"), []));
