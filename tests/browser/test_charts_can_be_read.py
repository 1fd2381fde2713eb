"""Charts can be read on a small screen, with letters of twice the size, in the dark and on paper."""

import pytest

PAGES = [
    "figures/child-labour.html",
    "ru/figures/early-marriage.html",
    "ru/figures/migration.html",
    "en/figures/violence.html",
]

# What a reader could not read in the charts of the page, as sentences.
TROUBLES = """
() => [...document.querySelectorAll(".kb-chart__drawing")].flatMap((chart) => {
  const found = [];
  const name = chart.closest("figure").id;
  const outer = chart.getBoundingClientRect();
  const scrolls = chart.closest(".kb-chart__scroll");
  const texts = [...chart.querySelectorAll("text")].map((element) => {
    const box = element.getBoundingClientRect();
    // A box is as high as the tallest letters of the font; between two lines such boxes may touch.
    const spare = box.height * 0.22;
    const { left, right, top, bottom } = box;
    return { words: element.textContent, left, right, top: top + spare, bottom: bottom - spare };
  });
  for (const [place, one] of texts.entries()) {
    if (!scrolls && (one.right > innerWidth || one.left < 0)) found.push(`${name}: ${one.words} leaves the screen`);
    if (one.bottom > outer.bottom || one.top < outer.top) found.push(`${name}: ${one.words} leaves the chart`);
    for (const other of texts.slice(place + 1))
      if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
        found.push(`${name}: ${one.words} lies on ${other.words}`);
  }
  if (scrolls && scrolls.getBoundingClientRect().right > innerWidth) found.push(`${name} does not scroll by itself`);
  const size = parseFloat(getComputedStyle(chart).fontSize);
  if (size < 12) found.push(`${name} has letters of ${size} pixels`);
  return found;
})
"""
COLOURS = """
() => [...document.querySelectorAll(".kb-chart__drawing")].map((chart) => [
  getComputedStyle(chart).color,
  getComputedStyle(chart.querySelector(".kb-chart__marks")).color,
  getComputedStyle(document.body).backgroundColor,
  Math.max(0, ...[...chart.querySelectorAll("[fill-opacity]")].map((tile) => Number(tile.getAttribute("fill-opacity")))),
])
"""


def troubles(phone, page: str, width: int = 320, letters: int = 1) -> list[str]:
    phone.page.set_viewport_size({"width": width, "height": 640})
    phone.open(page)
    phone.page.evaluate("times => document.documentElement.style.fontSize = `${125 * times}%`", letters)
    assert phone.page.locator(".kb-chart__drawing").count() > 0
    return phone.page.evaluate(TROUBLES)


def rgb(colour: str) -> list[float]:
    return [float(part) for part in colour.partition("(")[2].rstrip(")").split(",")[:3]]


def contrast(one: list[float], other: list[float]) -> float:
    def light(colour: list[float]) -> float:
        parts = [part / 255 for part in colour]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("width", "letters"), [(320, 1), (320, 2), (360, 1), (1280, 1)])
@pytest.mark.parametrize("page", PAGES)
def test_no_text_lies_on_another_or_leaves_the_screen(phone, page, width, letters):
    assert troubles(phone, page, width, letters) == []


def test_letters_grow_with_those_of_the_page(phone):
    heights = []
    for letters in (1, 2):
        troubles(phone, PAGES[0], 320, letters)
        heights.append(phone.page.locator(".kb-chart__drawing text").first.bounding_box()["height"])
    assert heights[1] == pytest.approx(2 * heights[0], rel=0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", PAGES)
def test_text_and_marks_stand_out_from_their_ground(phone, page, scheme):
    phone.page.emulate_media(color_scheme=scheme)
    phone.open(page)
    for text, marks, ground, deepest in phone.page.evaluate(COLOURS):
        # A tile is coloured by its figure; its text stands on the deepest of these grounds too.
        tile = [deepest * mark + (1 - deepest) * paper for mark, paper in zip(rgb(marks), rgb(ground), strict=True)]
        assert contrast(rgb(text), tile) >= 4.5
        assert contrast(rgb(marks), rgb(ground)) >= 3
        assert contrast(rgb(marks), tile) >= 3


def test_on_paper_marks_are_black(phone):
    phone.page.emulate_media(media="print", color_scheme="dark")
    phone.open(PAGES[0])
    assert {tuple(rgb(marks)) for _, marks, _, _ in phone.page.evaluate(COLOURS)} == {(0, 0, 0)}


# What cannot be read is found


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        ("chart => chart.querySelectorAll('text')[1].setAttribute('y', '1em')", " lies on "),
        ("chart => chart.querySelector('text').textContent = 'x'.repeat(80)", "leaves the screen"),
        ("chart => chart.style.height = '5em'", "leaves the chart"),
        ("chart => chart.style.fontSize = '11px'", "has letters of 11 pixels"),
    ],
)
def test_a_spoilt_chart_is_noticed(phone, spoil, what):
    assert troubles(phone, "ru/figures/early-marriage.html") == []
    phone.page.locator(".kb-chart__drawing").first.evaluate(spoil)
    assert any(what in trouble for trouble in phone.page.evaluate(TROUBLES))


def test_contrast_is_reckoned_as_the_guidelines_do():
    assert contrast([0, 0, 0], [255, 255, 255]) == pytest.approx(21)
    assert contrast([119, 119, 119], [255, 255, 255]) == pytest.approx(4.48, abs=0.01)
