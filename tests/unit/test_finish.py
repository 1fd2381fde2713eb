import pytest

from rights_kb.foreign_words import ForeignWords
from rights_kb.site.finish import finish
from rights_kb.site.stylesheets import Unfit

NO_FOREIGN_WORDS = ForeignWords({}, {}, {})
PAGE = """<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <link rel="stylesheet" href="assets/looks.css">
  </head>
  <body>
    <p>Text</p>
    <script>
      /* why */
      done( 1 );
    </script>
  </body>
</html>
"""


@pytest.fixture
def site(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "assets/looks.css").write_text("p{color:red}table{color:red}")
    (tmp_path / "assets/unused.js").write_text("1")
    return tmp_path


def files(site):
    return {path.relative_to(site).as_posix(): path.read_text() for path in sorted(site.rglob("*")) if path.is_file()}


def test_pages_name_what_is_published_and_nothing_else_is(site):
    finish(site, {"data/a.csv": "a\r\n"}, "https://guide.example/", NO_FOREIGN_WORDS)
    found = files(site)
    sheet = next(name for name in found if name.endswith(".css"))
    assert sorted(found) == ["_headers", sheet, "data/a.csv", "index.html"]
    assert found[sheet] == "p{color:red}"
    assert f"<link href={sheet} rel=stylesheet>" in found["index.html"]
    assert (site / "data/a.csv").read_bytes() == b"a\r\n"


def test_the_policy_names_the_script_as_it_is_published(site):
    finish(site, {}, "https://guide.example/", NO_FOREIGN_WORDS)
    found = files(site)
    assert "<script>done(1);</script>" in found["index.html"]
    # printf 'done(1);' | openssl dgst -sha256 -binary | base64
    digest = "sha256-D63foJ4QH/4s3UTviAx5xp8yQX+SAFAu9VA91CnllsA="
    assert digest in found["index.html"] and digest in found["_headers"]


def test_a_style_sheet_that_is_not_fit_leaves_pages_and_assets_as_they_were(site):
    (site / "assets/looks.css").write_text("p{background:url(a.png)}")
    before = files(site)
    with pytest.raises(Unfit, match=r"assets/looks\.css: asks for another file"):
        finish(site, {}, "https://guide.example/", NO_FOREIGN_WORDS)
    assert files(site) == before
