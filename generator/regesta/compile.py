"""The pipeline, from a folder of YAML to a corpus with its diagnostics: read it as a table of contents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from regesta.load import read_tree
from regesta.load.revision import read_revision
from regesta.model.corpus import Corpus
from regesta.model.diagnostics import Diagnostic, Severity
from regesta.model.kinds import Kind
from regesta.normalise.records import read_records
from regesta.reconcile.corpus import build_corpus
from regesta.rules import Survey, check

Progress = Callable[[int, int], None]
"""Told how many files of how many are read."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a compilation gives: the corpus of all that could be read, everything there is to say, and the files' texts.

    `texts` are for messages that show a line. The corpus is whole enough to be checked even when it is `refused`; only one that is
    not may be published.
    """

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]

    @property
    def refused(self) -> bool:
        """Whether an error forbids publication."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


def compile_timelines(root: Path, *, base: str | None = None, progress: Progress | None = None) -> Outcome:
    """Read, normalise, reconcile and check a folder of timelines.

    `base` is a Git revision: what it holds and the folder lacks must have a tombstone.
    """
    tree = read_tree(root, progress=progress)
    found, unread = read_records(tree.documents)
    corpus, clashes = build_corpus(found)
    before = None if base is None else published_at(root, base)
    survey = Survey(corpus, (*tree.faults, *unread, *clashes), before)
    return Outcome(corpus, check(survey), tree.texts)


def published_at(root: Path, revision: str) -> dict[tuple[Kind, str], str]:
    """The records that a Git revision holds below `root`, each with its file. Raises RevisionError."""
    found, _ = read_records(read_revision(root, revision))
    return {(one.kind, one.id): one.mark.path for one in found}
