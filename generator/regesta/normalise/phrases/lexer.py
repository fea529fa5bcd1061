"""A phrase cut into tokens: numbers and marks by one pattern, words by the lexicon of a language."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from regesta.normalise.phrases.grammar import Entry, Grammar, Token

UNKNOWN: Final = "X"
"""The kind of a word that the language does not know."""

_TOKEN: Final = re.compile(
    r"""\s*(?:
      (?P<ymd>[0-9]{4}(?P<s1>[-/.])[0-9]{1,2}(?P=s1)[0-9]{1,2}(?![0-9])(?:t(?=[0-9]))?)
    | (?P<dmy>[0-9]{1,2}(?P<s2>[-/.])[0-9]{1,2}(?P=s2)(?:[0-9]{4}|[0-9]{2})(?![0-9]))
    | (?P<clock>
          (?:[0-9]{1,2}(?::[0-9]{2}){1,2}(?:\s?(?:hrs?|hours|h)\b)?(?:\s?[ap]\.?\s?m\b\.?)?
          | [0-9]{1,2}\.[0-9]{2}(?:\s?[ap]\.?m\b\.?|\s?(?:hrs?|hours|h)\b)
          | [0-9]{1,2}\s?[ap]\.?\s?m\b\.?
          | [0-9]{4}(?:\s?(?:hrs|hours|h)\b|(?=\s?(?:gmt|utc|z)\b))
          | [0-9]{1,2}\s?o'clock
          | (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:o'clock|[ap]\.?m\b\.?)
          | (?:12\s)?(?:noon|midday|midnight)\b)
          (?:z\b|[+-][0-9]{2}:[0-9]{2})?)
    | (?P<zone>(?:utc|gmt)\s?[+-]\s?[0-9]{1,2}(?::[0-9]{2})?(?![0-9]))
    | (?P<ym>[0-9]{4}(?:[./][0-9]{1,2}|-(?:0[1-9]|1[0-2]))(?![0-9-]))
    | (?P<my>[0-9]{1,2}[./][0-9]{4}(?![0-9]))
    | (?P<dm>[0-9]{1,2}[./][0-9]{1,2}(?![0-9]))
    | (?P<yearth>[0-9]{4}-(?:го|му|м|й|ого|ому)\b)
    | (?P<decade>[0-9]{3,4}'?s\b|'?[0-9]{2}'?s\b|(?:[0-9]{2,3}0|[4-9]0)-(?:х|ті|тих|е|ые|ых)\b)
    | (?P<ord>[0-9]{1,2}(?:st|nd|rd|th|-?(?:го|ого|е|й|ий|ше|те|є|му|м|я|ої|ше|та|ї|ье))\b)
    | (?P<short>'[0-9]{2}\b)
    | (?P<quarter>[qh][1-4](?![0-9a-z]))
    | (?P<num>[0-9]+(?![0-9a-z]))
    | (?P<abbr>(?:[^\W\d_]\.){2,3})
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    | (?P<mark>[-,;/?~+().'])
    )""",
    re.VERBOSE,
)

_DIGITS: Final = re.compile(r"[0-9]+")
_SECONDS: Final = re.compile(r"([0-9]{1,2}):([0-9]{2}):([0-9]{2})")
_HOURS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_AFTERNOON: Final = re.compile(r"([ap])\.?\s?m")


class Unreadable(NamedTuple):
    """A character that no token begins with."""

    text: str


def tokens(text: str, grammar: Grammar, *, lenient: bool = False) -> list[Token] | Unreadable:
    """The tokens of a text that `text.plain` has prepared. Articles are left out, brackets become commas.

    `lenient`: a character that begins no token is an unknown word.
    """
    raw: list[Token] = []
    position, end = 0, len(text)
    while position < end:
        found = _TOKEN.match(text, position)
        if found is None:
            position = len(text) - len(text[position:].lstrip())
            if position < end and not lenient:
                return Unreadable(text[position])
            if position < end:
                raw.append(Token(UNKNOWN, text[position]))
            position += 1
            continue
        name = found.lastgroup or ""
        if name in ("s1", "s2"):
            name = "ymd" if found["ymd"] else "dmy"
        start = found.start(name)
        position = found.end()
        token = _token(name, text[start:position])
        if token.kind == "'":
            continue
        if token.kind == ".":
            if start and text[start - 1] != " " and raw and raw[-1].kind in ("word", "n", "Y", "o"):
                continue
            if not lenient:
                return Unreadable(".")
            token = Token(UNKNOWN, ".")
        raw.append(token)
    return _worded(raw, grammar)


def _token(name: str, text: str) -> Token:
    if name == "word":
        return Token("word", text)
    if name == "num":
        if len(text) > 4:
            return Token(UNKNOWN, text)
        return Token("nnNY"[len(text) - 1], text, int(text))
    if name == "mark":
        return Token("," if text in "()" else text, text)
    if name == "abbr":
        return Token("word", text.replace(".", ""))
    if name == "clock":
        return _clock(text)
    numbers = tuple(int(part) for part in _DIGITS.findall(text))
    if name == "ymd":
        return Token("i", text, 0, "ymd", numbers)
    if name == "dmy":
        order = "dmy" if text[1:3].find(".") >= 0 else "either"
        short = "" if len(_DIGITS.findall(text)[2]) == 4 else "short"
        return Token("i", text, len(short), order, numbers)
    if name in ("ym", "my"):
        return Token("j", text, 0, name, numbers)
    if name == "yearth":
        return Token("Y", text, numbers[0])
    if name == "dm" and "." in text and numbers[0] < 24 and 12 < numbers[1] < 60:
        return Token("c", text, numbers[0], "minutes")
    if name == "dm":
        return Token("j", text, 0, "dm" if "." in text else "either", numbers)
    if name == "decade":
        return Token("D", text, numbers[0], "apostrophe" if text[0] == "'" else "")
    if name == "ord":
        return Token("o", text, numbers[0])
    if name == "short":
        return Token("y", text, numbers[0])
    if name == "quarter":
        return Token("Q", text, {"q": 32, "h": 39}[text[0]] + numbers[0])
    return Token("z", text, 0, _offset(text))


def _clock(text: str) -> Token:
    """`value` is the hour of the day (0 to 24; -1: there is none such), `fields` hour, minute and second if given."""
    if "noon" in text or "midday" in text:
        return Token("c", text, 12)
    if "midnight" in text:
        return Token("c", text, 0, "midnight")
    numbers = [int(part) for part in _DIGITS.findall(text)] or [1 + _HOURS.index(text.split()[0])]
    hour, minute = numbers[0], numbers[1] if len(numbers) > 1 else 0
    if hour > 24 and len(numbers) == 1:
        hour, minute = divmod(hour, 100)
    half = _AFTERNOON.search(text)
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[1] == "p" else 0)
    valid = (hour < 24 and minute < 60) or (hour, minute) == (24, 0)
    fields: tuple[int, ...] = ()
    if (seconds := _SECONDS.match(text)) is not None:
        fields = (hour, minute, int(seconds[3]))
        valid = valid and fields[2] < 60
    label = "start" if (hour, minute) == (0, 0) else "minutes"
    return Token("c", text, hour if valid else -1, label, fields)


def _offset(text: str) -> str:
    hours, _, minutes = re.sub(r"[^0-9:+-]", "", text)[1:].partition(":")
    sign = "-" if "-" in text else "+"
    return f"{sign}{int(hours):02d}:{minutes or '00'}"


def _worded(raw: list[Token], grammar: Grammar) -> list[Token]:
    """The tokens with each word, or longest group of words, replaced by what the lexicon says of it."""
    articles = grammar.articles
    kept = [token for token in raw if token.text not in articles]
    worded: list[Token] = []
    position = 0
    while position < len(kept):
        token = kept[position]
        position += 1
        if token.kind != "word":
            worded.append(token)
            continue
        entry = _entry(kept, position, grammar.lexicon.get(token.text, ()))
        if entry is None:
            worded.append(Token(UNKNOWN, token.text))
            continue
        position += len(entry.rest)
        text = " ".join((token.text, *entry.rest)) if entry.rest else token.text
        worded.append(Token(entry.kind, text, entry.value, entry.label))
        if entry.kind in "m<>" and position < len(kept) and kept[position].kind == "-":
            position += 1
    return worded


def _entry(kept: list[Token], position: int, entries: tuple[Entry, ...]) -> Entry | None:
    """The first, and so longest, of the entries whose further words stand at the position."""
    for entry in entries:
        rest = entry.rest
        if not rest or rest == tuple([token.text for token in kept[position : position + len(rest)]]):
            return entry
    return None
