"""The script of the search is loaded when a reader asks for it and not before, and what opens it works without scripts."""

import re

import pytest

WAY = re.compile(r"<a [^>]*\bdata-kb-search\b.*?</a>", re.DOTALL)
ELEMENTS = {
    "link": '<a id="way" href="index.html?list" data-kb-search data-kb-search-script="searching.js">search</a>',
    "input": '<input id="way" aria-label="search" data-kb-search data-kb-search-script="searching.js">',
}
SCRIPT = """window.kbSearch = {
    open: (element) => { document.title += ` opened by ${element.id}` },
    highlight: () => { document.title += " highlighted" },
}"""


@pytest.fixture
def page(phone, site, request):
    """A page with another search than its own, and the addresses of scripts that were asked for."""
    text = (site / "index.html").read_text(encoding="utf-8")
    kind = getattr(request, "param", "link")
    changed, count = WAY.subn(ELEMENTS[kind], text)
    assert count == 1
    changed = changed.replace("</article>", "<textarea></textarea></article>")
    phone.context.route("**/index.html*", lambda route: route.fulfill(body=changed, content_type="text/html; charset=utf-8"))
    phone.context.route("**/searching.js", lambda route: route.fulfill(body=SCRIPT, content_type="text/javascript"))
    phone.asked = []
    phone.page.on("request", lambda request: phone.asked.append(request.url.rpartition("/")[2]))
    phone.page.goto(f"{phone.base}index.html")
    phone.page.wait_for_load_state("networkidle")
    assert "searching.js" not in phone.asked
    phone.page.evaluate("document.title = ''")
    return phone


def title(phone, wanted):
    """Whether the title becomes what the script of the search makes of it."""
    for _ in range(40):
        if phone.page.title().strip() == wanted:
            return True
        phone.page.wait_for_timeout(50)
    return False


def test_a_tap_opens_it_every_time_and_loads_the_script_once(page):
    page.page.click("#way")
    assert title(page, "opened by way")
    page.page.click("#way")
    assert title(page, "opened by way opened by way")
    assert page.asked.count("searching.js") == 1
    assert page.page.url == f"{page.base}index.html"
    assert page.troubles == []


@pytest.mark.parametrize("page", ["input"], indirect=True)
def test_a_box_opens_it_as_soon_as_it_has_the_focus(page):
    page.page.focus("#way")
    assert title(page, "opened by way")


@pytest.mark.parametrize("keys", ["Control+k", "Meta+k"])
def test_the_keys_it_names_open_it(page, keys):
    assert page.page.get_attribute("#way", "aria-keyshortcuts") == "Control+K Meta+K"
    page.page.keyboard.press(keys)
    assert title(page, "opened by way")


def test_they_open_it_where_the_key_writes_another_letter(page):
    page.page.evaluate("dispatchEvent(new KeyboardEvent('keydown', {key: 'л', code: 'KeyK', ctrlKey: true}))")
    assert title(page, "opened by way")


def test_no_key_opens_it_without_another_that_is_held(page):
    """WCAG 2.1.4: a letter may be spoken to the device, or touched by chance."""
    for key in ("s", "f", "/", "k", "Shift+k", "Control+s", "Control+Alt+k", "Enter", "Space"):
        page.page.keyboard.press(key)
    page.page.wait_for_timeout(200)
    assert page.page.title() == ""
    assert "searching.js" not in page.asked


def test_an_address_with_a_question_opens_it(page):
    page.page.goto(f"{page.base}index.html?q=111")
    for _ in range(40):
        if page.page.title().endswith("opened by way"):
            break
        page.page.wait_for_timeout(50)
    assert page.page.title().endswith("opened by way")


def test_an_address_with_words_to_show_shows_them(page):
    page.page.goto(f"{page.base}index.html?h=111")
    for _ in range(40):
        if page.page.title().endswith("highlighted"):
            break
        page.page.wait_for_timeout(50)
    assert page.page.title().endswith("highlighted")


def test_where_the_script_does_not_come_the_link_leads_on(page):
    page.context.unroute("**/searching.js")
    page.context.route("**/searching.js", lambda route: route.abort())
    page.page.click("#way")
    page.page.wait_for_url("**/index.html?list")
