"""Whoever spaces letters, words and lines as WCAG 1.4.12 allows loses nothing of the text."""

import built_pages

SPACED = """() => {
    const spaced = new CSSStyleSheet();
    spaced.replaceSync(`* {
        letter-spacing: 0.12em !important; line-height: 1.5 !important; word-spacing: 0.16em !important;
    } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [spaced];
    for (const part of document.querySelectorAll("details")) part.open = true;
}"""
SCREENS = (320, 1280)
# Boxes that cut off some of their own words. What is one pixel large is meant for screen readers only.
CUT = """() => [...document.querySelectorAll("body *")].filter((box) => {
    const {overflowX, overflowY, clipPath} = getComputedStyle(box);
    const [wide, high] = [box.scrollWidth > box.clientWidth + 1, box.scrollHeight > box.clientHeight + 1];
    const cut = (wide && ["hidden", "clip"].includes(overflowX)) || (high && ["hidden", "clip"].includes(overflowY));
    return cut && clipPath === "none" && box.clientWidth > 1 && box.checkVisibility() && box.innerText.trim()
        && !box.closest("svg, .md-sidebar, [role=search], [role=dialog]");
}).map((box) => box.outerHTML.slice(0, 120))"""


def test_nothing_is_cut_off(phone, site):
    found = []
    for page in built_pages.pages(site):
        phone.page.goto(phone.base + page)
        phone.page.evaluate(SPACED)
        for width in SCREENS:
            phone.page.set_viewport_size({"width": width, "height": 640})
            found += [f"{page}, {width} px: {box}" for box in phone.page.evaluate(CUT)]
            if phone.page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append(f"{page}, {width} px: scrolls sideways")
    assert found == []


def test_a_line_that_is_cut_off_is_noticed(phone):
    phone.open("index.html")
    phone.page.evaluate(SPACED)
    phone.page.evaluate(
        """() => {
            const line = document.querySelector("article p");
            for (const [name, value] of [["overflow", "hidden"], ["whiteSpace", "nowrap"], ["height", "1em"]])
                line.style[name] = value;
        }"""
    )
    assert len(phone.page.evaluate(CUT)) == 1
