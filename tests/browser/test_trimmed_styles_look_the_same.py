"""The one trimmed style sheet shows every kind of page as all the rules of the theme and the guide would."""

import re
from pathlib import Path

import material
import pytest
from searching import Search

from rights_kb.library import open_library
from rights_kb.site.addresses import address

SCREENS = ({"width": 360, "height": 640}, {"width": 1280, "height": 800})


@pytest.fixture(scope="module")
def whole(root):
    """The style sheets that templates link, in their order, with every rule."""
    theirs = Path(material.__file__).parent / "templates"
    base = (theirs / "base.html").read_text(encoding="utf-8")
    main = re.search(r"assets/stylesheets/main[^']*\.css", base)[0]
    ours = re.findall(r"'(assets/stylesheets/[^']*\.css)'", (root / "theme/main.html").read_text(encoding="utf-8"))
    assert ours
    sheets = [theirs / main, *(root / "theme" / path for path in ours)]
    return "\n".join(path.read_text(encoding="utf-8") for path in sheets)


@pytest.fixture(scope="module")
def pages(site, root):
    """The longest page of each section in the default language, and the page for the lost."""
    library = open_library(root)
    longest: dict[str, str] = {}
    for slug in library.slugs():
        page, section = address(library.project, library.project.default, slug), slug.rpartition("/")[0]
        if section not in longest or (site / page).stat().st_size > (site / longest[section]).stat().st_size:
            longest[section] = page
    return ["404.html", *longest.values()]


# One element of each kind: what it is, in what it stands, and every property a browser works out for it and around it.
LOOKS = """() => {
    const found = {};
    const name = (element) => element ? `${element.localName}.${element.getAttribute("class")}` : "";
    for (const element of document.querySelectorAll("body, body *")) {
        const kind = [element, element.parentElement, element.parentElement.parentElement].map(name).join(" < ");
        if (kind in found) continue;
        found[kind] = ["", "::before", "::after", "::marker"].map((part) => {
            const style = getComputedStyle(element, part);
            if (part && style.content === "none") return "";
            // A variable that no rule uses shows nowhere.
            const keys = [...style].filter((key) => !key.startsWith("--"));
            return keys.map((key) => `${key}: ${style[key]}`).join("; ");
        });
    }
    return found;
}"""


def looks(browser, base, page, screen, scheme="light", css=None, search=False):
    """The looks of each kind of element of a page, with the style sheet of the site or with another one."""
    context = browser.new_context(viewport=screen, color_scheme=scheme, reduced_motion="reduce")
    if css is not None:
        context.route("**/assets/*.css", lambda route: route.fulfill(body=css, content_type="text/css; charset=utf-8"))
    tab = context.new_page()
    if search:
        # Each letter is answered by itself: only the last answer is the one to look at.
        reader = Search(tab)
        reader.open(base + page)
        reader.type("111")
    else:
        tab.goto(base + page)
    found = tab.evaluate(LOOKS)
    context.close()
    return found


def different(one, other):
    """The kinds of elements that look different, or are there only once."""
    return sorted(kind for kind in one.keys() | other.keys() if one.get(kind) != other.get(kind))


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen['width']} px")
def test_every_kind_of_page(browser, served, pages, whole, screen):
    for number, page in enumerate(pages):
        for scheme in ("light", "dark") if number == 1 else ("light",):
            trimmed = looks(browser, served, page, screen, scheme)
            assert len(trimmed) > 20
            assert different(trimmed, looks(browser, served, page, screen, scheme, whole)) == [], (page, scheme)


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: f"{screen['width']} px")
def test_the_search(browser, served, whole, screen):
    trimmed = looks(browser, served, "index.html", screen, search=True)
    assert any("md-search-result__link" in kind for kind in trimmed)
    assert different(trimmed, looks(browser, served, "index.html", screen, css=whole, search=True)) == []


def test_a_rule_that_is_missing_is_seen(browser, served, site, pages):
    sheet = next((site / "assets").glob("*.css")).read_text(encoding="utf-8")
    spoilt = re.sub(r"\.kb-lead\{[^}]*\}", "", sheet)
    assert spoilt != sheet
    found = different(looks(browser, served, pages[1], SCREENS[0]), looks(browser, served, pages[1], SCREENS[0], css=spoilt))
    assert any(kind.startswith("p.kb-lead ") for kind in found)
