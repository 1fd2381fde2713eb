import pytest

from rights_kb.site import security

PAGE = '<html><head><meta charset="utf-8">{}</head><body></body></html>'


def test_a_script_in_the_page_is_named_by_its_hash():
    # echo -n 'a()' | openssl dgst -sha256 -binary | base64
    assert security.script_hashes("<script>a()</script>") == ["'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='"]


def test_a_script_in_a_file_and_data_have_no_hash():
    assert security.script_hashes('<script src="a.js"></script><script id="x" type="application/json">{}</script>') == []


def test_the_policy_stands_behind_the_encoding_and_allows_nothing_unsafe():
    page = security.secured(PAGE.format("<script>a()</script>"))
    assert '<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"' in page
    assert "unsafe" not in page and "sha256-" in page


def test_a_page_without_a_place_for_it_is_refused():
    with pytest.raises(ValueError, match="charset"):
        security.secured("<html></html>")


def test_the_file_for_the_server_names_the_scripts_of_all_pages():
    said = security.headers_file([PAGE.format("<script>a()</script>"), PAGE.format("<script>b()</script>")])
    assert said.startswith("/*\n  Content-Security-Policy: ")
    assert said.count("sha256-") == 2
    for name in (
        "Referrer-Policy: no-referrer",
        "X-Content-Type-Options: nosniff",
        "Permissions-Policy: ",
        "frame-ancestors",
    ):
        assert name in said
