"""A reader who searches: opens the search of a page, asks, and reads what is there."""

from __future__ import annotations

from playwright.sync_api import Page, expect

SCREENS = {"phone": {"width": 360, "height": 640}, "desk": {"width": 1280, "height": 800}}
# What a page says about itself that no page of the guide should have to say.
WATCH = """addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI}) =>
    console.error(`refused: ${violatedDirective} ${blockedURI}`))"""
OPENER, INPUT = "[data-kb-search]", ".md-search__input"
META, RESULT, TITLE = ".md-search-result__meta", ".md-search-result__item", ".md-search-result__title"
# Longer than any answer takes on a busy machine; an answer that never comes fails.
PATIENCE = 15_000


class Search:
    """The search of one tab."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.troubles: list[str] = []
        self.asked: list[str] = []
        tab.add_init_script(WATCH)
        tab.on("console", lambda message: self.troubles.append(message.text) if message.type == "error" else None)
        tab.on("pageerror", lambda error: self.troubles.append(str(error)))
        tab.on("request", lambda request: self.asked.append(request.url))

    def open(self, address: str) -> None:
        """Open a page, then its search, and wait until it can be asked."""
        self.tab.goto(address)
        self.tab.locator(OPENER).click()
        self.ready()

    def ready(self) -> None:
        expect(self.tab.locator(META)).not_to_be_empty(timeout=PATIENCE)

    def type(self, query: str) -> None:
        """Type a query by the keyboard and wait for its answer."""
        self.tab.locator(INPUT).press_sequentially(query)
        self.answered()

    def fill(self, query: str) -> None:
        """Put a query into the field at once, without a key, and wait for its answer."""
        self.tab.locator(INPUT).fill(query)
        self.answered()

    def answered(self) -> None:
        expect(self.tab.locator(".kb-search[data-answered]")).to_have_attribute(
            "data-answered", self.tab.locator(INPUT).input_value(), timeout=PATIENCE
        )

    def pages(self) -> list[str]:
        """The addresses of the pages found, best first, without what is marked in them."""
        links = self.tab.locator(f"{RESULT} > a:first-child")
        return links.evaluate_all("links => links.map(({href}) => href.split(/[?#]/)[0])")

    def focus(self) -> str:
        """The class of what has the focus."""
        return self.tab.evaluate("document.activeElement.className")
