"""A browser in which a style sheet cannot open folded parts opens them by script when it is about to print."""

import pytest

FOLDED = "help/violence.html"
OPEN = "Array.from(document.querySelectorAll('details'), (part) => part.open)"
OLDER = "CSS.supports = () => false"


@pytest.mark.parametrize(("browser_is", "opened"), [(OLDER, True), (";", False)], ids=["older", "newer"])
def test_they_are_opened_before_printing_where_that_is_needed(phone, browser_is, opened):
    phone.page.add_init_script(browser_is)
    phone.open(FOLDED)
    assert phone.page.evaluate(OPEN) == [False]
    phone.page.evaluate("() => { dispatchEvent(new Event('beforeprint')) }")
    assert phone.page.evaluate(OPEN) == [opened]
