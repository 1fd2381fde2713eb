"""The way out of pages about danger: always in reach, at once, without a trace where a page can avoid one."""

from urllib.parse import urlsplit

import built_pages
import pytest

from rights_kb.library import open_library
from rights_kb.site.addresses import address


@pytest.fixture(scope="module")
def library(root):
    return open_library(root)


def pages(library, danger: bool) -> list[str]:
    """The pages that are about danger, or those that are not."""
    return [
        address(library.project, language, slug)
        for (language, slug), page in sorted(library.pages.items())
        if bool(page.danger) == danger
    ]


def outside(phone, library):
    """A page in place of the other site, so that no test asks another host for anything."""
    phone.context.route(
        library.project.leave_to, lambda route: route.fulfill(body="<title>else</title>", content_type="text/html")
    )


def test_only_pages_about_danger_offer_it_and_say_what_it_cannot_hide(site, library):
    for danger in (True, False):
        assert pages(library, danger)
        for page in pages(library, danger):
            tree = built_pages.read(site / page)
            assert (tree.xpath("//@href").count(library.project.leave_to) == 1) == danger, page
            assert bool(tree.cssselect(".kb-leave-limits")) == danger, page


def test_it_stays_in_reach_of_a_thumb_however_far_one_scrolls(phone, library):
    for page in pages(library, True):
        phone.page.goto(phone.base + page)
        for part in (0, 0.5, 1):
            phone.page.evaluate("part => scrollTo(0, part * document.documentElement.scrollHeight)", part)
            box = phone.page.locator(".kb-leave a").bounding_box()
            assert box["y"] >= 0 and box["y"] + box["height"] <= 640 and box["x"] + box["width"] <= 360, page
            assert box["height"] >= 44 and box["width"] >= 44, page
            assert phone.page.evaluate(
                "([x, y]) => !!document.elementFromPoint(x, y).closest('.kb-leave')",
                [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2],
            ), f"{page}: covered at {part}"


def test_it_covers_no_helpline_of_the_first_screen(phone, library):
    for page in pages(library, True):
        phone.page.goto(phone.base + page)
        top = phone.page.locator(".kb-leave").bounding_box()["y"]
        for button in phone.page.locator(".kb-calls__button").all():
            box = button.bounding_box()
            assert box["y"] + box["height"] <= top, page


@pytest.mark.parametrize("way", ["tap", "keyboard"])
def test_it_covers_the_page_at_once_and_leaves_no_entry_to_go_back_to(phone, library, way):
    outside(phone, library)
    page = pages(library, True)[-1]
    phone.open(pages(library, False)[0])
    phone.page.goto(phone.base + page)
    before = phone.page.evaluate("history.length")
    if way == "tap":
        phone.page.click(".kb-leave a")
    else:
        for _ in range(3):
            phone.page.keyboard.press("Tab")
            if phone.page.evaluate("!!document.activeElement.closest('.kb-leave')"):
                break
        phone.page.keyboard.press("Enter")
    phone.page.wait_for_url(library.project.leave_to)
    assert phone.page.evaluate("history.length") == before
    assert phone.page.evaluate("document.referrer") == ""
    phone.page.go_back()
    assert phone.page.url == phone.base + pages(library, False)[0]


def test_what_is_seen_while_the_other_site_is_slow_is_empty_and_has_another_title(phone, library):
    phone.context.route(library.project.leave_to, lambda route: route.abort())
    phone.page.goto(phone.base + pages(library, True)[0])
    # In one step, before the other site can have answered.
    text, title = phone.page.evaluate(
        "() => { document.querySelector('.kb-leave a').click(); return [document.body.innerText.trim(), document.title] }"
    )
    assert text == ""
    assert title == urlsplit(library.project.leave_to).hostname


def test_without_scripts_it_is_a_plain_link(phone_without_scripts, library):
    outside(phone_without_scripts, library)
    phone_without_scripts.page.goto(phone_without_scripts.base + pages(library, True)[0])
    phone_without_scripts.page.click(".kb-leave a")
    assert phone_without_scripts.page.url == library.project.leave_to


def test_the_switcher_adds_no_entry_and_keeps_the_section(phone, library):
    page = next(page for page in pages(library, True) if page.startswith(library.languages[-1]))
    phone.page.goto(phone.base + page)
    section = phone.page.locator("article h2[id]").first.get_attribute("id")
    phone.page.goto(f"{phone.base}{page}#{section}")
    before = phone.page.evaluate("history.length")
    phone.page.click(".kb-languages a:not([aria-current])")
    phone.page.wait_for_url(lambda url: page not in url)
    assert phone.page.evaluate("history.length") == before
    assert phone.page.url.endswith(f"#{section}")
