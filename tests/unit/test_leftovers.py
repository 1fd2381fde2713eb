from rights_kb.site.leftovers import without_marks


def test_names_for_the_script_of_the_theme_go_and_what_the_styles_need_stays():
    start = '<div class="a" data-md-component="x" data-md-type="y">'
    page = f'{start}<input autocomplete="off" data-md-toggle="z"> data-md-type="text"</div>'
    assert without_marks(page) == '<div class="a"><input data-md-toggle="z"> data-md-type="text"</div>'


def test_parts_that_only_the_script_of_the_theme_fills_go_and_others_stay():
    empty = '<div data-md-component="announce">\n</div>\n<div class="md-dialog"><div class="md-dialog__inner"></div></div>\n'
    switch = '<input class="md-toggle" type="checkbox" id="__search">\n'
    kept = '<input class="md-toggle" type="checkbox" id="__drawer">\n<div class="a"></div>\n<div>b</div>'
    assert without_marks(empty + switch + kept) == kept


def test_a_drawing_in_a_page_needs_no_namespace():
    drawing = '<svg{} viewBox="0 0 2 2"><path d="M0 0"/></svg>'
    assert without_marks(drawing.format(' xmlns="http://www.w3.org/2000/svg"')) == drawing.format("")
