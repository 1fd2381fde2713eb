// The way to the worker. One query is under way at a time; of those typed meanwhile only the last is asked.

const SETUP = 0;
const READY = 1;
const QUERY = 2;

/** Start a worker at `addresses.worker`; where none is allowed (from a folder) the same file runs in the page. */
export function connect(addresses, load, { ready, result, failed }) {
  let port = null;
  let isReady = false;
  let asking = false;
  let next = null;

  function ask(query) {
    if (!isReady || asking) {
      next = query;
      return;
    }
    asking = true;
    port.postMessage({ type: QUERY, data: query });
  }

  function listen(made, refused) {
    port = made;
    port.onerror = refused;
    port.onmessage = ({ data: { type, data } }) => {
      if (type === READY) {
        isReady = true;
        ready(data);
      } else {
        asking = false;
        if (next === null) result(data);
      }
      if (next !== null) {
        const query = next;
        next = null;
        ask(query);
      }
    };
    port.postMessage({ type: SETUP, data: { config: addresses } });
  }

  const inPage = () => load(addresses.worker).then(() => listen(window.kbSearchWorker(), failed), failed);
  try {
    listen(new Worker(addresses.worker), (event) => {
      if (event.preventDefault) event.preventDefault();
      isReady ? failed() : inPage();
    });
  } catch {
    inPage();
  }
  return ask;
}
