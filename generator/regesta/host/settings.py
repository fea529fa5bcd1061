"""What the configuration of MkDocs must and must not say, and what is read from it."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, get_files
from mkdocs.theme import Theme

from regesta.host.errors import Refused
from regesta.model.site import Configuration, SiteSettings

THEME = Path(__file__).parent / "theme"
"""Our templates and assets, in front of those of Material."""


BARE = Path(__file__).parent / "bare"
"""The folder of hand-written pages of a site that has none."""

THEME_NAME = "material"

LEAST = "site_name: A name\nplugins:\n  - regesta"
"""The least configuration that works, for somebody to copy; `docs/` beside it may be empty."""

NAV: tuple[tuple[str, str], ...] = (
    ("Home", "index.md"),
    ("Timeline", "timeline/index.md"),
    ("Disputes", "disputes/index.md"),
    ("Actors", "actors/index.md"),
    ("Places", "places/index.md"),
    ("Topics", "topics/index.md"),
    ("Sources", "sources/index.md"),
    ("Data", "data/index.md"),
)
"""The main navigation of a site whose configuration has none; its own pages follow."""


def said(config: MkDocsConfig) -> dict[str, object]:
    """The settings that somebody wrote down, as against those that MkDocs supplies."""
    with warnings.catch_warnings():
        # MkDocs keeps them, but calls its own access to them old.
        warnings.simplefilter("ignore", DeprecationWarning)
        return {name: value for each in config.user_configs for name, value in each.items()}


class Broken(NamedTuple):
    """A setting that would break the generated pages or a promise of the site: the way to it, what is wrong, a mend."""

    steps: tuple[str, ...]
    message: str
    mend: str


def promises(*, directory_urls: bool, theme: Mapping[str, object]) -> Iterator[Broken]:
    """Say what in a configuration breaks a promise. `theme` is what was written down of it."""
    if not directory_urls:
        message = "use_directory_urls must stay true: every page is a folder, and entries keep their addresses for ever"
        yield Broken(("use_directory_urls",), message, "delete the line, or write `use_directory_urls: true`")
    name = theme.get("name", THEME_NAME)
    if name != THEME_NAME:
        shown = f"not `{name}`" if name else "and is empty"
        message = f"theme.name must be {THEME_NAME}, {shown}: the frame is made for it"
        yield Broken(("theme", "name"), message, f"write `name: {THEME_NAME}`, or leave the theme out")
        return
    if theme.get("font", False) is not False:
        message = "theme.font must be false: fonts are served by the site itself, never by a third party"
        yield Broken(("theme", "font"), message, "write `font: false`, or leave it out")
    features = theme.get("features")
    if features:
        named = ", ".join(str(feature) for feature in features) if isinstance(features, list) else str(features)
        message = f"theme.features must be empty, not {named}: the pages load none of {THEME_NAME.title()}'s scripts"
        yield Broken(("theme", "features"), message, "delete `features:` and what stands below it")


def faults(config: MkDocsConfig) -> Iterator[str]:
    """The same of a configuration that MkDocs has loaded, a sentence each: it may have been told more in the call."""
    theme = {"name": config.theme.name, **{name: config.theme.get(name) for name in ("font", "features")}}
    for broken in promises(directory_urls=config.use_directory_urls, theme=theme):
        yield f"{broken.message}; {broken.mend}"
    for name in config.plugins:
        if name.rpartition("/")[2] == "search":
            yield "plugins must not hold search: the site has a search of its own; delete the line"


def apply(config: MkDocsConfig) -> None:
    """Supply what the configuration leaves out, refuse what breaks a promise, and put our theme in front of Material's.

    A refusal names every fault at once, and ends with the least configuration that works.
    """
    _supply(config)
    found = list(faults(config))
    if found:
        where = config.config_file_path or "mkdocs.yml"
        least = "\n".join(f"    {line}" for line in LEAST.splitlines())
        raise Refused("\n".join([*(f"{where}: {fault}" for fault in found), f"This is enough:\n{least}"]))
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(0, str(THEME))
    config.theme.static_templates.discard("sitemap.xml")


def _supply(config: MkDocsConfig) -> None:
    """What a configuration need not say. What it does say stays, right or wrong."""
    written = said(config)
    theme = written.get("theme")
    if theme is None:
        config.theme = Theme(name=THEME_NAME, font=False)
    elif config.theme.name == THEME_NAME and not (isinstance(theme, dict) and "font" in theme):
        config.theme["font"] = False
    if config.nav is None:
        own = [page.src_uri for page in _written_pages(config)]
        config.nav = [*({title: path} for title, path in NAV), *([{"About": own}] if own else [])]
    if not config.repo_url and config.edit_uri and "://" not in config.edit_uri:
        # From a repository that is not named it leads nowhere; MkDocs would make a link of it all the same.
        config.edit_uri = ""
    links = written.get("validation")
    links = links.get("links") if isinstance(links, dict) else None
    if not (isinstance(links, dict) and "unrecognized_links" in links):
        # An address such as ../data/ is that of a generated page, which MkDocs cannot know. The publisher follows
        # every link of every page when all pages are known, and refuses a site in which one leads nowhere.
        config.validation.links.unrecognized_links = logging.DEBUG


def _written_pages(config: MkDocsConfig) -> list[File]:
    return list(get_files(config).documentation_pages())


def unread(configuration: Configuration) -> SiteSettings:
    """The settings of a site whose configuration is at fault: nothing is known of it."""
    return SiteSettings("", None, None, None, "", frozenset(), configuration)


def of_site(config: MkDocsConfig) -> SiteSettings:
    """What the generated pages need to know of the configuration."""
    pages = (file.url for file in _written_pages(config))
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


def direction(config: MkDocsConfig) -> str:
    """How the theme writes: `ltr`, from left to right, or `rtl`. Where it is not said, its language tells."""
    said_so = config.theme.get("direction")
    if said_so:
        return str(said_so)
    words = Path("partials", "languages", f"{config.theme.get('language') or 'en'}.html")
    file = next((Path(folder, words) for folder in config.theme.dirs if Path(folder, words).is_file()), None)
    return "rtl" if file is not None and '"direction": "rtl"' in file.read_text(encoding="utf-8") else "ltr"


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
