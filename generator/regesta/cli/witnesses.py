"""Phrases as witnesses of one day: how they agree, as the table of an entry's page, or as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from regesta.cli.reading import Request, heard
from regesta.edtf import Value
from regesta.edtf.display import human
from regesta.model.conclusions import MomentAgreement, Witness
from regesta.model.dates import EVENT, PLANNED
from regesta.normalise.phrases import read
from regesta.pages.wording import agreement_sentence
from regesta.reconcile.witnesses import agreement, witness
from regesta.report.cells import safe, width

MOST: Final = 1_000
"""So many witnesses are compared at most."""


def agreed(asked: Sequence[Request], *, planned: bool = False) -> MomentAgreement:
    """How phrases would agree as the testimony of as many sources, cited as `1`, `2`, …"""
    witnesses = []
    for number, request in enumerate(asked, 1):
        counted = request.published is not None and read(request.text, extract=request.extract).needs_anchor
        anchor = f"published {request.published}" if counted else ""
        witnesses.append(witness(str(number), [request.text], [heard(request)], anchor=anchor, background=False))
    return agreement(PLANNED if planned else EVENT, witnesses)


def table(found: MomentAgreement) -> str:
    """One line a witness: its number, words, meaning, EDTF, and the groups it belongs to; then how they agree."""
    rows: list[tuple[str, ...]] = [("", "written", "means", "EDTF", "group" if found.groups else "")]
    rows += [
        (one.cite, safe(", ".join(one.texts)), _meaning(one), _edtf(one), _group(found, one)) for one in found.witnesses
    ]
    voters = sum(one.votes for one in found.witnesses)
    lines = [*_aligned(rows), "", agreement_sentence(found.agreement, voters, len(found.groups))]
    together = found.meet or found.hull
    if together is not None:
        lines.append(f"Together: {human(together)} ({together})")
    return "\n".join(lines)


def as_json(found: MomentAgreement) -> str:
    """The agreement as one JSON object; dates are EDTF, `groups` name witnesses by their numbers."""
    return json.dumps(
        {
            "agreement": found.agreement.value,
            "meet": None if found.meet is None else str(found.meet),
            "hull": None if found.hull is None else str(found.hull),
            "groups": [list(group) for group in found.groups],
            "witnesses": [
                {
                    "cite": one.cite,
                    "text": ", ".join(one.texts),
                    "candidates": [str(value) for value in dict.fromkeys(_candidates(one))],
                    "votes": one.votes,
                    "silent": one.silent or None,
                    "anchor": one.anchor or None,
                }
                for one in found.witnesses
            ],
        }
    )


def _meaning(one: Witness) -> str:
    if not one.votes:
        return f"does not count: {safe(one.silent)}"
    return " or ".join(human(value) for value in dict.fromkeys(_candidates(one)))


def _edtf(one: Witness) -> str:
    return " or ".join(str(value) for value in dict.fromkeys(_candidates(one)))


def _candidates(one: Witness) -> Iterator[Value]:
    return (value for reading in one.readings for value in reading.candidates)


def _group(found: MomentAgreement, one: Witness) -> str:
    return " ".join(chr(ord("A") + place % 26) for place, group in enumerate(found.groups) if one.cite in group)


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    widths = [max(width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (room - width(cell)) for cell, room in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
