"""What a browser asks for when a reader comes for the first time."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from playwright.sync_api import Browser


@dataclass(frozen=True)
class Visit:
    """What a browser with an empty cache asked for: addresses, bytes as they travelled with their headers, and failures."""

    asked: tuple[str, ...]
    weight: int
    failed: tuple[str, ...]


def visit(browser: Browser, url: str, scripts: bool = True) -> Visit:
    """Open a page as for the first time, and wait until nothing more is asked for."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=scripts)
    tab = context.new_page()
    asked, weights, failed = [], [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("requestfailed", lambda request: failed.append(request.url))
    tab.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    protocol = context.new_cdp_session(tab)
    protocol.send("Network.enable")
    protocol.on("Network.loadingFinished", lambda event: weights.append(event["encodedDataLength"]))
    tab.goto(url)
    tab.wait_for_load_state("networkidle")
    # A browser without a window leaves the icon out. Where a page names none, one with a window asks for /favicon.ico.
    named = "links => links.map(({href}) => href)"
    icons = tab.locator("link[rel=icon]").evaluate_all(named) if scripts else ["data:,"]
    for href in {*icons} - {*asked} if icons else {urljoin(url, "/favicon.ico")}:
        if href.startswith("data:"):
            continue
        asked.append(href)
        answer = context.request.get(href)
        weights.append(len(answer.body()) + 500)
        failed += [href] if answer.status >= 400 else []
    context.close()
    return Visit(tuple(asked), int(sum(weights)), tuple(dict.fromkeys(failed)))
