"""What is asked of the texts in those parts of records that are not kept: the path of each tells what it names.

Only what such a text says by itself is judged. That its part is not whole is told already, and so are the records that
could not be read: whoever names one of these makes no mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from regesta.model.faults import Lost, Remains
from regesta.model.ids import is_id
from regesta.model.kinds import Kind
from regesta.rules.links import SPEAKER, Reference

_WANTED: Final = tuple(
    (re.compile(pattern), kinds)
    for pattern, kinds in (
        (r"actors\[\d+\](?:\.ref)?|(?:claims|figures)\..*\.(?:by|of)", (Kind.ACTOR,)),
        (r"member_of(?:\[\d+\](?:\.actor)?)?|within.*\.per|parties\..*\.members\[\d+\]", (Kind.ACTOR,)),
        (r"places\[\d+\](?:\.ref)?|within(?:\[\d+\])?(?:\.place)?", (Kind.PLACE,)),
        (r"(?:.*\.)?topics\[\d+\]", (Kind.TOPIC,)),
        (r"cite\.[^.]*\.source|within.*\.cite", (Kind.SOURCE,)),
        (r"related\[\d+\]\.entry", (Kind.ENTRY,)),
        (r"(?:.*\.)?publisher", (Kind.PUBLISHER,)),
        (r"(?:.*\.)?syndicated_from", (Kind.SOURCE, Kind.PUBLISHER)),
        (r"owner", (Kind.PUBLISHER, Kind.ACTOR)),
    )
)
"""Fields that name a record, by their paths, with the kinds of record that they may name."""

CITATION: Final = re.compile(r"(?:claims|figures)\..*\.cite(?:\[\d+\])?")
CLAIM: Final = re.compile(r"claims\.[^.]*(?:\.rivals\[\d+\])?")
JUDGED: Final = re.compile(r"judgements\[\d+\]\.about")
READING: Final = re.compile(r"cite\.[^.]*\.readings\[\d+\]\.about")
MOMENT: Final = re.compile(r"cite\.[^.]*\.stated\.[^.\[]*")
ROLE: Final = re.compile(r"(?:actors|places)\[\d+\]\.role")
JUDGE: Final = re.compile(r"judgements\[\d+\]\.by")
QUOTATION: Final = re.compile(r"claims\..*\.(?:quote|words\[\d+\]\.text)")


def wanted(field: str) -> tuple[Kind, ...]:
    """The kinds of record that a field may name, by its path; none for a field that names no record."""
    return next((kinds for pattern, kinds in _WANTED if pattern.fullmatch(field)), ())


def of_entries(remains: Iterable[Remains], fields: re.Pattern[str]) -> Iterator[tuple[Remains, Lost]]:
    """The texts of some fields in what is left of entries."""
    for left in remains:
        if left.kind is Kind.ENTRY:
            yield from ((left, each) for each in left.lost if fields.fullmatch(each.field))


def references(remains: Iterable[Remains]) -> Iterator[Reference]:
    """What the texts refer to, as far as they are ids at all."""
    for left in remains:
        for each in left.lost:
            kinds = wanted(each.field)
            if kinds and is_id(each.text):
                use = SPEAKER if each.field.endswith(".by") else " or ".join(kind.noun for kind in kinds)
                yield Reference(kinds, each.text, each.mark, use)
    for _, each in of_entries(remains, CLAIM):
        entry, _, claim = each.text.partition("/")
        if is_id(entry) and is_id(claim):
            use = "entry of a rival claim" if ".rivals[" in each.field else "entry of the claim"
            yield Reference((Kind.ENTRY,), entry, each.mark, use)
