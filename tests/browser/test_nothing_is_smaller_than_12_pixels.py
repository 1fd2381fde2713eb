"""What is read on a screen is at least 12 pixels large, folded parts and drawings too."""

import built_pages

# What is one pixel large is for screen readers only.
SMALL = """() => {
    for (const part of document.querySelectorAll("details")) part.open = true;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = new Set();
    while (texts.nextNode()) {
        const box = texts.currentNode.parentElement;
        if (!texts.currentNode.data.trim() || box.closest("script, .kb-unseen") || !box.checkVisibility()) continue;
        if (parseFloat(getComputedStyle(box).fontSize) < 12) found.add(box.outerHTML.slice(0, 120));
    }
    return [...found];
}"""


def test_every_word_is_large_enough(phone, site):
    found = []
    for page in built_pages.pages(site):
        phone.page.goto(phone.base + page)
        found += [f"{page}: {box}" for box in phone.page.evaluate(SMALL)]
    assert found == []


def test_a_smaller_word_is_noticed(phone):
    phone.open("figures/violence.html")
    for element, size in (("pre code", "11.9px"), ("svg text", "11px")):
        phone.page.evaluate(f"document.querySelector('{element}').style.fontSize = '{size}'")
    assert len(phone.page.evaluate(SMALL)) == 2
