"""The policy of each page is kept by the page itself and stops what does not belong; and nothing is stored anywhere."""

import itertools

import built_pages
import pytest

WATCH = """addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI, sourceFile, lineNumber}) =>
    console.error(`refused: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`))"""
STORED = """async () => [
    ...(document.cookie ? [`cookie: ${document.cookie}`] : []),
    ...Object.keys(localStorage).map((key) => `localStorage: ${key}`),
    ...Object.keys(sessionStorage).map((key) => `sessionStorage: ${key}`),
    ...(await indexedDB.databases()).map(({name}) => `indexedDB: ${name}`),
    ...(window.caches ? await caches.keys() : []).map((key) => `cache: ${key}`),
]"""
TABS = 4


def watched(phone):
    """A tab that notes what the policy of a page refuses."""
    tab = phone.tab()
    tab.add_init_script(WATCH)
    tab.on("console", lambda message: phone.troubles.append(message.text) if message.type == "error" else None)
    return tab


def test_no_page_breaks_its_policy_stores_anything_or_asks_another_host(phone, site):
    stored = []
    pages = iter(built_pages.pages(site))
    tabs = [watched(phone) for _ in range(TABS)]
    while group := list(itertools.islice(pages, TABS)):
        opened = list(zip(tabs, group, strict=False))
        for tab, page in opened:
            tab.goto(phone.base + page, wait_until="commit")
        for tab, page in opened:
            tab.wait_for_load_state("networkidle")
            tab.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
            stored += [f"{page}: {name}" for name in tab.evaluate(STORED)]
    assert phone.troubles == []
    assert stored == []
    assert phone.context.cookies() == []


def test_every_page_has_a_policy_without_anything_unsafe_and_tells_nobody_where_it_is(site):
    for page in built_pages.pages(site):
        head = built_pages.read(site / page).cssselect("head")[0]
        policies = [meta.get("content") for meta in head.cssselect('meta[http-equiv="Content-Security-Policy"]')]
        assert len(policies) == 1 and "unsafe" not in policies[0] and "default-src 'none'" in policies[0], page
        assert head.cssselect('meta[name="referrer"][content="no-referrer"]'), page
        assert head[1] is head.cssselect('meta[http-equiv="Content-Security-Policy"]')[0], page


@pytest.mark.parametrize(
    "smuggled",
    ["<script>window.ran = true</script>", '<img src="data:," onerror="window.ran = true">'],
    ids=["script", "onerror"],
)
def test_a_script_that_got_into_a_page_does_not_run(phone, site, smuggled):
    tab = watched(phone)
    text = (site / "index.html").read_text(encoding="utf-8")
    spoilt = text.replace("</article>", f"{smuggled}</article>")
    assert spoilt != text
    phone.context.route("**/index.html", lambda route: route.fulfill(body=spoilt, content_type="text/html; charset=utf-8"))
    tab.goto(phone.base + "index.html")
    tab.wait_for_load_state("networkidle")
    assert tab.evaluate("window.ran") is None
    assert any(trouble.startswith("refused: script-src") for trouble in phone.troubles), phone.troubles


def test_what_is_stored_is_noticed(phone):
    phone.open("index.html")
    phone.page.evaluate("localStorage.setItem('a', 'b'); sessionStorage.setItem('c', 'd'); document.cookie = 'e=f'")
    assert phone.page.evaluate(STORED) == ["cookie: e=f", "localStorage: a", "sessionStorage: c"]


def test_a_page_opened_from_a_folder_keeps_its_policy(phone, site):
    tab = phone.context.new_page()
    found = []
    tab.add_init_script(WATCH)
    tab.on("console", lambda message: found.append(message.text) if message.text.startswith("refused") else None)
    tab.goto((site / "index.html").as_uri())
    tab.wait_for_load_state("networkidle")
    assert tab.evaluate("getComputedStyle(document.querySelector('.md-header')).color") != "rgb(0, 0, 0)"
    # The search of the theme cannot run from a folder anyway.
    assert [trouble for trouble in found if "style-src" in trouble or "script-src" in trouble] == []
