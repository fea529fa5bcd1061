"""What the entries say of a person, held against the days in the person's record."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from regesta.edtf import Value
from regesta.model.marks import Mark
from regesta.rules.survey import places

Use: TypeAlias = tuple[Value, Mark, str | None]
"""When somebody acts, where that stands, and the part in it."""


@dataclass(slots=True)
class Uses:
    """The entries that name somebody, held against the days in their record."""

    misfits: list[Use] = field(default_factory=list)
    fitting: int = 0

    def add(self, use: Use, *, misfit: bool) -> None:
        """Note an entry that fits, or does not."""
        if misfit:
            self.misfits.append(use)
        else:
            self.fitting += 1

    @property
    def doubtful(self) -> bool:
        """Whether most entries do not fit, so that the record is wrong and not they."""
        return len(self.misfits) > max(1, self.fitting)

    @property
    def shown(self) -> tuple[tuple[Mark, str], ...]:
        """Those that do not fit."""
        return places([(mark, f"of `{when}`") for when, mark, _ in self.misfits])
