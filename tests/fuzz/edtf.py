"""Strings near EDTF: each is refused with a reason and a column, or is a value that keeps every law, and neither
takes long.
"""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from regesta.edtf import EdtfError, Value, overlaps, parse, place, precedes, within
from regesta.edtf.display import LOCALES, human
from tests.edtf.strategies import values

_LETTERS = "0123456789X?~%-/.,[]{}YESTZ:+ xu２–"
_PIECES = [
    "1984",
    "2022-02-2",
    "-02-29",
    "..",
    "/",
    "X",
    "%",
    "[",
    "]",
    "{",
    "}",
    ",",
    "Y",
    "E",
    "S2",
    "T23:59:60",
    "Z",
    "-24",
    "-0000",
]


@st.composite
def near(draw: st.DrawFn) -> str:
    """The text of a value with a few characters put in, taken out or changed."""
    text = list(str(draw(values())))
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text[at : at + draw(st.integers(0, 2))] = draw(st.sampled_from(["", *_LETTERS, *_PIECES]))
    return "".join(text)


def strings() -> st.SearchStrategy[str]:
    """Texts near EDTF, made of its letters, of its pieces, long, and of anything."""
    return st.one_of(
        near(),
        near(),
        st.text(_LETTERS, max_size=40),
        st.lists(st.sampled_from(_PIECES), max_size=12).map("".join),
        st.tuples(near(), st.integers(2, 500)).map(lambda pair: pair[0] * pair[1]),
        st.text(max_size=60),
    )


@given(strings(), values())
def attack(text: str, other: object) -> None:
    """One string, and a value to compare it with."""
    began = time.process_time()
    try:
        value = parse(text)
    except EdtfError as error:
        refusal = error
    else:
        keep_the_laws(value, parse(str(other)))
        assert time.process_time() - began < 2
        return
    assert refusal.reason
    assert 1 <= refusal.column <= len(text) + 1
    assert time.process_time() - began < 0.02 + len(text) * 5e-6


def keep_the_laws(value: Value, rival: Value) -> None:
    """Round trip, spans, display, order and comparison of whatever was read."""
    assert parse(str(value)) == value
    assert str(parse(str(value))) == str(value)
    found = value.days
    assert (found.earliest, found.latest) == (value.earliest, value.latest)
    assert value.starts.issubset(found)
    assert value.ends.issubset(found)
    for locale in LOCALES:
        assert human(value, locale)
    assert place(value) == place(value)
    assert not (precedes(value, rival) and precedes(rival, value))
    assert not (within(value, rival) and overlaps(value, rival) is False)
