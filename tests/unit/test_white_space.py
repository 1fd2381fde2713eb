from rights_kb.site.white_space import without_indents


def test_empty_lines_and_indents_become_one_line_end():
    assert without_indents("\n<ul>\n    \n\t<li>a  b</li>   \n\n  <li>c\n  d</li>\n</ul>") == (
        "<ul>\n<li>a  b</li>\n<li>c\nd</li>\n</ul>"
    )


def test_where_white_space_is_shown_or_runs_it_stays():
    for tag in ("pre", "script", "style", "textarea"):
        kept = f"<{tag} id='x'>\n  a\n\n    b</{tag}>"
        assert without_indents(f"<p>\n  c</p>{kept}\n  <p>d</p>") == f"<p>\nc</p>{kept}\n<p>d</p>"
