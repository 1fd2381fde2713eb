"""Tab goes through a page from its first link to its last, shows where it is, and is nowhere held."""

import built_pages
import pytest

SCREENS = {"phone": {"width": 360, "height": 640}, "desk": {"width": 1280, "height": 800}}
# The search has tests of its own, and takes the focus when it opens.
REACHABLE = """() => {
    const wanted = "a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex='0']";
    let number = 0;
    for (const element of document.querySelectorAll(wanted)) {
        if (element.closest("[role=dialog], [role=search], [inert]") || element.disabled || element.tabIndex < 0) continue;
        if (element.checkVisibility({visibilityProperty: true}) && element.getClientRects().length)
            element.dataset.number = number++;
    }
    return number;
}"""
# Where the focus is: its number, and what is wrong with how it shows.
HERE = """() => {
    const here = document.activeElement;
    if (here === document.body || here === document.documentElement) return null;
    const {outlineStyle, outlineWidth} = getComputedStyle(here);
    const seen = [...here.getClientRects()].some((box) => {
        // A table can be larger than the screen: only the part of it that is on the screen is looked at.
        const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
        const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
        if (left >= right || top >= bottom) return false;
        const xs = [left + 2, (left + right) / 2, right - 2], ys = [top + 2, (top + bottom) / 2, bottom - 2];
        return xs.some((x) => ys.some((y) => here.contains(document.elementFromPoint(x, y))));
    });
    return {
        number: here.dataset.number === undefined ? null : Number(here.dataset.number),
        unmarked: outlineStyle === "none" || parseFloat(outlineWidth) < 2,
        hidden: !seen,
        search: !!here.closest("[role=dialog], [role=search]"),
        html: here.outerHTML.slice(0, 160),
    };
}"""

NUMBERED = """numbers => numbers.map((number) =>
    document.querySelector(`[data-number="${number}"]`).outerHTML.slice(0, 160))"""

FIGURES = ".kb-table table:not(.kb-penalties) tr"


def walk(page) -> tuple[list[int], list[str]]:
    """The numbers of what Tab reaches, and what is wrong on the way; ends where the page ends."""
    count = page.evaluate(REACHABLE)
    reached, troubles = [], []
    for _ in range(2 * count + 20):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None or (reached and here["number"] == reached[0]):
            break
        if here["search"]:
            continue
        if here["number"] is not None:
            if here["number"] in reached:
                troubles.append(f"held at {here['html']}")
                break
            reached.append(here["number"])
        troubles += [f"{what}: {here['html']}" for what in ("unmarked", "hidden") if here[what]]
    missed = sorted(set(range(count)) - set(reached))
    troubles += [f"not reached: {html}" for html in page.evaluate(NUMBERED, missed)]
    return reached, troubles


# The same for every page, without a press of a key for each link: gives the focus to one after the other.
GIVEN = """() => {
    const wanted = "a[href], button, summary, select, textarea, input:not([type=hidden]), [tabindex]";
    const found = [];
    for (const element of document.querySelectorAll(wanted)) {
        if (element.tabIndex < 0 || element.disabled || !element.getClientRects().length) continue;
        if (!element.checkVisibility({visibilityProperty: true})) continue;
        const tell = (what) => found.push(`${what}: ${element.outerHTML.slice(0, 160)}`);
        element.focus();
        if (element.tabIndex > 0) tell("out of turn");
        if (document.activeElement !== element) { tell("takes no focus"); continue; }
        const here = HERE;
        for (const what of ["unmarked", "hidden"]) if (here[what]) tell(what);
        const press = {key: "Tab", code: "Tab", bubbles: true, cancelable: true};
        if (!element.dispatchEvent(new KeyboardEvent("keydown", press)) || document.activeElement !== element) tell("held");
    }
    return found;
}""".replace("HERE", f"({HERE})()")


@pytest.fixture
def tab(phone):
    # What slides in would not yet be there where it is looked for.
    phone.page.emulate_media(reduced_motion="reduce")
    return phone.page


@pytest.mark.parametrize("screen", SCREENS)
def test_tab_reaches_everything_and_shows_it(tab, served, site, screen):
    tab.set_viewport_size(SCREENS[screen])
    found = []
    for page in built_pages.kinds(site):
        tab.goto(served + page)
        reached, troubles = walk(tab)
        assert len(reached) > 10, page
        found += [f"{page}: {trouble}" for trouble in troubles]
    assert found == []


@pytest.mark.parametrize("screen", SCREENS)
def test_the_focus_can_be_seen_and_moved_on_every_page(tab, served, site, screen):
    tab.set_viewport_size(SCREENS[screen])
    found = []
    for page in built_pages.pages(site):
        tab.goto(served + page)
        # What has the focus from a script is marked as it is after a key, since no finger or mouse was there.
        tab.keyboard.press("Tab")
        found += [f"{page}: {trouble}" for trouble in tab.evaluate(GIVEN)]
    assert found == []


SPOILT = {
    "unmarked": ".spoilt { outline: none !important }",
    "hidden": ".spoilt { clip-path: inset(50%) !important }",
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_link_whose_focus_cannot_be_seen_is_noticed(tab, served, what):
    tab.goto(f"{served}index.html")
    tab.evaluate(
        """(rule) => {
            const spoil = new CSSStyleSheet();
            spoil.replaceSync(rule);
            document.adoptedStyleSheets = [spoil];
            document.querySelector("article a").classList.add("spoilt");
        }""",
        SPOILT[what],
    )
    _, (trouble,) = walk(tab)
    assert trouble.startswith(f"{what}: <a ")
    assert tab.evaluate(GIVEN) == [trouble]


def test_what_covers_the_focus_is_noticed(tab, served):
    tab.goto(f"{served}rights/work.html")
    tab.keyboard.press("Tab")
    tab.evaluate(
        """() => {
            const bar = document.createElement("div");
            for (const [name, value] of [["position", "fixed"], ["inset", "auto 0 0"], ["height", "60%"], ["zIndex", "9"]])
                bar.style[name] = value;
            document.body.append(bar);
        }"""
    )
    assert any(trouble.startswith("hidden: <a ") for trouble in tab.evaluate(GIVEN))


def test_what_holds_the_focus_or_is_left_out_is_noticed(tab, served):
    tab.goto(f"{served}index.html")
    tab.evaluate("document.querySelector('article a').addEventListener('keydown', (event) => event.preventDefault())")
    _, troubles = walk(tab)
    assert troubles[0].startswith("held at <a ")
    assert any(trouble.startswith("not reached: <a ") for trouble in troubles)
    (trouble,) = tab.evaluate(GIVEN)
    assert trouble.startswith("held: <a ")
    tab.evaluate("document.querySelector('article a').addEventListener('focus', (event) => event.target.blur())")
    tab.evaluate("document.querySelectorAll('article a')[1].tabIndex = 2")
    assert [trouble.partition(":")[0] for trouble in tab.evaluate(GIVEN)] == ["takes no focus", "out of turn"]


def test_the_first_link_leads_past_the_menu_into_the_text(tab, served, site):
    for page in built_pages.kinds(site):
        if page == "404.html":
            continue
        tab.goto(served + page)
        tab.keyboard.press("Tab")
        # On a page about danger the way out comes before everything.
        if tab.evaluate("!!document.activeElement.closest('.kb-leave')"):
            tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.getAttribute('href')[0]") == "#", page
        tab.keyboard.press("Enter")
        tab.keyboard.press("Tab")
        assert tab.evaluate("!!document.activeElement.closest('main article')"), page


def widest_tables(site) -> list[str]:
    """The pages whose tables of figures have the longest rows: what does not fit a phone is among them."""
    rows = {
        page: max((len(row.text_content()) for row in built_pages.read(site / page).cssselect(FIGURES)), default=0)
        for page in built_pages.pages(site)
    }
    return sorted(rows, key=lambda page: (-rows[page], page))[:3]


def test_a_wide_table_scrolls_by_the_arrow_keys(tab, served, site):
    wide = 0
    for page in widest_tables(site):
        tab.goto(served + page)
        for region in tab.locator(".kb-scroll").all():
            if region.evaluate("region => region.checkVisibility() && region.scrollWidth > region.clientWidth + 1"):
                region.focus()
                tab.keyboard.press("ArrowRight")
                for _ in range(20):
                    if region.evaluate("region => region.scrollLeft"):
                        break
                    tab.wait_for_timeout(50)
                assert region.evaluate("region => region.scrollLeft > 0"), page
                named = region.evaluate(
                    "region => document.getElementById(region.getAttribute('aria-labelledby'))?.innerText"
                )
                assert named and named.strip(), page
                wide += 1
    assert wide
