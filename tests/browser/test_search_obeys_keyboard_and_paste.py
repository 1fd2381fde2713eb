"""The search obeys whoever types, pastes, dictates or walks by keys, and whatever is put into it stays text."""

import pytest
from playwright.sync_api import expect
from searching import INPUT, META, OPENER, PATIENCE, RESULT, SCREENS, Search

HOSTILE = {
    "control signs": "\x01\x07\x1b\x7f",
    "ten thousand letters": "а" * 10_000,
    "ten thousand words": "бала " * 2_000,
    "signs of patterns": "(((*+?[]{}|\\^$.",
    "pictures": "👩‍👧 🆘 ребёнок 👶🏽",
    "mixed scripts": "pебёноk balа ребёнок child ილ 児童",
    "elements": "<img src=x onerror=window.ran=1><script>window.ran=1</script>",
    "characters of elements": "&lt;b&gt; \"'><mark>x</mark>",
    "half a sign": "\ud83d",
    "names of objects": "constructor __proto__ toString",
}


@pytest.fixture(params=SCREENS)
def search(request, browser, served):
    context = browser.new_context(viewport=SCREENS[request.param])
    found = Search(context.new_page())
    found.open(f"{served}ru/index.html")
    yield found
    context.close()


def test_whatever_changes_the_field_searches_without_a_key(search):
    value = "(value) => { const field = document.querySelector('.md-search__input'); field.value = value; %s }"
    search.tab.evaluate(value % "field.dispatchEvent(new InputEvent('input', {bubbles: true}))", "опека")
    search.answered()
    assert search.pages()
    search.tab.evaluate(value % "field.dispatchEvent(new CompositionEvent('compositionend'))", "алименты")
    search.answered()
    assert search.pages()[0].endswith("/rights/maintenance.html")


def test_a_pasted_query_searches(search):
    search.tab.locator(INPUT).focus()
    search.tab.keyboard.insert_text("травля в школе")
    search.answered()
    assert search.pages()[0].endswith("/help/bullying.html")


def test_the_keys_walk_through_the_results_and_back(search):
    search.type("алименты")
    search.tab.keyboard.press("ArrowDown")
    assert "md-search-result__link" in search.focus()
    search.tab.keyboard.press("ArrowUp")
    assert "md-search__input" in search.focus()
    search.tab.keyboard.press("ArrowDown")
    search.tab.keyboard.type("s")
    search.answered()
    assert search.tab.locator(INPUT).input_value() == "алиментыs"
    search.tab.keyboard.press("Escape")
    assert not search.tab.locator(".kb-search").is_visible()
    assert "kb-search-button" in search.focus()


def test_the_keys_open_the_search_and_enter_opens_the_first_page_with_its_words_marked(search, served):
    search.tab.keyboard.press("Escape")
    search.tab.keyboard.press("Control+k")
    expect(search.tab.locator(".kb-search")).to_be_visible(timeout=PATIENCE)
    search.type("алименты")
    first = search.pages()[0]
    search.tab.keyboard.press("Enter")
    search.tab.wait_for_url(f"{first}?h=*")
    marks = search.tab.locator("main mark")
    expect(marks.first).to_be_attached(timeout=PATIENCE)
    assert "алимент" in marks.first.inner_text().lower()
    search.tab.locator(".kb-unmark").click()
    assert marks.count() == 0


def test_no_letter_alone_opens_the_search(search):
    search.tab.keyboard.press("Escape")
    for key in "sf/":
        search.tab.keyboard.press(key)
    search.tab.wait_for_timeout(200)
    assert not search.tab.locator(".kb-search").is_visible()


def test_the_suggestion_is_taken_with_the_right_arrow(search):
    search.type("алимен")
    typed = search.tab.locator(INPUT)
    suggested = search.tab.locator(".kb-search__ghost").inner_text()
    assert suggested.startswith("алимент")
    search.tab.keyboard.press("ArrowRight")
    search.answered()
    assert typed.input_value() == suggested


def test_a_shared_link_asks_its_query_again(search, served):
    search.fill("телефон доверия")
    href = search.tab.locator(".kb-search__share").get_attribute("href")
    search.tab.goto(f"{served}ru/index.html{href}")
    expect(search.tab.locator(RESULT).first).to_be_visible(timeout=PATIENCE)
    assert search.tab.locator(INPUT).input_value() == "телефон доверия"


def test_words_of_danger_show_helplines_before_any_page(search):
    search.fill("меня бьют дома")
    numbers = search.tab.locator(".kb-search__help a[href^='tel:']")
    assert "111" in numbers.all_inner_texts()
    above, below = numbers.first.bounding_box(), search.tab.locator(RESULT).first.bounding_box()
    assert above["y"] < below["y"]
    assert any(page.endswith(("/help/index.html", "/help/violence.html")) for page in search.pages()[:2])


def test_whoever_finds_nothing_is_told_what_was_asked_whom_to_call_and_where_to_look(search):
    search.fill("щщщщъъъ")
    assert "щщщщъъъ" in search.tab.locator(META).inner_text()
    assert search.pages() == []
    assert "111" in search.tab.locator(".kb-search__other a[href^='tel:']").all_inner_texts()
    assert search.tab.locator(".kb-search__other a[href$='about/a-z.html']").count() == 1


def test_what_is_found_is_announced(search):
    status = search.tab.locator(META)
    assert status.get_attribute("role") == "status"
    search.fill("опека")
    assert any(sign.isdigit() for sign in status.inner_text())


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_that_is_put_in_becomes_markup_or_an_error(search, name):
    before = search.tab.evaluate("document.querySelectorAll('*').length")
    put = "(value) => { const f = document.querySelector('input'); f.value = value; f.dispatchEvent(new Event('input')); }"
    search.tab.evaluate(put.replace("'input'", "'.md-search__input'", 1), HOSTILE[name])
    search.answered()
    assert search.tab.evaluate("window.ran") is None
    assert search.tab.locator(".kb-search :is(img, script, b, style, iframe)").count() == 0
    assert search.troubles == []
    # And it answers the next query as before.
    search.fill("опека")
    assert search.pages() and before > 0


def test_the_way_out_of_a_page_about_danger_stays_in_reach(search, served):
    search.tab.goto(f"{served}ru/help/violence.html")
    search.tab.locator(OPENER).click()
    search.ready()
    assert search.tab.locator(".kb-search__leave a").is_visible()
