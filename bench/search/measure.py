"""How big and how fast three searches are at 100, 1,000 and 10,000 sections, in one run of one real browser.

    .venv/bin/python bench/search/measure.py [SECTIONS ...]

Beside the guide's own search: Pagefind, and the search of Material for MkDocs, over the same generated pages, served
from this machine. Prints kilobytes fetched for all queries (compressed), milliseconds to the first answer, the median of
a further query from the key to the result, and the ratios. The exit status is 1 where a bar at 1,000 sections is missed.
"""

from __future__ import annotations

import gzip
import html
import json
import random
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import material
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import real_guide  # noqa: E402
from browsers import FLAGS, find_browser  # noqa: E402

import macros  # noqa: E402
from rights_kb.search.index_file import index_file  # noqa: E402
from rights_kb.search.ranking import Danger  # noqa: E402
from rights_kb.search.sections import Section, sections  # noqa: E402

SIZES = (100, 1_000, 10_000)
PIECES = 5
QUERIES = 100
# As the plug-in of Material sets them.
FIELDS = {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}}
LANGUAGE = "ru"
# At 1,000 sections: Material's time is to ours at least this, and Pagefind's.
BARS = {"material": 1.0, "pagefind": 4.0}
# Browsers tell the time to a tenth of a millisecond only: so much more is no slower.
TICK = 0.1
WORKER = """const search = new Worker(%s);
    const say = (message) => new Promise((answer, fail) => {
      search.onmessage = ({data}) => answer(data);
      search.onerror = ({message}) => fail(new Error(message));
      search.postMessage(message);
    });
    %s
    const ask = async (query) => (await say({type: 2, data: query})).data.items.length;"""
# What each engine does until it can be asked, as a page of it would.
ENGINES = {
    "site": WORKER
    % (
        'base + "worker.js"',
        'await say({type: 0, data: {config: {analyser: base + "analyser.js", index: base + "index.js"}}});',
    ),
    "material": WORKER
    % (
        "base + (await (await fetch(base + 'worker.txt')).text())",
        """const {config, docs} = await (await fetch(base + "search_index.json")).json();
    await say({type: 0, data: {config, docs, options: {suggest: true}}});""",
    ),
    "pagefind": """const pagefind = await import(base + "pagefind/pagefind.js");
    await pagefind.init();
    const ask = async (query) => {
      const {results} = await pagefind.search(query);
      await Promise.all(results.slice(0, 5).map((result) => result.data()));
      return results.length;
    };""",
}
START = """async ({base, query}) => {
    const start = performance.now();
    %s
    window.kbAsk = ask;
    const found = await ask(query);
    return {found, milliseconds: performance.now() - start};
}"""
# Each query once: what an engine has to fetch for it belongs to its time.
ASK = """async (query) => {
    const start = performance.now();
    await window.kbAsk(query);
    return performance.now() - start;
}"""


@dataclass(frozen=True)
class Measured:
    """Compressed bytes fetched for all answers, milliseconds to the first, the median of the others."""

    fetched: int
    first: float
    query: float


def generated(many: int, chance: random.Random) -> list[Section]:
    """So many pieces, a page having PIECES of them, made of the sentences of the guide."""
    real = list(sections(real_guide.library(), LANGUAGE, macros.render))
    lines = [line for section in real for line in section.fields["text"].split("\n") if len(line.split()) > 4]
    titles = [section.fields["heading"] or section.fields["title"] for section in real]
    found = []
    for number in range(many):
        page, place = divmod(number, PIECES)
        title = f"{titles[page % len(titles)]} {page}"
        text = "\n".join(chance.sample(lines, 6))
        fields = {"title": title, "heading": chance.choice(titles) if place else "", "names": "", "text": text}
        first = {} if place else {"keywords": "", "terms": ""}
        found.append(Section(f"page{page}", f"part{place}" if place else "", {**fields, **first}))
    return found


def asked(pieces: list[Section], chance: random.Random) -> list[str]:
    """Queries of one to three words that stand in the texts."""
    words = [word.strip(".,;:()«»") for piece in pieces for word in piece.fields["text"].split()]
    long = sorted({word for word in words if len(word) > 4 and word.isalpha()})
    return [" ".join(chance.sample(long, 1 + number % 3)) for number in range(QUERIES)]


def write_own(folder: Path, pieces: list[Section]) -> None:
    """The index and the scripts of the guide's search."""
    theme = ROOT / "theme/assets/search"
    for name, source in (("worker.js", "worker.js"), ("analyser.js", f"analyser-{LANGUAGE}.js")):
        (folder / name).write_bytes((theme / source).read_bytes())
    slugs = {piece.slug: f"{piece.slug}.html" for piece in pieces}
    around = {"labels": {}, "helplines": []}
    index = index_file(pieces, LANGUAGE, slugs, Danger(), frozenset(), {}, around, 20_000)
    (folder / "index.js").write_text(index, encoding="utf-8")


def write_material(folder: Path, pieces: list[Section]) -> None:
    """What Material's plug-in writes for the same pages, and its worker."""
    docs = [
        {
            "location": f"{piece.slug}.html{'#' if piece.anchor else ''}{piece.anchor}",
            "title": piece.fields["heading"] or piece.fields["title"],
            "text": "".join(f"<p>{html.escape(line)}</p>" for line in piece.fields["text"].split("\n")),
        }
        for piece in pieces
    ]
    config = {"lang": [LANGUAGE], "separator": r"[\s\-]+", "pipeline": ["stopWordFilter"], "fields": FIELDS}
    (folder / "search_index.json").write_text(
        json.dumps({"config": config, "docs": docs}, ensure_ascii=False), encoding="utf-8"
    )
    theme = Path(material.__file__).parent / "templates"
    scripts = folder / "assets/javascripts"
    for source in sorted((theme / "assets/javascripts").rglob("*.js")):
        target = scripts / source.relative_to(theme / "assets/javascripts")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    worker = next((scripts / "workers").glob("search.*.js"))
    (folder / "worker.txt").write_text(worker.relative_to(folder).as_posix(), encoding="utf-8")


def write_pagefind(folder: Path, pieces: list[Section]) -> None:
    """The same pages as HTML, indexed by Pagefind."""
    pages: dict[str, list[Section]] = {}
    for piece in pieces:
        pages.setdefault(piece.slug, []).append(piece)
    for slug, own in pages.items():
        parts = [f"<h1>{html.escape(own[0].fields['title'])}</h1>"]
        for piece in own:
            parts.append(f'<h2 id="{piece.anchor}">{html.escape(piece.fields["heading"])}</h2>' if piece.anchor else "")
            parts += [f"<p>{html.escape(line)}</p>" for line in piece.fields["text"].split("\n")]
        head = f'<!doctype html><html lang="{LANGUAGE}"><meta charset="utf-8"><title>{slug}</title>'
        (folder / f"{slug}.html").write_text(f"{head}<body>{''.join(parts)}</body></html>", encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"Pagefind cannot run. Install it: .venv/bin/python -m pip install 'pagefind[bin]'\n{done.stderr}")


WRITE = {"site": write_own, "material": write_material, "pagefind": write_pagefind}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal."""


class Tab:
    """A page of a folder in which one engine is asked, opened as for the first time."""

    def __init__(self, browser: Browser, folder: Path, engine: str) -> None:
        self.folder, self.engine = folder, engine
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        Thread(target=self.server.serve_forever, daemon=True).start()
        (folder / "ask.html").write_text(f'<!doctype html><html lang="{LANGUAGE}"><title>ask</title>', encoding="utf-8")
        self.base = f"http://127.0.0.1:{self.server.server_port}/"
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.page.set_default_timeout(600_000)
        self.page.goto(f"{self.base}ask.html")
        self.fetched: dict[str, None] = {}
        self.context.on("response", lambda response: self.fetched.setdefault(response.url))

    def start(self, query: str) -> float:
        """Milliseconds from opening the search to its first answer."""
        found = self.page.evaluate(START % ENGINES[self.engine], {"base": self.base, "query": query})
        if not found["found"]:
            raise SystemExit(f"{self.engine} finds nothing for {query}: what is measured is no search.")
        return found["milliseconds"]

    def ask(self, query: str) -> float:
        """Milliseconds from a query to its answer."""
        return self.page.evaluate(ASK, query)

    def close(self) -> int:
        """The compressed bytes that were fetched."""
        files = [self.folder / unquote(urlsplit(url).path).lstrip("/") for url in self.fetched]
        self.context.close()
        self.server.shutdown()
        return sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)


def measured(browser: Browser, folder: Path, pieces: list[Section], queries: list[str]) -> dict[str, Measured]:
    """All engines over the same pages, asked in turn, so that each has its share of what else the machine does."""
    tabs = {}
    for engine, write in WRITE.items():
        own = folder / engine
        own.mkdir(parents=True)
        write(own, pieces)
        tabs[engine] = Tab(browser, own, engine)
    first = {engine: tab.start(queries[0]) for engine, tab in tabs.items()}
    times: dict[str, list[float]] = {engine: [] for engine in tabs}
    for query in queries[1:]:
        for engine, tab in tabs.items():
            times[engine].append(tab.ask(query))
    return {engine: Measured(tab.close(), first[engine], statistics.median(times[engine])) for engine, tab in tabs.items()}


def main() -> int:
    """Print a table a size; 0 when the bars at 1,000 sections are kept."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    missed = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for size in sizes:
            chance = random.Random(size)
            pieces = generated(size, chance)
            queries = asked(pieces, chance)
            found = measured(browser, Path(temporary) / str(size), pieces, queries)
            own = found["site"]
            print(
                f"\n{size:,} sections\n{'':10} {'kB fetched':>11} {'first answer':>13} {'a query':>9}   × ours: first, query"
            )
            for engine, one in found.items():
                ratios = f"{one.first / own.first:5.2f} {one.query / own.query:6.2f}"
                print(
                    f"{engine:10} {one.fetched / 1000:11.0f} {one.first:10.0f} ms {one.query:6.1f} ms   {ratios}", flush=True
                )
                if size == 1_000 and (one.query + TICK) / own.query < BARS.get(engine, 0):
                    missed.append(f"{engine}: a query {one.query / own.query:.2f} × ours, the bar is {BARS[engine]}")
        browser.close()
    print("\n".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
