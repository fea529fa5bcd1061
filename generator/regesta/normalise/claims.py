"""Claims with their voices, figures with their witnesses."""

from __future__ import annotations

from typing import Final

from regesta.model.entry import Claim, Figure, FigureValue, Speaker, Stance, Voice, Words
from regesta.model.faults import Reason
from regesta.model.marks import Mark
from regesta.normalise.dates import PHRASE
from regesta.normalise.fields import Draft, Field, Record, Short
from regesta.normalise.lexical import CLAIM, ID, LANGUAGE
from regesta.normalise.lists import ListOf
from regesta.normalise.maps import MapOf
from regesta.normalise.markup import MARKUP
from regesta.normalise.samples import braced
from regesta.normalise.shapes import LINE, UNREAD, Choice, Number, Text, Truth, Unread

_PRINTED: Final = Field("as", LINE, "an unnamed or collective voice, as printed")
_OF: Final = Field("of", ID, "the actor that the unnamed voice belongs to")
_PUBLISHER: Final = Field("publisher", ID, "a publisher that speaks in its own voice")


def _lone_speaker(text: str, mark: Mark) -> Speaker:
    return Speaker(actor=text, printed=None, of=None, publisher=None, mark=mark)


def _speaker(draft: Draft) -> Speaker | Unread:
    printed, publisher = draft.get(_PRINTED), draft.get(_PUBLISHER)
    if draft.strange and printed is None and publisher is None:
        return UNREAD
    if draft.has(_PRINTED) == draft.has(_PUBLISHER):
        mend = "write `{as: an eyewitness}`, `{as: a spokesman, of: <actor>}` or `{publisher: <id>}`"
        return draft.reader.refuse(Reason.CONFLICTING_FIELDS, draft.mark, "`by` must name one voice", mend)
    if printed is None and publisher is None:
        return UNREAD
    if publisher is not None and draft.has(_OF):
        mend = "`of` belongs to `as`"
        return draft.reader.refuse(Reason.CONFLICTING_FIELDS, draft.mark_of(_OF), "`of` beside `publisher`", mend)
    return Speaker(actor=None, printed=printed, of=draft.get(_OF), publisher=publisher, mark=draft.mark)


_BY: Final = Field(
    "by",
    Short(
        ID,
        _lone_speaker,
        Record(
            "one speaker",
            (_PRINTED, _OF, _PUBLISHER),
            _speaker,
            "`<id>` of an actor, `{as: an eyewitness}` or `{publisher: <id>}`; each speaker is a voice",
        ),
    ),
    "who speaks: an actor, `{as: …, of: …}` or `{publisher: …}`",
    required=True,
)

_QUOTE: Final = Text("a quotation", limit=1_000, lines=True)
_LOCATOR: Final = Field("locator", LINE, "where in the source")
_WORDS_CITE: Final = Field("cite", ID, "the citation that prints these words", required=True)
_WORDS_TEXT: Final = Field("text", _QUOTE, "the words, verbatim, at most 25", required=True)
_WORDS_LANGUAGE: Final = Field("lang", LANGUAGE, "their language, if not the source's")
_ORIGINAL: Final = Field("original", Truth(), "whether these are the words as spoken, not a translation")


def _words(draft: Draft) -> Words:
    return Words(
        cite=draft.need(_WORDS_CITE),
        text=draft.need(_WORDS_TEXT),
        language=draft.get(_WORDS_LANGUAGE),
        original=draft.get(_ORIGINAL) or False,
        locator=draft.get(_LOCATOR),
        mark=draft.mark,
    )


_STANCE: Final = Field(
    "stance", Choice(Stance), "what the voice does with the claim", required=True, stopgap=Stance.REPORTS
)
_ON: Final = Field("on", PHRASE, "when it spoke; by default on the day of the entry")
_CITES: Final = Field("cite", ListOf(ID, lone=True, least=1), "the citations that attest it")
_ATTRIBUTION: Final = Field("as", LINE, "the attribution as printed")
_SHORT_QUOTE: Final = Field("quote", _QUOTE, "the words as its one citation prints them")
_WORDS: Final = Field(
    "words",
    ListOf(Record("words", (_WORDS_CITE, _WORDS_TEXT, _WORDS_LANGUAGE, _ORIGINAL, _LOCATOR), _words, lone="text")),
    "one utterance as printed in several places",
)
_NOTE: Final = Field("note", MARKUP, "a note to readers")


def _voice(draft: Draft) -> Voice | Unread:
    cites, words = draft.get(_CITES) or (), draft.get(_WORDS) or ()
    quote = draft.get(_SHORT_QUOTE)
    if quote is not None:
        mark = draft.mark_of(_SHORT_QUOTE)
        if not cites and draft.has(_CITES):
            return UNREAD  # What it cites cannot be read, and that is told.
        if len(cites) != 1:
            keys = draft.reader.keys_of("cite")
            mend = f"write `words: [{{cite: {cites[0] if cites else '<key>'}, text: {braced(quote)}}}]`"
            if not cites and keys:
                several = f"add `cite: …` with the one that prints it: {' or '.join(f'`{key}`' for key in keys[:12])}"
                mend = f"add `cite: {keys[0]}`" if len(keys) == 1 else several
            message = "`quote` needs exactly one `cite`, so that it is clear who prints it"
            return draft.reader.refuse(Reason.QUOTE_SHORTHAND, mark, message, mend)
        if draft.has(_WORDS):
            mend = f"move it into `words`, as an item of its own: `{{cite: {cites[0]}, text: {braced(quote)}}}`"
            return draft.reader.refuse(Reason.CONFLICTING_FIELDS, mark, "`quote` stands beside `words`", mend)
        words = (Words(cites[0], quote, language=None, original=False, locator=None, mark=mark),)
    return Voice(
        by=draft.need(_BY),
        stance=draft.need(_STANCE),
        on=draft.get(_ON),
        cites=tuple(dict.fromkeys([*cites, *(item.cite for item in words)])),
        attribution=draft.get(_ATTRIBUTION),
        words=words,
        note=draft.get(_NOTE),
        mark=draft.mark,
    )


_VOICE: Final = Record("a voice", (_BY, _STANCE, _ON, _CITES, _ATTRIBUTION, _SHORT_QUOTE, _WORDS, _NOTE), _voice)

_SAYS: Final = Field("says", Text("a proposition", limit=500), "the proposition, in a sentence of our own")
_VOICES: Final = Field("voices", ListOf(_VOICE, least=1), "who asserts it, who denies it", required=True, stopgap=())
_RIVALS: Final = Field("rivals", ListOf(CLAIM), "claims that cannot be true beside this one")
_TOPICS: Final = Field("topics", ListOf(ID), "the topics of this claim alone")


def _claim(draft: Draft) -> Claim:
    entry, slash, claim = draft.name.rpartition("/")
    if slash and draft.has(_SAYS):
        mend = "leave `says` out: the other entry has said it"
        message = f"`{draft.name}` adds voices to another entry's claim"
        draft.reader.refuse(Reason.CONFLICTING_FIELDS, draft.mark_of(_SAYS), message, mend)
    elif not slash and not draft.has(_SAYS):
        message = f"the claim `{draft.name}` lacks `says`"
        mend = "add `says: …`: the proposition, in a sentence of our own"
        draft.reader.refuse(Reason.MISSING_FIELD, draft.mark, message, mend)
    return Claim(
        id=claim,
        entry=entry or None,
        says=draft.get(_SAYS) or "",
        voices=draft.need(_VOICES),
        rivals=draft.get(_RIVALS) or (),
        topics=draft.get(_TOPICS) or (),
        mark=draft.mark,
    )


CLAIMS: Final = Field(
    "claims",
    MapOf(
        CLAIM,
        Record(
            "a claim",
            (_SAYS, _VOICES, _RIVALS, _TOPICS),
            _claim,
            "`{says: …, voices: [{by: <id>, stance: asserts, cite: <key>}]}`",
        ),
    ),
    "propositions with the voices for and against them",
)

_WHAT: Final = Field("what", LINE, "what is counted", required=True, stopgap="")
_UNIT: Final = Field(
    "unit",
    Text("a unit", limit=LINE.limit, wordless=True),
    "the unit, in the plural (`persons`, `square kilometres`)",
    required=True,
    stopgap="",
)
_AS_OF: Final = Field("as_of", PHRASE, "the day that the number speaks of or was given")
_VALUE: Final = Field("value", Number(), "the number, where it is one")
_LOW: Final = Field("low", Number(), "the least; alone it means at least")
_HIGH: Final = Field("high", Number(), "the most; alone it means up to")
_APPROXIMATE: Final = Field("approximate", Truth(), "whether the witness gives it as about so many")
_FIGURE_CITES: Final = Field("cite", ListOf(ID, lone=True, least=1), "the citations that attest it")


def _figure_value(draft: Draft) -> FigureValue | Unread:
    value, low, high = draft.get(_VALUE), draft.get(_LOW), draft.get(_HIGH)
    bounds = draft.has(_LOW) or draft.has(_HIGH)
    if draft.strange and not bounds and not draft.has(_VALUE):
        return UNREAD
    if draft.has(_VALUE) == bounds:
        message = "a number is given as `value`, or as `low` and `high`"
        mend = "keep one of the two forms" if bounds else "add `value: 12000`, or `low: 10000` and `high: 12000`"
        return draft.reader.refuse(Reason.CONFLICTING_FIELDS, draft.mark, message, mend)
    if value is None and low is None and high is None:
        return UNREAD
    if low is not None and high is not None and low > high:
        mend = f"write `low: {high}` and `high: {low}`"
        return draft.reader.refuse(Reason.BAD_NUMBER, draft.mark_of(_LOW), "`low` is above `high`", mend)
    return FigureValue(
        by=draft.need(_BY),
        as_of=draft.get(_AS_OF),
        low=value if value is not None else low,
        high=value if value is not None else high,
        approximate=draft.get(_APPROXIMATE) or False,
        cites=draft.get(_FIGURE_CITES) or (),
        note=draft.get(_NOTE),
        mark=draft.mark,
    )


_VALUES: Final = Field(
    "values",
    ListOf(
        Record(
            "a value",
            (_BY, _AS_OF, _VALUE, _LOW, _HIGH, _APPROXIMATE, _FIGURE_CITES, _NOTE),
            _figure_value,
            lone="value",
        ),
        least=1,
    ),
    "each witness's number",
    required=True,
    stopgap=(),
)


def _figure(draft: Draft) -> Figure:
    return Figure(
        id=draft.name,
        what=draft.need(_WHAT),
        unit=draft.need(_UNIT),
        values=draft.need(_VALUES),
        mark=draft.mark,
    )


FIGURES: Final = Field(
    "figures",
    MapOf(ID, Record("a figure", (_WHAT, _UNIT, _VALUES), _figure)),
    "quantities that witnesses put numbers on",
)
