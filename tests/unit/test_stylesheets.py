import pytest

from rights_kb.site.names_in_use import names_in_use
from rights_kb.site.stylesheets import Unfit, one_stylesheet

PAGE = (
    '<html><body dir="ltr"><p class="lead big" id="first">Text</p><details><summary>More</summary></details></body></html>'
)


def made(css: str, page: str = PAGE, script: str = "") -> str:
    return one_stylesheet({"a.css": css}, names_in_use([page], [script]))


@pytest.mark.parametrize(
    "css",
    [
        "p{color:red}",
        "p.lead.big{color:red}",
        "#first{color:red}",
        ".lead:hover::before{color:red}",
        "p:not(.never){color:red}",
        "[dir=ltr] p{color:red}",
        "[id^=fir]{color:red}",
        "details[open]>summary{color:red}",
        "tbody p{color:red}",
        "*{color:red}",
        ":is(.never,.lead){color:red}",
        "p :is(b,.lead){color:red}",
        "@media print{p{color:red}}",
        "@page{margin:1cm}",
    ],
)
def test_a_rule_in_use_stays_as_it_is(css):
    assert made(css) == css


@pytest.mark.parametrize(
    "css",
    [
        "table{color:red}",
        ".never{color:red}",
        "p.never{color:red}",
        "p .never p{color:red}",
        "#second{color:red}",
        "[dir=rtl] p{color:red}",
        "[title]{color:red}",
        "p:is(.never,table){color:red}",
        "@media print{.never{color:red}}",
        "@media print{@supports (color:red){.never{color:red}}}",
        "@keyframes turn{to{rotate:1turn}}",
        ":root{--never:1px}",
        "@page{}",
        "p{}",
        ":root{--one:1px;--two:var(--one);--three:var(--two)}",
    ],
)
def test_a_rule_in_vain_goes(css):
    assert made(css) == ""


def test_of_a_list_of_selectors_only_those_in_use_stay():
    assert made("p, .never, summary { color: red }") == "p,summary{color:red}"


def test_names_that_a_script_sets_are_in_use():
    css = ".found-here{color:red}mark{color:blue}"
    assert made(css, script="a.className='found-here';document.createElement(\"mark\")") == css
    assert made(css, script="// nothing found here to mark") == ""


def test_variables_and_movements_in_use_stay():
    css = ":root{--one:1px;--two:var(--one)}p{animation:2s turn;margin:var(--two)}@keyframes turn{to{rotate:1turn}}"
    assert made(css) == css


def test_a_variable_that_a_drawing_or_a_style_in_a_page_uses_stays():
    css = ":root{--one:red;--two:blue}"
    drawing = '<svg><path fill="var(--one)"/></svg><style>p{color:var(--two)}</style>'
    assert made(css, PAGE + drawing) == css


def test_it_is_written_short_and_means_the_same():
    css = """
    /* a comment */
    p  >  summary ,
    .lead   :is(p) { margin : 0  auto ; width: calc( 100vw  -  1.8rem ) ; --x: ; color: RED !important; }
    @media screen and (min-width: 45em) { p { content: " a  b " } }
    """
    assert made(css) == (
        "p>summary,.lead :is(p){margin:0 auto;width:calc(100vw - 1.8rem);color:RED!important}"
        '@media screen and (min-width: 45em){p{content:" a  b "}}'
    )


def test_letters_beyond_ascii_come_with_their_encoding():
    assert made('p{content:"ү"}') == '@charset "utf-8";p{content:"ү"}'


@pytest.mark.parametrize(
    ("css", "said"),
    [
        ('\n@import "more.css";', r"a\.css:2  asks for another style sheet"),
        ("p{background:url(b.png)}", r"a\.css: asks for another file, b\.png"),
        ('p{background:url("//a.example/b.png")}', r"a\.css: asks for another file, //a\.example"),
        ("p{\ncolor red}", r"a\.css:2  cannot be read"),
        ("p{color:red}\n}", r"a\.css:2  cannot be read"),
    ],
)
def test_a_sheet_that_asks_for_another_file_or_cannot_be_read_is_refused_with_its_place(css, said):
    with pytest.raises(Unfit, match=said):
        made(css)
