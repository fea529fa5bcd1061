"""A phrase cut into tokens: numbers and marks by one pattern, words by the lexicon of a language."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from regesta.normalise.phrases.articles import stray_article, word_kinds
from regesta.normalise.phrases.grammar import Entry, Grammar, Token
from regesta.normalise.phrases.roman import LATIN

UNKNOWN: Final = "X"
"""The kind of a word that the language does not know."""

_TOKEN: Final = re.compile(
    r"""\s*(?:(?=[0-9'])(?:
      (?P<ymd>[0-9]{4}(?P<s1>[-/.])[0-9]{1,2}(?P=s1)[0-9]{1,2}(?![0-9])(?:t(?=[0-9]))?)
    | (?P<isoweek>[0-9]{4}-?w[0-9]{2}(?:-?[1-7])?(?![0-9a-z-]))
    | (?P<isoday>[0-9]{4}-[0-9]{3}(?![0-9a-z-]))
    | (?P<dmy>[0-9]{1,2}(?P<s2>[-/]|\.\s?)[0-9]{1,2}(?P=s2)(?:[0-9]{4}|[0-9]{2})(?![0-9]))
    | (?P<clock>
          (?:[0-9]{1,2}(?::[0-9]{2}){1,2}(?:(?<=:[0-9]{2}:[0-9]{2})\.[0-9]{1,9})?(?:\s?(?:hrs?|hours|h)\b)?(?:\s?[ap]\.?\s?m\b\.?)?
          | [0-9]{1,2}\.[0-9]{2}(?:\s?[ap]\.?m\b\.?|\s?(?:hrs?|hours|h)\b)
          | [0-9]{1,2}\s?[ap]\.?\s?m\b\.?
          | [0-9]{4}(?:\s?(?:hrs|hours|h)\b|(?=\s?(?:gmt|utc|z)\b))
          | [0-9]{1,2}\s?o'clock
          | 12\s(?:noon|midday|midnight)\b))
    | (?P<roman>[0-9]{1,2}(?P<s3>[./\s-])(?:i{1,3}|iv|vi{0,3}|ix|xi{0,2})(?P=s3)[0-9]{4}(?![0-9]))
    | (?P<supplied>(?:1[0-9]|20)--(?![0-9\w])|(?:1[0-9]|20)[0-9]-(?![0-9\w]))
    | (?P<ym>[0-9]{4}(?:[./][0-9]{1,2}|-(?:0[1-9]|1[0-2]))(?![0-9-]))
    | (?P<my>[0-9]{1,2}[./][0-9]{4}(?![0-9])|(?<!-)(?:0?[1-9]|1[0-2])-[0-9]{4}(?![0-9]|-[0-9]))
    | (?P<dm>[0-9]{1,2}[./][0-9]{1,2}(?![0-9]))
    | (?P<yearth>[0-9]{4}-(?:го|му|м|й|ого|ому)\b)
    | (?P<decade>[0-9]{3,4}'?s\b|'?[0-9]{2}'?s\b|(?:[0-9]{2,3}0|[4-9]0)-(?:х|ті|тих|е|ые|ых)\b)
    | (?P<ord>[0-9]{1,2}(?:st|nd|rd|th|-?(?:го|ого|е|й|ий|ше|те|є|му|м|я|ої|ше|та|ї|ье))\b)
    | (?P<short>'[0-9]{2}\b)
    | (?P<part>(?:[1-4]q|[12]h(?=\s?[0-9]{4}))(?![0-9a-z]))
    | (?P<thousands>[0-9]{1,3},[0-9]{3}(?=\s(?:(?:minutes|hours|days|weeks|months|years)\b|b\.?c\b)))
    | (?P<num>[0-9]+(?![0-9]|[a-z](?![a-z]{2}))|[0-9]{4}(?=[qh][1-4](?![0-9a-z])))
    )
    | (?P<spoken>(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s(?:o'clock|[ap]\.?m\b\.?)
          | (?:noon|midday|midnight)\b)
    | (?P<zone>(?:utc|gmt)\s?[+-]\s?[0-9]{1,2}(?::[0-9]{2})?(?![0-9]))
    | (?P<quarter>[qh][1-4](?![0-9a-z]))
    | (?P<abbr>(?:[^\W\d_]\.){2,3})
    | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    | (?P<mark>[-,;/?~+().'])
    )""",
    re.VERBOSE,
)

_SHIFT: Final = re.compile(r"\s?z\b|\s?[+-][0-9]{2}:?[0-9]{2}(?![0-9])|\s[+-][0-9]{2}$")
_ABBREVIATED: Final = frozenset("MWzuvdC~e$qPmH")
"""Kinds of words that are shortened with a full stop."""

_FURTHEST: Final = 14 * 60
"""Minutes by which a clock is at most ahead of or behind UTC."""

_PARTS: Final = {"s1": "ymd", "s2": "dmy", "s3": "roman"}
"""The groups that end inside another one, which is the form."""

_SPELLINGS: Final = {"spoken": "clock", "part": "quarter"}
"""The groups that are another spelling of a form."""

_WORD: Final = re.compile(r"\w+|.")
_DIGITS: Final = re.compile(r"[0-9]+")
_SECONDS: Final = re.compile(r"([0-9]{1,2}):([0-9]{2}):([0-9]{2})")
_HOURS: Final = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_AFTERNOON: Final = re.compile(r"([ap])\.?\s?m")


_OUR_ERA: Final = frozenset({"не", "нэ"})
"""What is left of н.е. and н.э. without their points: of the first, another word."""

_PREFIXES: Final = frozenset({"pre", "post"})
"""Words for before and after that a dash may join to their date."""


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
                return Unreadable(_WORD.findall(text, position)[0])
            if position < end:
                raw.append(Token(UNKNOWN, text[position]))
            position += 1
            continue
        group = found.lastgroup or ""
        group = _PARTS.get(group, group)
        name = _SPELLINGS.get(group, group)
        start = found.start(group)
        position = found.end()
        token = _token(name, text[start:position])
        if token.kind in "'.":
            if _passed_over(token.kind, text, start, raw, grammar):
                continue
            if not lenient:
                return Unreadable(token.kind)
            token = Token(UNKNOWN, token.kind)
        if name == "abbr" and token.text in _OUR_ERA:
            raw.append(Token("word", token.text[0]))
            token = Token("word", token.text[1])
        raw.append(token)
        if name == "clock" and (shift := _SHIFT.match(text, position)) is not None:
            joined = text[start - 1 : start] == "t" or (" -" in shift[0] and ":" not in shift[0] and ":" in token.text)
            if "-" in shift[0] and not joined:
                continue  # 10:00-14:00 is from one time to another
            raw.append(Token("z", shift[0], 0, "UTC" if "z" in shift[0] else _offset(shift[0])))
            position = shift.end()
        if raw[-1].kind == "z" and raw[-1].label == "":
            return Unreadable(raw[-1].text)
    return _worded(raw, grammar, lenient=lenient)


def _passed_over(mark: str, text: str, at: int, raw: list[Token], grammar: Grammar) -> bool:
    """Whether a full stop or apostrophe belongs to the word or number before it: Feb., 5. Mai, two weeks' time."""
    if not raw or text[at - 1 : at] in ("", " "):
        return False
    if mark == "'":
        return raw[-1].kind == "word" and raw[-1].text.endswith("s") and text[at + 1 :].startswith(" time")
    if raw[-1].kind in "Yi" or (raw[-1].label == "dm" and not text[at + 1 :].strip(" )")):
        return not text[at + 1 :].strip(" )")
    if raw[-1].kind == "word" and len(raw[-1].text) > 2 and text[at + 1 :].strip(" )"):
        return not _ABBREVIATED.isdisjoint(word_kinds(raw[-1], grammar))
    return raw[-1].kind in ("word", "n", "o") or (raw[-1].label == "dm" and text[at + 1 :].lstrip()[:1] == "-")


def _token(name: str, text: str) -> Token:
    if name == "word":
        return Token("word", text)
    if name == "thousands":
        return Token("Y", text, int(text.replace(",", "")))
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
    if name in ("isoweek", "isoday"):
        week = text[:4], *re.findall(r"[0-9]", text[4:])
        fields = (int(week[0]), int(week[1] + week[2]), *map(int, week[3:])) if name == "isoweek" else numbers
        return Token("i", text, 0, name, fields)
    if name == "dmy":
        order = "dmy" if text[1:3].find(".") >= 0 else "either"
        short = "" if len(_DIGITS.findall(text)[2]) == 4 else "short"
        return Token("i", text, len(short), order, numbers)
    if name == "roman":
        day, month, year = re.split(r"[./\s-]", text)
        return Token("i", text, 0, "dmy", (int(day), LATIN.index(month) + 1, int(year)))
    if name == "supplied":
        return Token("D", text, numbers[0] * 10 ** (4 - len(str(numbers[0]))), "century" if "--" in text else "decade")
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
        return Token("Q", text, (32 if "q" in text else 39) + numbers[0])
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
    """The shift as `+03:00`; empty for one that no clock of the earth has."""
    digits = re.sub(r"[^0-9]", "", text)
    hours, minutes = int(digits[:-2] if len(digits) > 2 else digits), int(digits[-2:]) if len(digits) > 2 else 0
    if minutes % 15 or hours * 60 + minutes > _FURTHEST or minutes > 59:
        return ""
    return f"{'-' if '-' in text else '+'}{hours:02d}:{minutes:02d}"


def _worded(raw: list[Token], grammar: Grammar, *, lenient: bool) -> list[Token] | Unreadable:
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
        label = "midnight" if entry.kind == "c" and entry.value == 0 else entry.label
        worded.append(Token(entry.kind, text, entry.value, label))
        if (entry.kind == "m" or text in _PREFIXES) and position < len(kept) and kept[position].kind == "-":
            position += 1
    if any(
        token.kind == "C" or token.text == "c" for token in worded
    ):  # of centuries Roman numerals are printed in every language
        worded = [
            token._replace(kind="o", value=LATIN.index(token.text) + 1)
            if token.kind == UNKNOWN and token.text in LATIN
            else token
            for token in worded
        ]
    if not lenient and (stray := stray_article(raw, grammar)) and all(token.kind not in "X!" for token in worded):
        return Unreadable(stray)
    return worded


def _entry(kept: list[Token], position: int, entries: tuple[Entry, ...]) -> Entry | None:
    """The first, and so longest, of the entries whose further words stand at the position."""
    for entry in entries:
        rest = entry.rest
        if not rest or rest == tuple([token.text for token in kept[position : position + len(rest)]]):
            return entry
    return None
