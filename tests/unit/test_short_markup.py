from rights_kb.site.short_markup import short


def test_what_a_browser_adds_by_itself_goes():
    head = '<!doctype html>\n<html lang="ky">\n<head>\n<meta charset="utf-8">\n</head>\n'
    page = f'{head}<body>\n<ul class="a b">\n  <li>a</li>\n</ul>\n</body>\n</html>\n'
    assert short(page) == '<!doctype html><html lang=ky><head><meta charset=utf-8><body><ul class="a b"><li>a</ul>'


def test_white_space_stays_where_it_is_seen():
    assert short("<p>a <b>b</b>\n  c</p>") == "<p>a <b>b</b> c"
    assert short("<pre>a\n\n  b</pre>") == "<pre>a\n\n  b</pre>"
    assert short('<p title="a\nb">10\u00a0%') == '<p title="a\nb">10\u00a0%'


def test_scripts_and_data_stay_as_they_are():
    for kept in ("<script>a( 1 );\n  b()</script>", '<script type=application/ld+json>{"a":  1}</script>'):
        assert short(kept) == kept
