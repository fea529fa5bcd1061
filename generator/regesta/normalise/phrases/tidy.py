"""Tokens made ready for the patterns: groups that mean one thing become one token."""

from __future__ import annotations

import re
from typing import Final

from regesta.normalise.phrases.context import Refusal
from regesta.normalise.phrases.grammar import Token

Tokens = list[Token]

STEPS: Final = {"l": -1, "x": 1, "s": 0}
"""Last, next and this, as a distance."""


def tidied(tokens: Tokens) -> Tokens:
    """The tokens without empty commas, and with "last year", "the year 2014", "from 10:00 to 12:00" each as one."""
    return _merged(_spelt(_year_ends(tokens)))


def _year_ends(tokens: Tokens) -> Tokens:
    """The tokens with "by year-end" as by the end of the year of the source."""
    found: Tokens = []
    for at, token in enumerate(tokens):
        found.append(token)
        if token.text in ("year - end", "year's end") and at and tokens[at - 1].kind in "b<}":
            found += [Token("V", "year", 0)] if tokens[at + 1 :][:1] == [] or tokens[at + 1].kind != "Y" else []
    return found


_STROKES: Final = re.compile(
    r"n([-/])M\1[Yn](?:,?I?O?c.*)?|n-M|M/n/Y|M-n-Y|Y-M-n|M[-/]Y|Q[-/]Y|Y[-/]Q|[OI]?m?o-[CHq].*"
)
"""A date whose parts are joined by dashes: 24-Feb-2022."""


_CLOCKED: Final = re.compile(r"(?:W,?)?M[no](,?cz?)Y")
"""A time before the year, as computers print it: Wed Aug 5 12:00:00 2015."""


_REMARKED: Final = re.compile(r"cz?(,cz)")
"""A time in brackets with its zone beside the local one: at 03:40 (01:40 GMT)."""


def _spelt(tokens: Tokens) -> Tokens:
    """The tokens with the dashes of 24-Feb-2022 left out, 5/6 August as 5-6 August, and May/June as May or June."""
    tokens = _with_centuries(tokens)
    kinds = "".join(token.kind for token in tokens)
    if ("-" in kinds or "/" in kinds) and _STROKES.fullmatch(kinds):
        stroke = kinds.index("-") if kinds[0] in "oOIm" else None
        return [
            token for at, token in enumerate(tokens) if token.kind not in "-/" or (stroke is not None and at != stroke)
        ]
    if ",c" in kinds and (remark := _REMARKED.search(kinds)) is not None and tokens[remark.start(1)].text == "(":
        tokens = [*tokens[: remark.start(1)], *tokens[remark.end(1) :]]
        kinds = kinds[: remark.start(1)] + kinds[remark.end(1) :]
    if "c" in kinds and (clocked := _CLOCKED.fullmatch(kinds)) is not None:
        tokens = [*tokens[: clocked.start(1)], tokens[-1], *tokens[clocked.start(1) : -1]]
    tokens = _with_halves(_graded(tokens, kinds))
    kinds = "".join(token.kind for token in tokens)
    if "j" not in kinds and "/" not in kinds:
        return tokens
    spelt: Tokens = []
    for position, token in enumerate(tokens):
        around = kinds[max(0, position - 1) : position] + kinds[position + 1 : position + 2]
        if token.kind == "j" and token.label == "either" and "M" in around and token.fields[1] == token.fields[0] + 1:
            spelt += [Token("n", str(token.fields[0]), token.fields[0]), Token("-", "/")]
            spelt.append(Token("n", str(token.fields[1]), token.fields[1]))
        elif token.kind == "j" and token.label == "ym" and "/" in token.text and around == "MM":
            year, day = token.fields  # 25 December 1648/4 January 1649
            spelt += [Token("Y", f"{year:04d}", year), Token("/", "/"), Token("n", str(day), day)]
        elif token.kind == "/" and around in ("MM", "WW", "SS", "QQ"):
            spelt.append(Token("|", "/"))
        else:
            spelt.append(token)
    return spelt


def _with_centuries(tokens: Tokens) -> Tokens:
    """The tokens with the "c." of "17th c." as a century, which before a date is circa, and the "в." of "XVII в."."""
    found = {"c": _centuries, "в": _russian_centuries}
    return [
        token._replace(kind="C", label="")
        if token.text in found and found[token.text](tokens[:at], tokens[at + 1 :])
        else token
        for at, token in enumerate(tokens)
    ]


def _russian_centuries(before: Tokens, after: Tokens) -> bool:
    """Whether a number ends what stands before, and nothing comes after to which a preposition could lead."""
    return bool(before) and before[-1].kind in "no" and (not after or after[0].kind in "e,-&|")


def _centuries(before: Tokens, after: Tokens) -> bool:
    """Whether an ordinal number ends what stands before, with a dash or without, and no day or time comes after."""
    if not before or (after and (after[0].kind in "noMc" or after[0].text == "c")):
        return False
    return before[-2 if before[-1].kind == "-" and len(before) > 1 else -1].kind == "o"


_HALVES: Final = re.compile(r"(?<![olx])a?(?:H-?a?[uCU]|q(?:-|fa?)?C)|[akn]&aH[uCU]|[ak][uCU]&aH")


def _with_halves(tokens: Tokens) -> Tokens:
    """The tokens with "a year and a half" and "half a century" as a number of half-years and half-centuries."""
    kinds = "".join(token.kind for token in tokens)
    found = _HALVES.search(kinds) if "H" in kinds or "q" in kinds else None
    if found is None:
        return tokens
    group = tokens[found.start() : found.end()]
    unit = next(token for token in group if token.kind in "uCU")
    name = unit.label if unit.kind == "U" else {0: "century", 1: "month", 12: "year"}[unit.value]
    if name not in ("hour", "month", "year", "decade", "century"):
        return tokens
    number = 2 * group[0].value + 1 if "&" in found[0] else 1
    part = "quarter" if "q" in found[0] else "half"
    text = " ".join(token.text for token in group)
    if name == "hour":
        counted = [Token("k", text, 30 * number), Token("U", unit.text, 0, "minute")]
    else:
        counted = [Token("k", text, number), Token("U", unit.text, 0, f"{part}-{name}")]
    return [*tokens[: found.start()], *counted, *tokens[found.end() :]]


_GRADED: Final = re.compile(r"m(?:t-?|-t?|/|\|)?m")
_GRADES: Final = ("early", "mid", "late")


def _graded(tokens: Tokens, kinds: str) -> Tokens:
    """The tokens with "mid-to-late" and "early or mid" as one part of a period."""
    found = _GRADED.search(kinds)
    if found is None:
        return tokens
    first, last = tokens[found.start()], tokens[found.end() - 1]
    joint = "or" if "|" in found[0] else "to"
    grades = [_GRADES.index(one.label) if one.label in _GRADES else -1 for one in (first, last)]
    if found[0] == "mm" and grades[1] - grades[0] != 1:
        return tokens
    if -1 in grades or grades[0] >= grades[1] or (joint == "to" and grades[1] - grades[0] > 1):
        raise Refusal(f"“{first.text} {joint} {last.text}” is no part of a period")
    label = f"{first.label} {joint} {last.label}"
    return [*tokens[: found.start()], Token("m", f"{first.text} {joint} {last.text}", 0, label), *tokens[found.end() :]]


def _merged(tokens: Tokens) -> Tokens:
    """The tokens without empty commas, and with "last year", "the year 2014", "from 10:00 to 12:00" each as one."""
    tidy: Tokens = []
    between = False
    for token in tokens:
        last = tidy[-1] if tidy else None
        if token.kind == "," and (last is None or last.kind == ","):
            continue
        if token.kind == "=":
            token = _named_year(token, tidy)
        if last is not None:
            if token.kind == "D" and token.text.isalpha() and (hundreds := _hundreds(tidy)):
                token = token._replace(text=f"{tidy[-1].text} {token.text}", value=100 * hundreds + token.value)
                tidy.pop()
            if token.kind in "lx" and last.kind == "<>"["lx".index(token.kind)] and _unit(tidy):
                continue
            if token.kind in "uv" and last.kind == "l" and len(tidy) > 1 and tidy[-2].text in _WHILE:
                last = tidy[-1] = last._replace(label="past")
            if token.kind == "u" and last.kind in "lxs" and last.label != "past":
                step = STEPS[last.kind]
                tidy[-1] = Token("V" if token.value == 12 else "Z", f"{last.text} {token.text}", step)
                _period(tidy)
                continue
            if token.kind == "v" and last.kind in "lxs" and _weekday_of(tidy):
                tidy[-1] = tidy[-1]._replace(label=str(STEPS[last.kind]))
                continue
            if token.kind == "u" and token.value == 12 and last.kind in "YyDij" and not _lasting(token, tidy):
                continue
            if token.kind == "u" and last.kind == "N" and token.text in _OF_ONE_YEAR:
                tidy[-1] = last._replace(kind="Y")
                continue
            if token.label == "amount" and last.kind in "kna":
                if token.text.startswith("hour") and last.value >= _HALF_A_DAY:
                    raise Refusal(f"“{last.text} {token.text}” leads to another day: write which")
                tidy[-1] = token
                continue
            if token.kind == "e" and last.kind == "u" and last.value == 12 and not last.text.isascii():
                tidy[-1] = token  # 44 г. до н. э.
                continue
            if token.kind == "F" and last.kind == "P":
                continue
            if token.text == "на" and last.kind in "nMW" and any(part.kind == "P" for part in tidy):
                tidy.append(Token("t", token.text))
                continue
            if token.text in _HOURS and last.kind in "nk" and last.value <= 24 and _at_an_hour(tidy):
                tidy[-1] = Token("c", f"{last.text} {token.text}", last.value, "minutes")
                continue
            if token.kind == "P" and last.kind == "c" and last.text.endswith(_HOURS) and last.value <= 12:
                continue  # at five in the morning, or in the evening, it is a time of that day
            if token.kind == "P" and _hour(tidy):
                _hours(tidy)
                continue
            if token.kind in "YN" and last.kind == "u" and last.value == 12:
                tidy[-1] = token._replace(kind="Y")
                continue
            if last.kind in "EL" and (token.kind == "O" or (token.kind == "T" and token.value == 0)):
                tidy[-1] = token
                continue
            if token.kind == "n" and _two_years(tidy, token):
                first = tidy[-2]
                tidy[-2:] = [Token("j", f"{first.text}/{token.text}", 0, "ym", (first.value, token.value))]
                continue
            if (
                (token.kind in "uv" or token.text in ("decade", "century"))
                and last.kind == "m"
                and _dated_by_source(tidy)
            ):
                if token.kind != "u":
                    tidy += [Token("s", "this"), token]
                else:
                    tidy.append(Token("V" if token.value == 12 else "Z", token.text, 0))
                continue
            if token.kind == "^" and last.kind == "P" and last.label in ("night", "overnight"):
                between = True
                continue
            if token.kind == "&" and between:
                between = False
                tidy.append(Token("t", token.text))
                continue
            if token.kind == "M" and _month_of(tidy):
                tidy[-1] = token
                continue
        tidy.append(token)
        _period(tidy)
        _hours(tidy)
    while tidy and tidy[-1].kind == ",":
        tidy.pop()
    return tidy


def _two_years(tidy: Tokens, last: Token) -> bool:
    """Whether a season with a year and a dash stands at the end, which the digits of the next year follow."""
    if len(tidy) < 3 or (tidy[-1].kind, tidy[-2].kind) != ("-", "Y"):
        return False
    season = tidy[-4] if len(tidy) > 3 and tidy[-3].kind == "f" else tidy[-3]
    return season.kind == "S" and len(last.text) == 2 and (tidy[-2].value + 1) % 100 == last.value


def _hundreds(tidy: Tokens) -> int:
    """The century in full words that ends what stands before a decade, as in "nineteen-eighties"; 0 without one."""
    if len(tidy) > 1 and tidy[-1].kind == "-" and tidy[-2].kind == "k":
        tidy.pop()
    return tidy[-1].value if tidy[-1].kind == "k" and 13 <= tidy[-1].value <= 20 else 0


_HOURS: Final = ("час", "часа", "часов", "часам", "годині", "година", "години", "годин")


def _at_an_hour(tidy: Tokens) -> bool:
    """Whether the number at the end is an hour and no length of time: в 5 часов, о 17 годині."""
    return len(tidy) > 1 and tidy[-2].text in ("в", "у", "о", "об", "к", "около", "близько", "примерно", "приблизно")


_WHILE: Final = frozenset(
    {"in", "over", "during", "throughout", "across"}
    | {"за", "протягом", "впродовж", "упродовж", "в течение", "на протяжении"}
)
"""Words after which the last week is also that which ends today."""

_HALF_A_DAY: Final = 12
"""Fewer hours before or after a time of a day are taken to be of that day."""

_OF_ONE_YEAR: Final = frozenset("год года году годом г рік року році роком р".split())
"""The words after the number of one year; years in the plural are counted."""


def _lasting(word: Token, tidy: Tokens) -> bool:
    """Whether a number and a word for years are a length of time: 2000 years, 2000 лет."""
    return word.text in ("years", "лет") or (word.text == "років" and all(token.kind not in "-t,&|" for token in tidy))


def _named_year(word: Token, tidy: Tokens) -> Token:
    """The year of "the same year" or "the following year", which is counted from the last one named before it."""
    for token in reversed(tidy):
        if token.kind == "Y":
            return Token("Y", word.text, token.value + word.value)
        if token.kind in "ij" and token.label in ("ymd", "ym", "dmy", "my", "either") and max(token.fields) > 99:
            return Token("Y", word.text, max(token.fields) + word.value)
    raise Refusal(f"“{word.text}” counts from a year named elsewhere in the text: write which year it was")


def _unit(tidy: Tokens) -> bool:
    """Whether "the week before" or "the month after" stands at the end; with what follows it is one further on."""
    if len(tidy) < 2 or tidy[-2].kind not in "uv" or tidy[-1].label:
        return False
    unit, joint = tidy[-2:]
    step = -2 if joint.kind == "<" else 2
    text = f"{unit.text} {joint.text} {'last' if step < 0 else 'next'}"
    if unit.kind == "v":
        tidy[-2:] = [Token("l", joint.text, step), unit]
    else:
        tidy[-2:] = [Token("V" if unit.value == 12 else "Z", text, step)]
    return True


def _dated_by_source(tidy: Tokens) -> bool:
    """Whether the year, month or week is that of the source: by the end of the year, since the start of the week."""
    grade, limit = tidy[-1], tidy[-2].kind if len(tidy) > 1 else ""
    if grade.text in ("earlier in", "later in"):
        return True
    return (
        (grade.label == "late" and limit in "b<}")
        if limit not in ("{", "F", "")
        else (grade.label == "early" and limit != "")
    )


def _weekday_of(tidy: Tokens) -> bool:
    """Whether a weekday stands before the last token ("Tuesday of last"); what follows it is dropped."""
    start = len(tidy) - 2
    if start > 0 and tidy[start].kind in ",f":
        start -= 1
    if start < 0 or tidy[start].kind != "W":
        return False
    del tidy[start + 1 :]
    return True


def _month_of(tidy: Tokens) -> bool:
    """Whether "the month of" stands at the end; the "of" is dropped."""
    if tidy[-1].kind == "f" and len(tidy) > 1 and tidy[-2].kind == "u" and tidy[-2].value == 1:
        tidy.pop()
        return True
    return tidy[-1].kind == "u" and tidy[-1].value == 1


def _hour(tidy: Tokens) -> bool:
    """Whether an hour stands at the end, to which a part of the day belongs: 4 in the morning. It becomes a time."""
    end = len(tidy) - (tidy[-1].kind == "I")
    if (
        not end
        or (tidy[end - 1].kind not in "nk" and not tidy[end - 1].text.endswith(("-й", "-ї", "-ой", "-ій")))
        or (end > 1 and tidy[end - 2].kind == "M")
    ):
        return False
    if end > 1 and tidy[end - 2].kind == "-" and not _bare_hour(tidy[: end - 2], 12):
        return False
    hour = tidy[end - 1]
    tidy[end - 1 :] = [Token("c", hour.text, hour.value if 1 <= hour.value <= 12 else -1, "minutes")]
    return True


def _hours(tidy: Tokens) -> None:
    """Of a range of times, or several ("from 10:00 to 12:00", "5 or 6 p.m."), only the last stays: all are of one day.

    The first may leave out what the last says of both, and is then a number that must not become a day of the month.
    """
    if len(tidy) < 3 or tidy[-1].kind != "c" or tidy[-2].kind not in "-t}&|":
        return
    half = tidy[-1].text.endswith(("m", "m."))
    over_midnight = tidy[-2].kind in "-t}&" and _over_midnight(tidy[-3], tidy[-1])
    if tidy[-3].kind != "c" and not _bare_hour(tidy[:-2], 12 if half else 24):
        return
    del tidy[-3:-1]
    if len(tidy) > 1 and tidy[-2].kind in "F^":
        del tidy[-2]
    if over_midnight:
        before = tidy[:-1]
        if any(
            token.kind == "P" and token.label in ("night", "overnight") and token.text[0].isalpha() for token in before
        ):
            tidy.pop()
        else:  # it begins on a day named before it; of a day named after it, on that, or ends on it
            label = "night" if any(token.kind in "MWTij" for token in before) else "overnight"
            tidy[-1] = Token("P", tidy[-1].text, 0, label)


def _over_midnight(first: Token, last: Token) -> bool:
    """Whether a time is later in the day than the one that follows it: from 11 p.m. to 1 a.m."""
    if first.kind == "c" and first.value >= 0:
        return 0 < last.value < first.value < 24
    return last.text.endswith(("am", "a.m.", "a.m", "am.")) and 0 < last.value < first.value % 12


def _bare_hour(tidy: Tokens, most: int) -> bool:
    """Whether a number stands at the end that can be an hour, and is not the day of a month named before it."""
    if not tidy or tidy[-1].kind not in "nk" or tidy[-1].value > most:
        return False
    return len(tidy) < 2 or tidy[-2].kind != "M"


def _period(tidy: Tokens) -> None:
    """Earlier, later before a period ("earlier this year") are early and late in it."""
    if len(tidy) > 1 and tidy[-2].kind in "EL" and tidy[-1].kind in "VZs":
        label = "early" if tidy[-2].kind == "E" else "late"
        tidy[-2] = Token("m", tidy[-2].text, 0, label)
