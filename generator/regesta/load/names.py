"""The names of all fields of all records, by which a slip in the YAML shows what it was to be.

This room reads no records and knows no more of them: a test holds these names to the schemas.
"""

from __future__ import annotations

from typing import Final

FIELD_NAMES: Final = frozenset(
    (
        "about accessed actor actors approximate archived as as_of at authors born by cite claims country date "
        "dateline died domains editors entry figures from gone held high history id into introduction judgements "
        "kind lang language licence locator low member_of members moments name names note of office offices on "
        "opposes original owner parties party per place places published published_from publisher quote readings "
        "ref related rivals role says scope significance source stance stated summary syndicated_from text title "
        "topics type unit until url value values verdict vocabularies voices what why wikidata within words zone"
    ).split()
)

PROSE: Final = frozenset("as introduction locator name note quote says summary text title what why".split())
"""Of these, the ones that hold sentences and names, in which a colon may stand."""
