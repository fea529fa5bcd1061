"""Diagnostics for programs: JSON, workflow commands, SARIF."""

from __future__ import annotations

import json

import jsonschema
import pytest

from regesta import report
from regesta.model.diagnostics import Diagnostic, Severity
from regesta.model.marks import Mark
from regesta.rules import RULES

DIAGNOSTICS = [
    Diagnostic(
        "REF001",
        Severity.ERROR,
        Mark("entries/gornal 1%.yml", 3, 5, 3, 9),
        "there is no source `reuter`: 100%",
        "did you mean `reuters`?",
        ((Mark("sources/reuters.yml", 1, 1, 1, 4), "this one"),),
    ),
    Diagnostic("DAT006", Severity.WARNING, Mark("entries/kursk.yml", 2, 1, 4, 2), "“on Saturday”\nof which week?"),
]

# What SARIF 2.1.0 (OASIS, section 3) asks of the parts that are used here.
PLACE = {
    "type": "object",
    "required": ["artifactLocation", "region"],
    "properties": {
        "artifactLocation": {"type": "object", "required": ["uri"], "properties": {"uri": {"pattern": "^[!-~]+$"}}},
        "region": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endLine", "endColumn")
            },
        },
    },
}
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string", "pattern": "^[A-Z][A-Za-z0-9]+$"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": {"properties": {"level": {"enum": ["none", "note", "warning", "error"]}}},
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["message"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": MESSAGE,
        "locations": {"type": "array", "items": {"properties": {"physicalLocation": PLACE}}},
        "relatedLocations": {
            "type": "array",
            "items": {"properties": {"id": {"type": "integer"}, "physicalLocation": PLACE, "message": MESSAGE}},
        },
    },
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {"rules": {"type": "array", "items": RULE, "uniqueItems": True}},
                            }
                        },
                    },
                },
            },
        },
    },
    "additionalProperties": False,
}


def test_json() -> None:
    read = json.loads(report.json(DIAGNOSTICS, {}))
    assert (read["format"], read["errors"], read["warnings"]) == (1, 1, 1)
    assert read["diagnostics"][0] == {
        "code": "REF001",
        "severity": "error",
        "path": "entries/gornal 1%.yml",
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 9,
        "message": "there is no source `reuter`: 100%",
        "mend": "did you mean `reuters`?",
        "related": [
            {
                "path": "sources/reuters.yml",
                "line": 1,
                "column": 1,
                "end_line": 1,
                "end_column": 4,
                "message": "this one",
            }
        ],
    }


def test_json_is_ascii_so_that_it_acts_on_no_terminal() -> None:
    hostile = Diagnostic("REF001", Severity.ERROR, Mark("\x9b\u202e.yml", 1, 1, 1, 2), "\x1b[2J")
    assert report.json([hostile], {}).isascii()
    assert report.sarif([hostile], {}).isascii()


def test_github_commands() -> None:
    assert report.github(DIAGNOSTICS, {}).splitlines() == [
        "::error file=entries/gornal 1%25.yml,line=3,endLine=3,col=5,endColumn=8,title=REF001"
        "::there is no source `reuter`: 100%25%0Adid you mean `reuters`?%0Asources/reuters.yml:1:1: this one",
        "::warning file=entries/kursk.yml,line=2,endLine=4,title=DAT006::“on Saturday”␊of which week?",
    ]


@pytest.mark.parametrize(
    "hostile", ["\n::error::owned", "\r\n::set-output name=x::y", "\x0b::warning::", "\u2028::error::"]
)
def test_no_file_gives_a_command_of_its_own(hostile: str) -> None:
    mark = Mark(f"a{hostile},line=9:.yml", 1, 1, 1, 2)
    printed = report.github([Diagnostic("REF001", Severity.ERROR, mark, hostile, hostile, ((mark, hostile),))], {})
    assert len(printed.splitlines()) == 1
    properties = printed.split("::")[1]
    assert [each.split("=")[0] for each in properties.removeprefix("error ").split(",")] == [
        "file",
        "line",
        "endLine",
        "col",
        "endColumn",
        "title",
    ]


def test_sarif_is_valid() -> None:
    everything = [Diagnostic(code, each.severity, Mark("a.yml", 1, 1, 1, 2), "x") for code, each in RULES.items()]
    for diagnostics in ([], DIAGNOSTICS, everything):
        faults = jsonschema.Draft202012Validator(SARIF).iter_errors(json.loads(report.sarif(diagnostics, {})))
        assert [fault.message for fault in faults] == []


def test_sarif_results_name_their_rules() -> None:
    run = json.loads(report.sarif(DIAGNOSTICS, {}))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result, diagnostic in zip(run["results"], DIAGNOSTICS, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == diagnostic.code
        assert result["level"] == diagnostic.severity.value
    assert run["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "entries/gornal%201%25.yml"},
        "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 9},
    }


def test_sarif_names_absolute_files_as_files() -> None:
    diagnostic = Diagnostic("REF001", Severity.ERROR, Mark("/data/a b.yml", 1, 1, 1, 2), "x")
    run = json.loads(report.sarif([diagnostic], {}))["runs"][0]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "file:///data/a%20b.yml"


def test_the_same_findings_give_the_same_bytes() -> None:
    for form in (report.json, report.github, report.sarif, report.text):
        assert form(DIAGNOSTICS, {}) == form(list(DIAGNOSTICS), {})
