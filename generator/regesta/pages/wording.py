"""The fixed words of the pages: what each conclusion is called, and what it means in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from babel import Locale

from regesta.model.conclusions import Agreement, FigureRelation, Origin, Standing, Status
from regesta.model.entry import Relation, Stance
from regesta.model.source import PublishedFrom, SourceKind
from regesta.model.tombstone import Gone

STATUS_LABEL = {status: status.label for status in Status}

STATUS_MEANING = {
    Status.CONTESTED: "Something that is claimed here is denied by another party.",
    Status.RETRACTED: "Those who made a claim recorded here have taken it back.",
    Status.PARTY_ONLY: "Every publisher that attests this belongs to one and the same party.",
    Status.SINGLE_SOURCE: "One independent publisher attests this.",
    Status.CORROBORATED: "Two or more independent publishers attest this.",
}

STATUS_GLYPH = {status: status.sign for status in Status}

STANDING_LABEL = {
    Standing.CONTESTED: "Contested",
    Standing.AGREED: "Agreed by opposed parties",
    Standing.CONCEDED: "Conceded",
    Standing.RETRACTED: "Retracted",
    Standing.ONE_SIDED: "One-sided",
    Standing.REPORTED: "Reported only",
}

STANDING_MEANING = {
    Standing.CONTESTED: "One party asserts this and another denies it.",
    Standing.AGREED: "Parties opposed to each other both affirm this.",
    Standing.CONCEDED: "A party that had denied this later affirmed it.",
    Standing.RETRACTED: "Those who asserted this have taken it back.",
    Standing.ONE_SIDED: "Only one side speaks of it here.",
    Standing.REPORTED: "This is passed on by others; nobody recorded here stands for it or against it.",
}

STANCE_VERB = {
    Stance.ASSERTS: "asserts",
    Stance.DENIES: "denies",
    Stance.DISPUTES: "disputes",
    Stance.RETRACTS: "takes back",
    Stance.REPORTS: "reports",
}

SIDE_TITLE = {
    Stance.ASSERTS: "Who asserts it",
    Stance.DENIES: "Who denies it",
    Stance.DISPUTES: "Who disputes it without denying it",
    Stance.RETRACTS: "Who takes it back",
    Stance.REPORTS: "Who only reports it",
}

AGREEMENT_LABEL = {
    Agreement.UNSTATED: "No source states it",
    Agreement.SINGLE: "One source states it",
    Agreement.IDENTICAL: "Sources agree",
    Agreement.NARROWED: "Sources are compatible, not all equally exact",
    Agreement.WITHIN: "Sources are compatible",
    Agreement.OVERLAP: "Inferred from several sources",
    Agreement.CONTRADICTORY: "Sources contradict each other",
}

ORIGIN_MEANING = {
    Origin.DATE: "The date shown was set by the editors.",
    Origin.MEET: "The date shown is what all of them allow.",
    Origin.HULL: "The date shown spans everything that any of them allows; none is preferred.",
    Origin.NONE: "No date can be given.",
}

FIGURE_RELATION = {
    FigureRelation.TRANSMISSION: ("Transmission", "the same statement, given differently by different sources"),
    FigureRelation.REVISION: ("Revision", "the number changed from one day to another"),
    FigureRelation.DISAGREEMENT: ("Disagreement", "different parties give different numbers"),
}

RELATION_OUT = {
    Relation.FOLLOWS: "Follows",
    Relation.PART_OF: "Part of",
    Relation.RESPONDS_TO: "Responds to",
    Relation.CAUSES: "Leads to",
    Relation.SUPERSEDES: "Supersedes",
}

RELATION_IN = {
    Relation.FOLLOWS: "Followed by",
    Relation.PART_OF: "Includes",
    Relation.RESPONDS_TO: "Answered by",
    Relation.CAUSES: "Brought about by",
    Relation.SUPERSEDES: "Superseded by",
}

SOURCE_KIND = {
    SourceKind.NEWS: "News report",
    SourceKind.OFFICIAL: "Official document",
    SourceKind.REFERENCE: "Reference work",
    SourceKind.NGO: "Report by a non-governmental organisation",
    SourceKind.DATASET: "Data set",
    SourceKind.SOCIAL: "Social media",
}

PUBLISHED_FROM = {
    PublishedFrom.PAGE: "",
    PublishedFrom.ADDRESS: "date taken from its address",
    PublishedFrom.INFERRED: "date inferred",
}

GONE = {
    Gone.MERGED: "was merged into another record",
    Gone.WITHDRAWN: "was withdrawn",
    Gone.SPLIT: "was split into several records",
}

MOMENTS = {
    "event": "The event",
    "announced": "Announced",
    "planned": "Planned",
    "spoken": "Spoken",
    "published": "Published",
    "start": "Start",
    "end": "End",
    "in-force": "In force",
}

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def moment(name: str) -> str:
    """The heading of a moment; a timeline's own moment keeps its name."""
    return MOMENTS.get(name) or name.replace("-", " ").capitalize()


def kind_label(value: str) -> str:
    """A vocabulary word as a label: `armed-force` → "armed force"."""
    return value.replace("-", " ")


def role_label(roles: Mapping[str, str], role: str | None) -> str:
    """The part an actor or a place plays, as a word inside a sentence; empty where none is given."""
    if role is None:
        return ""
    label = roles.get(role) or kind_label(role)
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def count_word(number: int) -> str:
    """A small number in words, a larger one in digits."""
    return _COUNTS[number] if number < len(_COUNTS) else f"{number:,}"


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 entry", "1,204 entries"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def upper_first(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def agreement_sentence(agreement: Agreement, voters: int, groups: int) -> str:
    """The agreement of `voters` sources on a date in one plain sentence."""
    every = "Both sources" if voters == 2 else f"All {count_word(voters)} sources"
    return {
        Agreement.UNSTATED: "None of the sources cited states when.",
        Agreement.SINGLE: "One source states when.",
        Agreement.IDENTICAL: f"{every} agree.",
        Agreement.NARROWED: f"{every} are compatible, {'not' if voters == 2 else 'not all'} equally exact.",
        Agreement.WITHIN: f"{every} are compatible: what one dates lies within the span that another gives.",
        Agreement.OVERLAP: f"{every} are compatible; what they leave together is inferred, none of them states it.",
        Agreement.CONTRADICTORY: (
            f"Sources contradict each other: they fall into {count_word(groups)} groups that cannot all be right."
            if groups > 2
            else "Sources contradict each other: they fall into two groups, and only one of them can be right."
        ),
    }[agreement]


_ENGLISH = Locale("en")


@lru_cache(maxsize=256)
def language_name(tag: str) -> str:
    """The English name of a BCP 47 language tag; the tag itself where it is not known."""
    language, _, rest = tag.partition("-")
    name = _ENGLISH.languages.get(language)
    if name is None:
        return tag
    known = _ENGLISH.scripts.get(rest.partition("-")[0]) or _ENGLISH.territories.get(rest.rpartition("-")[2])
    return f"{name} ({known})" if known else name


def number(value: float) -> str:
    """A number with thousands separators and no needless decimals."""
    return f"{value:,}" if isinstance(value, int) else f"{value:,.10g}"


def quantity(low: float | None, high: float | None, *, approximate: bool = False) -> str:
    """A bounded number in words: "10,000–12,000", "at least 500", "about 300"."""
    if low is None and high is None:
        return "no number"
    about = "about " if approximate else ""
    if low is None:
        return f"at most {about}{number(high or 0)}"
    if high is None:
        return f"at least {about}{number(low)}"
    return about + (number(low) if low == high else f"{number(low)}–{number(high)}")
