"""The searches that are measured: the guide's own, and two others over the same articles in a real browser."""

from __future__ import annotations

import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lxml import etree, html
from playwright.sync_api import Browser, sync_playwright

import macros
from rights_kb.library import Library, open_library
from rights_kb.search.ranking import open_index
from rights_kb.site.addresses import address

ROOT = Path(__file__).resolve().parents[2]
# Query → the slugs that are found, the best first.
Asked = dict[str, list[str]]
WITHOUT_PAGEFIND = "Pagefind is measured too, but it is not installed: .venv/bin/python -m pip install 'pagefind[bin]'"
# What Material's own search can stem, as a guide with these languages would set it.
LUNR = ["ru", "en"]

# The worker of the built site, asked as the box of the site asks it.
ASK_SITE = """async ({texts}) => {
  const addresses = {};
  for (const [name, value] of Object.entries(document.querySelector("[data-kb-search]").dataset)) {
    const short = name.replace(/^kbSearch/, "");
    if (["Worker", "Analyser", "Index"].includes(short)) addresses[short.toLowerCase()] = new URL(value, location.href).href;
  }
  const search = new Worker(addresses.worker);
  const ask = message => new Promise((answer, fail) => {
    search.onmessage = event => answer(event.data);
    search.onerror = event => fail(new Error(event.message));
    search.postMessage(message);
  });
  await ask({type: 0, data: {config: addresses}});
  const found = {};
  for (const text of texts) {
    found[text] = (await ask({type: 2, data: text})).data.items.map(page => page[0].location);
  }
  return found;
}"""

ASK_MATERIAL = """async ({base, worker, texts}) => {
  const {config, docs} = await (await fetch(base + "search/search_index.json")).json();
  const search = new Worker(base + worker);
  const ask = message => new Promise((answer, fail) => {
    search.onmessage = event => answer(event.data);
    search.onerror = event => fail(new Error(event.message));
    search.postMessage(message);
  });
  await ask({type: 0, data: {config, docs, options: {suggest: false}}});
  const found = {};
  for (const text of texts) {
    found[text] = (await ask({type: 2, data: text})).data.items.map(page => page[0].location);
  }
  return found;
}"""

ASK_PAGEFIND = """async ({base, texts}) => {
  const pagefind = await import(base + "pagefind/pagefind.js");
  await pagefind.init();
  const found = {};
  for (const text of texts) {
    const {results} = await pagefind.search(text);
    const pages = await Promise.all(results.slice(0, 10).map(result => result.data()));
    found[text] = pages.map(page => page.raw_url || page.url);
  }
  return found;
}"""


class Bench:
    """The guide, its built site, and what else is built from it; everything is made when it is first asked for."""

    def __init__(self, folder: Path, browser: Browser, built: Path | None) -> None:
        self.folder = folder
        self.browser = browser
        self.built = built

    @functools.cached_property
    def library(self) -> Library:
        """What the guide knows."""
        return open_library(ROOT)

    @functools.cached_property
    def site(self) -> Path:
        """The folder of the built site."""
        if self.built is not None:
            return self.built
        site = self.folder / "site"
        _run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)], ROOT)
        return site

    def articles(self, language: str) -> dict[str, tuple[str, str]]:
        """Title and HTML of each article, as it stands in the built page."""
        found = {}
        for slug in self.library.slugs():
            page = html.document_fromstring(
                (self.site / address(self.library.project, language, slug)).read_text(encoding="utf-8")
            )
            article = page.xpath("//article")[0]
            inside = "".join(etree.tostring(part, encoding="unicode", method="html") for part in article)
            found[slug] = (article.xpath("string(.//h1)").strip(), inside)
        return found

    def home(self, language: str) -> str:
        """The address of the first page of a language below the root of the site."""
        return address(self.library.project, language, "index")

    def ask(self, folder: Path, script: str, asking: str = "ask.html", **given: object) -> Asked:
        """What a script finds in a page of a folder that is served on this machine."""
        with _served(folder) as base:
            page = self.browser.new_page()
            page.set_default_timeout(600_000)
            page.goto(base + asking)
            answers = page.evaluate(script, {"base": base, **given})
            page.close()
        return {text: list(dict.fromkeys(map(_slug, found))) for text, found in answers.items()}


@contextmanager
def open_bench(built: Path | None) -> Iterator[Bench]:
    """A bench in a folder of its own, with a browser; `built` is a site that is built already."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield Bench(Path(folder), browser, built)
        browser.close()


def ask_python(bench: Bench, language: str, texts: list[str]) -> Asked:
    """What `kb search` finds."""
    index = open_index(bench.library, language, macros.render)
    return {text: [answer.slug for answer in index.find(text)] for text in texts}


def ask_site(bench: Bench, language: str, texts: list[str]) -> Asked:
    """What the search of the built site finds."""
    prefix = bench.home(language).removesuffix("index.html")
    found = bench.ask(bench.site, ASK_SITE, asking=bench.home(language), texts=texts)
    return {text: [slug.removeprefix(prefix) for slug in slugs] for text, slugs in found.items()}


def ask_material(bench: Bench, language: str, texts: list[str]) -> Asked:
    """What the search of Material for MkDocs (lunr) finds where the same articles are its only pages."""
    guide = bench.folder / f"material-{language}"
    for slug, (title, inside) in bench.articles(language).items():
        page = guide / "docs" / f"{slug}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\ntitle: {json.dumps(title)}\n---\n<div>\n{inside}\n</div>\n", encoding="utf-8")
    settings = {
        "site_name": "x",
        "use_directory_urls": False,
        "theme": {"name": "material", "font": False},
        "plugins": [{"search": {"lang": LUNR}}],
    }
    # JSON is YAML.
    (guide / "mkdocs.yml").write_text(json.dumps(settings), encoding="utf-8")
    _run([sys.executable, "-m", "mkdocs", "build", "--quiet"], guide)
    site = guide / "site"
    _page_that_asks(site, language)
    worker = next((site / "assets" / "javascripts" / "workers").glob("search.*.js")).relative_to(site).as_posix()
    return bench.ask(site, ASK_MATERIAL, worker=worker, texts=texts)


def ask_pagefind(bench: Bench, language: str, texts: list[str]) -> Asked:
    """What Pagefind finds in plain pages of the same articles."""
    site = bench.folder / f"pagefind-{language}"
    for slug, (title, inside) in bench.articles(language).items():
        page = site / f"{slug}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        head = f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
        page.write_text(f"{head}<body><main data-pagefind-body>{inside}</main></body></html>", encoding="utf-8")
    try:
        _run([sys.executable, "-m", "pagefind", "--site", str(site)], bench.folder)
    except subprocess.CalledProcessError as error:
        raise SystemExit(WITHOUT_PAGEFIND if "No module named" in error.stderr else error.stderr) from error
    _page_that_asks(site, language)
    return bench.ask(site, ASK_PAGEFIND, texts=texts)


ENGINES: dict[str, Callable[[Bench, str, list[str]], Asked]] = {
    "site": ask_site,
    "python": ask_python,
    "material": ask_material,
    "pagefind": ask_pagefind,
}
# Those of the guide, which must keep the bars.
OWN = {"site", "python"}


def _run(command: list[str], folder: Path) -> None:
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=folder, env=variables, check=True, capture_output=True, text=True, encoding="utf-8")


def _page_that_asks(site: Path, language: str) -> None:
    (site / "ask.html").write_text(f'<!doctype html><html lang="{language}"><title>x</title>', encoding="utf-8")


def _slug(address: str) -> str:
    return address.partition("#")[0].strip("/").removesuffix(".html")


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
