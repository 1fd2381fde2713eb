"""A real browser, and the built site served on this machine alone."""

from __future__ import annotations

import functools
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import nginx
import pytest
from browsers import ADVICE, FLAGS, find_browser
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless browser: the system's, else one that Playwright installs. Without any the tests fail, not skip."""
    path = find_browser()
    with sync_playwright() as playwright:
        if path is None and not Path(playwright.chromium.executable_path).is_file():
            command = [sys.executable, "-m", "playwright", "install", "chromium"]
            if subprocess.run(command, capture_output=True).returncode != 0:
                pytest.fail(ADVICE)
        opened = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word on the terminal, over connections that stay open."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the built site on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="session")
def hosted(site: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the built site on nginx, set up as docs/hosting.md says. Without nginx the tests fail, not skip."""
    docs = (root / "docs/hosting.md").read_text(encoding="utf-8")
    with nginx.serving(site, docs, tmp_path_factory.mktemp("nginx")) as address:
        yield address


class Phone:
    """A small phone, and everything that went wrong in any of its tabs."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self.context = context
        self.base = base
        self.troubles: list[str] = []
        self.page = self.tab()

    def tab(self) -> Page:
        """Another tab."""
        page = self.context.new_page()
        page.on(
            "request", lambda request: self._note(request.url.startswith((self.base, "data:")), f"other host: {request.url}")
        )
        page.on("requestfailed", lambda request: self.troubles.append(f"failed: {request.url}"))
        page.on("response", lambda response: self._note(response.status < 400, f"{response.status}: {response.url}"))
        page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        return page

    def _note(self, fine: bool, trouble: str) -> None:
        if not fine:
            self.troubles.append(trouble)

    def open(self, address: str) -> None:
        """Open an address of the site and wait until nothing more is asked for."""
        self.page.goto(self.base + address)
        self.page.wait_for_load_state("networkidle")


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Phone]:
    """A phone of 360 × 640."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    yield Phone(context, served)
    context.close()


@pytest.fixture
def phone_without_scripts(browser: Browser, served: str) -> Iterator[Phone]:
    """The same phone with JavaScript off."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    yield Phone(context, served)
    context.close()


class Printer:
    """Prints pages of the site as a reader would, who left the headers and footers of the browser off."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.browser = browser
        self.base = base
        self.done: dict[tuple[str, bool, str], bytes] = {}

    def pdf(self, address: str, scripts: bool = True, scheme: str = "light", spoilt_by: str = "", **paper: object) -> bytes:
        """The PDF of a page; `spoilt_by` is CSS that breaks it, `paper` goes to Playwright."""
        key = (address, scripts, scheme)
        if spoilt_by or paper:
            return self._print(*key, spoilt_by, paper)
        if key not in self.done:
            self.done[key] = self._print(*key, "", {"prefer_css_page_size": True})
        return self.done[key]

    def _print(self, address: str, scripts: bool, scheme: str, spoilt_by: str, paper: dict) -> bytes:
        # The policy of a page would refuse what spoils it.
        context = self.browser.new_context(
            java_script_enabled=scripts,
            color_scheme=scheme,
            bypass_csp=bool(spoilt_by),
            viewport={"width": 1280, "height": 900},
        )
        page = context.new_page()
        page.goto(self.base + address, wait_until="load")
        if spoilt_by:
            page.add_style_tag(content=f"@media print {{ {spoilt_by} }}")
        made = page.pdf(**(paper or {"prefer_css_page_size": True}))
        context.close()
        return made


@pytest.fixture(scope="session")
def printer(browser: Browser, served: str) -> Printer:
    """A printer of pages; what was printed once is not printed again."""
    return Printer(browser, served)
