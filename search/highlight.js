// Marks in the page a reader came to the words that were found, and takes the marks away on demand.

const MOST_SIGNS = 300;
const MOST_MARKS = 300;
const SKIPPED = "script, style, mark, button, input, textarea, select";
const WORD = /[\p{L}\p{N}]+(?:[-‐‑’'.][\p{L}\p{N}]+)*/gu;

/** Mark the words of `?h=` in the article, in the language of the page only; `label` is said on the button that unmarks. */
export function highlight(label) {
  const asked = (new URLSearchParams(location.search).get("h") || "").slice(0, MOST_SIGNS);
  const wanted = new Set(asked.toLowerCase().match(WORD) || []);
  const article = document.querySelector("main article, main, article");
  if (!wanted.size || !article) return;
  const language = document.documentElement.lang;
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, (node) => {
    const { parentElement: around } = node;
    const own = around.closest("[lang]");
    return around.closest(SKIPPED) || (own && own.lang !== language) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const marks = [];
  for (const text of texts) {
    if (marks.length >= MOST_MARKS) break;
    const parts = [];
    let end = 0;
    for (const { 0: word, index } of text.data.matchAll(WORD)) {
      if (!wanted.has(word.toLowerCase())) continue;
      const mark = document.createElement("mark");
      mark.textContent = word;
      parts.push(text.data.slice(end, index), mark);
      marks.push(mark);
      end = index + word.length;
    }
    if (parts.length) text.replaceWith(...parts, text.data.slice(end));
  }
  if (marks.length) offerToUnmark(article, marks, label);
}

function offerToUnmark(article, marks, label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "kb-unmark";
  button.textContent = label;
  const unmark = () => {
    for (const mark of marks) {
      const { parentNode: around } = mark;
      if (!around) continue;
      mark.replaceWith(mark.textContent);
      around.normalize();
    }
    button.remove();
    document.removeEventListener("keydown", onKey);
  };
  const onKey = (event) => {
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) unmark();
  };
  button.addEventListener("click", unmark);
  document.addEventListener("keydown", onKey);
  article.prepend(button);
}
