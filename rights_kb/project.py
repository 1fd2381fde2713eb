"""Where a guide lives and which languages it speaks: read from its mkdocs.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml


class NotAProject(Exception):
    """The folder holds no guide, or its configuration names no languages."""


@dataclass(frozen=True)
class Language:
    """A language of the guide: its code, its name in itself, and whether it stands at the root."""

    code: str
    name: str
    default: bool


@dataclass(frozen=True)
class Licence:
    """Under what the texts and data may be used: its short name by SPDX, its whole name, and where it stands."""

    id: str
    title: str
    address: str


@dataclass(frozen=True)
class Project:
    """The folders of a guide and its languages, the default language first."""

    root: Path
    content: Path
    data: Path
    languages: tuple[Language, ...]
    site_url: str
    menu: tuple[str, ...] = ()
    # Where whoever leaves a page about danger is taken; empty for a guide that offers no such way.
    leave_to: str = ""
    # None for a guide that says nothing about the use of its data.
    licence: Licence | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(language.code for language in self.languages)

    @property
    def default(self) -> str:
        return self.languages[0].code

    def folder(self, language: str) -> str:
        """Where a language lives below the root of the site: nothing for the default one, else `ru/`."""
        return "" if language == self.default else f"{language}/"

    def absolute(self, path: str) -> str:
        """The whole address of a file below the root of the site."""
        return f"{self.site_url.rstrip('/')}/{path}"

    def name_of(self, path: Path) -> str:
        """The path as problems name it: relative to the project, with slashes."""
        return path.relative_to(self.root).as_posix()


class _ConfigurationLoader(yaml.SafeLoader):
    """Reads past the tags of mkdocs.yml (such as !ENV): only plain values are needed here."""


_ConfigurationLoader.add_multi_constructor("", lambda loader, suffix, node: None)


def open_project(root: Path) -> Project:
    """Read `mkdocs.yml` in `root`. Raises NotAProject with a sentence that says what is missing."""
    path = root / "mkdocs.yml"
    if not path.is_file():
        raise NotAProject(f"There is no mkdocs.yml in {root}. Run the command in the folder of the guide.")
    try:
        config = yaml.load(path.read_text(encoding="utf-8"), Loader=_ConfigurationLoader)
    except yaml.YAMLError as error:
        raise NotAProject(f"mkdocs.yml cannot be read: {error}") from error
    if not isinstance(config, dict):
        raise NotAProject("mkdocs.yml holds no settings.")
    languages = _languages(config)
    extra = config.get("extra") or {}
    return Project(
        root=root,
        content=root / config.get("docs_dir", "docs"),
        data=root / "data",
        languages=languages,
        site_url=config.get("site_url") or "",
        menu=tuple(_menu(config.get("nav") or [])),
        leave_to=extra.get("leave_to", ""),
        licence=_licence(extra.get("data_licence")),
    )


def _licence(typed: object) -> Licence | None:
    if typed is None:
        return None
    if not isinstance(typed, dict) or set(typed) != {"id", "title", "address"}:
        raise NotAProject("mkdocs.yml: `data_licence` is wrong. Write its `id`, `title` and `address`.")
    return Licence(**typed)


def _menu(entries: object) -> list[str]:
    if isinstance(entries, str):
        return [entries.removesuffix(".md")] if entries.endswith(".md") else []
    children = entries.values() if isinstance(entries, dict) else entries
    return [slug for child in children for slug in _menu(child)]


def _languages(config: dict) -> tuple[Language, ...]:
    for plugin in config.get("plugins") or []:
        if isinstance(plugin, dict) and isinstance(plugin.get("i18n"), dict) and plugin["i18n"].get("languages"):
            found = [
                Language(entry["locale"], entry["name"], bool(entry.get("default")))
                for entry in plugin["i18n"]["languages"]
                if entry.get("build", True)
            ]
            # Sorting by a claim keeps the order of the configuration and puts the default first.
            return tuple(sorted(found, key=lambda language: not language.default))
    raise NotAProject("mkdocs.yml names no languages: the plugin `i18n` is missing.")
