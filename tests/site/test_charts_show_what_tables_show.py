"""Every chart shows the figures of the table it leads to, as they are written there, with bars of that length."""

import copy

import built_charts
import built_pages
import pytest
import real_guide

from rights_kb import numbers

LIBRARY = real_guide.library()


def language(page: str) -> str:
    folder = page.partition("/")[0]
    return folder if folder in LIBRARY.languages else LIBRARY.project.default


def labels(page: str):
    return LIBRARY.words[language(page)].labels


def with_charts(site) -> list[str]:
    return [page for page in built_pages.pages(site) if built_charts.charts(built_pages.read(site / page))]


def test_every_chart_shows_what_its_table_shows(site):
    found = []
    for page in with_charts(site):
        found += built_charts.disagreements(page, lambda address: built_pages.read(site / address), labels(page))
    assert found == []


def test_every_bar_is_as_long_as_its_figure(site):
    found = []
    for page in with_charts(site):
        code = language(page)
        parse = lambda figure, code=code: float(numbers.parse(figure, code))  # noqa: E731
        found += built_charts.wrong_lengths(page, built_pages.read(site / page), parse)
    assert found == []


def test_every_chart_is_light_named_and_still(site):
    found = [built_charts.unsound(page, built_pages.read(site / page)) for page in with_charts(site)]
    assert [what for part in found for what in part] == []


def test_every_language_has_the_charts_that_articles_ask_for(site):
    asked = {
        (code, slug): sum(call.name == "kb_chart" for call in page.calls) for (code, slug), page in LIBRARY.pages.items()
    }
    for (code, slug), count in asked.items():
        page = f"{slug}.html" if code == LIBRARY.project.default else f"{code}/{slug}.html"
        assert len(built_charts.charts(built_pages.read(site / page))) == count, page
    shown = {call.options["form"] for page in LIBRARY.pages.values() for call in page.calls if call.name == "kb_chart"}
    assert shown == {"trend", "ranked", "pairs", "tiles"}


# What is spoilt is found

PAGE = "ru/figures/violence.html"
MAP = "ru/figures/child-labour.html"


@pytest.fixture
def spoilt(site):
    """Two pages to spoil, and what the comparison says of them then."""
    trees = {page: copy.deepcopy(built_pages.read(site / page)) for page in (PAGE, MAP)}
    return trees, lambda page: built_charts.disagreements(page, trees.__getitem__, labels(page))


def element(tree, tag, text):
    return next(item for item in tree.iter(tag) if item.text == text and item.xpath("ancestor::svg"))


def test_a_page_that_is_not_spoilt_passes(spoilt):
    _, told = spoilt
    assert told(PAGE) == told(MAP) == []


@pytest.mark.parametrize(("page", "figure"), [(PAGE, "82,8"), (PAGE, "57,1"), (PAGE, "60,7"), (MAP, "30,8"), (MAP, "23,2")])
def test_another_figure_in_the_image_is_found(spoilt, page, figure):
    trees, told = spoilt
    element(trees[page], "text", figure).text = "99,9"
    (found,) = told(page)
    assert found.endswith(f": {figure} is described, but not drawn")


@pytest.mark.parametrize("place", range(3))
def test_another_figure_in_the_description_is_found(spoilt, place):
    trees, told = spoilt
    for page in (PAGE, MAP):
        description = built_charts.charts(trees[page])[place].find(".//desc")
        description.text = description.text.translate(str.maketrans("0123456789", "1234567890"))
        assert any("the table says" in what for what in told(page))


def test_another_figure_in_the_table_is_found(spoilt):
    trees, told = spoilt
    (cell,) = (
        data
        for data in trees[PAGE].cssselect("#table-violent-discipline-area-sex-all-residence-all-age-all data")
        if data.get("value") == "82.8"
    )
    cell.text = "82,9"
    (found,) = told(PAGE)
    assert "город Ош – 82,9" in found and "город Ош – 82,8" in found


def test_a_bar_less_is_found(spoilt):
    trees, told = spoilt
    chart = trees[PAGE].get_element_by_id("chart-ranked-violent-discipline-area")
    chart.find(".//desc").text = chart.find(".//desc").text.replace("; Таласская область – 75,1", "")
    assert len(told(PAGE)) == 1


def test_a_chart_of_another_table_is_found(spoilt):
    trees, told = spoilt
    link = trees[PAGE].get_element_by_id("chart-ranked-violent-discipline-area").find(".//figcaption//a")
    link.set("href", "#table-violent-discipline-sex-area-kyrgyzstan-residence-all-age-all")
    assert len(told(PAGE)) == 1
    link.set("href", "#nowhere")
    assert told(PAGE) == [f"{PAGE}: chart-ranked-violent-discipline-area leads to no table"]


def test_a_description_in_another_language_is_found(spoilt):
    trees, _ = spoilt
    found = built_charts.disagreements(PAGE, trees.__getitem__, LIBRARY.words[LIBRARY.project.default].labels)
    assert len(found) == 3 and all("not in the language" in what for what in found)


def test_a_bar_of_another_length_is_found(spoilt):
    trees, _ = spoilt
    chart = trees[PAGE].get_element_by_id("chart-ranked-violent-discipline-area")
    chart.findall(".//rect")[-1].set("width", "80%")
    (found,) = built_charts.wrong_lengths(PAGE, trees[PAGE], lambda figure: float(figure.replace(",", ".")))
    assert found.endswith("the bar of 52.2 is 80.0 long")


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (lambda svg: svg.find("desc").set("onclick", "x()"), "has the attribute onclick"),
        (lambda svg: svg.find("desc").set("style", "color: red"), "has the attribute style"),
        (lambda svg: svg.append(svg.makeelement("script")), "holds <script>"),
        (lambda svg: svg.append(svg.makeelement("image", {"href": "//x"})), "holds <image>"),
        (lambda svg: svg.remove(svg.find("desc")), "has no title and description"),
        (lambda svg: setattr(svg.find("title"), "text", "x"), "has another title than its caption"),
        (lambda svg: setattr(svg.find("desc"), "text", "ө" * 5000), "bytes"),
        (lambda svg: svg.append(svg.makeelement("g", {"id": svg.find("title").get("id")})), "stands twice"),
    ],
)
def test_an_unsound_image_is_found(spoilt, spoil, what):
    trees, _ = spoilt
    assert built_charts.unsound(PAGE, trees[PAGE]) == []
    spoil(trees[PAGE].cssselect("svg.kb-chart__drawing")[0])
    assert any(what in found for found in built_charts.unsound(PAGE, trees[PAGE]))
