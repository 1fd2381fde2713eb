"""Weighs the pages of the guide beside the same texts in vanilla MkDocs Material, and asks Lighthouse about both.

    npm ci --prefix bench/weight --ignore-scripts
    .venv/bin/python bench/weight/measure.py [--language CODE] [--no-lighthouse] [--page SLUG ...]

Needs nginx and Chromium, as the tests do. Exit status 1 when a page of the guide does not keep a bar.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import nginx  # noqa: E402
from browsers import FLAGS, find_browser  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from visits import visit  # noqa: E402

from rights_kb.library import Library, open_library  # noqa: E402
from rights_kb.site.addresses import address  # noqa: E402

# The longest page of each section stands for it.
BYTES_BAR, REQUESTS_BAR = 30_000, 5
TRIES = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# The connections, as Lighthouse simulates them, and the least it may say of each category of a page of the guide.
CONNECTIONS = {
    "slow 4G": ((), (100, 100, 100, 100)),
    "400 kbit/s, 400 ms": (
        ("--throttling.rttMs=400", "--throttling.throughputKbps=400", "--throttling.cpuSlowdownMultiplier=4"),
        (98, 100, 100, 100),
    ),
}


@dataclass(frozen=True)
class Weighed:
    """One page of one site: requests, bytes, and what Lighthouse said over each connection, with the largest paint in ms."""

    requests: int
    weight: int
    said: dict[str, tuple[tuple[int, ...], float, tuple[str, ...]]]


def run(command: Iterable[str], tries: int = 1, **options: object) -> str:
    """What a program prints; stops with everything it said where it fails as often as it may be tried."""
    for _ in range(tries):
        done = subprocess.run([*command], capture_output=True, text=True, **options)
        if done.returncode == 0:
            return done.stdout
    raise SystemExit(f"{done.args[0]} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")


def build(config: Path, site: Path, **environment: str) -> None:
    """Build a site with MkDocs."""
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT), **environment}
    command = (sys.executable, "-m", "mkdocs", "build", "--config-file", str(config), "--site-dir", str(site))
    run(command, cwd=config.parent, env=variables)


def build_both(folder: Path) -> dict[str, Path]:
    """The guide, and its texts with their macros made in a vanilla theme, each built into a folder."""
    guide = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    texts = folder / "texts"
    ours = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "docs_dir": str(ROOT / guide["docs_dir"]),
        "hooks": [str(ROOT / "mkdocs_hooks.py"), str(HERE / "keep_texts.py")],
        "theme": {**guide["theme"], "custom_dir": str(ROOT / guide["theme"]["custom_dir"])},
    }
    # MkDocs and its macros look for things beside the configuration.
    config = ROOT / ".weight.yml"
    try:
        config.write_text(yaml.safe_dump(ours, allow_unicode=True), encoding="utf-8")
        build(config, folder / "guide", KEEP_TEXTS=str(texts))
    finally:
        config.unlink()
    i18n = next(plugin["i18n"] for plugin in guide["plugins"] if "i18n" in plugin)
    vanilla = {
        "site_name": guide["site_name"],
        "site_url": guide["site_url"],
        "docs_dir": "texts",
        "use_directory_urls": False,
        "nav": guide["nav"],
        # Fonts of another host cannot be weighed here, and would only make it heavier.
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"i18n": {**i18n, "reconfigure_material": False, "reconfigure_search": True}}],
        "markdown_extensions": guide["markdown_extensions"],
    }
    (folder / "vanilla.yml").write_text(yaml.safe_dump(vanilla, allow_unicode=True), encoding="utf-8")
    build(folder / "vanilla.yml", folder / "vanilla")
    return {"guide": folder / "guide", "vanilla": folder / "vanilla"}


def pages(library: Library, site: Path, language: str) -> dict[str, str]:
    """One page of each type: the home page, one about danger, and the longest of each section; addresses by slug."""
    places = {slug: address(library.project, language, slug) for slug in library.slugs()}
    size = {slug: (site / place).stat().st_size for slug, place in places.items()}
    sections: dict[str, list[str]] = {}
    for slug in places:
        sections.setdefault(slug.rpartition("/")[0], []).append(slug)
    longest = [max(slugs, key=size.__getitem__) for slugs in sections.values()]
    danger = max((slug for slug in places if library.pages[language, slug].danger), key=size.__getitem__)
    glossaries = [slug for slug in places if slug.endswith("glossary")]
    return {slug: places[slug] for slug in dict.fromkeys([*longest, danger, *glossaries])}


def lighthouse(url: str, flags: Iterable[str], browser: str) -> tuple[tuple[int, ...], float, tuple[str, ...]]:
    """What Lighthouse says of each category, the largest paint in ms, and the names of what it found wanting."""
    program = HERE / "node_modules/lighthouse/cli/index.js"
    if not program.is_file():
        raise SystemExit("There is no Lighthouse: npm ci --prefix bench/weight --ignore-scripts (or --no-lighthouse)")
    command = ["node", str(program), url, "--quiet", "--output=json", "--enable-error-reporting=false"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags=--headless=new {' '.join(FLAGS)}", *flags]
    # A browser now and then loses its own record of a visit (NO_NAVSTART); the visit says nothing then, and is made again.
    said = json.loads(run(command, tries=TRIES, env={**os.environ, "CHROME_PATH": browser}))
    scores = tuple(round(100 * said["categories"][name]["score"]) for name in CATEGORIES)
    # How fast this machine was just now: below about 1,000 something else was running, and speed is judged too harshly.
    print(f"    {scores}; speed of this machine: {said['environment']['benchmarkIndex']:.0f}", file=sys.stderr, flush=True)
    counted = {
        entry["id"] for name in CATEGORIES[1:] for entry in said["categories"][name]["auditRefs"] if entry["weight"] > 0
    }
    wanting = tuple(name for name in sorted(counted) if said["audits"][name]["score"] == 0)
    return scores, said["audits"]["largest-contentful-paint"]["numericValue"], wanting


def weigh(
    sites: dict[str, Path], chosen: dict[str, str], ask_lighthouse: bool, folder: Path
) -> dict[str, dict[str, Weighed]]:
    """Every chosen page of every site, served by nginx as docs/hosting.md says."""
    docs = (ROOT / "docs/hosting.md").read_text(encoding="utf-8")
    found: dict[str, dict[str, Weighed]] = {slug: {} for slug in chosen}
    with ExitStack() as stack:
        playwright = stack.enter_context(sync_playwright())
        path = find_browser() or playwright.chromium.executable_path
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for name, site in sites.items():
            room = folder / f"nginx-{name}"
            room.mkdir()
            base = stack.enter_context(nginx.serving(site, docs, room))
            for slug, place in chosen.items():
                seen = visit(browser, base + place)
                said = {
                    connection: lighthouse(base + place, flags, path)
                    for connection, (flags, _) in CONNECTIONS.items()
                    if ask_lighthouse
                }
                found[slug][name] = Weighed(len(seen.asked), seen.weight, said)
                print(f"  {name} {place}", file=sys.stderr, flush=True)
        browser.close()
    return found


def told(found: dict[str, dict[str, Weighed]]) -> list[str]:
    """The table for bench/README.md."""
    names = [f"{name}: {what}" for name in ("guide", "vanilla") for what in ("requests, KB", *CONNECTIONS)]
    lines = ["| page | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for slug, sites in found.items():
        cells = [slug]
        for seen in sites.values():
            cells.append(f"{seen.requests}, {seen.weight / 1000:.1f}")
            for connection in CONNECTIONS:
                if connection in seen.said:
                    scores, paint, _ = seen.said[connection]
                    cells.append(f"{' '.join(map(str, scores))}, {paint / 1000:.2f} s")
                else:
                    cells.append("not asked")
        lines.append("| " + " | ".join(cells) + " |")
    return lines


def bars_not_kept(found: dict[str, dict[str, Weighed]], registers: Iterable[str]) -> list[str]:
    """Pages of the guide that are too heavy, or that Lighthouse finds something wanting in."""
    wrong = []
    for slug, sites in found.items():
        seen = sites["guide"]
        if seen.requests > REQUESTS_BAR or (seen.weight > BYTES_BAR and slug not in registers):
            wrong.append(f"{slug}: {seen.requests} requests, {seen.weight} bytes")
        for connection, (scores, _, wanting) in seen.said.items():
            least = CONNECTIONS[connection][1]
            if any(score < bar for score, bar in zip(scores, least, strict=True)):
                wrong.append(f"{slug}, {connection}: {scores} of at least {least}; wanting: {', '.join(wanting) or 'speed'}")
    return wrong


def main() -> int:
    """Print the table and the bars that are not kept; 0 when all are."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--language", help="the language of the pages; the default language of the guide otherwise")
    parser.add_argument("--page", action="append", help="the slug of a page, instead of one of each type")
    parser.add_argument("--no-lighthouse", action="store_true", help="weigh only")
    asked = parser.parse_args()
    library = open_library(ROOT)
    language = asked.language or library.project.default
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        folder.chmod(0o755)
        sites = build_both(folder)
        chosen = pages(library, sites["guide"], language)
        if asked.page:
            chosen = {slug: address(library.project, language, slug) for slug in asked.page}
        found = weigh(sites, chosen, not asked.no_lighthouse, folder)
    print("\n".join(told(found)))
    # Registers have a budget of their own: see tests/browser/test_pages_are_light.py.
    registers = [slug for slug in found if slug.endswith(("sources", "a-z"))]
    wrong = bars_not_kept(found, registers)
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
