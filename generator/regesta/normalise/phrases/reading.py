"""The door: a text in, a phrase out, whatever the text holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from regesta.edtf import EdtfError, Value
from regesta.edtf import parse as parse_edtf
from regesta.normalise.phrases import lexer
from regesta.normalise.phrases.context import Refusal
from regesta.normalise.phrases.dates import Choice, Fixed
from regesta.normalise.phrases.digits import run_of_years
from regesta.normalise.phrases.english import ENGLISH
from regesta.normalise.phrases.extract import extracted
from regesta.normalise.phrases.grammar import Grammar, Token
from regesta.normalise.phrases.marks import unwrapped
from regesta.normalise.phrases.parser import parse
from regesta.normalise.phrases.phrase import Phrase
from regesta.normalise.phrases.russian import RUSSIAN
from regesta.normalise.phrases.text import plain, refused
from regesta.normalise.phrases.ukrainian import UKRAINIAN

GRAMMARS: Final[Mapping[str, Grammar]] = {grammar.code: grammar for grammar in (ENGLISH, UKRAINIAN, RUSSIAN)}
"""The languages that can be read, by their codes."""

_EDTF: Final = re.compile(r"[-0-9XYESTZ:+.,/?~%{}\[\]]+")
_RUN: Final = re.compile(r"([0-9]{4})-([0-9]{2})")
_NEARLY: Final = re.compile(r"[\[{][-0-9X~?%., ]+[\]}]|[-0-9X]+\.\.[-0-9X]+")
"""A set in EDTF with blanks, or a run of dates without its brackets."""

_SHORTENED: Final = re.compile(r"([0-9]{4}-[01][0-9])-([0-3][0-9])/([0-3][0-9])")
"""An interval whose end leaves out year and month, as ISO 8601 allows and EDTF does not."""

_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")


def read(text: str, *, languages: tuple[str, ...] = ("en", "uk", "ru"), extract: bool = False) -> Phrase:
    """The phrase of a text. Never raises: what cannot be read is a phrase with a reason.

    `languages`: which grammars to try, of those in `GRAMMARS`; those of the text's script are tried in this order.
    `extract`: look for the one date in a short context ("Minsk II in February 2015") instead of refusing the context.
    """
    reason = refused(text)
    if reason:
        return Phrase(text, reason=reason)
    stripped = text.strip()
    if not stripped:
        return Phrase(text, reason="it is empty: write when it was")
    found = _edtf(text, stripped)
    if found is not None:
        return found
    prose = plain(stripped)
    if extract:
        prose = prose.replace('"', " ")
    else:
        try:
            prose = unwrapped(prose)
        except Refusal as refusal:
            return Phrase(text, reason=_meant(stripped) or str(refusal))
    cyrillic = _CYRILLIC.search(prose) is not None
    grammars = [GRAMMARS[code] for code in languages if code in GRAMMARS]
    fitting = [grammar for grammar in grammars if grammar.latin != cyrillic] or grammars
    if not fitting:
        return Phrase(text, reason="no language was given whose words are known")
    readings = [lexer.tokens(prose, grammar, lenient=extract) for grammar in fitting]
    fewest = min(_strange(tokens) for tokens in readings)
    phrases = [_phrase(text, prose, tokens, extract) for tokens in readings if _strange(tokens) == fewest]
    phrase = next((phrase for phrase in phrases if phrase.node is not None), phrases[0])
    return phrase if phrase.node is not None else replace(phrase, reason=_meant(stripped) or phrase.reason)


def _strange(tokens: list[Token] | lexer.Unreadable) -> int:
    """How many words a language does not know."""
    return 0 if isinstance(tokens, lexer.Unreadable) else sum(token.kind == lexer.UNKNOWN for token in tokens)


def _edtf(text: str, stripped: str) -> Phrase | None:
    """What is EDTF as it stands, save that a year and the last digits of a later one are a run of years too."""
    if _EDTF.fullmatch(stripped) is None:
        return None
    try:
        value: Value | None = parse_edtf(stripped)
    except EdtfError:
        value = None
    run = _RUN.fullmatch(stripped)
    if run is not None and int(run[2]) > 12:
        years = run_of_years(int(run[1]), run[2])
        if years is not None:
            return Phrase(text, years if value is None else Choice((Fixed((stripped,)), years)))
    return None if value is None else Phrase(text, value)


def _meant(stripped: str) -> str:
    """What to write for a text that is nearly EDTF; empty for any other."""
    if (short := _SHORTENED.fullmatch(stripped)) is not None:
        return f"an interval in EDTF gives both days in full: write `{short[1]}-{short[2]}/{short[1]}-{short[3]}`"
    if _NEARLY.fullmatch(stripped) is None:
        return ""
    closed = "".join(stripped.split())
    for text, reason in ((closed, "EDTF has no blanks"), (f"[{closed}]", "one date among several stands in brackets")):
        try:
            parse_edtf(text)
        except EdtfError:
            continue
        return f"{reason}: write `{text}`"
    return ""


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def _phrase(text: str, prose: str, tokens: list[Token] | lexer.Unreadable, extract: bool) -> Phrase:
    findings: tuple[str, ...] = ()
    if isinstance(tokens, lexer.Unreadable):
        return Phrase(text, reason=f"“{tokens.text}” stands in no date")
    try:
        if extract:
            parsed, words = extracted(tokens, prose)
            findings = (f"read from its context: “{words}”",) if _letters(words) != _letters(prose) else ()
        else:
            parsed = parse(tokens)
    except Refusal as refusal:
        return Phrase(text, reason=str(refusal))
    return Phrase(text, parsed.node, "", parsed.modifier, parsed.zone, parsed.seconds, findings)
