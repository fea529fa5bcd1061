"""The tables of phrases in this folder: phrase, day of publication, reading, and what is kept beside it.

A row is `phrase | published | reading | beside`. `published` is EDTF, or `-` for none. The reading is EDTF, several
values joined by "or", or `error:` and a part of the reason. Beside it stand, joined by `; `: `+early` for a modifier,
`zone` and its name, `inferred` and the parts, `finding` and the words of one. In planned.txt the moments are planned;
in extract.txt the date is looked for in its context.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regesta.edtf import Value, parse
from regesta.normalise.phrases import Reading, read

HERE = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True)
class Row:
    """One phrase and what must come of it."""

    kind: str
    line: int
    phrase: str
    published: str
    reading: str
    beside: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind}:{self.line} {self.phrase}"

    @property
    def anchor(self) -> Value | None:
        """The day of publication."""
        return None if self.published == "-" else parse(self.published)

    def read(self) -> Reading:
        """The phrase as the program reads it."""
        phrase = read(self.phrase, extract=self.kind == "extract")
        return phrase.anchored(self.anchor, planned=self.kind == "planned")


def rows() -> Iterator[Row]:
    """The rows of all tables."""
    for path in sorted(HERE.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line and not line.startswith("# "):
                phrase, published, reading, *beside = (cell.strip() for cell in line.split(" | "))
                kept = tuple(beside[0].split("; ")) if beside else ()
                yield Row(path.stem, number, phrase, published, reading, kept)


def beside(reading: Reading) -> tuple[str, ...]:
    """What a reading holds beside its candidates, as the tables write it."""
    kept = []
    if reading.modifier:
        kept.append(f"+{reading.modifier}")
    if reading.zone:
        kept.append(f"zone {reading.zone}")
    if reading.inferred:
        kept.append("inferred " + " ".join(reading.inferred))
    return (*kept, *(f"finding {finding}" for finding in reading.findings))
