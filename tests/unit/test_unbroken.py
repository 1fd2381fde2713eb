"""A number stays on one line with what a dash ties to it, and the text of a page stays what it was."""

import re

import pytest

from rights_kb.site.unbroken import unbroken


def tied(html: str) -> list[str]:
    """What is held together."""
    return re.findall(r"<kb-whole>(.*?)</kb-whole>", unbroken(html))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("(Кодекс, 14-берене, 2-бөлүк)", ["14-берене", "2-бөлүк"]),
        ("2021-жылдын 28-октябры", ["2021-жылдын", "28-октябры"]),
        ("айып пул: 20\u00a0000–50\u00a0000 сом", ["20\u00a0000–50\u00a0000"]),
        ("5–17 жаш", ["5–17"]),
        ("2,5–3,5 саат; 1–4-класс", ["2,5–3,5", "1–4-класс"]),
        ("09:00", []),
        ("үй-бүлө, ак-кара, 2026-11-22", []),
        ("kg/2021-law https://a.example/12-b", []),
        ("12-abcdefghijklmnopqrst", []),
    ],
)
def test_a_number_and_what_is_tied_to_it_are_held_together(text, held):
    assert tied(f"<p>{text}</p>") == held


@pytest.mark.parametrize(
    "html",
    [
        "<head><title>5–17</title></head>",
        '<p title="a > 5–17">A</p>',
        "<script>let a = '1–2'</script>",
        "<pre>1–2</pre>",
        "<svg><text>1–2</text></svg>",
        '<aside class="kb-paper" hidden><li>1–2</aside>',
    ],
)
def test_what_is_no_running_text_is_left_alone(html):
    assert unbroken(html) == html


def test_nothing_but_the_elements_is_added():
    page = "<p>1–2 <b>3-берене</b>, <pre>4–5</pre> 6–7</p>"
    assert re.sub(r"<kb-whole>(.*?)</kb-whole>", r"\1", unbroken(page)) == page
