"""Questions about dates, and their answers: total over whatever a line may hold."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import field, replace
from typing import Final, NamedTuple

from regesta.edtf import EdtfError, Value, iso, parse
from regesta.edtf.display import human
from regesta.immutable import immutable
from regesta.normalise.phrases import Reading, read
from regesta.normalise.shapes import suggestion

LONGEST_LINE = 1_000_000
"""In bytes: a longer line is refused before it is parsed."""


_EDTF_SET = re.compile(r"\s*\{\s*[-0-9.XY]")
"""How a set in EDTF begins, and no JSON object: its first member is a string."""


@immutable(frozen=True, slots=True)
class Request:
    """A phrase and how to read it. `fault` says why there is no phrase to read."""

    text: str
    published: Value | None = None
    planned: bool = False
    edtf_only: bool = False
    extract: bool = False
    fault: str = ""

    def of(self, text: str) -> Request:
        """The same question about another phrase."""
        return replace(self, text=text)


@immutable(frozen=True, slots=True)
class Answer:
    """What a phrase means. `earliest` and `latest` are ISO dates, None where open; `candidates` are EDTF."""

    text: str
    outcome: str
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: str | None = None
    candidates: Sequence[str] = ()
    reason: str | None = None
    human: str = field(default="", repr=False)

    def as_json(self) -> str:
        """One line of JSON, in ASCII: what a hostile line says must not act on a terminal."""
        return json.dumps(
            {
                "text": self.text,
                "outcome": self.outcome,
                "edtf": self.edtf,
                "earliest": self.earliest,
                "latest": self.latest,
                "precision": self.precision,
                "candidates": list(self.candidates),
                "reason": self.reason,
            }
        )


def requested(line: bytes, base: Request) -> Request:
    """The question that a line asks: a phrase, or a JSON object with `text` and perhaps `published` and `planned`."""
    if len(line) > LONGEST_LINE:
        return replace(base, fault=f"the line has {len(line):,} bytes; at most {LONGEST_LINE:,} are read")
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return replace(base, text=line.decode("utf-8", "replace"), fault="the line is not UTF-8")
    return _from_json(text, base) if text.lstrip().startswith("{") else base.of(text)


class _Object(NamedTuple):
    """A JSON object, and those of its members that stand in it more than once."""

    members: dict[str, object]
    repeated: tuple[str, ...]


def _object(pairs: list[tuple[str, object]]) -> _Object:
    counted = Counter(name for name, _ in pairs)
    return _Object(dict(pairs), tuple(name for name, times in counted.items() if times > 1))


_MEMBERS: Final = ("text", "published", "planned")
"""What the JSON object of a line may hold."""


def _from_json(line: str, base: Request) -> Request:
    try:
        asked: object = json.loads(line, object_pairs_hook=_object)
    except (ValueError, RecursionError) as error:
        # An EDTF set stands in braces too, and is no JSON.
        try:
            parse(line.strip())
        except EdtfError as refused:
            if _EDTF_SET.match(line):
                return replace(base, text=line, fault=str(refused))
            reason = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
            return replace(base, text=line, fault=f"this is not JSON: {reason}")
        return base.of(line)
    if not isinstance(asked, _Object):
        return replace(base, text=line, fault="this is no JSON object")
    text, published = asked.members.get("text"), asked.members.get("published")
    planned = asked.members.get("planned", base.planned)
    if fault := _unlike(asked):
        return replace(base, text=text if isinstance(text, str) else line, fault=fault)
    if not isinstance(text, str):
        return replace(base, text=line, fault='the JSON object has no "text" that is a string')
    if not isinstance(planned, bool):
        return replace(base, text=text, fault='"planned" must be true or false')
    request = replace(base, text=text, planned=planned)
    if published is None:
        return request
    if not isinstance(published, str):
        return replace(request, fault=f'"published" must be a string, {_AS_PUBLISHED}')
    try:
        return replace(request, published=parse(published))
    except EdtfError as error:
        return replace(request, fault=f'"published" is no EDTF date: {error.reason}; write it {_AS_PUBLISHED}')


_AS_PUBLISHED: Final = 'as in "2025-04-28"'


def _unlike(asked: _Object) -> str:
    """What is wrong with the names of an object's members: told, lest a misspelt one be passed over."""
    if asked.repeated:
        return f'"{asked.repeated[0][:80]}" stands more than once in the JSON object: write it once'
    unknown = next((name for name in asked.members if name not in _MEMBERS), None)
    if unknown is None:
        return ""
    meant = suggestion(unknown, list(_MEMBERS)).replace("`", '"')
    known = 'a question has "text", and perhaps "published" and "planned"'
    return f'"{unknown[:80]}" is no member of a question: {meant or known}'


def answer(request: Request) -> Answer:
    """What the phrase of a request means. Total: a failure of the program itself is an error with that reason."""
    try:
        return _answer(request)
    except Exception as error:
        # Whoever feeds a million lines must get a million answers, a fault of ours among them.
        reason = f"the program failed on this phrase ({type(error).__name__}): please report it"
        return Answer(request.text, "error", reason=reason)


def heard(request: Request) -> Reading:
    """What the phrase of a request says; the fault of a request without a phrase is an error."""
    if request.fault:
        return Reading("error", reason=request.fault)
    if not request.edtf_only:
        return read(request.text, extract=request.extract).anchored(request.published, planned=request.planned)
    try:
        return Reading("ok", (parse(request.text),))
    except EdtfError as error:
        return Reading("error", reason=str(error))


def _answer(request: Request) -> Answer:
    reading = heard(request)
    if reading.outcome == "error":
        return Answer(request.text, "error", reason=reading.reason)
    notes = [*reading.findings, *(f"the {part} follows from the date of publication" for part in reading.inferred)]
    reason = "; ".join(notes) or None
    return _known(request.text, reading.outcome, reading.candidates, reason, reading.modifier)


def _known(
    text: str, outcome: str, values: Sequence[Value], reason: str | None = None, modifier: str | None = None
) -> Answer:
    """An answer with values; of several, the bounds are those of all together."""
    lows = [value.earliest for value in values]
    highs = [value.latest for value in values]
    low = None if None in lows else min((each for each in lows if each is not None), default=None)
    high = None if None in highs else max((each for each in highs if each is not None), default=None)
    precisions = {value.precision for value in values}
    one = values[0] if outcome == "ok" else None
    return Answer(
        text,
        outcome,
        edtf=str(one) if one is not None else None,
        earliest=iso(low) if low is not None else None,
        latest=iso(high) if high is not None else None,
        precision=precisions.pop().name.lower() if len(precisions) == 1 else None,
        candidates=[str(value) for value in values],
        reason=reason,
        human=human(one, modifier=modifier) if one is not None else "",
    )
