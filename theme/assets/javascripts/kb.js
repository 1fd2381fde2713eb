/* What a page gains with scripts: the menu obeys the keyboard, the languages keep the section, search comes when it is asked for. */
(() => {
  "use strict";

  const drawer = document.getElementById("__drawer");
  const menu = document.querySelector(".md-sidebar--primary");

  /* On a wide screen the menu is always there, and the box that opens it is not. */
  const folded = () => drawer.getClientRects().length > 0;

  const shut = () => {
    drawer.checked = false;
    drawer.focus({ preventScroll: true });
  };

  if (drawer && menu) {
    drawer.addEventListener("change", () => {
      if (drawer.checked) menu.querySelector("a").focus({ preventScroll: true });
      else shut();
    });
    menu.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && relatedTarget !== drawer && !menu.contains(relatedTarget)) drawer.checked = false;
    });
    addEventListener("keydown", ({ key }) => {
      if (key === "Escape" && folded() && (drawer.checked || menu.contains(document.activeElement))) shut();
    });
  }

  /* The anchor of what is being read: what the address names while it is in view, else the heading above the text in view. */
  const section = () => {
    const named = document.querySelector(":target");
    const inView = ({ top, bottom }) => bottom > 0 && top < innerHeight;
    if (!scrollY || (named && inView(named.getBoundingClientRect()))) return location.hash;
    const above = [...document.querySelectorAll("article :is(h2, h3, h4)[id]")].filter(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
    );
    return above.length ? `#${above[above.length - 1].id}` : location.hash;
  };

  /* Before any other listener, so that whoever follows the link instead of the browser finds the section in it. */
  addEventListener(
    "click",
    ({ target }) => {
      const link = target.closest(".kb-languages a");
      if (link) link.hash = section();
    },
    true,
  );

  /* The style sheet opens folded parts on paper where the browser lets it; here they are opened for the others. */
  if (!CSS.supports("selector(::details-content)"))
    addEventListener("beforeprint", () => {
      for (const part of document.querySelectorAll("details")) part.open = true;
    });

  const search = (box) => {
    let script;
    const load = (then) => {
      if (window.kbSearch) return then();
      if (!script) {
        script = document.createElement("script");
        script.src = box.dataset.kbSearchScript;
        document.head.append(script);
      }
      script.addEventListener("load", then, { once: true });
      /* The list of everything is what the link leads to anyway. */
      script.addEventListener("error", () => box.href && location.assign(box.href), { once: true });
    };
    const open = (event) => {
      if (event && (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)) return;
      if (event) event.preventDefault();
      load(() => window.kbSearch.open(box));
    };
    document.documentElement.classList.replace("no-js", "js");
    box.addEventListener("click", open);
    /* A link has the focus when somebody only passes by. */
    if (box.matches("input")) box.addEventListener("focus", () => open(), { once: true });
    addEventListener("keydown", (event) => {
      if (["/", "s", "f"].includes(event.key) && !event.target.closest("input, textarea, select, [contenteditable]")) open(event);
    });
    const asked = new URLSearchParams(location.search);
    if (asked.has("q")) open();
    if (asked.has("h")) load(() => window.kbSearch.highlight());
  };

  const box = document.querySelector("[data-kb-search]");
  if (box) search(box);
})();
