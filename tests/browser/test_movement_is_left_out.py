"""Readers who want no movement get none."""

import built_pages

MOVING = """() => {
    const found = [];
    for (const element of document.querySelectorAll("*"))
        for (const part of [null, "::before", "::after"]) {
            const {transitionDuration, animationName, scrollBehavior} = getComputedStyle(element, part);
            const moves = transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
            if (moves || animationName !== "none" || scrollBehavior !== "auto")
                found.push(`${element.localName}.${element.className}${part ?? ""}`);
        }
    return found;
}"""


def test_nothing_moves_for_readers_who_want_no_movement(phone, site):
    phone.page.emulate_media(reduced_motion="reduce")
    for page in built_pages.kinds(site):
        phone.page.goto(phone.base + page)
        assert phone.page.evaluate(MOVING) == [], page


def test_what_would_move_is_noticed(phone):
    phone.page.emulate_media(reduced_motion="reduce")
    phone.open("index.html")
    phone.page.evaluate("document.querySelector('h1').style.setProperty('transition', 'color 1s', 'important')")
    assert phone.page.evaluate(MOVING) == ["h1."]
