from rights_kb.site.leftovers import without_indents, without_marks


def test_empty_lines_and_indents_become_one_line_end():
    assert without_indents("\n<ul>\n    \n\t<li>a  b</li>   \n\n  <li>c\n  d</li>\n</ul>") == (
        "<ul>\n<li>a  b</li>\n<li>c\nd</li>\n</ul>"
    )


def test_where_white_space_is_shown_or_runs_it_stays():
    for tag in ("pre", "script", "style", "textarea"):
        kept = f"<{tag} id='x'>\n  a\n\n    b</{tag}>"
        assert without_indents(f"<p>\n  c</p>{kept}\n  <p>d</p>") == f"<p>\nc</p>{kept}\n<p>d</p>"


def test_names_for_the_script_of_the_theme_go_and_what_the_styles_need_stays():
    page = '<div class="a" data-md-component="x" data-md-type="y"><input data-md-toggle="z"> data-md-type="text"</div>'
    assert without_marks(page) == '<div class="a"><input data-md-toggle="z"> data-md-type="text"</div>'


def test_parts_that_only_the_script_of_the_theme_fills_go_and_others_stay():
    empty = '<div data-md-component="announce">\n</div>\n<div class="md-dialog"><div class="md-dialog__inner"></div></div>\n'
    switch = '<input class="md-toggle" type="checkbox" id="__search">\n'
    kept = '<input class="md-toggle" type="checkbox" id="__drawer">\n<div class="a"></div>\n<div>b</div>'
    assert without_marks(empty + switch + kept) == kept
