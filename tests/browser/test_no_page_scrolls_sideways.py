"""Nobody has to scroll sideways to read a line: on 320 px, and with letters of twice their size."""

import built_pages

from rights_kb.project import open_project

# 640 px with letters of twice their size is the zoom of 200 % of the standard on the narrowest phone.
WAYS = ((320, "100%"), (640, "200%"))
WIDE = "document.documentElement.scrollWidth > innerWidth"


def pytest_generate_tests(metafunc):
    if "language" in metafunc.fixturenames:
        metafunc.parametrize("language", open_project(metafunc.config.rootpath).codes)


def wide_ways(tab) -> list[str]:
    """In which ways the open page is wider than the screen."""
    found = []
    for width, letters in WAYS:
        tab.set_viewport_size({"width": width, "height": 640})
        tab.evaluate("letters => { document.documentElement.style.fontSize = letters }", letters)
        if tab.evaluate(WIDE):
            found.append(f"{width} px, letters {letters}")
    return found


def test_no_page_is_wider_than_the_screen(phone, site, root, language):
    project = open_project(root)
    found = []
    for page in built_pages.pages(site):
        folder = page.partition("/")[0]
        if (folder if folder in project.codes else project.default) == language:
            phone.page.goto(phone.base + page, wait_until="load")
            found += [f"{page}: {way}" for way in wide_ways(phone.page)]
    assert found == []


def test_a_word_that_does_not_fit_is_noticed(phone):
    phone.open("index.html")
    phone.page.evaluate(
        """() => {
            const word = document.createElement("pre");
            word.textContent = "m".repeat(60);
            word.style.overflow = "visible";
            document.querySelector("article").append(word);
        }"""
    )
    assert wide_ways(phone.page) == ["320 px, letters 100%", "640 px, letters 200%"]
