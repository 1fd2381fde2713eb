import pytest

from rights_kb.site.paper import Foot, numbered, with_foot

HERE = "https://a.example/ru/help/b.html"


def test_each_address_has_one_number_however_often_it_stands():
    made = numbered(
        '<a href="https://c.example/">C</a> <a class="x" href="d.html#e">D</a> <a href="https://c.example/">F</a>', HERE
    )
    assert made.addresses == ("https://c.example/", "https://a.example/ru/help/d.html#e")
    assert made.article == (
        '<a href="https://c.example/" data-note="1">C</a> <a class="x" href="d.html#e" data-note="2">D</a> '
        '<a href="https://c.example/" data-note="1">F</a>'
    )


@pytest.mark.parametrize(
    "article",
    [
        '<a href="#part">same page</a>',
        '<a href="b.html#part">same page</a>',
        '<a href="tel:111">111</a>',
        '<a href="mailto:a@b.example">a@b.example</a>',
        '<a href="../data/x.csv" download>CSV</a>',
        '<a href="https://c.example/?a=1&amp;b=2">https://c.example/?a=1&amp;b=2</a>',
        '<nav class="more"><a href="d.html">D</a></nav>',
        '<dfn><a href="../about/glossary.html#term">term</a></dfn>',
        '<a id="place">no link</a>',
        "<abbr>no link</abbr>",
    ],
)
def test_what_needs_no_note_is_left_as_it_was(article):
    assert numbered(article, HERE).article == article
    assert numbered(article, HERE).addresses == ()


def test_an_address_is_told_as_it_is_typed_not_as_html_writes_it():
    assert numbered('<a href="/?a=1&amp;b=2">A</a>', HERE).addresses == ("https://a.example/?a=1&b=2",)


def test_quoted_signs_do_not_end_a_tag():
    made = numbered('<a title="a > b" href=\'x\' data-href="n" href="c.html"><b>C</b></a>', HERE)
    assert made.article == '<a title="a > b" href=\'x\' data-href="n" href="c.html" data-note="1"><b>C</b></a>'


def test_the_foot_stands_on_the_root_element_escaped():
    foot = Foot("https://a.example/", ('"Ө" & ү', "Help: 1"))
    assert with_foot('<!doctype html><html lang="x"><body>', foot) == (
        '<!doctype html><html data-foot="https://a.example/\n&#34;Ө&#34; &amp; ү\nHelp: 1" lang="x"><body>'
    )


def test_a_text_that_is_no_page_is_refused():
    with pytest.raises(ValueError, match="<html>"):
        with_foot("<p>", Foot("https://a.example/", ()))


def test_the_code_is_one_path_without_a_size_of_its_own():
    code = Foot("https://a.example/", ()).code
    assert (
        code.startswith('<svg viewBox="0 0 ')
        and code.count("<path") == 1
        and "width=" not in code.replace("stroke-width=", "")
    )
