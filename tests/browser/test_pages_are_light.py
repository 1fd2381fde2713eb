"""What a first visit costs on a slow and dear connection, for the heaviest page of each section in each language."""

import gzip
import random
from pathlib import Path

import built_pages
import nginx
import pytest
from visits import Visit, visit

from rights_kb.library import open_library
from rights_kb.site.addresses import address

# What fits into the first round trip: ten packets of 1,460 bytes, less the headers of a server.
DANGER = 13_900
# With the style sheet and its headers a page stays within the whole of a visit.
PAGE = 18_500
VISIT = 30_000
# The page and its style sheet; a third request puts off the largest paint by one round trip.
REQUESTS = 2
# Registers are looked things up in rather than read, and grow with the guide: what such a page weighs, and why.
REGISTERS = {
    "about/sources": (30_000, "every source of every fact with its address, in one list that can be searched"),
    "about/a-z": (24_000, "every title, keyword and term, in the place of the search where there are no scripts"),
}


def troubles(name: str, seen: Visit, weight: int = VISIT) -> list[str]:
    """What a visit costs too much, or asks for in vain."""
    found = [f"{name}: failed: {url}" for url in seen.failed]
    found += [f"{name}: belongs to the search: {url}" for url in seen.asked[1:] if "search" in url]
    found += [f"{name}: {len(seen.asked)} requests, at most {REQUESTS}"] if len(seen.asked) > REQUESTS else []
    found += [f"{name}: {seen.weight} bytes, at most {weight}"] if seen.weight > weight else []
    return found


def packed(path: Path) -> int:
    """The size of a page as it travels."""
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


def too_heavy(site: Path, allowed: dict[str, int]) -> list[str]:
    """Pages that weigh more than they may; `allowed` says how much for those that are not ordinary."""
    found = []
    for page in built_pages.pages(site):
        weight, most = packed(site / page), allowed.get(page, PAGE)
        found += [f"{page}: {weight} bytes, at most {most}"] if weight > most else []
    return found


@pytest.fixture(scope="module")
def library(root):
    return open_library(root)


@pytest.fixture(scope="module")
def allowed(library):
    """The weight of the pages that have one of their own."""
    project = library.project
    every = [(language, slug) for language in library.languages for slug in library.slugs()]
    danger = {address(project, *key): DANGER for key in every if (page := library.pages.get(key)) and page.danger}
    return danger | {address(project, *key): REGISTERS[key[1]][0] for key in every if key[1] in REGISTERS}


@pytest.fixture(scope="module")
def heaviest(site, library):
    """The heaviest page of each section in each language, and the page for the lost."""
    found: dict[tuple[str, str], str] = {}
    for language in library.languages:
        for slug in library.slugs():
            page, key = address(library.project, language, slug), (language, slug.rpartition("/")[0])
            if slug not in REGISTERS and (key not in found or packed(site / page) > packed(site / found[key])):
                found[key] = page
    return ["404.html", *found.values()]


def test_no_page_weighs_more_than_it_may(site, allowed):
    assert allowed
    assert too_heavy(site, allowed) == []


def test_an_exception_that_is_not_needed_any_more_is_noticed(site, library):
    for slug in REGISTERS:
        weights = [packed(site / address(library.project, language, slug)) for language in library.languages]
        assert max(weights) > PAGE, f"{slug} is as light as other pages: take it from the exceptions"


def test_a_first_visit_takes_few_requests_and_few_bytes(browser, hosted, heaviest, library):
    assert len(heaviest) > len(library.languages)
    assert [trouble for page in heaviest for trouble in troubles(page, visit(browser, hosted + page))] == []


def test_a_register_weighs_what_it_may_and_the_rest_of_a_visit_no_more(browser, hosted, library):
    for slug, (weight, _) in REGISTERS.items():
        for language in library.languages:
            page = address(library.project, language, slug)
            assert troubles(page, visit(browser, hosted + page), weight + VISIT - PAGE) == []


def test_without_scripts_nothing_of_them_is_asked_for(browser, hosted):
    assert not [url for url in visit(browser, f"{hosted}index.html", scripts=False).asked if url.endswith(".js")]


def test_what_is_too_heavy_too_much_or_in_vain_is_noticed(browser, root, tmp_path, allowed):
    site = tmp_path / "site"
    site.mkdir()
    noise = random.Random(1).randbytes(VISIT).hex()
    asking = "".join(f'<script src="search{number}.js"></script>' for number in range(REQUESTS))
    (site / "index.html").write_text(f"<!doctype html><title>Heavy</title>{asking}<p>{noise}</p>")
    (site / "search0.js").write_text("1")
    docs = (root / "docs/hosting.md").read_text(encoding="utf-8")
    with nginx.serving(site, docs, tmp_path) as base:
        found = troubles("spoilt", visit(browser, f"{base}index.html"))
    failed = [trouble for trouble in found if "failed" in trouble]
    # A page without an icon lets the browser ask for one.
    assert len(failed) == REQUESTS and failed[-1] == f"spoilt: failed: {base}favicon.ico"
    assert len([trouble for trouble in found if "belongs to the search" in trouble]) == REQUESTS
    assert found[-2] == f"spoilt: {REQUESTS + 2} requests, at most {REQUESTS}"
    assert found[-1].endswith(f"bytes, at most {VISIT}")
    assert len(too_heavy(site, allowed)) == 1
