"""The pipeline, from a folder of YAML to a corpus with its diagnostics and a plan of its site: a table of contents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path, PurePath

from regesta import exports, host, pages, report, search
from regesta.host import Refused
from regesta.immutable import immutable
from regesta.load.revision import read_revision
from regesta.model.corpus import Corpus
from regesta.model.diagnostics import Diagnostic, Severity
from regesta.model.faults import Fault, Reason
from regesta.model.kinds import Kind
from regesta.model.marks import whole_file
from regesta.model.site import Configuration, SitePlan, SiteSettings
from regesta.normalise.folder import Holdings, read_folder
from regesta.normalise.markup import plain_text
from regesta.normalise.records import read_records
from regesta.pages.addresses import ROOTS, AddressBook, stands
from regesta.pages.reference import ENTRANCES, REFERENCES, rule_path
from regesta.parallel import LostError
from regesta.reconcile.corpus import build_corpus
from regesta.rules import Survey, check
from regesta.rules.reference import Manual, manuals
from regesta.rules.suggestions import Suggestions, did_you_mean

Progress = Callable[[int, int], None]
"""Told how many files of how many are read."""


@immutable(frozen=True, slots=True)
class Outcome:
    """What a compilation gives:

    the corpus of all that could be read, everything there is to say, and the files' texts.

    `texts` are for messages that show a line. The corpus is whole enough to be checked even when it is
    `refused`; only one that is not may be published.
    """

    corpus: Corpus
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str]

    @property
    def refused(self) -> bool:
        """Whether an error forbids publication."""
        return any(diagnostic.severity is Severity.ERROR for diagnostic in self.diagnostics)


def compile_timelines(
    root: Path | None,
    *,
    base: str | None = None,
    configuration: Configuration | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Read, normalise, reconcile and check a folder of timelines. Refuses where a process that shared in it was killed.

    `base` is a Git revision: what it holds and the folder lacks must have a tombstone. `configuration` is that of the
    site, if it is to be checked too; the folder is None where it does not tell which one is meant.
    """
    try:
        held = Holdings((), (), {}) if root is None else read_folder(root, progress=progress)
        corpus, clashes = build_corpus(held.found)
        before = None if base is None or root is None else published_at(root, base)
        faults = (*held.faults, *clashes, *configured(corpus, configuration))
        diagnostics = check(Survey(corpus, faults, before, held.remains))
    except LostError as lost:
        raise Refused(str(lost)) from lost
    texts = held.texts if configuration is None else {**held.texts, **configuration.texts}
    return Outcome(corpus, diagnostics, texts)


def configured(corpus: Corpus, configuration: Configuration | None) -> Iterator[Fault]:
    """What is wrong with a configuration, with the lines of its navigation that lead to no page of this corpus."""
    if configuration is None:
        return
    yield from configuration.faults
    if configuration.home:
        mend = f"give {PurePath(configuration.home).name} another name, such as about.md"
        message = "the home page is a generated one, and this would be a second"
        yield Fault(Reason.SECOND_HOME, whole_file(configuration.home), message, mend)
    book = AddressBook(corpus)
    for target in configuration.targets:
        if not stands(book, target.address):
            known = (*configuration.written, *map(host.file_of, (*ROOTS, *book.paths)))
            nearest = Suggestions(known).nearest(target.name)
            mend = did_you_mean(nearest, "write the name of a file with a page, or delete the line")
            message = f"the navigation leads to `{target.name}`: nobody wrote such a page, and none is generated"
            yield Fault(Reason.SETTING_LEADS_NOWHERE, target.mark, message, mend)


def published_at(root: Path, revision: str) -> dict[tuple[Kind, str], str]:
    """The records that a Git revision holds below `root`, each with its file. Raises RevisionError."""
    return {(one.kind, one.id): one.mark.path for one in read_records(read_revision(root, revision)).found}


@immutable(frozen=True, slots=True)
class Edition:
    """A compilation on its way to the host: the plan of the site, or the diagnostics that refuse it."""

    outcome: Outcome
    plan: SitePlan | None

    @property
    def refused(self) -> bool:
        """Whether there is no plan."""
        return self.plan is None

    @property
    def diagnostics_text(self) -> str:
        """What the check says, for the person who edits the data."""
        return report.text(self.outcome.diagnostics, self.outcome.texts)


def edition(root: Path | None, settings: SiteSettings, *, progress: Progress | None = None) -> Edition:
    """Compile a folder with the site's configuration and, unless an error forbids it, plan its site."""
    outcome = compile_timelines(root, configuration=settings.configuration, progress=progress)
    return Edition(outcome, None if outcome.refused else site_plan(outcome.corpus, settings))


def site_plan(corpus: Corpus, settings: SiteSettings) -> SitePlan:
    """Everything that is published of a corpus. Pages and files are made when they are asked for."""
    facts = _facts(settings)
    return SitePlan(
        pages=pages.plan(corpus, facts),
        artefacts=exports.plan(corpus, site_url=settings.url),
        assets=tuple(chain(pages.assets(), search.reader())),
        after=partial(search.documents, corpus, guides=_guides(facts)),
    )


def _facts(settings: SiteSettings) -> pages.SiteFacts:
    return pages.SiteFacts(
        site_name=settings.name,
        repo_url=settings.repository,
        edit_uri=settings.edit_base,
        issues_url=None if settings.repository is None else f"{settings.repository.rstrip('/')}/issues",
        root=settings.root,
        site_url=settings.url,
        pages=settings.written,
        downloads=tuple(pages.Download(offer.path, offer.title, offer.format, offer.note) for offer in exports.OFFERED),
        rules=tuple(_rule_note(manual) for manual in manuals()),
    )


def _guides(facts: pages.SiteFacts) -> tuple[search.Guide, ...]:
    """The generated pages that explain, as the search finds them: the ways into the work, and each rule."""
    entrances = (search.Guide(path, name, what) for path, name, what in (*ENTRANCES, *REFERENCES))
    rules = (
        search.Guide(
            rule_path(rule.code),
            f"{rule.code}: {plain_text(rule.title)}",
            # Not its examples, which use names of the corpus.
            plain_text(rule.about),
            is_rule=True,
        )
        for rule in facts.rules
    )
    return (*entrances, *rules)


def _rule_note(manual: Manual) -> pages.RuleNote:
    """A rule's manual as the reference pages show it."""
    return pages.RuleNote(
        code=manual.code,
        name=manual.name,
        title=manual.title,
        severity=manual.severity,
        family=manual.family,
        about=manual.about,
        sections=tuple(
            pages.RuleSection(
                section.title,
                section.prose,
                tuple((example.path or "", example.text) for example in section.examples),
            )
            for section in manual.sections
        ),
    )
