"""`regesta date`: one phrase, or lines without end; always an answer."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.cli.reading import LONGEST_LINE, Request, answer, requested
from tests.cli.calls import Program

KEYS = ["text", "outcome", "edtf", "earliest", "latest", "precision", "candidates", "reason"]


def asked(regesta: Program, *arguments: str) -> dict[str, object]:
    result = regesta("date", "--json", *arguments)
    (line,) = result.out.splitlines()
    read: dict[str, object] = json.loads(line)
    assert list(read) == KEYS
    return read


@pytest.mark.parametrize(
    ("arguments", "outcome", "edtf", "earliest", "latest", "precision"),
    [
        (("6 August 2024",), "ok", "2024-08-06", "2024-08-06", "2024-08-06", "day"),
        (("last August", "--published", "2025-04-28"), "ok", "2024-08", "2024-08-01", "2024-08-31", "month"),
        (("on Saturday", "--published", "2025-04-28"), "ok", "2025-04-26", "2025-04-26", "2025-04-26", "day"),
        (
            ("on Saturday", "--published", "2025-04-28", "--planned"),
            "ok",
            "2025-05-03",
            "2025-05-03",
            "2025-05-03",
            "day",
        ),
        (("since 2014",), "ok", "2014/..", "2014-01-01", None, "year"),
        (("before 2014",), "ok", "[..2013]", None, "2013-12-31", "year"),
        (("2014-02/2014-03", "--edtf"), "ok", "2014-02/2014-03", "2014-02-01", "2014-03-31", "month"),
        (("../2014", "--edtf"), "ok", "../2014", None, "2014-12-31", "year"),
        (("Minsk II in February 2015", "--extract"), "ok", "2015-02", "2015-02-01", "2015-02-28", "month"),
    ],
)
def test_ok(
    arguments: tuple[str, ...],
    outcome: str,
    edtf: str,
    earliest: str | None,
    latest: str | None,
    precision: str,
    regesta: Program,
) -> None:
    read = asked(regesta, *arguments)
    assert (read["outcome"], read["edtf"], read["earliest"], read["latest"], read["precision"]) == (
        outcome,
        edtf,
        earliest,
        latest,
        precision,
    )
    assert read["candidates"] == [edtf]


def test_ambiguous(regesta: Program) -> None:
    read = asked(regesta, "03/04/2025")
    assert read["outcome"] == "ambiguous"
    assert read["edtf"] is None
    assert read["candidates"] == ["2025-03-04", "2025-04-03"]
    assert (read["earliest"], read["latest"]) == ("2025-03-04", "2025-04-03")


@pytest.mark.parametrize(
    "arguments",
    [
        ("31 February 2022",),
        ("sometime",),
        ("",),
        ("two weeks earlier",),
        ("6 August 2024", "--edtf"),
        ("2022-02-29", "--edtf"),
        ("Minsk II in February 2015",),
    ],
)
def test_error(arguments: tuple[str, ...], regesta: Program) -> None:
    read = asked(regesta, *arguments)
    assert read["outcome"] == "error"
    assert read["reason"]
    assert (read["edtf"], read["earliest"], read["latest"], read["precision"]) == (None, None, None, None)
    assert read["candidates"] == []
    assert regesta("date", *arguments).code == 1


def test_for_people(regesta: Program) -> None:
    result = regesta("date", "--published", "2025-04-28", "last August")
    assert result.code == 0
    assert result.out == (
        "text:      last August\n"
        "outcome:   ok\n"
        "means:     August 2024\n"
        "edtf:      2024-08\n"
        "earliest:  2024-08-01\n"
        "latest:    2024-08-31\n"
        "precision: month\n"
    )


def test_several_phrases_for_people(regesta: Program) -> None:
    result = regesta("date", "2014", "sometime")
    assert result.code == 1
    assert result.out.count("outcome:") == 2
    assert "\n\ntext:      sometime\n" in result.out


def test_a_phrase_acts_on_no_terminal(regesta: Program) -> None:
    assert "\x1b" not in regesta("date", "\x1b[2J").out


def test_a_publication_date_in_words_is_a_misuse(regesta: Program) -> None:
    result = regesta("date", "last August", "--published", "yesterday")
    assert result.code == 2
    assert "--published" in result.err


def test_witnesses(regesta: Program) -> None:
    result = regesta("date", "--reconcile", "6 August 2024", "August 2024")
    assert result.code == 0
    assert "2024-08-06" in result.out
    read = json.loads(regesta("date", "--reconcile", "--json", "6 August 2024", "7 Aug 2024").out)
    assert read["agreement"] == "contradictory"
    assert read["groups"] == [["1"], ["2"]]


LINES: list[tuple[bytes, str, str | None]] = [
    (b"6 August 2024", "ok", "2024-08-06"),
    ("24 лютого 2022".encode(), "ok", "2022-02-24"),
    (b'{"text": "last August", "published": "2025-04-28"}', "ok", "2024-08"),
    (b'  {"text": "last August", "published": null}', "error", None),
    (b'{"text": "on Saturday", "published": "2025-04-28", "planned": true}', "ok", "2025-05-03"),
    (b'{"text": "on Saturday", "planned": "yes"}', "error", None),
    (b'{"text": "last August", "published": "April"}', "error", None),
    (b'{"text": "last August", "published": 2025}', "error", None),
    (b'{"text": 3}', "error", None),
    (b"{}", "error", None),
    (b'{"text": "2014"', "error", None),
    (b'{"text": ' + b"9" * 10_000 + b"}", "error", None),
    (b'{"text": ' + b"[" * 100_000, "error", None),
    (b"{2014,2015}", "ok", "{2014,2015}"),
    (b"[2014,2015]", "ok", "[2014,2015]"),
    (b"", "error", None),
    (b"   ", "error", None),
    (b"\xff\xfe", "error", None),
    (b"\x00", "error", None),
    (b'{"text": "\\ud800"}', "error", None),
    (b"x" * 60_000, "error", None),
    (b"[" * 60_000, "error", None),
    (b"x" * (LONGEST_LINE + 5), "error", None),
    (b"2014\r", "ok", "2014"),
]


def test_every_line_has_its_answer(regesta: Program) -> None:
    result = regesta("date", "-", stdin=b"\n".join(line for line, _, _ in LINES) + b"\n")
    assert (result.code, result.err) == (0, "")
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert [list(each) for each in answers] == [KEYS] * len(LINES)
    told = [(each["outcome"], each["edtf"]) for each in answers]
    assert told == [(outcome, edtf) for _, outcome, edtf in LINES]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"text": "last August", "publishd": "2025-04-28"}', '"publishd" is no member of a question: did you mean'),
        (b'{"text": "2014", "source": "AP"}', '"source" is no member of a question: a question has "text", and'),
        (b'{"Text": "2014"}', '"Text" is no member of a question: did you mean "text"?'),
        (b'{"text": "2014", "text": "2015"}', '"text" stands more than once'),
        (b'{"text": "2014", "published": null, "published": "2025"}', '"published" stands more than once'),
        (b'{"text": "last August", "published": 2025}', '"published" must be a string, as in "2025-04-28"'),
        (b'{"text": "last August", "published": ["2025"]}', '"published" must be a string'),
        (b'{"text": "last August", "published": "28 April 2025"}', 'write it as in "2025-04-28"'),
        (b'{"text": "last August", "published": "2025-02-29"}', "February 2025 has 28 days"),
        (b'{"text": ["2014", "2015"]}', 'no "text" that is a string'),
        (b'{"text": {"text": 1, "text": 2}}', 'no "text" that is a string'),
        (b'{"published": "2025"}', 'no "text" that is a string'),
        (b'["2014", "2015"]', ""),
        (b'{"text": "2014"} {"text": "2015"}', "this is not JSON"),
    ],
)
def test_a_question_in_json_is_whole_or_refused(line: bytes, told: str, regesta: Program) -> None:
    (one,) = (json.loads(each) for each in regesta("date", "-", stdin=line).out.splitlines())
    assert one["outcome"] == "error"
    assert told in one["reason"]


def test_a_mark_at_the_start_of_a_file_is_passed_over(regesta: Program) -> None:
    result = regesta("date", "-", stdin=b"\xef\xbb\xbf2014\n\xef\xbb\xbf2015\n")
    assert [json.loads(line)["edtf"] for line in result.out.splitlines()] == ["2014", None]
    result = regesta("date", "-", stdin=b'\xef\xbb\xbf{"text": "2014"}\n')
    assert json.loads(result.out)["edtf"] == "2014"


def test_witnesses_from_lines(regesta: Program) -> None:
    lines = b'6 August 2024\n{"text": "on Tuesday", "published": "2024-08-08"}\n\n{"text": "2014", "x": 1}\n'
    read = json.loads(regesta("date", "--reconcile", "--json", "-", stdin=lines).out)
    assert (read["agreement"], read["meet"]) == ("identical", "2024-08-06")
    assert [(one["cite"], one["votes"]) for one in read["witnesses"]] == [("1", 1), ("2", 1), ("3", 0), ("4", 0)]
    assert read["witnesses"][1]["anchor"] == "published 2024-08-08"
    assert '"x" is no member' in read["witnesses"][3]["silent"]
    assert "2024-08-06" in regesta("date", "--reconcile", "-", stdin=lines).out
    assert regesta("date", "--reconcile", "-", stdin=b"2014\n" * 1_001).code == 2
    assert "None of the sources" in regesta("date", "--reconcile", "-").out


def test_witnesses_are_read_as_asked(regesta: Program) -> None:
    found = regesta("date", "--reconcile", "--json", "--extract", "Minsk II in February 2015", "12 February 2015")
    assert json.loads(found.out)["agreement"] == "narrowed"
    strict = json.loads(regesta("date", "--reconcile", "--json", "--edtf", "May 2015", "2015-05").out)
    assert [one["votes"] for one in strict["witnesses"]] == [0, 1]


def test_lines_and_phrases_at_once_are_a_misuse(regesta: Program) -> None:
    result = regesta("date", "-", "2014", stdin=b"2015\n")
    assert (result.code, result.out) == (2, "")


def test_a_set_in_edtf_is_refused_as_edtf(regesta: Program) -> None:
    result = regesta("date", "--edtf", "-", stdin=b'{..}\n{1984/1985,1990}\n{"text"\n')
    one, two, three = (json.loads(line)["reason"] for line in result.out.splitlines())
    assert one.startswith("“..” needs a date on at least one side")
    assert two.startswith("a set cannot hold an interval")
    assert three.startswith("this is not JSON")


def test_a_last_line_without_an_end(regesta: Program) -> None:
    result = regesta("date", "-", stdin=b"2014\n2015")
    assert [json.loads(line)["edtf"] for line in result.out.splitlines()] == ["2014", "2015"]


def test_nothing_gives_nothing(regesta: Program) -> None:
    assert regesta("date", "-").out == ""


def test_options_hold_for_every_line(regesta: Program) -> None:
    lines = b'on Saturday\n{"text": "on Saturday", "published": "2024-08-12"}\n'
    result = regesta("date", "-", "--published", "2025-04-28", stdin=lines)
    assert [json.loads(line)["edtf"] for line in result.out.splitlines()] == ["2025-04-26", "2024-08-10"]
    strict = regesta("date", "-", "--edtf", stdin=b"6 August 2024\n2024-08-06\n")
    assert [json.loads(line)["outcome"] for line in strict.out.splitlines()] == ["error", "ok"]


def test_a_fault_of_ours_is_an_answer_too(regesta: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("regesta.cli.reading.read", fails)
    (line,) = regesta("date", "-", stdin=b"2014\n").out.splitlines()
    assert "ZeroDivisionError" in json.loads(line)["reason"]


@given(st.binary(max_size=200).filter(lambda line: b"\n" not in line), st.booleans())
def test_any_line_has_an_answer(line: bytes, strict: bool) -> None:
    read = json.loads(answer(requested(line, Request("", edtf_only=strict))).as_json())
    assert list(read) == KEYS
    assert read["outcome"] in {"ok", "ambiguous", "error"}
    assert (read["outcome"] == "error") == (read["candidates"] == [])
    assert (read["outcome"] == "ok") == (read["edtf"] is not None)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "published", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(["text", "published", "planned", "more"]), JSON, max_size=4))
def test_any_json_object_has_an_answer(asked: dict[str, object]) -> None:
    read = json.loads(answer(requested(json.dumps(asked).encode(), Request(""))).as_json())
    assert list(read) == KEYS
    if not isinstance(asked.get("text"), str):
        assert read["outcome"] == "error"
