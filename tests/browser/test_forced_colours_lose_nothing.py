"""Where the reader's device chooses all colours, what was told by a ground of another colour is told by a line."""

import built_pages
import pytest

# A ground of its own colour that nothing else tells apart: no border, no outline, no underline, no weight.
TOLD_BY_GROUND = """() => {
    const lined = ({borderTopStyle, borderTopWidth, borderInlineStartStyle, borderInlineStartWidth, outlineStyle}) =>
        (borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0)
        || (borderInlineStartStyle !== "none" && parseFloat(borderInlineStartWidth) > 0) || outlineStyle !== "none";
    const boxes = ":target, .kb-leave a, .kb-calls, .kb-calls__button, .kb-notice, .kb-scroll, .kb-status";
    return [...document.querySelectorAll(boxes)]
        .filter((box) => box.checkVisibility() && !lined(getComputedStyle(box)))
        .map((box) => box.outerHTML.slice(0, 120));
}"""


@pytest.fixture
def tab(phone):
    phone.page.emulate_media(forced_colors="active", reduced_motion="reduce")
    return phone.page


def test_what_stands_out_still_does(tab, served, site):
    for page in built_pages.pages(site):
        tab.goto(served + page)
        assert tab.evaluate(TOLD_BY_GROUND) == [], page


def test_the_place_that_a_link_leads_to_still_stands_out(tab, served, site):
    listed = built_pages.read(site / "about/sources.html").cssselect(".kb-sources > [id]")[3].get("id")
    tab.goto(f"{served}about/sources.html#{listed}")
    assert tab.locator(":target").count() == 1
    assert tab.evaluate(TOLD_BY_GROUND) == []


def test_the_focus_still_shows(tab, served):
    tab.goto(f"{served}index.html")
    for _ in range(12):
        tab.keyboard.press("Tab")
        outline = tab.evaluate(
            "(({outlineStyle, outlineWidth}) => [outlineStyle, outlineWidth])(getComputedStyle(document.activeElement))"
        )
        assert outline[0] != "none" and float(outline[1].removesuffix("px")) >= 2


def test_a_box_told_by_its_ground_alone_is_noticed(tab, served):
    tab.goto(f"{served}index.html")
    tab.evaluate("document.querySelector('article p').className = 'kb-notice'")
    tab.evaluate("document.querySelector('.kb-notice').style.border = 'none'")
    assert len(tab.evaluate(TOLD_BY_GROUND)) == 1
