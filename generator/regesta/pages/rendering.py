"""The templates: autoescape on, a missing name is an error. Compiled at first use and kept while the process lives."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import cast

from jinja2 import PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from regesta.model.kinds import Kind
from regesta.normalise.markup import render_inline
from regesta.pages import addresses, dates, wording
from regesta.pages.codegen import PageEnvironment
from regesta.pages.escaping import joined, trusted


@cache
def _environment() -> PageEnvironment:
    made = PageEnvironment(
        loader=PackageLoader("regesta.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(
        inline=lambda text: trusted(render_inline(text)),
        counted=wording.counted,
        number=wording.number,
        language=wording.language_name,
        label=wording.kind_label,
        upper_first=wording.upper_first,
        marked=dates.marked,
        dated=dates.words,
        join=joined,
    )
    made.globals.update(words=wording, addresses=addresses, Kind=Kind)
    # Every page uses these macros; an import in each template would look them up anew for every page.
    made.globals["m"] = made.get_template("macros.html").module
    made.globals["r"] = made.get_template("record.html").module
    return made


@cache
def load(name: str) -> Template:
    """The template of a page."""
    template = _environment().get_template(name)
    # Jinja keeps them in a chain of dictionaries and takes that apart for every page.
    template.globals = dict(template.globals)
    return template


@cache
def macro(name: str) -> Callable[..., Markup]:
    """A macro of `rows.html`: a piece of a page that is rendered many times, without the cost of a whole template."""
    return cast("Callable[..., Markup]", getattr(load("rows.html").module, name))
