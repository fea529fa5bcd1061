"""A reading in one zone, counted in the days of another."""

from __future__ import annotations

import pytest

from regesta.edtf import iso
from tests.miniature import compiled


def _days(stated: str, zone: str) -> tuple[str, str]:
    text = f"""
    title: A strike
    type: battle
    zone: {zone}
    cite:
      a: {{url: "https://morning.example.com/1", stated: "{stated}"}}
    """
    outcome = compiled({"entry.yml": text})
    assert not outcome.refused, outcome.diagnostics
    value = outcome.corpus.conclusions["entry"].effective
    assert value is not None
    assert value.earliest is not None
    assert value.latest is not None
    return iso(value.earliest), iso(value.latest)


@pytest.mark.parametrize(
    ("stated", "zone", "days"),
    [
        ("2024-08-06T22:30:00Z", "Europe/Kyiv", "2024-08-07"),
        ("2024-08-06T20:30:00Z", "Europe/Kyiv", "2024-08-06"),
        ("2024-08-06T02:00:00Z", "America/New_York", "2024-08-05"),
        ("2024-08-06T22:30:00", "Europe/Kyiv", "2024-08-06"),
        ("22:30 UTC on 6 August 2024", "Europe/Kyiv", "2024-08-06/2024-08-07"),
        ("22:30 UTC on 6 August 2024", "America/New_York", "2024-08-05/2024-08-06"),
        ("22:30 UTC on 6 August 2024", "UTC", "2024-08-06"),
        ("22:30 local time on 6 August 2024", "Europe/Kyiv", "2024-08-06"),
        ("6 August 2024", "Europe/Kyiv", "2024-08-06"),
        ("6 p.m. Moscow time on 6 August 2024", "Europe/Kyiv", "2024-08-06"),
        ("6 p.m. Moscow time on 6 January 2024", "Europe/Kyiv", "2024-01-05/2024-01-06"),
    ],
)
def test_a_reading_covers_each_local_day_it_touches(stated: str, zone: str, days: str) -> None:
    first, _, last = days.partition("/")
    assert _days(stated, zone) == (first, last or first)
