"""The theme, and the language that it speaks."""

from __future__ import annotations

from pathlib import Path

from mkdocs import utils

from regesta.host.judging.shapes import tell_unknown, told
from regesta.host.judging.written import Written, meant
from regesta.host.settings import THEME_NAME
from regesta.model.faults import Reason

_SETTINGS = (
    "name language direction features font icon favicon logo palette custom_dir static_templates locale"
).split()
"""What Material takes. A theme may be given settings of one's own, so that only what is like one of these is told."""


_NORWEGIAN = "nb"


def judge_theme(written: Written) -> str:
    """Tell of a language that Material does not speak and of misspelt settings. The answer is the theme's name."""
    value = written.values.get("theme")
    if not isinstance(value, dict):
        return value if isinstance(value, str) else THEME_NAME
    name = value.get("name")
    for each in value:
        if each not in _SETTINGS and (nearest := meant(each, _SETTINGS)):
            tell_unknown(written, ("theme", str(each)), [nearest], "setting of the theme called")
    if name == THEME_NAME:
        _judge_language(written, value.get("language"))
    own = value.get("custom_dir")
    if isinstance(own, str) and not (Path(written.path).parent / own).is_dir():
        message = f"there is no folder {Path(written.path).parent / own}"
        mend = "write where your own templates are, from the folder of this file, or delete the line"
        written.told(Reason.SETTING_LEADS_NOWHERE, written.mark("theme", "custom_dir"), message, mend)
    return name if isinstance(name, str) else THEME_NAME


def _judge_language(written: Written, language: object) -> None:
    if language is None:
        return
    folder = Path(utils.get_theme_dir(THEME_NAME), "partials", "languages")
    known = sorted(file.stem for file in folder.glob("*.html"))
    if language in known:
        return
    mark = written.mark("theme", "language")
    if not isinstance(language, str):
        # YAML takes `no`, which was to be Norwegian, for false.
        meaning = _NORWEGIAN if language is False else "en"
        mend = f"write a code, such as `language: {meaning}`"
        written.told(Reason.BAD_SETTING, mark, f"`language` is {told(language)}", mend)
        return
    base = language.replace("_", "-")
    choices = [each for each in known if each.casefold() == base.casefold()] or [
        each for each in known if each == base.partition("-")[0].casefold()
    ]
    nearest = choices[0] if choices else _spoken(language, known) or meant(language, known)
    mend = f"did you mean `{nearest}`?" if nearest else "write the code of one that it speaks, such as `en`"
    written.told(Reason.BAD_SETTING, mark, f"the theme does not speak `{language}`", mend)


def _spoken(language: str, known: list[str]) -> str | None:
    """The code of a language that was written by its name, or by its code of three letters."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_locale_identifier, parse_locale

    wanted = language.strip().casefold()
    for code in known:
        try:
            locale = Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        names = {name.casefold() for name in (locale.english_name, locale.display_name) if name}
        if wanted in names:
            return code
    try:
        short = get_locale_identifier(parse_locale(str(Locale.parse(wanted)))[:1])
    except (UnknownLocaleError, ValueError):
        return None
    return short if short in known else None
