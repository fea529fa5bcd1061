"""Moments of which one cannot come after another."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.entry import Entry
from regesta.rules.survey import Survey

PHASES = (("start", "end"), ("spoken", "published"))
"""Moments of which the first cannot come after the second."""


def reversed_phases(survey: Survey) -> Iterator[tuple[Entry, str, str, str]]:
    """Where one source states two phases in the wrong order: the entry, the second, the first, the citation's key."""
    for entry in survey.corpus.entries.values():
        conclusions = survey.corpus.conclusions.get(entry.id)
        for first, second in PHASES:
            if conclusions is None or first not in conclusions.dates or second not in conclusions.dates:
                continue
            begun = {one.cite: one.starts.earliest for one in conclusions.dates[first].witnesses if one.votes}
            for one in conclusions.dates[second].witnesses:
                start, end = begun.get(one.cite), one.ends.latest
                if one.votes and start is not None and end is not None and end < start:
                    yield entry, second, first, one.cite
