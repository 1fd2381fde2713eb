"""axe-core finds nothing wrong on any page, on a phone and on a desk, by day and by night."""

import built_pages
import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
# So many tests share the pages, so that several processes can take one each.
PARTS = 6
# Between day and night only colours change, and only these two rules look at colours.
ABOUT_COLOURS = ["color-contrast", "link-in-text-block"]
# Of WCAG 2.2, but off unless asked for.
EXTRA = ["target-size"]

# Without `preload` axe does not ask for the style sheets once more, which only a rule that is off needs.
ALL_OTHERS = """async ([off, on]) => {
    const rules = Object.fromEntries([...off.map((id) => [id, {enabled: false}]), ...on.map((id) => [id, {enabled: true}])]);
    return (await axe.run({resultTypes: ["violations"], preload: false, reporter: "no-passes", rules})).violations
        .flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 200)} ${failureSummary}`));
}"""

# What the two rules above measure follows from these values of an element, its parent and what lies behind it. Each
# combination is measured once a way, on the first page that has it: most pages only repeat the colours of others, and
# measuring each word of each of them again took longer than all other rules together.
LOOKS = """() => {
    window.looks = new Map();
    const behind = (element) => {
        const grounds = [];
        for (let at = element; at; at = at.parentElement) {
            const {backgroundColor, backgroundImage, opacity, position} = getComputedStyle(at);
            const ground = [backgroundColor, backgroundImage, opacity, position].join();
            if (ground !== "rgba(0, 0, 0, 0),none,1,static") grounds.push(ground);
        }
        return grounds.join("|");
    };
    for (const element of document.body.querySelectorAll("*")) {
        if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
        if (!element.checkVisibility()) continue;
        const own = getComputedStyle(element), parent = getComputedStyle(element.parentElement);
        const look = [
            element.localName, own.color, own.fontSize, own.fontWeight, own.textDecorationLine, own.borderBottomWidth,
            parent.color, parent.fontWeight, parent.display, behind(element),
        ].join(";");
        if (!looks.has(look)) looks.set(look, element);
    }
    return [...looks.keys()];
}"""
COLOURS = """async ([rules, wanted]) => {
    for (const look of wanted) looks.get(look).dataset.look = "";
    const runOnly = {type: "rule", values: rules};
    const only = {resultTypes: ["violations"], preload: false, reporter: "no-passes", runOnly};
    const found = (await axe.run({include: [["[data-look]"]]}, only)).violations
        .flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) => `${id}: ${html.slice(0, 200)} ${failureSummary}`));
    for (const look of wanted) delete looks.get(look).dataset.look;
    return found;
}"""


class Inspector:
    """Looks at pages one after the other and remembers which colours it has measured already."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.measured: set[tuple[int, str, str]] = set()

    def inspect(self, screen: dict[str, int], scheme: str) -> list[str]:
        """What axe finds on the open page: everything by day, colours also by night."""
        self.tab.set_viewport_size(screen)
        self.tab.emulate_media(color_scheme=scheme)
        found = self.tab.evaluate(ALL_OTHERS, [ABOUT_COLOURS, EXTRA]) if scheme == "light" else []
        looks = [(screen["width"], scheme, look) for look in self.tab.evaluate(LOOKS)]
        new = [look for look in looks if look not in self.measured]
        if new:
            found += self.tab.evaluate(COLOURS, [ABOUT_COLOURS, [look for _, _, look in new]])
            self.measured.update(new)
        return [f"{screen['width']} px, {scheme}: {trouble}" for trouble in found]


@pytest.fixture
def inspector(browser):
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    yield Inspector(context.new_page())
    context.close()


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing(inspector, served, site, part):
    found = []
    for page in built_pages.pages(site)[part::PARTS]:
        inspector.tab.set_viewport_size(PHONE)
        inspector.tab.goto(served + page)
        inspector.tab.evaluate(AXE_SCRIPT)
        for screen, scheme in ((PHONE, "light"), (PHONE, "dark"), (DESK, "dark"), (DESK, "light")):
            found += [f"{page}, {trouble}" for trouble in inspector.inspect(screen, scheme)]
    assert found == []


SPOILT = """(scheme) => {
    const spoil = new CSSStyleSheet();
    spoil.replaceSync(`@media (prefers-color-scheme: ${scheme}) { .pale { color: #888; background: #777 } }`);
    document.adoptedStyleSheets = [spoil];
    const words = document.createElement("p");
    words.textContent = "pale";
    words.className = "pale";
    document.querySelector("main p").after(words);
    words.append(document.createElement("img"));
}"""


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("spoilt", ["light", "dark"])
def test_axe_notices_pale_words_and_a_picture_without_words_in_the_way_they_show(inspector, served, screen, spoilt):
    inspector.tab.goto(f"{served}index.html")
    inspector.tab.evaluate(AXE_SCRIPT)
    for scheme in ("light", "dark"):
        # What was measured before must not hide what is new.
        inspector.inspect(screen, scheme)
    inspector.tab.evaluate(SPOILT, spoilt)
    for scheme in ("light", "dark"):
        told = [trouble.split(": ")[1] for trouble in inspector.inspect(screen, scheme)]
        wanted = ["image-alt"] if scheme == "light" else []
        assert told == wanted + (["color-contrast"] if scheme == spoilt else [])


def test_axe_notices_a_target_too_small_for_a_finger(inspector, served):
    inspector.tab.goto(f"{served}index.html")
    inspector.tab.evaluate(AXE_SCRIPT)
    inspector.tab.evaluate(
        """() => {
            const small = new CSSStyleSheet();
            small.replaceSync(".small button { width: 8px; height: 8px; padding: 0; margin: 0; display: block }");
            document.adoptedStyleSheets = [small];
            const two = document.createElement("div");
            two.className = "small";
            for (const name of ["a", "b"]) two.append(Object.assign(document.createElement("button"), {ariaLabel: name}));
            document.querySelector("main h1").after(two);
        }"""
    )
    assert {trouble.split(": ")[1] for trouble in inspector.inspect(PHONE, "light")} == {"target-size"}
