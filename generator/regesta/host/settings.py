"""What the configuration of MkDocs must and must not say, and what is read from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files

from regesta.host.errors import Refused
from regesta.model.site import SiteSettings

THEME = Path(__file__).parent / "theme"
"""Our templates and assets, in front of those of Material."""


def faults(config: MkDocsConfig) -> Iterator[str]:
    """Say, a sentence each, what in the configuration would break the generated pages or a promise of the site."""
    if not config.use_directory_urls:
        yield "use_directory_urls must stay true: every page is a folder, and entries keep their addresses for ever."
    if config.theme.name != "material":
        yield f"theme.name must be material, not {config.theme.name!r}: the frame is made for it."
        return
    if config.theme["font"] is not False:
        yield "theme.font must be false: fonts are served by the site itself, never by a third party."
    features = ", ".join(str(feature) for feature in config.theme["features"] or ())
    if features:
        yield f"theme.features must be empty, not {features}: the pages load none of Material's scripts."
    for name in config.plugins:
        if name.rpartition("/")[2] == "search":
            yield "plugins must not hold search: the site has a search of its own."


def apply(config: MkDocsConfig) -> None:
    """Check the configuration and put our theme in front of Material's. Refuses a configuration with faults."""
    found = list(faults(config))
    if found:
        raise Refused("\n".join(f"{config.config_file_path or 'mkdocs.yml'}: {fault}" for fault in found))
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(THEME))
    config.theme.static_templates.discard("sitemap.xml")


def of_site(config: MkDocsConfig) -> SiteSettings:
    """What the generated pages need to know of the configuration."""
    pages = (file.url for file in get_files(config).documentation_pages())
    here = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return SiteSettings(
        name=config.site_name,
        url=f"{config.site_url.rstrip('/')}/" if config.site_url else None,
        repository=config.repo_url or None,
        edit_base=edit_base(config),
        root=str(here),
        written=frozenset("" if url == "./" else url for url in pages),
    )


def material_asset(config: MkDocsConfig, pattern: str) -> Path:
    """The one asset of Material that `pattern` matches; its name carries the hash of its version."""
    for folder in reversed(config.theme.dirs):
        found = sorted(Path(folder, "assets").glob(pattern))
        if found:
            return found[0]
    raise Refused(f"this version of Material has no {pattern}; the frame was made for 9.8")


def edit_base(config: MkDocsConfig) -> str | None:
    """The address before which a path in the repository becomes a link that edits the file, or None.

    MkDocs knows the address of its docs_dir (`repo_url` + `edit_uri`); the repository's root is one or more folders up.
    """
    if not config.edit_uri or not config.repo_url:
        return None
    base = f"{config.repo_url.rstrip('/')}/{config.edit_uri.strip('/')}/"
    here = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    try:
        inside = Path(config.docs_dir).resolve().relative_to(here.resolve()).as_posix()
    except ValueError:
        return None
    return base.removesuffix(f"{inside}/") if inside != "." and base.endswith(f"/{inside}/") else base
