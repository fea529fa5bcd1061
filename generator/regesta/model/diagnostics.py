"""What a check says to a person: a finding by a rule, with its code."""

from __future__ import annotations

from regesta.immutable import immutable
from regesta.model.marks import Mark
from regesta.model.words import Word


class Severity(Word):
    """An error refuses the build; a warning is shown and leaves the choice to people."""

    ERROR = "error"
    WARNING = "warning"


@immutable(frozen=True, slots=True)
class Finding:
    """What a rule saw.

    It says where, what is wrong, what to write instead (`mend`, may be empty), and other places concerned.
    """

    mark: Mark
    message: str
    mend: str = ""
    related: tuple[tuple[Mark, str], ...] = ()


@immutable(frozen=True, slots=True)
class Diagnostic:
    """A finding under the code and severity of its rule. Codes are for ever: a retired one redirects."""

    code: str
    severity: Severity
    mark: Mark
    message: str
    mend: str = ""
    related: tuple[tuple[Mark, str], ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: path, line, column, code, message."""
        return (self.mark.path, self.mark.line, self.mark.column, self.code, self.message)
