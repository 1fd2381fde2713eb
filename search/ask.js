// Asks the index of a built site as a reader's browser would: node search/ask.js SITE LANGUAGE < queries, one a line.
// Prints a line of JSON for each: the addresses of the pages found, best first, and the milliseconds it took.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

import { stemmed } from "./analysers.js";
import { createSearch } from "./engine.js";
import { rulesOf } from "./packed.js";

/** The search of a language of the site in `folder`, over its own index file, and the milliseconds it took to make. */
export async function openSearch(folder, language) {
  const scope = { self: {} };
  vm.runInNewContext(readFileSync(join(folder, "search", `${language}.js`), "utf8"), scope);
  // Through JSON, so that what comes from the file has the arrays of this script.
  const content = JSON.parse(JSON.stringify(scope.self.kbSearchIndex));
  const own = new URL(`./${language}/analyser.js`, import.meta.url);
  const analyser = existsSync(own) ? (await import(own)).createAnalyser(rulesOf(content)) : stemmed(rulesOf(content).rules);
  const start = performance.now();
  const search = createSearch(content, analyser);
  return { search, content, took: performance.now() - start };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder, language] = process.argv;
  const { search, took } = await openSearch(folder, language);
  console.error(`ready in ${took.toFixed(0)} ms`);
  for (const query of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
    const start = performance.now();
    const found = search.find(query).map(({ location }) => location);
    console.log(JSON.stringify({ query, found, ms: performance.now() - start }));
  }
}
