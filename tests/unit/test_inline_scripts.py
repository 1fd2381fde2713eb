from rights_kb.site.inline_scripts import inline_scripts, with_short_scripts

PAGE = """<script src="a.js"></script><script type="application/json"> {"a": 1} </script><script>
  /* why */
  const a = (b) => `#${b} c`; // how
  a( 1 );
</script>"""


def test_only_scripts_in_the_page_are_scripts_of_the_page():
    (found,) = inline_scripts(PAGE)
    assert found.strip().startswith("/* why */")


def test_they_lose_what_only_people_read():
    short = with_short_scripts(PAGE)
    assert inline_scripts(short) == ["const a=(b)=>`#${b} c`;a(1);"]
    assert short.startswith('<script src="a.js"></script><script type="application/json"> {"a": 1} </script>')
