"""Plugins and extensions of Markdown: whether there are such, and whether they have such options."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import markdown
from mkdocs.config.base import ValidationError
from mkdocs.plugins import BasePlugin, get_plugins

from regesta.host.judging.shapes import tell_unknown, told
from regesta.host.judging.tree import Step
from regesta.host.judging.written import Opaque, Written, meant
from regesta.model.faults import Fault, Reason

OURS = "regesta"
"""The plugin of this program."""

SEARCH = "search"
"""The plugin that makes the search of MkDocs."""


class Item(NamedTuple):
    """A plugin or an extension: its name, its options, and the way to either."""

    name: str
    options: dict[str, object]
    steps: tuple[Step, ...]


def items(written: Written, setting: str) -> Iterator[Item]:
    """What is listed below a setting, as a list or as names and values; what cannot be read is told."""
    listed = written.values.get(setting)
    if isinstance(listed, dict):
        for name, options in listed.items():
            yield from _item(written, str(name), options, (setting, str(name)))
        return
    for number, each in enumerate(listed if isinstance(listed, list) else ()):
        steps = (setting, number)
        if isinstance(each, str):
            yield Item(each, {}, steps)
        elif isinstance(each, dict) and len(each) == 1:
            [(name, options)] = each.items()
            yield from _item(written, str(name), options, (*steps, str(name)))
        elif isinstance(each, dict) and each:
            first, second = [str(name) for name in each][:2]
            mend = f"indent `{second}` further, if it is an option of `{first}`; or begin its line with `- `"
            message = f"`{first}` and `{second}` stand in one item of the list"
            written.told(Reason.BAD_SETTING, written.key(*steps, second), message, mend)
        else:
            message = f"an item of `{setting}` is {told(each)}"
            written.told(Reason.BAD_SETTING, written.mark(*steps), message, "write a name behind the hyphen")


def _item(written: Written, name: str, options: object, steps: tuple[Step, ...]) -> Iterator[Item]:
    if options is None or isinstance(options, dict):
        yield Item(name, dict(options or {}), steps)
    else:
        mend = "write its options below it, as `name: value`, indented; or leave out the colon"
        written.told(Reason.BAD_SETTING, written.mark(*steps), f"what stands behind `{name}:` is {told(options)}", mend)


def judge_plugins(written: Written, theme: str) -> None:
    """Tell of plugins that are not installed, and of options that a plugin does not have or take."""
    installed = get_plugins()
    seen: dict[str, Item] = {}
    for item in items(written, "plugins"):
        first = seen.setdefault(item.name, item)
        if first is not item and item.name == OURS:
            mark, before = written.key(*item.steps), written.key(*first.steps)
            message = f"the plugin `{item.name}` stands here a second time"
            mend = "keep one of them"
            written.faults.append(Fault(Reason.REPEATED_SETTING, mark, message, mend, ((before, "the first one"),)))
            continue
        name = next((each for each in (f"{theme}/{item.name}", item.name.lstrip("/")) if each in installed), None)
        if name is None:
            nearest = meant(item.name, [each.rpartition("/")[2] for each in installed])
            if nearest == SEARCH:
                mend = "delete the line: the site has a search of its own"
            else:
                mend = f"did you mean `{nearest}`?" if nearest else "install it beside this program, or delete the line"
            written.told(
                Reason.SETTING_LEADS_NOWHERE, written.key(*item.steps), f"no plugin `{item.name}` is installed", mend
            )
            continue
        if item.options:
            plugin = installed[name].load()()
            _judge_options(written, item, plugin)


def _judge_options(written: Written, item: Item, plugin: BasePlugin[object]) -> None:  # type: ignore[type-var]
    known = [name for name, _ in plugin.config_scheme]
    for name in item.options:
        # Of a plugin that is not ours, MkDocs itself only warns: it may take options that it does not declare.
        if name not in (*known, "enabled") and (item.name == OURS or meant(name, known)):
            tell_unknown(written, (*item.steps, name), known, f"option of `{item.name}` called")
    options = {name: value for name, value in item.options.items() if name in known}
    for name, option in plugin.config_scheme:
        if name in options and not _holds_opaque(options[name]):
            try:
                option.validate(options[name])
            except ValidationError as error:
                _tell_value(written, item, name, options[name], error)
            finally:
                option.reset_warnings()


def _tell_value(written: Written, item: Item, name: str, value: object, error: Exception) -> None:
    wanted = {"'str'": "a text", "'bool'": "`true` or `false`", "'int'": "a number", "'list'": "a list"}
    sort = next((words for sign, words in wanted.items() if sign in str(error).partition("but received")[0]), None)
    mend = f"write {sort}" if sort else ""
    why = f"`{name}` is {told(value)}" if sort else f"`{name}` cannot be taken: {error}"
    written.told(Reason.BAD_SETTING, written.mark(*item.steps, name), why, mend)


def judge_extensions(written: Written) -> None:
    """Tell of extensions of Markdown that are not installed, and of options that one does not have or take."""
    registered = {each.name for each in entry_points(group="markdown.extensions")}
    for item in items(written, "markdown_extensions"):
        if item.name not in registered and _lies_here(item.name):
            continue  # a program of the same proposal: looking at it would run it
        make = _extension(item.name)
        if make is None:
            nearest = meant(item.name, sorted(registered))
            mend = f"did you mean `{nearest}`?" if nearest else "install it beside this program, or delete the line"
            message = f"no extension `{item.name}` of Markdown is installed"
            written.told(Reason.SETTING_LEADS_NOWHERE, written.key(*item.steps), message, mend)
            continue
        _try_extension(written, item, make)


def _lies_here(name: str) -> bool:
    """Whether a module would be found in or below the folder that the program is run in."""
    try:
        found = find_spec(name.partition(".")[0].partition(":")[0])
    except (ImportError, ValueError):
        return False
    if found is None or not found.origin:
        return False
    where, here = Path(found.origin).resolve(), Path.cwd().resolve()
    return where.is_relative_to(here) and not where.is_relative_to(Path(sys.prefix).resolve())


def _extension(name: str) -> Callable[[dict[str, object]], object] | None:
    """What makes an extension of its options; None where there is no such extension."""
    try:
        markdown.Markdown().build_extension(name, {})
    except Exception:  # an extension is a program: importing a wrong name may raise anything
        return None
    return lambda options: markdown.Markdown().build_extension(name, options)


def _try_extension(written: Written, item: Item, make: Callable[[dict[str, object]], object]) -> None:
    # What is not looked up here is left out: the extension would be given something else than in a build.
    options = {name: value for name, value in item.options.items() if not _holds_opaque(value)}
    try:
        make(options)
        if len(options) == len(item.options):
            markdown.Markdown().registerExtensions((item.name,), {item.name: dict(options)})
    except Exception as error:  # as above
        known = getattr(make({}), "config", None)
        strange = [name for name in options if isinstance(known, Mapping) and name not in known]
        for name in strange:
            tell_unknown(written, (*item.steps, name), known or (), f"option of `{item.name}` called")
        if not strange:
            message = f"the extension `{item.name}` does not take its options: {error or type(error).__name__}"
            written.told(Reason.BAD_SETTING, written.key(*item.steps), message, "look up what it takes")


def _holds_opaque(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_opaque, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_holds_opaque, value))
    return isinstance(value, Opaque)
