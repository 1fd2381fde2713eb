"""The menu on a phone, folded parts and wide tables work by touch and by keyboard, with scripts and without."""

import built_pages
import pytest

MENU = ".md-sidebar--primary"


@pytest.fixture(params=["with scripts", "without scripts"])
def any_phone(request):
    """A phone with JavaScript, and one without."""
    return request.getfixturevalue("phone" if request.param == "with scripts" else "phone_without_scripts")


def menu_in_view(phone, wanted: bool) -> bool:
    """Whether the menu comes into view, or leaves it, once it has moved."""
    for _ in range(50):
        box = phone.page.locator(MENU).bounding_box()
        if (box["x"] >= 0) == wanted and (wanted or box["x"] + box["width"] <= 0):
            return True
        phone.page.wait_for_timeout(50)
    return False


def tab_to(phone, selector: str) -> None:
    """Press Tab until the focus is where it is wanted."""
    for _ in range(60):
        phone.page.keyboard.press("Tab")
        if phone.page.locator(f"{selector}:focus").count():
            return
    pytest.fail(f"No key reaches {selector}")


def test_a_tap_opens_the_menu_and_a_tap_beside_it_closes_it(any_phone):
    any_phone.page.goto(f"{any_phone.base}index.html")
    assert menu_in_view(any_phone, False)
    any_phone.page.click(".kb-menu-button")
    assert menu_in_view(any_phone, True)
    any_phone.page.mouse.click(340, 400)
    assert menu_in_view(any_phone, False)


def test_without_scripts_the_menu_comes_into_view_with_the_focus_and_goes_with_it(phone_without_scripts):
    phone = phone_without_scripts
    phone.page.goto(f"{phone.base}index.html")
    tab_to(phone, f"{MENU} a:first-of-type")
    assert menu_in_view(phone, True)
    phone.page.locator(f"{MENU} a").last.focus()
    phone.page.keyboard.press("Tab")
    assert menu_in_view(phone, False)


def test_the_links_of_the_menu_lead_on(any_phone):
    any_phone.page.goto(f"{any_phone.base}index.html")
    any_phone.page.click(".kb-menu-button")
    link = any_phone.page.locator(f"{MENU} a").nth(1)
    wanted = link.evaluate("link => link.href")
    link.click()
    any_phone.page.wait_for_url(wanted)


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_opens_the_menu_and_escape_closes_it_and_gives_the_focus_back(phone, key):
    phone.page.goto(f"{phone.base}index.html")
    tab_to(phone, ".kb-menu-button")
    assert phone.page.get_attribute(".kb-menu-button", "aria-expanded") == "false"
    phone.page.keyboard.press(key)
    assert phone.page.get_attribute(".kb-menu-button", "aria-expanded") == "true"
    assert menu_in_view(phone, True)
    assert phone.page.locator(f"{MENU} a:focus").count() == 1
    phone.page.keyboard.press("Escape")
    assert menu_in_view(phone, False)
    assert phone.page.locator(".kb-menu-button:focus").count() == 1
    assert phone.page.get_attribute(".kb-menu-button", "aria-expanded") == "false"


def test_the_menu_does_not_stay_over_what_has_the_focus_behind_it(phone):
    phone.page.goto(f"{phone.base}index.html")
    phone.page.click(".kb-menu-button")
    phone.page.locator(f"{MENU} a").last.focus()
    phone.page.keyboard.press("Tab")
    assert menu_in_view(phone, False)
    assert not phone.page.is_checked("#__drawer")


def test_escape_does_nothing_to_the_menu_of_a_wide_screen(phone):
    phone.page.set_viewport_size({"width": 1280, "height": 800})
    phone.page.goto(f"{phone.base}help/violence.html")
    assert not phone.page.is_visible(".kb-menu-button")
    phone.page.locator(f"{MENU} a").first.focus()
    phone.page.keyboard.press("Escape")
    assert phone.page.locator(f"{MENU} a:focus").count() == 1


def test_folded_parts_open_and_tables_scroll_by_keyboard(any_phone, site):
    pages = built_pages.pages(site)
    folded = next(page for page in pages if all(map(built_pages.read(site / page).cssselect, ("details", ".kb-scroll"))))
    any_phone.page.goto(any_phone.base + folded)
    summary = any_phone.page.locator("details summary").first
    summary.focus()
    any_phone.page.keyboard.press("Enter")
    assert any_phone.page.locator("details[open]").count() >= 1
    for region in any_phone.page.locator(".kb-scroll").all():
        assert region.get_attribute("tabindex") == "0"
        assert region.get_attribute("role") == "region"


def test_long_columns_of_a_wide_screen_scroll_by_themselves(any_phone, site):
    # The page with the most headings: its list of contents does not fit beside the text.
    page = max(built_pages.pages(site), key=lambda page: len(built_pages.read(site / page).cssselect(".md-nav__link")))
    any_phone.page.set_viewport_size({"width": 1280, "height": 400})
    any_phone.page.goto(any_phone.base + page)
    for column in (".md-sidebar--primary", ".md-sidebar--secondary"):
        box = any_phone.page.locator(f"{column} .md-sidebar__scrollwrap").bounding_box()
        assert 0 < box["height"] <= 400
        last = any_phone.page.locator(f"{column} a").last
        last.focus()
        found = last.bounding_box()
        assert 0 <= found["y"] and found["y"] + found["height"] <= 400
