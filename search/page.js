/* What a page gains with scripts: the menu obeys the keyboard, the languages keep the section, search comes when asked for. */

/* Whoever holds one of these means something else than a plain tap: another tab, a download. */
const held = (event) => event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;

const drawer = document.getElementById("__drawer");
const menu = document.querySelector(".md-sidebar--primary");
const label = document.querySelector(".kb-menu-button");

/* Without scripts the menu opens by a label, which no key reaches, or as soon as the focus is in it. */
if (drawer && menu && label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.title = label.title;
  button.append(...label.childNodes);
  label.replaceWith(button);
  /* On a wide screen the menu is always there, and the button is not. */
  const folded = () => button.getClientRects().length > 0;
  const show = (open) => {
    drawer.checked = open;
    button.setAttribute("aria-expanded", open);
  };
  const shut = () => {
    show(false);
    if (folded()) button.focus({ preventScroll: true });
  };
  show(false);
  button.addEventListener("click", () => {
    show(true);
    menu.querySelector("a").focus({ preventScroll: true });
  });
  /* Whoever touches what is beside the menu. */
  drawer.addEventListener("change", shut);
  menu.addEventListener("focusin", () => folded() && show(true));
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) show(false);
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && drawer.checked) shut();
  });
}

/* The anchor of what is being read: what the address names while it is in view, else the heading above the text in view. */
const section = () => {
  const named = document.querySelector(":target");
  const inView = ({ top, bottom }) => bottom > 0 && top < innerHeight;
  if (!scrollY || (named && inView(named.getBoundingClientRect()))) return location.hash;
  let found = location.hash;
  for (const heading of document.querySelectorAll("article :is(h2, h3, h4)[id]"))
    if (heading.getBoundingClientRect().top < innerHeight / 3) found = `#${heading.id}`;
  return found;
};

const leave = document.querySelector(".kb-leave");

addEventListener("click", (event) => {
  const link = event.target.closest(".kb-languages a");
  if (!link) return;
  link.hash = section();
  /* So that one step back leads out of a page about danger, and not through its languages. */
  if (leave && !held(event)) {
    event.preventDefault();
    location.replace(link.href);
  }
});

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
  const open = () => load(() => window.kbSearch.open(box));
  box.addEventListener("click", (event) => {
    if (held(event)) return;
    event.preventDefault();
    open();
  });
  /* A link has the focus when somebody only passes by. */
  if (box.matches("input")) box.addEventListener("focus", open, { once: true });
  /* A letter alone would be in the way of whoever speaks to the device (WCAG 2.1.4).
     The key is known by its place, since it writes another letter in Cyrillic. */
  box.setAttribute("aria-keyshortcuts", "Control+K Meta+K");
  addEventListener("keydown", (event) => {
    if (event.code !== "KeyK" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  if (/[?&]q=/.test(location.search)) open();
  if (/[?&]h=/.test(location.search)) load(() => window.kbSearch.highlight());
};

const box = document.querySelector("[data-kb-search]");
if (box) search(box);
