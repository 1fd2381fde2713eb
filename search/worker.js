// Answers queries beside the page. Messages are those of Material for MkDocs: 0 SETUP → 1 READY, 2 QUERY → 3 RESULT.
// From a folder a browser allows no worker: there this same file runs in the page, behind the same messages.

import { stemmed } from "./analysers.js";
import { createSearch } from "./engine.js";
import { rulesOf } from "./packed.js";

const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

/** What takes a message and answers through `answer`; `load` fetches a script. */
function createService(scope, load, answer) {
  let search = null;
  return async ({ type, data }) => {
    if (type === SETUP) {
      const { analyser, index } = data.config;
      if (analyser) await load(analyser);
      if (index) await load(index);
      const content = data.docs || scope.kbSearchIndex;
      const rules = rulesOf(content);
      search = createSearch(content, analyser ? scope.kbSearchAnalyser(rules) : stemmed(rules.rules));
      const { language, labels, helplines } = content;
      answer({ type: READY, data: { language, labels, helplines } });
    } else if (type === QUERY) {
      answer({ type: RESULT, data: search.ask(data) });
    }
  };
}

if (typeof document === "undefined") {
  const serve = createService(self, async (address) => importScripts(address), (message) => postMessage(message));
  addEventListener("message", (event) => serve(event.data));
} else {
  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });
  /** Stands in for a worker in the page. */
  window.kbSearchWorker = () => {
    const port = { onmessage: null, onerror: null };
    const serve = createService(window, load, (message) => setTimeout(() => port.onmessage({ data: message })));
    port.postMessage = (message) => serve(message).catch((error) => port.onerror && port.onerror(error));
    return port;
  };
}
