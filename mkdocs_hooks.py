"""What MkDocs calls while it builds: check first, hand the templates what they show, write the sitemap at the end.

Each language is a build of its own inside the first one, so every function here is called once a language.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

import macros
from rights_kb import checks, foreign_words
from rights_kb.library import open_library
from rights_kb.problem import told
from rights_kb.site import paper
from rights_kb.site.downloads import table_files
from rights_kb.site.feed import feeds
from rights_kb.site.finish import finish
from rights_kb.site.pages import Surroundings
from rights_kb.site.search_index import search_files
from rights_kb.site.sitemap import sitemap
from rights_kb.site.stylesheets import Unfit

log = get_plugin_logger("kb")

# Set at the start of a build, for all its languages.
_surroundings: Surroundings | None = None
# The articles by language and slug, their macros done; gathered while the pages are made.
_bodies: dict[tuple[str, str], str] = {}


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything once a build, before anything is cleaned or written; then set the theme's language."""
    global _surroundings
    i18n = config.plugins["i18n"]
    if not i18n.building:
        library = open_library(Path(config.config_file_path).parent)
        found = checks.problems(checks.Guide(library, macros.MACROS))
        if found:
            count = f"{len(found)} problem{'s' if len(found) > 1 else ''}"
            log.error(f"{count}; nothing was built.\n{told(found)}")
            raise Abort("Put the files right and build again.")
        macros.use_library(library)
        _surroundings = Surroundings(library, macros.render, Path(config.theme.custom_dir))
        _bodies.clear()
    config.theme["language"] = _language(config)
    return config


# Below the priority of the plug-in for macros, so that they are done.
@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep the article with its macros done, for the search."""
    _bodies[page.file.locale, _slug(page)] = markdown
    return markdown


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: object) -> dict[str, Any]:
    """Hand the template what stands around the article."""
    context["kb"] = _made().of_page(_language(config), _slug(page))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Give the finished page the foot of its printed sheets."""
    return paper.with_foot(output, _made().foot(_language(config), _slug(page)))


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Hand a template that is no article its surroundings in every language, the default one first."""
    made = _made()
    context["kb_all"] = [made.off_page(language) for language in made.library.languages]
    context["kb"] = context["kb_all"][0]
    return context


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Write what exists once for all languages in the first build only."""
    return "" if config.plugins["i18n"].building else output_content


# Below the priority at which the plug-in for languages builds all the others, so that this comes last of all.
@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site when the last language is built; write what is no page: lists, feeds, tables, headers."""
    if not config.plugins["i18n"].building:
        library = _made().library
        searched = search_files(library, macros.render, _bodies, Path(config.theme.custom_dir))
        others = {"sitemap.xml": sitemap(library), **feeds(library), **table_files(library), **searched}
        foreign = foreign_words.of_library(library)
        try:
            finish(Path(config.site_dir), others, library.project.site_url, foreign)
        except Unfit as problem:
            raise Abort(str(problem)) from problem


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> None:
    """Build again when a fact or the theme changes, not only when an article does; Python is read once, at the start."""
    for folder in (Path(config.config_file_path).parent / "data", Path(config.theme.custom_dir or ".")):
        server.watch(str(folder))


def _language(config: MkDocsConfig) -> str:
    i18n = config.plugins["i18n"]
    return i18n.current_language or i18n.default_language


def _slug(page: Page) -> str:
    return page.file.norm_src_uri.removesuffix(".md")


def _made() -> Surroundings:
    if _surroundings is None:
        raise RuntimeError("The guide has not been read yet.")
    return _surroundings
