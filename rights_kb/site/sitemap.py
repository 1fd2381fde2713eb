"""The list of all pages for search engines: each page once a language, with its translations."""

from __future__ import annotations

from xml.sax.saxutils import escape

from rights_kb.library import Library
from rights_kb.site.addresses import absolute

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def alternates(library: Library, slug: str) -> list[tuple[str, str]]:
    """The languages a page is written in with its whole addresses, and `x-default` for the default language."""
    project = library.project
    found = [(code, absolute(project, code, slug)) for code in project.codes if library.page(code, slug)]
    return [*found, ("x-default", found[0][1])] if found and found[0][0] == project.default else found


def sitemap(library: Library) -> str:
    """The whole file. A page that is not translated has no entry in that language; dates are days of review only."""
    entries = []
    for slug in library.slugs():
        links = [
            f'    <xhtml:link rel="alternate" hreflang="{code}" href="{escape(href)}"/>\n'
            for code, href in alternates(library, slug)
        ]
        for language in library.languages:
            page = library.page(language, slug)
            if page is None:
                continue
            entries.append(f"  <url>\n    <loc>{escape(absolute(library.project, language, slug))}</loc>\n")
            if page.reviewed_on:
                entries.append(f"    <lastmod>{page.reviewed_on.isoformat()}</lastmod>\n")
            entries += [*links, "  </url>\n"]
    return f"{HEAD}{''.join(entries)}</urlset>\n"
