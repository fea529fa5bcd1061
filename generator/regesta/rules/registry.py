"""What a rule is, and the list of them all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from regesta.immutable import immutable
from regesta.model.diagnostics import Diagnostic, Finding, Severity
from regesta.rules.survey import Survey

Check = Callable[[Survey], Iterator[Finding]]
"""Looks the whole survey over and yields one finding for each mistake of one sort."""


class Family(StrEnum):
    """The families of rules. The name is the letter code, the value the title."""

    FRM = "Form of files and fields"
    DAT = "Dates"
    NAM = "Names, ids and people"
    SRC = "Sources"
    REF = "References"
    CLM = "Claims"
    FIG = "Figures"
    PLC = "Places"
    COR = "The corpus as a whole"
    CFG = "The site's configuration"


@immutable(frozen=True, slots=True)
class Rule:
    """A coded check. The docstring of `check` is its manual: see `rules.reference`."""

    code: str
    severity: Severity
    check: Check

    @property
    def family(self) -> Family:
        """The family, by the letters of the code."""
        return Family[self.code[:3]]

    @property
    def name(self) -> str:
        """The check's name in words, as SARIF and the reference page show it."""
        return self.check.__name__.replace("_", "-")

    def diagnostics(self, survey: Survey) -> Iterator[Diagnostic]:
        """Every finding of this rule, under its code."""
        for finding in self.check(survey):
            yield Diagnostic(self.code, self.severity, finding.mark, finding.message, finding.mend, finding.related)


_RULES: dict[str, Rule] = {}

RULES: Mapping[str, Rule] = MappingProxyType(_RULES)
"""Every rule by its code; complete once the package `regesta.rules` is imported."""


def rule(code: str, severity: Severity) -> Callable[[Check], Check]:
    """Register a check under a code, which is its own for ever: a retired code is never given again."""

    def register(check: Check) -> Check:
        if code in _RULES:
            raise ValueError(f"{code} is the code of {_RULES[code].check.__name__} already")
        _RULES[code] = Rule(code, severity, check)
        return check

    return register
