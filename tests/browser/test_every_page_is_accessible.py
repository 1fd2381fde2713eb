"""axe-core finds nothing wrong on any page, and what it cannot see is tried: the keyboard, large text, a narrow screen."""

import re

import built_pages
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from rights_kb.library import open_library
from rights_kb.site.addresses import address

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
# Another process for each, since axe keeps one busy.
TABS = 2
# Without `preload` axe does not ask for the style sheets once more, which only a rule that is off needs.
START = "() => { window.found = axe.run({resultTypes: ['violations'], preload: false, reporter: 'no-passes'}) }"
FOUND = """async () => (await window.found).violations.flatMap(
    ({id, nodes}) => nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 200)} ${failureSummary}`))"""


@pytest.fixture(scope="module")
def library(root):
    return open_library(root)


@pytest.fixture
def tabs(browser):
    contexts = [browser.new_context(viewport=PHONE, reduced_motion="reduce") for _ in range(TABS)]
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()


def types(site, pages: list[str]) -> set[str]:
    """A few pages that together show every class of the guide, so every kind of thing there is to see."""
    shown = {page: set(re.findall(r"\bkb-[\w-]+", (site / page).read_text(encoding="utf-8"))) for page in pages}
    missing, found = set().union(*shown.values()), set()
    while missing:
        best = max(pages, key=lambda page: (len(shown[page] & missing), -len(shown[page])))
        missing -= shown[best]
        found.add(best)
    return found


def look(tabs: list[Page], where: list[str]) -> list[str]:
    """What axe finds on pages that are open side by side."""
    for tab in tabs:
        tab.evaluate(START)
    return [f"{name}: {trouble}" for tab, name in zip(tabs, where, strict=True) for trouble in tab.evaluate(FOUND)]


def test_axe_finds_nothing_on_any_page(tabs, served, site):
    found = []
    # Every page once; what can be seen, also in the dark and on a desk. Pages that are looked at in all ways go together.
    pages = built_pages.pages(site)
    everywhere = types(site, pages)
    pages.sort(key=lambda page: page not in everywhere)
    for start in range(0, len(pages), TABS):
        group = pages[start : start + TABS]
        opened = tabs[: len(group)]
        for tab, page in zip(opened, group, strict=True):
            tab.set_viewport_size(PHONE)
            tab.emulate_media(color_scheme="light")
            tab.goto(served + page, wait_until="commit")
        for tab in opened:
            tab.wait_for_load_state("load")
            tab.evaluate(AXE_SCRIPT)
        found += look(opened, [f"{page}, 360 px, light" for page in group])
        if not everywhere & set(group):
            continue
        for screen, scheme in ((PHONE, "dark"), (DESK, "dark"), (DESK, "light")):
            for tab in opened:
                tab.set_viewport_size(screen)
                tab.emulate_media(color_scheme=scheme)
            found += look(opened, [f"{page}, {screen['width']} px, {scheme}" for page in group])
    assert found == []


def test_axe_notices_pale_words_and_a_picture_without_words(tabs, served):
    tab = tabs[0]
    tab.goto(f"{served}index.html")
    tab.evaluate(
        """() => {
            const words = document.createElement("p");
            words.textContent = "pale";
            words.style.color = "#bbb";
            document.querySelector("main p").append(words, document.createElement("img"));
        }"""
    )
    tab.evaluate(AXE_SCRIPT)
    found = look([tab], ["index.html"])
    assert [trouble.split(": ")[1] for trouble in found] == ["color-contrast", "image-alt"]


def test_the_menu_is_reached_by_keyboard_and_comes_into_view(phone):
    phone.open("index.html")
    for _ in range(40):
        phone.page.keyboard.press("Tab")
        if phone.page.evaluate("document.activeElement.matches('.kb-menu a')"):
            break
    # Asked again and again: what waits inside the page needs `eval`, which the page's own policy forbids.
    for _ in range(50):
        if phone.page.evaluate("document.activeElement.getBoundingClientRect().left >= 0"):
            break
        phone.page.wait_for_timeout(100)
    assert phone.page.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
    assert phone.page.evaluate("document.activeElement.matches('.kb-menu a')")


def test_the_focus_can_be_seen_on_whatever_it_stands(phone):
    phone.open("index.html")
    unseen = []
    for _ in range(40):
        phone.page.keyboard.press("Tab")
        name = phone.page.evaluate(
            """() => {
                const here = document.activeElement;
                const shown = here.id ? document.querySelector(`.md-header label[for="${here.id}"]`) || here : here;
                const {outlineStyle, outlineWidth} = getComputedStyle(shown);
                return here === document.body || outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
                    || here.matches(".md-search *") ? null : here.outerHTML;
            }"""
        )
        unseen += [name] if name else []
    assert unseen == []


@pytest.mark.parametrize("screen", [320, 640], ids=["320 px", "twice as large"])
def test_no_page_scrolls_sideways(phone, library, screen):
    # 640 px with letters of twice their size is the zoom of 200 % of the standard on the narrowest phone.
    phone.page.set_viewport_size({"width": screen, "height": 640})
    wide = []
    for slug in library.slugs():
        phone.page.goto(phone.base + address(library.project, library.project.default, slug))
        if screen > 320:
            phone.page.evaluate("document.documentElement.style.fontSize = '200%'")
        if phone.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(slug)
    assert wide == []
