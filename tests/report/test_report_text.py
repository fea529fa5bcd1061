"""Diagnostics as text: where, what, the line with its caret, what to write instead, and other places."""

from __future__ import annotations

import pytest

from regesta.model.diagnostics import Diagnostic, Severity
from regesta.model.marks import Mark, whole_file
from regesta.report import json, sarif, summary, text
from regesta.report.cells import safe, width


def finding(mark: Mark, message: str = "it is wrong", mend: str = "", code: str = "FRM021") -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, mark, message, mend)


def word(column: int, length: int, line: int = 1, path: str = "a.yml") -> Mark:
    return Mark(path, line, column, line, column + length)


def shown(line: str, mark: Mark) -> tuple[str, str]:
    """The line and the carets under it, without the gutter."""
    rows = text([finding(mark)], {"a.yml": line}).split("\n")
    return rows[2].split("| ", 1)[1], rows[3].split("| ", 1)[1]


def test_a_whole_paragraph() -> None:
    diagnostic = Diagnostic(
        "FRM021",
        Severity.ERROR,
        Mark("entries/kursk.yml", 2, 1, 2, 7),
        "an entry has no field `sumary`",
        "did you mean `summary`?",
        ((Mark("entries/gornal.yml", 9, 3, 9, 5), "the first one"),),
    )
    assert text([diagnostic], {"entries/kursk.yml": "title: Kursk\nsumary: Taken.\n"}) == (
        "entries/kursk.yml:2:1 FRM021 an entry has no field `sumary`\n"
        "    |\n"
        "  2 | sumary: Taken.\n"
        "    | ^^^^^^\n"
        "  help: did you mean `summary`?\n"
        "  see: entries/gornal.yml:9:3 the first one\n"
        "\n"
    )


def test_a_warning_says_so() -> None:
    diagnostic = Diagnostic("DAT006", Severity.WARNING, whole_file("a.yml"), "it leans on nothing")
    assert text([diagnostic], {}) == "a.yml:1:1 DAT006 warning: it leans on nothing\n\n"


def test_a_file_without_text_is_only_named() -> None:
    assert text([finding(word(1, 3))], {}) == "a.yml:1:1 FRM021 it is wrong\n\n"


def test_a_fault_of_a_whole_file_points_at_no_line() -> None:
    assert "|" not in text([finding(whole_file("a.yml"))], {"a.yml": "title: Kursk\n"})


@pytest.mark.parametrize(
    ("line", "mark", "expected"),
    [
        ("title: Kursk", word(8, 5), ("title: Kursk", "       ^^^^^")),
        ("\ttitle: Kursk", word(9, 5), ("    title: Kursk", "           ^^^^^")),
        ("имя: Горналь", word(6, 7), ("имя: Горналь", "     ^^^^^^^")),
        ("名: 戦い x", word(4, 2), ("名: 戦い x", "    ^^^^")),
        ("е\u0301то: x", word(7, 1), ("е\u0301то: x", "     ^")),
        ("a: \x1b[31mred", word(9, 3), ("a: ␛[31mred", "        ^^^")),
        ("a: \u202ex", word(5, 1), ("a: <U+202E>x", "           ^")),
        ("a:", word(3, 1), ("a:", "  ^")),
    ],
    ids=["plain", "tab", "cyrillic", "wide", "combining", "escape", "direction", "end-of-line"],
)
def test_the_caret_stands_under_the_place(line: str, mark: Mark, expected: tuple[str, str]) -> None:
    assert shown(line, mark) == expected


def test_a_place_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    assert shown("cite: {a: b,\n  c: d}", Mark("a.yml", 1, 7, 2, 8)) == ("cite: {a: b,", "      ^^^^^^")


def test_of_a_long_line_the_place_is_shown() -> None:
    line = "x" * 100_000 + " here " + "y" * 100_000
    row, carets = shown(line, word(100_002, 4))
    assert len(row) < 200
    assert row[carets.index("^") : carets.index("^") + 4] == "here"
    assert row.startswith("…")
    assert row.endswith("…")


def test_a_caret_is_never_longer_than_the_line_shown() -> None:
    row, carets = shown("x" * 100_000, word(1, 90_000))
    assert len(carets) <= len(row)


def test_a_form_feed_is_no_line_end() -> None:
    rows = text([finding(word(1, 1, line=2))], {"a.yml": "one\x0cstill one\ntwo\n"})
    assert "2 | two" in rows


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\r", "\x9b31m", "\u2028", "\u200b", "\x07", "\x7f"])
def test_nothing_from_a_file_acts_on_the_terminal(hostile: str) -> None:
    diagnostic = Diagnostic(
        "FRM021",
        Severity.ERROR,
        Mark(f"a{hostile}.yml", 1, 1, 1, 3),
        f"no {hostile} field",
        f"write {hostile}",
        ((Mark(f"b{hostile}.yml", 1, 1, 1, 2), f"here {hostile}"),),
    )
    printed = text([diagnostic], {f"a{hostile}.yml": f"ab{hostile}c"})
    assert hostile not in printed
    assert printed.count("\n") == 7


def test_colours_only_when_asked_for() -> None:
    diagnostics = [finding(word(1, 5), mend="mend it")]
    assert "\x1b" not in text(diagnostics, {"a.yml": "title: x"})
    coloured = text(diagnostics, {"a.yml": "title: x"}, colour=True)
    assert "\x1b[31mFRM021\x1b[0m" in coloured
    assert coloured.count("\x1b[0m") * 2 == coloured.count("\x1b[")


def test_widths() -> None:
    assert width("Kursk") == 5
    assert width("戦い") == 4
    assert width("е\u0301") == 1
    assert width(safe("\t")) == 4
    assert width("🇺") == 2 or width("😀") == 2


@pytest.mark.parametrize(
    ("errors", "warnings", "expected"),
    [
        (0, 0, "All is well: 3 entries."),
        (1, 0, "1 error in 1 file (3 entries)."),
        (0, 2, "2 warnings in 1 file (3 entries)."),
        (1200, 1, "1,200 errors and 1 warning in 1 file (3 entries)."),
    ],
)
def test_the_summary(errors: int, warnings: int, expected: str) -> None:
    found = [Diagnostic("FRM021", Severity.ERROR, word(1, 1), "x")] * errors
    found += [Diagnostic("DAT006", Severity.WARNING, word(1, 1), "x")] * warnings
    assert summary(found, "3 entries") == expected


def test_of_many_messages_of_one_code_in_one_file_ten_are_shown_and_all_are_counted() -> None:
    many = [finding(word(1, 1, line=line)) for line in range(1, 48)]
    other = [finding(word(1, 1, line=60), code="REF003"), finding(word(1, 1, path="b.yml"))]
    printed = text([*many, *other], {})
    assert printed.count("a.yml:") == 11
    assert "\n\na.yml and 37 more FRM021 in this file\n\na.yml:60:1 REF003" in printed
    assert printed.endswith("b.yml:1:1 FRM021 it is wrong\n\n")
    assert summary([*many, *other], "3 entries") == "49 errors in 2 files (3 entries)."


def test_what_programs_read_is_never_shortened() -> None:
    many = [finding(word(1, 1, line=line)) for line in range(1, 48)]
    assert json(many, {}).count('"code"') == 47
    assert sarif(many, {}).count('"ruleId"') == 47


def test_ten_of_one_code_are_shown_whole() -> None:
    assert "more" not in text([finding(word(1, 1, line=line)) for line in range(1, 11)], {})


def test_a_long_report_is_cut_after_its_errors_and_says_how_to_see_the_rest() -> None:
    warnings = [Diagnostic("DAT006", Severity.WARNING, word(1, 1, path=f"a{number}.yml"), "x") for number in range(400)]
    errors = [finding(word(1, 1, line=line, path=f"b{number}.yml")) for number in range(40) for line in range(1, 16)]
    printed = text([*warnings, *errors], {})
    assert printed.count(" FRM021 it is wrong") == 400
    assert printed.count("and 5 more FRM021 in this file") == 40
    assert printed.count(" DAT006 warning: x") == 100
    assert "And 300 more, in 300 files, such as a100.yml.\n" in printed
    assert printed.endswith("name it: `regesta check PATH`. `regesta check --format json` lists them all.\n\n")


def test_the_longest_report_is_short() -> None:
    many = [
        finding(word(1, 1, line=line, path=f"a{number}.yml"), code=f"FRM{line:03}")
        for number in range(300)
        for line in range(1, 41)
    ]
    printed = text(many, {})
    assert len(printed) < 30_000
    assert "And 11,500 more, in 288 files, such as a12.yml." in printed
