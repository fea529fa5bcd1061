"""The human form of a value: which sentence fits which kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from regesta.edtf.date import Date
from regesta.edtf.date_time import DateTime
from regesta.edtf.display.atoms import Atoms, Form
from regesta.edtf.display.english import ENGLISH
from regesta.edtf.display.patterns import Patterns
from regesta.edtf.display.russian import RUSSIAN
from regesta.edtf.display.ukrainian import UKRAINIAN
from regesta.edtf.display.words import Modifier, Words
from regesta.edtf.interval import Interval
from regesta.edtf.parts import whole_of, winter_of
from regesta.edtf.precision import Precision
from regesta.edtf.run import Run
from regesta.edtf.sets import Member, Set_
from regesta.edtf.value import EndKind, Value

Style = Literal["long", "short"]

LOCALES: dict[str, Words] = {"en": ENGLISH, "uk": UKRAINIAN, "ru": RUSSIAN}
"""The languages there are, by code; ``en`` is British, ``en-US`` and other regions of a language take their own
patterns.
"""

STYLES: tuple[str, ...] = get_args(Style)
"""``long`` names the months in full, ``short`` abbreviates them."""

MODIFIERS: tuple[str, ...] = get_args(Modifier)
"""Words of a source that the span of a date cannot hold, kept for display."""

_OF_A_DAY = frozenset(MODIFIERS[MODIFIERS.index("overnight") :])


def human(value: Value, locale: str = "en", style: Style = "long", modifier: str | None = None) -> str:
    """What a reader is shown: ``24 February 2022``, ``about 1938``, ``day unknown, August 2024``.

    `locale` is a code of `LOCALES`, a region may follow (``en-US``); `modifier` is said before the date
    (``late February or March 2022``) and changes nothing of its span; one that is none of `MODIFIERS` is not said.
    ValueError for a locale or style that there is not.
    """
    speaker = _speaker(locale, style)
    known = next((word for word in get_args(Modifier) if word == modifier), None)
    return speaker.say(value, Form.HEAD) if known is None else speaker.modified(value, known)


@lru_cache(maxsize=64)
def _speaker(locale: str, style: Style) -> _Speaker:
    code = locale.replace("-", "_")
    words = LOCALES.get(code.partition("_")[0])
    if words is None:
        raise ValueError(f"no words for the locale {locale!r}: there are {', '.join(LOCALES)}")
    if style not in STYLES:
        raise ValueError(f"no such style: {style!r}")
    patterns = Patterns(words.locale if code in LOCALES else code, style == "short")
    return _Speaker(words, patterns, Atoms(words, patterns))


@dataclass(frozen=True, slots=True)
class _Speaker:
    words: Words
    patterns: Patterns
    atoms: Atoms

    def say(self, value: Value, form: Form) -> str:
        if isinstance(value, Interval):
            return self._interval(value)
        if isinstance(value, Set_):
            return self._all(value) if value.is_span else self._one(value, form)
        if isinstance(value, DateTime):
            return self._time(value)
        return self.atoms.say(value, form)

    def modified(self, value: Value, modifier: Modifier) -> str:
        template = self.words.modifiers[modifier]
        half = whole_of(value)
        if half is not None and modifier == ("first half", "second half")[half[1] - 1]:
            value = half[0]
        form = Form.HEAD if modifier in _OF_A_DAY else Form.NOTED
        text = self.say(value, form)
        moved = text.startswith("the ") and " of " not in template and not self.words.inflects
        article = "the " if moved else ""
        return article + template.format(text.removeprefix(article))

    def _interval(self, value: Interval) -> str:
        words = self.words
        start, end = value.start, value.end
        if isinstance(start, Value) and isinstance(end, Value):
            together = self.atoms.range(start, end, Form.PART)
            return together or words.from_to.format(self.say(start, Form.PART), self.say(end, Form.PART))
        if isinstance(start, Value):
            template = words.since if value.end_kind is EndKind.OPEN else words.start_only
            if isinstance(start, Date) and start.day in words.second:
                template = template.replace(words.since, words.second[start.day])
            return template.format(self.say(start, Form.OF))
        if isinstance(end, Value):
            template = words.until if value.start_kind is EndKind.OPEN else words.end_only
            return template.format(self.say(end, Form.OF))
        if start is EndKind.UNKNOWN:
            return words.unknown_start
        return words.timeless if end is EndKind.OPEN else words.unknown_end

    def _one(self, value: Set_, form: Form) -> str:
        members = value.members
        if (winter := winter_of(value)) is not None and winter[0] > 0:
            return self.atoms.winter(*winter, form)
        if len(members) == 1 and isinstance(members[0], Run):
            return self._within(members[0])
        dates = [member for member in members if isinstance(member, Value)]
        together = self.atoms.alternatives(dates, form) if len(dates) == len(members) else None
        return together or self.patterns.either([self._member(member, value) for member in members])

    def _within(self, run: Run) -> str:
        words = self.words
        if run.first is None or run.last is None:
            return self._half_open(run, words.not_after, words.not_before)
        together = self.atoms.range(run.first, run.last, Form.OF)
        if together is None:
            return words.one_day.format(self.say(run.first, Form.PART), self.say(run.last, Form.PART))
        days = max(run.first.precision, run.last.precision) <= Precision.DAY
        return (words.within_days if days else words.within).format(together)

    def _all(self, value: Set_) -> str:
        if len(value.members) == 1 and isinstance(value.members[0], Run):
            return self._member(value.members[0], value)
        return self.patterns.both([self._member(member, value) for member in value.members])

    def _member(self, member: Member, whole: Set_) -> str:
        words = self.words
        if isinstance(member, Value):
            doubtful = whole.qualifier and len(whole.members) > 1
            return self.say(member, Form.LISTED if doubtful else Form.PART)
        if member.first is None or member.last is None:
            if whole.is_span:
                return self._half_open(member, words.all_until, words.all_since)
            return self._half_open(member, words.not_after, words.not_before)
        together = self.atoms.range(member.first, member.last, Form.PART)
        return together or words.from_to.format(self.say(member.first, Form.PART), self.say(member.last, Form.PART))

    def _half_open(self, run: Run, until: str, since: str) -> str:
        template = until if run.first is None else since
        return template.format(*(self.say(bound, Form.OF) for bound in run.bounds))

    def _time(self, value: DateTime) -> str:
        day = self.atoms.say(Date(value.year, value.month, value.day), Form.HEAD)
        clock = f"{value.hour:02d}:{value.minute:02d}:{value.second:02d}"
        if value.zone is None:
            return f"{day}, {clock}"
        hours, minutes = divmod(abs(value.zone), 60)
        shift = f"{'−' if value.zone < 0 else '+'}{hours:02d}:{minutes:02d}" if value.zone else ""
        return f"{day}, {clock} UTC{shift}"
