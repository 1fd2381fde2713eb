"""Search answers in each language, on every screen, from a server and from a folder, and asks for nothing before."""

import gzip
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from searching import OPENER, RESULT, SCREENS, TITLE, Search

# A page of the language, a query as readers type it, and the page that answers it.
ASKED = {
    "ky": ("rights/family.html", "алименттен", "rights/maintenance.html"),
    "ru": ("ru/rights/family.html", "fkbvtyns", "ru/rights/maintenance.html"),
    "en": ("en/rights/family.html", "maintenence", "en/rights/maintenance.html"),
}
# What the scripts and the index of a language may weigh together.
WEIGHT = 60_000
START = "() => { window.found = axe.run({resultTypes: ['violations'], preload: false, reporter: 'no-passes'}) }"
FOUND = """async () => (await window.found).violations.flatMap(
    ({id, nodes}) => nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 200)} ${failureSummary}`))"""


@pytest.fixture(params=SCREENS)
def search(request, browser):
    context = browser.new_context(viewport=SCREENS[request.param])
    yield Search(context.new_page())
    context.close()


def base(way: str, served: str, site: Path) -> str:
    return served if way == "server" else f"{site.as_uri()}/"


@pytest.mark.parametrize("way", ["server", "folder"])
@pytest.mark.parametrize("language", ASKED)
def test_a_query_finds_its_page_with_its_words_marked(search, served, site, language, way):
    page, query, answer = ASKED[language]
    root = base(way, served, site)
    search.open(root + page)
    search.type(query)
    found = search.pages()
    assert found[0] == root + answer
    assert search.tab.locator(f"{RESULT} mark").count() > 0
    own = {name for name in ("ky", "ru", "en") if answer.startswith(f"{name}/")} or {""}
    folder = root + "".join(f"{name}/" for name in own if name)
    others = [f"{root}{name}/" for name in ("ru", "en") if f"{root}{name}/" != folder]
    assert all(address.startswith(folder) and not address.startswith(tuple(others)) for address in found)
    assert search.troubles == []


@pytest.mark.parametrize("language", ASKED)
def test_nothing_of_the_search_is_asked_for_before_it_is_opened_and_little_then(search, served, site, language):
    page, query, _ = ASKED[language]
    search.tab.goto(served + page)
    search.tab.wait_for_load_state("networkidle")
    assert [url for url in search.asked if "search" in url] == []
    before = len(search.asked)
    search.tab.locator(OPENER).click()
    search.ready()
    search.fill(query)
    files = [site / unquote(urlsplit(url).path).lstrip("/") for url in search.asked[before:]]
    # The icon of a page comes when the browser likes.
    files = [file for file in files if file.suffix != ".svg"]
    assert len(files) == 4 and sum(file.parent.name == "search" and file.parent.parent == site for file in files) == 1
    assert sum(len(gzip.compress(file.read_bytes(), 9)) for file in files) <= WEIGHT
    others = [name for name in ASKED if name != language]
    assert not any(file.stem.split(".")[0].removeprefix("analyser-") in others for file in files)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_wrong_with_the_open_search(search, served, scheme):
    search.tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    search.open(f"{served}en/help/violence.html")
    found = []
    for query in ("violence at home", "qqqqzzzz"):
        search.fill(query)
        search.tab.evaluate(AXE_SCRIPT)
        search.tab.evaluate(START)
        found += search.tab.evaluate(FOUND)
    assert found == []


def test_without_scripts_search_is_the_list_of_all_words(phone_without_scripts):
    phone_without_scripts.open("ru/rights/work.html")
    phone_without_scripts.page.locator(OPENER).click()
    assert phone_without_scripts.page.url.endswith("/ru/about/a-z.html")
    words = phone_without_scripts.page.locator(".kb-words a")
    assert words.count() > 300
    phone_without_scripts.page.locator(".kb-letters a").nth(3).click()
    assert "#letter-" in phone_without_scripts.page.url


def test_a_section_and_a_row_of_a_table_are_found(search, served):
    search.open(f"{served}en/index.html")
    search.fill("child labour Naryn Region")
    assert search.pages()[0].endswith("figures/child-labour.html")
    rows = search.tab.locator(f"{RESULT}:first-child a[href*='#']")
    assert any("Naryn" in text for text in rows.all_inner_texts())
    assert search.tab.locator(TITLE).count() > search.tab.locator(RESULT).count()
