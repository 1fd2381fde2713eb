"""Where a page of a guide lives: the default language at the root, every other one in a folder of its code."""

from __future__ import annotations

import posixpath

from rights_kb.project import Project


def address(project: Project, language: str, slug: str) -> str:
    """The file of a page below the root of the site: `rights/work.html`, `ru/rights/work.html`."""
    return f"{project.folder(language)}{slug}.html"


def absolute(project: Project, language: str, slug: str) -> str:
    """The whole address of a page, for those who do not come from the site itself."""
    return project.absolute(address(project, language, slug))


def relative(target: str, page: str) -> str:
    """The address of one file of the site as seen from another."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")
