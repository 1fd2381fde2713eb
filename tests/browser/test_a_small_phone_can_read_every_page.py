import itertools

import built_pages

from rights_kb.library import open_library
from rights_kb.site.addresses import address

TABS = 6


def test_no_page_asks_in_vain_or_of_another_host_or_is_wider_than_the_screen(phone, site):
    wide = []
    pages = (page for page in built_pages.pages(site) if page != "404.html")
    tabs = [phone.tab() for _ in range(TABS)]
    # Several at once, since most of the time goes into waiting until a page asks for nothing more.
    while group := list(itertools.islice(pages, TABS)):
        opened = list(zip(tabs, group, strict=False))
        for tab, page in opened:
            tab.goto(phone.base + page, wait_until="commit")
        for tab, page in opened:
            tab.wait_for_load_state("networkidle")
            if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(page)
    assert phone.troubles == []
    assert wide == []


def test_a_request_that_fails_is_noticed(phone, site):
    phone.open("index.html")
    phone.page.evaluate("fetch('nowhere.json')")
    phone.page.wait_for_load_state("networkidle")
    assert phone.troubles == [f"404: {phone.base}nowhere.json"]


def test_a_page_about_danger_shows_a_helpline_in_the_first_screen(phone, root):
    library = open_library(root)
    for slug in library.slugs():
        for language in library.languages:
            page = library.page(language, slug)
            if page is None or not page.danger:
                continue
            phone.page.goto(phone.base + address(library.project, language, slug))
            for button in phone.page.locator(".kb-calls__button").all():
                box = button.bounding_box()
                assert box and box["y"] + box["height"] <= 640, (language, slug)
                assert box["height"] >= 44, "too small for a thumb"
