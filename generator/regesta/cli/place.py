"""What a site is built from and where it goes: the options that `build` and `serve` share."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from regesta.cli.data import CONFIGURATION, headings


def _there(ctx: click.Context, parameter: click.Parameter, config: Path) -> Path:
    """A configuration that is named must be there."""
    if not config.is_file() and ctx.get_parameter_source("config") is not ParameterSource.DEFAULT:
        wrong = f"{config} is a folder." if config.is_dir() else f"There is no file {config}."
        raise click.UsageError(f"{wrong} Name a configuration that is there, or leave out --config FILE.")
    return config


config_option = click.option(
    "--config",
    metavar="FILE",
    default=CONFIGURATION,
    show_default=True,
    is_eager=True,  # it may name the folder of data
    callback=_there,
    type=click.Path(path_type=Path),
    help="The configuration of the site, as MkDocs has it; where there is none, the site is built with our defaults.",
)


def configured(config: Path) -> Path | None:
    """The configuration to use, or None for the defaults."""
    return config if config.is_file() else None


def site_name(folder: Path | None) -> str:
    """The name of a site without a configuration: the title of its one timeline, or those of all."""
    if folder is None:
        return ""
    return " · ".join(headings(folder)) or "Timelines"


def whole_name(ctx: click.Context, parameter: click.Parameter, path: Path | None) -> Path | None:
    """A folder's name as it was given. One that is no UTF-8 has become another on its way here."""
    if path is not None and "\ufffd" in str(path):
        raise click.BadParameter("The name of the folder must be UTF-8.")
    return path
