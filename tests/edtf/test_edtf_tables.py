"""Every string of the tables, one by one."""

from __future__ import annotations

import pickle

import pytest

from regesta.edtf import EdtfError, civil, iso, parse
from tests.edtf.tables import Accepted, Refused, accepted, refused

ACCEPTED = list(accepted())
REFUSED = list(refused())


def bound(day: int | None, *, first: bool) -> str:
    """A bound as the table writes it; a day of a long year must be the first or last of it."""
    if day is None:
        return "*"
    if iso(day).startswith("Y"):
        assert civil(day)[1:] == ((1, 1) if first else (12, 31))
    return iso(day)


@pytest.mark.parametrize("row", ACCEPTED, ids=lambda row: f"{row.feature}: {row.text}")
def test_accepted(row: Accepted) -> None:
    value = parse(row.text)
    assert str(value) == row.canonical
    assert bound(value.earliest, first=True) == row.earliest
    assert bound(value.latest, first=False) == row.latest
    assert value.precision.name.lower() == row.precision


@pytest.mark.parametrize("row", ACCEPTED, ids=lambda row: row.text)
def test_accepted_values_are_what_values_are(row: Accepted) -> None:
    value = parse(row.text)
    again = parse(str(value))
    assert again == value
    assert hash(again) == hash(value)
    assert str(again) == str(value)
    assert pickle.loads(pickle.dumps(value)) == value
    assert (value.days.earliest, value.days.latest) == (value.earliest, value.latest)
    assert value.starts.issubset(value.days)
    assert value.ends.issubset(value.days)
    assert not hasattr(value, "__dict__")
    assert value.uncertain == ("?" in row.text or "%" in row.text)
    assert value.approximate == ("~" in row.text or "%" in row.text)


@pytest.mark.parametrize("row", ACCEPTED, ids=lambda row: f"{row.feature}: {row.text}")
def test_level(row: Accepted) -> None:
    """No string needs a higher level than that of the feature it shows; some stand beside their like under a higher."""
    assert parse(row.text).level <= int(row.feature.removeprefix("Level ")[0])


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: f"{row.feature}: {row.text!r}")
def test_refused(row: Refused) -> None:
    with pytest.raises(EdtfError) as caught:
        parse(row.text)
    assert row.reason in caught.value.reason
    assert caught.value.column == row.column
    assert isinstance(caught.value, ValueError)
    assert pickle.loads(pickle.dumps(caught.value)).column == row.column


def test_the_tables_are_long() -> None:
    assert len({row.text for row in ACCEPTED}) >= 200
    assert len({row.text for row in REFUSED}) >= 150
