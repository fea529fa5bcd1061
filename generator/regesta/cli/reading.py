"""Questions about dates, and their answers: total over whatever a line may hold."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import field, replace

from regesta.edtf import EdtfError, Value, iso, parse
from regesta.edtf.display import human
from regesta.immutable import immutable
from regesta.normalise.phrases import read

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


def _from_json(line: str, base: Request) -> Request:
    try:
        asked: object = json.loads(line)
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
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str):
        return replace(base, text=line, fault='the JSON object has no "text" that is a string')
    text, published, planned = asked["text"], asked.get("published"), asked.get("planned", base.planned)
    if not isinstance(planned, bool):
        return replace(base, text=text, fault='"planned" must be true or false')
    request = replace(base, text=text, planned=planned)
    if published is None:
        return request
    try:
        return replace(request, published=parse(published if isinstance(published, str) else ""))
    except EdtfError as error:
        return replace(request, fault=f'"published" is no EDTF date: {error.reason}')


def answer(request: Request) -> Answer:
    """What the phrase of a request means. Total: a failure of the program itself is an error with that reason."""
    try:
        return _answer(request)
    except Exception as error:
        # Whoever feeds a million lines must get a million answers, a fault of ours among them.
        reason = f"the program failed on this phrase ({type(error).__name__}): please report it"
        return Answer(request.text, "error", reason=reason)


def _answer(request: Request) -> Answer:
    if request.fault:
        return Answer(request.text, "error", reason=request.fault)
    if request.edtf_only:
        try:
            return _known(request.text, "ok", (parse(request.text),))
        except EdtfError as error:
            return Answer(request.text, "error", reason=str(error))
    reading = read(request.text, extract=request.extract).anchored(request.published, planned=request.planned)
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
