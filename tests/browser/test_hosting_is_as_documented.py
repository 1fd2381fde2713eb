"""The lines of docs/hosting.md work as they stand there, and say what the file for other hosts says."""

import gzip
import re
import urllib.error
import urllib.request

import nginx
import pytest

from rights_kb.site import security


@pytest.fixture(scope="module")
def docs(root):
    return (root / "docs/hosting.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def said(site):
    """The headers that `_headers` names for each path."""
    found: dict[str, dict[str, str]] = {}
    for line in (site / security.NAME).read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            found[line] = {}
        else:
            name, _, value = line.strip().partition(": ")
            [*found.values()][-1][name] = value
    return found


def answer(address):
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as response:
        return response.headers, response.read()


def test_every_header_of_the_site_is_sent_with_every_file(hosted, site, said):
    sheet = next((site / "assets").rglob("*.css")).relative_to(site).as_posix()
    for path in ("index.html", sheet, "sitemap.xml"):
        headers, _ = answer(hosted + path)
        for name, value in said["/*"].items():
            wanted = "frame-ancestors 'none'" if name == "Content-Security-Policy" else value
            assert headers[name] == wanted, (path, name)


def test_files_whose_names_change_are_kept_and_pages_are_not(hosted, site, said):
    for path in (path.relative_to(site).as_posix() for path in (site / "assets").rglob("*.*")):
        headers, _ = answer(hosted + path)
        assert headers["Cache-Control"] == said["/assets/*"]["Cache-Control"], path
    assert answer(f"{hosted}index.html")[0]["Cache-Control"] is None


def test_text_travels_compressed_and_in_its_encoding(hosted, site):
    for path in [*(path.relative_to(site).as_posix() for path in (site / "assets").rglob("*.[cj]s*")), "index.html"]:
        headers, body = answer(hosted + path)
        assert headers["Content-Encoding"] == "gzip", path
        assert gzip.decompress(body) == (site / path).read_bytes()
    assert headers["Content-Type"] == "text/html; charset=utf-8"


def test_an_address_that_is_not_there_gets_the_page_for_the_lost_with_its_headers(hosted, site, said):
    with pytest.raises(urllib.error.HTTPError) as found:
        answer(f"{hosted}ru/nowhere/at-all.html")
    assert found.value.code == 404
    assert found.value.headers["Referrer-Policy"] == said["/*"]["Referrer-Policy"]


@pytest.mark.parametrize(("server", "form"), [("nginx", 'add_header {} "{}" always;'), ("caddy", '{} "{}"')])
def test_the_lines_for_each_server_say_the_same(docs, said, server, form):
    lines = nginx.snippet(docs, server)
    for name, value in said["/*"].items():
        wanted = "frame-ancestors 'none'" if name == "Content-Security-Policy" else value
        assert form.format(name, wanted) in lines


def test_a_header_missing_in_the_documentation_is_noticed(docs, site, tmp_path):
    spoilt = re.sub(r".*add_header Referrer-Policy.*\n", "", docs)
    with nginx.serving(site, spoilt, tmp_path) as address:
        assert answer(f"{address}index.html")[0]["Referrer-Policy"] is None


def test_without_nginx_the_test_says_how_to_get_it(tmp_path):
    with pytest.raises(nginx.NoNginx, match="apt install nginx-light"):
        nginx.find_nginx(str(tmp_path))


def test_a_mistake_in_the_documentation_is_told(docs, site, tmp_path):
    with pytest.raises(RuntimeError, match="gzipp"), nginx.serving(site, docs.replace("gzip on", "gzipp on"), tmp_path):
        pass
