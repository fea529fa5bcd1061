"""What the sources of an entry say of its dates, moment by moment, as the entry's page shows it."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from regesta.edtf import EdtfError, parse
from regesta.immutable import immutable
from regesta.model.conclusions import Agreement, Conclusions, MomentAgreement, Origin, Witness
from regesta.model.dates import EVENT, Reading
from regesta.model.entry import Entry, Judgement
from regesta.pages import dates, wording
from regesta.pages.addresses import source_anchor
from regesta.pages.edition import Edition
from regesta.pages.escaping import html, joined, trusted


@immutable(frozen=True, slots=True)
class Testimony:
    """What one source prints and means by it: all its phrases of one meaning together.

    `reckoned` says from which day a relative phrase was counted, `groups` to which camps of a contradiction the
    source belongs.
    """

    anchor: str
    name: str
    texts: tuple[str, ...]
    meaning: Markup
    notes: tuple[str, ...]
    reckoned: str
    groups: str
    language: str | None


@immutable(frozen=True, slots=True)
class MomentView:
    """One moment of an entry. `folded` says that the testimony is unanimous and may stay closed at first."""

    id: str
    title: str
    agreement: str
    label: str
    sentence: str
    shown: Markup | None
    origin: str
    rows: tuple[Testimony, ...]
    grouped: bool
    folded: bool
    judgement: Judgement | None


def moments(edition: Edition, entry: Entry) -> tuple[MomentView, ...]:
    """All moments of an entry that anything is said about, the event itself first."""
    found = edition.corpus.conclusions[entry.id].dates
    order = sorted(found, key=lambda name: (name != EVENT, list(found).index(name)))
    return tuple(_moment(edition, entry, found[name]) for name in order)


def _moment(edition: Edition, entry: Entry, found: MomentAgreement) -> MomentView:
    concluded = edition.corpus.conclusions[entry.id]
    voters = sum(witness.votes for witness in found.witnesses)
    letters = _letters(found)
    if found.moment == EVENT:
        shown = edition.date(entry.id) if concluded.effective is not None else None
        origin = _origin(found, concluded)
    else:
        written = dates.written(entry.moments.get(found.moment))
        value = written or found.meet or found.hull
        shown = dates.marked(value) if value is not None else None
        origin = ""
    imprecise = any(witness.conflict or not witness.votes for witness in found.witnesses)
    return MomentView(
        id=f"date-{found.moment}",
        title=wording.moment(found.moment),
        agreement=found.agreement.value,
        label=wording.AGREEMENT_LABEL[found.agreement],
        sentence=wording.agreement_sentence(found.agreement, voters, len(found.groups)),
        shown=shown,
        origin=origin,
        rows=tuple(row for witness in found.witnesses for row in _rows(edition, entry, found.moment, witness, letters)),
        grouped=bool(found.groups),
        folded=found.agreement in (Agreement.IDENTICAL, Agreement.SINGLE) and not imprecise,
        judgement=judgement_on(entry, "date" if found.moment == EVENT else f"date/{found.moment}"),
    )


def _origin(found: MomentAgreement, concluded: Conclusions) -> str:
    """Where the date shown comes from, where the agreement has not said so already."""
    if concluded.origin is Origin.DATE and concluded.effective == found.meet:
        return ""
    if concluded.origin is Origin.MEET:
        return "The date shown is what all of them allow." if found.agreement is Agreement.WITHIN else ""
    return wording.ORIGIN_MEANING[concluded.origin]


def judgement_on(entry: Entry, about: str) -> Judgement | None:
    """The judgement that counts on something of an entry: the latest."""
    found = [judgement for judgement in entry.judgements if judgement.about == about]
    return max(found, key=lambda judgement: judgement.on.earliest or 0) if found else None


def _letters(found: MomentAgreement) -> dict[str, str]:
    letters: dict[str, str] = {}
    for position, group in enumerate(found.groups):
        for cite in group:
            letters[cite] = " and ".join(filter(None, (letters.get(cite), _letter(position))))
    return letters


def _letter(position: int) -> str:
    return chr(ord("A") + position) if position < 26 else str(position + 1)


def _rows(edition: Edition, entry: Entry, moment: str, witness: Witness, letters: dict[str, str]) -> list[Testimony]:
    citation = entry.citations.get(witness.cite)
    source = None if citation is None else edition.corpus.source_of(entry, citation)
    stated = () if citation is None else citation.stated.get(moment, ())
    relative = {date.text for date in stated if date.phrase.needs_anchor}
    grouped: dict[tuple[Markup, tuple[str, ...], str], list[str]] = {}
    for text, reading in zip(witness.texts, witness.readings, strict=True):
        reckoned = reckoned_from(witness.anchor, reading.inferred) if text in relative else ""
        grouped.setdefault((_meaning(reading), reading.findings, reckoned), []).append(text)
    general = []
    if witness.conflict:
        general.append("This source contradicts itself; both readings are kept")
    if witness.silent:
        general.append(f"Does not count: {witness.silent}")
    return [
        Testimony(
            anchor=source_anchor(witness.cite),
            name=witness.cite if source is None else edition.publisher_name(source.id),
            texts=tuple(texts),
            meaning=meaning,
            notes=(*findings, *(general if position == 0 else ())),
            reckoned=reckoned,
            groups=letters.get(witness.cite, ""),
            language=None if source is None else source.language,
        )
        for position, ((meaning, findings, reckoned), texts) in enumerate(grouped.items())
    ]


def _meaning(reading: Reading) -> Markup:
    if reading.value is not None:
        return dates.marked(reading.value, reading.modifier)
    if reading.candidates:
        return joined(map(dates.marked, reading.candidates), " or ")
    return trusted(f"<span>{html(reading.reason or 'Not understood')}</span>")


@lru_cache(maxsize=4096)
def reckoned_from(anchor: str, inferred: tuple[str, ...]) -> str:
    """Where a relative phrase was counted from (`published 2025-04-26`), in words; `inferred` is what it left out."""
    word, _, text = anchor.partition(" ")
    try:
        day = dates.words(parse(text))
    except EdtfError:
        return ""
    what = " and ".join(inferred)
    lead = f"{what} from" if what else "counted from"
    return f"{lead} the {_ANCHORS.get(word, word)} of {day}"


_ANCHORS = {"published": "publication", "dateline": "dateline"}
