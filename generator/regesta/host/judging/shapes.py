"""What each setting of the configuration must be: a text, a list, true or false; and whether it is one."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from mkdocs.config.base import BaseConfigOption, ValidationError
from mkdocs.config.config_options import SubConfig
from mkdocs.config.defaults import MkDocsConfig

from regesta.host.judging.written import INHERIT, Opaque, Written, meant
from regesta.model.faults import Reason

_TEXTS = (
    "site_name site_url site_description site_author docs_dir site_dir copyright dev_addr repo_url repo_name edit_uri "
    "edit_uri_template remote_branch remote_name exclude_docs draft_docs not_in_nav"
).split()
_TRUTHS = ("use_directory_urls", "strict")
_LISTS = ("nav", "extra_css", "extra_javascript", "extra_templates", "watch")
_MAPS = ("extra", "validation")
_LISTS_OR_MAPS = ("plugins", "markdown_extensions", "hooks")
_TEXTS_OR_MAPS = ("theme",)

_PATTERNS = ("exclude_docs", "draft_docs", "not_in_nav")
_ADDRESSES = ("site_url", "repo_url")
_ELSEWHERE = frozenset(
    {"config_file_path", "nav", "theme", "plugins", "markdown_extensions", "hooks", "docs_dir", *_MAPS}
)
"""Settings that are judged by other means than MkDocs' own, one at a time."""


def judge_names(written: Written) -> None:
    """Tell of every setting that MkDocs does not know. MkDocs itself only warns, and the setting does nothing."""
    known = sorted(
        {*(name for name, _ in MkDocsConfig._schema), INHERIT} - {"config_file_path", "mdx_configs", "pages"}
    )
    for name in written.values:
        if name not in known and name not in ("pages", "google_analytics"):
            tell_unknown(written, (name,), known)
    judge_levels(written)


def tell_unknown(written: Written, steps: tuple[str | int, ...], known: Iterable[str], what: str = "setting") -> None:
    """Tell of a name that is none of the known ones."""
    names = sorted(known)
    nearest = meant(steps[-1], names)
    if nearest:
        mend = f"did you mean `{nearest}`?"
    elif not names:
        mend = "delete it: nothing can be set here"
    elif len(names) <= 8:
        mend = f"there is only {', '.join(f'`{name}`' for name in names)}"
    else:
        mend = "delete it, or look its name up"
    written.told(Reason.UNKNOWN_SETTING, written.key(*steps), f"there is no {what} `{steps[-1]}`", mend)


def judge_shapes(written: Written) -> frozenset[str]:
    """Tell of values of a wrong sort. The answer is the settings that need not be looked at any further."""
    wrong = set()
    for name, value in written.values.items():
        if value is None or isinstance(value, Opaque):
            wrong.add(name)
        elif mend := _misshapen(name, value):
            written.told(Reason.BAD_SETTING, written.mark(name), f"`{name}` is {told(value)}", mend)
            wrong.add(name)
    if written.values.get("site_name") in (None, "") and not any(
        "`site_name`" in fault.mend for fault in written.faults
    ):
        named = "site_name" in written.values
        message = "`site_name` is empty" if named else "`site_name` is missing"
        written.told(Reason.BAD_SETTING, written.key("site_name"), message, "write `site_name: A name`, with yours")
        wrong.add("site_name")
    return frozenset(wrong)


def _misshapen(name: str, value: object) -> str:
    """What to write instead of a value of a wrong sort; empty where it is of the right one."""
    if name in _TEXTS and not isinstance(value, str):
        single = isinstance(value, bool | int | float) or not isinstance(value, list | dict)
        return f'put it in quotes: `{name}: "{value}"`' if single else f"write one text: `{name}: …`"
    if name in _TRUTHS and not isinstance(value, bool):
        return "write `true` or `false`"
    if name in _LISTS and not isinstance(value, list):
        return f"write a list: `{name}: [{value}]`" if isinstance(value, str) else _LIST
    if name in _MAPS and not isinstance(value, dict):
        return "write names and values below it, as `name: value`, indented"
    if name in _LISTS_OR_MAPS and not isinstance(value, list | dict):
        return f"write a list: `{name}: [{value}]`" if isinstance(value, str) else _LIST
    if name in _TEXTS_OR_MAPS and not isinstance(value, str | dict):
        return "write a name, or names and values below it, as `name: value`, indented"
    return ""


_LIST = "write a list: one line for each item, which begins with `- `"


def told(value: object) -> str:
    """A value, in a word, for a sentence."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of names and values"
    if value is None:
        return "empty"
    sort = "a number" if isinstance(value, int | float) else "a text" if isinstance(value, str) else "a date"
    return f"{sort}, `{str(value)[:60]}`"


def judge_values(written: Written, config: MkDocsConfig, skipped: frozenset[str]) -> None:
    """Ask MkDocs about one setting after another: it would stop at the first that it does not take."""
    for name, option in MkDocsConfig._schema:
        if name in skipped or name in _ELSEWHERE or name not in written.values:
            continue
        if name in _ADDRESSES and (mend := _no_address(str(written.values[name]))):
            message = f"`{name}` is no address"
            written.told(Reason.BAD_SETTING, written.mark(name), message, mend)
            continue
        try:
            option.pre_validation(config, key_name=name)
            config[name] = option.validate(written.values[name])
        except ValidationError as error:
            written.told(Reason.BAD_SETTING, written.mark(name), f"`{name}` cannot be taken: {_plainly(error)}")
        finally:
            option.reset_warnings()


def _no_address(text: str) -> str:
    if not text:
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return "write an address as a browser shows it, such as `https://www.example.org/`"
    if parts.scheme in ("http", "https") and parts.netloc:
        return ""
    if "://" not in text and not parts.scheme and "." in text.partition("/")[0]:
        return f"write it whole, as a browser shows it: `https://{text}`"
    return "write an address as a browser shows it, such as `https://www.example.org/`"


def _plainly(error: Exception) -> str:
    text = str(error).strip().splitlines()[-1] if str(error).strip() else type(error).__name__
    return f"{text[:1].lower()}{text[1:].rstrip('.')}"


def judge_levels(written: Written) -> None:
    """Judge `validation`: how loud MkDocs is about links."""
    value = written.values.get("validation")
    if isinstance(value, dict):
        groups = {name: _levels(option) for name, option in _levels(dict(MkDocsConfig._schema)["validation"]).items()}
        leaves = {name: leaf for group in groups.values() for name, leaf in group.items()}
        for name, below in value.items():
            if name in groups and isinstance(below, dict):
                for each, level in below.items():
                    _judge_level(written, ("validation", name, each), level, groups[name])
            elif name in groups:
                mend = "write names and values below it, as `name: value`, indented"
                written.told(Reason.BAD_SETTING, written.mark("validation", name), f"`{name}` is {told(below)}", mend)
            else:
                _judge_level(written, ("validation", str(name)), below, leaves, above=groups)


def _judge_level(
    written: Written,
    steps: tuple[str, ...],
    level: object,
    known: dict[str, BaseConfigOption[object]],
    above: Iterable[str] = (),
) -> None:
    option = known.get(steps[-1])
    if option is None:
        tell_unknown(written, steps, [*known, *above])
        return
    allowed = [str(each) for each in getattr(option, "levels", ())]
    if allowed and level not in allowed:
        nearest = meant(level, allowed)
        choice = f"did you mean `{nearest}`?" if nearest else f"write {', '.join(f'`{each}`' for each in allowed)}"
        written.told(Reason.BAD_SETTING, written.mark(*steps), f"`{steps[-1]}` is {told(level)}", choice)


def _levels(option: BaseConfigOption[object]) -> dict[str, BaseConfigOption[object]]:
    return dict(option.config_class._schema) if isinstance(option, SubConfig) else {}
