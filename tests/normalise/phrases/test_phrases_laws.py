"""What holds of every phrase."""

from __future__ import annotations

import pickle
from collections.abc import Callable

from hypothesis import assume, given
from hypothesis import strategies as st

from regesta.edtf import Days, Precision, Value, civil, day_of, interval, month_length, ordinal, parse
from regesta.normalise.phrases import GRAMMARS, Reading, read
from tests.edtf.strategies import values
from tests.normalise.phrases.tables import rows

MONTHS = tuple(forms.split()[0].title() for forms in GRAMMARS["en"].months)
WEEKDAYS = tuple(forms.split()[0].title() for forms in GRAMMARS["en"].weekdays)

WORDS = [
    entry
    for grammar in GRAMMARS.values()
    for first, entries in grammar.lexicon.items()
    for entry in (" ".join((first, *found.rest)) for found in entries)
]
MARKS = [
    *"0123456789-,;/?~+().'\"[]{}:",
    " ",
    "2014",
    "24",
    "5th",
    "5:30",
    "24.02.2022",
    "03/04/25",
    "1990s",
    "Q2",
    "X",
]

DAYS = st.integers(ordinal(1900, 1, 1), ordinal(2100, 12, 31))
SOUP = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS)), max_size=9).map(" ".join)
PROSE = st.sampled_from([row.phrase for row in rows()])


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """Two phrases cut and joined, with a word put in: nearly a phrase, and so deep in the reader."""
    first, second = draw(PROSE).split(), draw(PROSE).split()
    cut, joint = draw(st.integers(0, len(first))), draw(st.integers(0, len(second)))
    word = draw(st.one_of(st.just(""), st.sampled_from(WORDS), st.sampled_from(MARKS)))
    return " ".join((*first[:cut], word, *second[joint:]))


ANCHORS = st.one_of(st.none(), DAYS.map(day_of), values())


def sound(reading: Reading) -> None:
    """A reading is one of three things, and nothing in between."""
    texts = [str(candidate) for candidate in reading.candidates]
    assert [str(parse(text)) for text in texts] == texts
    assert len(set(texts)) == len(texts)
    assert list(reading.candidates) == sorted(reading.candidates, key=_place)
    union = Days.NONE
    for candidate in reading.candidates:
        union = union.union(candidate.days)
    if reading.outcome == "error":
        assert texts == []
        assert reading.reason
        assert reading.days == Days.EVER
    else:
        assert (len(texts) == 1) == (reading.outcome == "ok")
        assert reading.reason == ""
        assert reading.days == union
    assert (reading.value is not None) == (reading.outcome == "ok")


def _place(value: Value) -> tuple[float, float, str]:
    low, high = value.earliest, value.latest
    return (float("-inf") if low is None else low, float("inf") if high is None else high, str(value))


@given(st.one_of(st.text(max_size=210), SOUP, PROSE, spliced()), ANCHORS, st.booleans(), st.booleans())
def test_reading_never_raises(text: str, anchor: Value | None, planned: bool, extract: bool) -> None:
    phrase = read(text, extract=extract)
    assert phrase.text == text
    assert pickle.loads(pickle.dumps(phrase)) == phrase
    reading = phrase.anchored(anchor, planned=planned)
    sound(reading)
    if phrase.needs_anchor:
        assert phrase.anchored(None).outcome == "error"


@given(values())
def test_edtf_is_read_as_edtf(value: Value) -> None:
    reading = read(str(value)).anchored(None)
    assume(reading.outcome != "error" or len(str(value)) <= 200)
    if reading.outcome == "error":
        assert len(str(value)) > 200
    else:
        assert value in reading.candidates


Style = Callable[[int, int, int], str]

DAY_STYLES: list[Style] = [
    lambda y, m, d: f"{d} {MONTHS[m - 1]} {y}",
    lambda y, m, d: f"{MONTHS[m - 1]} {d}, {y}",
    lambda y, m, d: f"on {d} {MONTHS[m - 1][:3]}. {y}",
    lambda y, m, d: f"{d:02d}.{m:02d}.{y}",
    lambda y, m, d: f"{y}/{m}/{d}",
    lambda y, m, d: f"{WEEKDAYS[(ordinal(y, m, d) - 1) % 7]}, {d} {MONTHS[m - 1]} {y}",
    lambda y, m, d: f"the evening of {MONTHS[m - 1]} {d}, {y}",
    lambda y, m, d: f"14:30 on {d} {MONTHS[m - 1]} {y}",
    lambda y, m, d: f"early on {d} {MONTHS[m - 1]} {y}",
    lambda y, m, d: f"{d} {GRAMMARS['uk'].months[m - 1].split()[1]} {y} року",
    lambda y, m, d: f"{d} {GRAMMARS['ru'].months[m - 1].split()[1]} {y} г.",
]


@given(DAYS, st.sampled_from(DAY_STYLES))
def test_a_day_is_that_day_in_every_style(number: int, style: Style) -> None:
    reading = read(style(*civil(number))).anchored(None)
    assert reading.outcome == "ok"
    assert reading.candidates == (day_of(number),)


COARSE: list[tuple[str, Precision]] = [
    ("{month} {year}", Precision.MONTH),
    ("in early {month} {year}", Precision.MONTH),
    ("the first half of {month} {year}", Precision.MONTH),
    ("about {month} {year}", Precision.MONTH),
    ("{month}", Precision.MONTH),
    ("last {month}", Precision.MONTH),
    ("last month", Precision.MONTH),
    ("two months ago", Precision.MONTH),
    ("late {month}", Precision.MONTH),
    ("the second quarter of {year}", Precision.QUARTER),
    ("spring {year}", Precision.SEASON),
    ("last summer", Precision.SEASON),
    ("the first half of {year}", Precision.HALF),
    ("{year}", Precision.YEAR),
    ("mid-{year}", Precision.YEAR),
    ("last year", Precision.YEAR),
    ("late last year", Precision.YEAR),
    ("three years ago", Precision.YEAR),
    ("before {year}", Precision.YEAR),
    ("after {year}", Precision.YEAR),
    ("between {month} and {year}", Precision.MONTH),
    ("{month} to December {year}", Precision.MONTH),
    ("since {month} {year}", Precision.MONTH),
    ("the early 1990s", Precision.DECADE),
    ("the late 19th century", Precision.CENTURY),
]


@given(DAYS, DAYS, st.sampled_from(COARSE))
def test_precision_never_rises(number: int, anchor: int, row: tuple[str, Precision]) -> None:
    template, precision = row
    year, month, _ = civil(number)
    reading = read(template.format(year=year, month=MONTHS[month - 1])).anchored(day_of(anchor))
    assert all(candidate.precision >= precision for candidate in reading.candidates)


@given(DAYS, st.integers(1, 60), st.sampled_from(["week", "month", "year"]))
def test_a_distance_is_as_coarse_as_its_unit(anchor: int, count: int, unit: str) -> None:
    reading = read(f"{count} {unit}s ago").anchored(day_of(anchor))
    value = reading.value
    assert value is not None
    size = value.days.size
    assert size is not None
    assert size >= {"week": 7, "month": 28, "year": 365}[unit]


LOOSE = [
    "today",
    "yesterday",
    "Tuesday",
    "on Saturday",
    "last month",
    "last year",
    "last week",
    "the weekend",
    "three days ago",
    "two months ago",
    "5 May",
    "December 30",
    "January",
    "March 23-25",
    "since Monday",
    "last August",
    "this spring",
    "the 10th",
    "by Friday",
    "next Tuesday",
    "28 December - 3 January",
    "the 29th",
    "48 hours ago",
    "an hour ago",
    "a decade ago",
    "half a year ago",
    "a year ago today",
    "in two weeks",
    "within three days",
    "over the past week",
    "the past three months",
    "last quarter",
    "last decade",
    "last century",
    "the first three days of May",
    "the Monday after 5 May",
]


@given(DAYS, st.integers(0, 40), st.integers(0, 40), st.sampled_from(LOOSE), st.booleans())
def test_a_wide_anchor_reads_no_narrower_than_its_days(
    first: int, before: int, after: int, text: str, planned: bool
) -> None:
    """Never narrower than the union of the readings that the days of the anchor give."""
    wide = interval(day_of(first - before), day_of(first + after)) if before + after else day_of(first)
    phrase = read(text)
    narrow = phrase.anchored(day_of(first), planned=planned)
    reading = phrase.anchored(wide, planned=planned)
    sound(reading)
    assert narrow.days.issubset(reading.days)


@given(DAYS, st.integers(0, 6))
def test_a_bare_weekday_is_the_latest_or_when_planned_the_next(anchor: int, weekday: int) -> None:
    phrase = read(f"on {WEEKDAYS[weekday]}")
    past = phrase.anchored(day_of(anchor)).days.earliest
    coming = phrase.anchored(day_of(anchor), planned=True).days.earliest
    assert past is not None
    assert coming is not None
    assert anchor - 7 < past <= anchor <= coming < anchor + 7
    assert (past - 1) % 7 == (coming - 1) % 7 == weekday


@given(DAYS, DAYS)
def test_a_day_without_a_year_lies_near_the_anchor(number: int, anchor: int) -> None:
    _, month, day = civil(number)
    assume((month, day) != (2, 29))
    reading = read(f"{day} {MONTHS[month - 1]}").anchored(day_of(anchor))
    assert reading.inferred == ("year",)
    for candidate in reading.candidates:
        found = candidate.earliest
        assert found is not None
        assert civil(found)[1:] == (month, day)
        assert abs(found - anchor) <= 366


@given(DAYS, st.integers(0, 6))
def test_a_weekday_beside_its_date_agrees_or_is_told(number: int, weekday: int) -> None:
    year, month, day = civil(number)
    reading = read(f"{WEEKDAYS[weekday]}, {day} {MONTHS[month - 1]} {year}").anchored(None)
    assert reading.days.contains(number)
    if (number - 1) % 7 == weekday:
        assert reading.outcome == "ok"
        assert reading.findings == ()
    else:
        assert reading.outcome == "ambiguous"
        assert len(reading.findings) == 1
        assert {(candidate.earliest or 0) - number for candidate in reading.candidates} & {-3, -2, -1, 1, 2, 3}


@given(st.integers(1, 12), st.integers(1, 31), st.integers(1000, 9999))
def test_day_and_month_in_either_order_are_both_candidates(month: int, day: int, year: int) -> None:
    reading = read(f"{day:02d}/{month:02d}/{year}").anchored(None)
    expected = {
        (m, d) for m, d in ((month, day), (day, month)) if m <= 12 and d <= month_length(year, m)
    }  # fmt: skip
    if not expected:
        assert reading.outcome == "error"
        return
    assert {civil(candidate.earliest or 0)[1:] for candidate in reading.candidates} == expected


@given(DAYS, st.integers(1, 400))
def test_a_range_is_its_ends(number: int, length: int) -> None:
    first, last = civil(number), civil(number + length)
    text = f"from {first[2]} {MONTHS[first[1] - 1]} {first[0]} to {last[2]} {MONTHS[last[1] - 1]} {last[0]}"
    assert str(read(text).anchored(None).value) == f"{day_of(number)}/{day_of(number + length)}"
    text = text.replace("from", "between").replace(" to ", " and ")
    assert str(read(text).anchored(None).value) == f"[{day_of(number)}..{day_of(number + length)}]"
