// Puts the scripts of the browser together: `npm run build`. What it writes is committed, so that a site needs no node.
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const [, , out = here("../theme/assets/search")] = process.argv;
const languages = readdirSync(here(".")).filter((name) => existsSync(here(`${name}/analyser.js`)));

const shared = { bundle: true, minify: true, format: "iife", target: "es2018", charset: "utf8", legalComments: "none", logLevel: "warning" };
await build({ ...shared, entryPoints: { page: here("page.js"), ui: here("ui.js"), worker: here("worker.js") }, outdir: out });
for (const language of languages)
  await build({
    ...shared,
    stdin: {
      contents: `import { createAnalyser } from "./${language}/analyser.js"; self.kbSearchAnalyser = createAnalyser;`,
      resolveDir: here("."),
    },
    outfile: `${out}/analyser-${language}.js`,
  });
