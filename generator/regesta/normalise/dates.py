"""Fields that hold a date: strict EDTF where the program needs one, EDTF or a phrase where a person speaks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from regesta.edtf import EdtfError, Value, parse
from regesta.edtf.display import human
from regesta.load.nodes import Mapping as Fields
from regesta.load.nodes import Node, Scalar, Sequence
from regesta.model.dates import EVENT, DateText, Phrase, Stated
from regesta.model.faults import Reason
from regesta.model.ids import is_id
from regesta.normalise.lexical import ID
from regesta.normalise.lists import ListOf
from regesta.normalise.maps import MapOf
from regesta.normalise.phrases import read
from regesta.normalise.samples import as_list, as_pairs, lone_key
from regesta.normalise.shapes import Reader, Schema, Text, Unread

_LINE: Final = Text("a date", limit=200, wordless=True, prose=False)


@lru_cache(maxsize=65_536)
def read_phrase(text: str) -> Phrase:
    """A phrase, unanchored; corpora repeat the same few thousand."""
    return read(text)


@lru_cache(maxsize=65_536)
def _judged(text: str) -> tuple[Phrase, str | None]:
    """A phrase, and why it is no date, whatever its source may be."""
    phrase = read_phrase(text)
    reading = None if phrase.needs_anchor else phrase.anchored(None)
    return phrase, reading.reason if reading is not None and reading.outcome == "error" else None


_EDTF_SHAPED = re.compile(r"-?[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?/[-0-9X?~%.]*|Y-?[0-9]+(?:E[0-9]+)?(?:S[0-9]+)?")


def _of_edtf(text: str) -> str:
    """Why a text that is written as EDTF, and as nothing else, is none."""
    if _EDTF_SHAPED.fullmatch(text):
        try:
            parse(text)
        except EdtfError as error:
            return _reason(text, error)
    return ""


class EdtfDate:
    """A date in EDTF and nothing else: `2025-04-26`, `2025-04`, `2014-02/2014-03`."""

    noun = "a date in EDTF (`2025-04-26`, `2025-04`, `2025`)"

    def read(self, node: Node, path: str, reader: Reader) -> Value | Unread:
        text = _LINE.read(node, path, reader)
        if isinstance(text, Unread):
            return text
        try:
            return parse(text)
        except EdtfError as error:
            message = f"`{text[:80]}` is no EDTF date: {_reason(text, error)}"
            return reader.refuse(Reason.BAD_EDTF, node.mark, message, _as_edtf(text))

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1, "format": "edtf"}


_IN_WORDS: Final = "write only the words that say when, or EDTF (`2025-04-26`)"
INSTEAD_OF_UNREAD: Final = (
    f"{_IN_WORDS}; wording that cannot be read belongs in the citation's `note`, in place of its `stated`"
)
"""The mend for a date of a source that cannot be read."""


class PhraseDate:
    """A date in EDTF or in words: `26 April 2025`, `on Saturday`, `between 3 and 5 May 2022`."""

    noun = "a date, in EDTF or in words"

    def read(self, node: Node, path: str, reader: Reader) -> DateText | Unread:
        text = _LINE.read(node, path, reader)
        if isinstance(text, Unread):
            return text
        phrase, reason = _judged(text)
        if reason is not None:
            message = f"`{text[:80]}` cannot be read as a date: {_no_month(text) or _of_edtf(text) or reason}"
            mend = _exchanged(text) or (INSTEAD_OF_UNREAD if "stated" in path else _IN_WORDS)
            return reader.refuse(Reason.BAD_PHRASE, node.mark, message, mend)
        return DateText(text, node.mark, phrase)

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1}


EDTF: Final = EdtfDate()
PHRASE: Final = PhraseDate()


MOST_STATED: Final = 16
"""A citation states at most so many dates of a moment, and dates of so many moments: a page that says more is cited
twice.
"""


class _StatedList:
    """A phrase, or a few."""

    noun = "a date, or a list of dates"
    _phrases = ListOf(PHRASE, lone=True, least=1)

    def read(self, node: Node, path: str, reader: Reader) -> tuple[DateText, ...] | Unread:
        if isinstance(node, Sequence) and len(node.items) > MOST_STATED:
            message = f"`stated` lists {len(node.items):,} dates of one moment; at most {MOST_STATED} are allowed"
            return reader.refuse(Reason.TOO_MANY, node.mark, message, "keep those that matter")
        return self._phrases.read(node, path, reader)

    def schema(self) -> Schema:
        lone, several = self._phrases.schema()["anyOf"]
        return {"anyOf": [lone, {**several, "maxItems": MOST_STATED}]}


class StatedDates:
    """What a citation states: a phrase, a list of phrases, or a map from moments to either."""

    noun = "a date, a list of dates, or `moment: date`"
    _phrases = _StatedList()
    _moments = MapOf(ID, _phrases, least=1, most=MOST_STATED)

    def read(self, node: Node, path: str, reader: Reader) -> Stated | Unread:
        if isinstance(node, Fields):
            if node.fields and all(lone_key(*each) for each in node.fields):
                message = f"`{path}` must be {self.noun}, not braces around words"
                return reader.refuse(Reason.WRONG_SHAPE, node.mark, message, as_list(node, PHRASE))
            return self._moments.read(node, path, reader)
        phrases = self._phrases.read(node, path, reader)
        return phrases if isinstance(phrases, Unread) else {EVENT: phrases}

    def schema(self) -> Schema:
        return {"anyOf": [*self._phrases.schema()["anyOf"], self._moments.schema()]}


STATED: Final = StatedDates()


class DeclaredMoments:
    """Phases of an event: a map from names to dates, or a list of names whose dates the citations state."""

    noun = "`moment: date`, or a list of moments"
    _dated = MapOf(ID, PHRASE, least=1)
    _named = ListOf(ID, least=1)

    def read(self, node: Node, path: str, reader: Reader) -> Mapping[str, DateText | None] | Unread:
        if isinstance(node, Sequence) and (pairs := as_pairs(node)):
            message = f"`{path}` has brackets around fields"
            return reader.refuse(Reason.WRONG_SHAPE, node.mark, message, f"write `{path}: {{{pairs}}}`")
        if isinstance(node, Scalar) and is_id(node.text):
            message = f"`{path}` must be {self.noun}, not `{node.text}`"
            return reader.refuse(Reason.WRONG_SHAPE, node.mark, message, f"write `{path}: [{node.text}]`")
        if isinstance(node, Sequence):
            names = self._named.read(node, path, reader)
            return names if isinstance(names, Unread) else dict.fromkeys(names)
        return self._dated.read(node, path, reader)

    def schema(self) -> Schema:
        return {"anyOf": [self._dated.schema(), self._named.schema()]}


MOMENTS: Final = DeclaredMoments()


def plainly(value: Value) -> str:
    """A spelling of a value that reads as nothing else: its EDTF, or in words where that would be ambiguous.

    `2021-22` is a summer in EDTF and two years in prose.
    """
    edtf = str(value)
    return edtf if read_phrase(edtf).anchored(None).value == value else human(value)


def _reason(text: str, error: EdtfError) -> str:
    """Why a text is no date: of one in the order of speech, what is wrong with the day, not that it is no EDTF."""
    if told := _no_month(text):
        return told
    spoken = re.fullmatch(r"[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{4}", text)
    return read_phrase(text).anchored(None).reason or error.reason if spoken else error.reason


_WHOLE_DAY = re.compile(r"(-?[0-9]{4})-([0-9]{2})-([0-9]{2})")


def _no_month(text: str) -> str:
    """That the month of a whole day is none: beside a day it is no season either."""
    months = [found[2] for found in _WHOLE_DAY.finditer(text) if not 1 <= int(found[2]) <= 12]
    return f"there is no month {months[0]}" if months and _WHOLE_DAY.sub("", text) in ("", "/") else ""


def _exchanged(text: str) -> str:
    """The mend of days whose month stands where the day belongs; empty where that gives no date."""
    if not _no_month(text):
        return ""
    meant = _WHOLE_DAY.sub(lambda day: f"{day[1]}-{day[3]}-{day[2]}" if int(day[2]) > 12 else day[0], text)
    try:
        parse(meant)
    except EdtfError:
        return ""
    return f"write `{meant}`: the month stands before the day"


def _as_edtf(text: str) -> str:
    """The EDTF for a phrase that was written where EDTF is wanted, as a mend."""
    if mend := _exchanged(text):
        return mend
    reading = read_phrase(text).anchored(None)
    if reading.outcome == "ok":
        return f"write `{reading.value}`"
    if reading.outcome == "ambiguous":
        return "write " + " or ".join(f"`{candidate}`" for candidate in reading.candidates[:4])
    return "write year, month and day in this order: `2025-04-26`, or `2025-04`, or `2025`"
