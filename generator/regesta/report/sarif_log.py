"""Diagnostics as a SARIF 2.1.0 log (OASIS), for code scanners."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from json import dumps
from pathlib import PurePath
from urllib.parse import quote

from regesta import __version__
from regesta.model.diagnostics import Diagnostic
from regesta.model.marks import Mark
from regesta.rules import RULES, Rule
from regesta.rules.reference import manual

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

Json = dict[str, object]


def sarif(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    """A log with one run: the rules that found something, and what they found."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    index = {code: number for number, code in enumerate(codes)}
    run: Json = {
        "tool": {
            "driver": {
                "name": "regesta",
                "semanticVersion": __version__,
                "rules": [_rule(RULES[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, index[diagnostic.code]) for diagnostic in diagnostics],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> Json:
    manual_of = manual(rule)
    why = manual_of.section("Why")
    body = "\n\n".join(f"## {section.title}\n\n{section.body}" for section in manual_of.sections)
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": f"{manual_of.title}."},
        "fullDescription": {"text": why.prose if why else manual_of.title},
        "help": {"text": body or manual_of.title, "markdown": body or manual_of.title},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(diagnostic: Diagnostic, index: int) -> Json:
    result: Json = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": diagnostic.severity.value,
        "message": {"text": ". ".join(words for words in (diagnostic.message, diagnostic.mend) if words)},
        "locations": [{"physicalLocation": _location(diagnostic.mark)}],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _location(mark), "message": {"text": words}}
            for number, (mark, words) in enumerate(diagnostic.related)
        ]
    return result


def _location(mark: Mark) -> Json:
    path = PurePath(mark.path)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/")
    return {
        "artifactLocation": {"uri": uri},
        "region": {
            "startLine": mark.line,
            "startColumn": mark.column,
            "endLine": mark.end_line,
            "endColumn": mark.end_column,
        },
    }
