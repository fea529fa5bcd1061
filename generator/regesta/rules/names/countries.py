"""NAM009: countries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from regesta.model.diagnostics import Finding, Severity
from regesta.rules.registry import rule
from regesta.rules.suggestions import Suggestions, did_you_mean
from regesta.rules.survey import Survey, spot

_FORMER = frozenset(
    name.casefold()
    for name in (
        "Austria-Hungary, Baden, Bavaria, Bohemia, Brandenburg, British India, Burgundy, Byzantium, Castile, Ceylon, "
        "Cisalpine Republic, Dahomey, Danzig, Dutch Republic, Florence, French Indochina, Genoa, Habsburg Monarchy, "
        "Hanover, Hawaii, Holy Roman Empire, Manchukuo, Milan, Modena, Naples, Navarre, Newfoundland, Ottoman Empire, "
        "Papal States, Parma, Persia, Poland-Lithuania, Prussia, Rhodesia, Sardinia, Savoy, Saxony, Siam, Sicily, "
        "South Vietnam, Spanish Netherlands, Tibet, Tuscany, United Provinces, Upper Volta, Venice, Württemberg, Zaire"
    ).split(", ")
)
"""States that are no more, and had printers."""

_STATE = re.compile(
    r"\b(?:Caliphate|Commonwealth|Confederation|Duchy|Electorate|Empire|Federation|Kingdom|Principality|Republic|Sultanate"
    r"|Tsardom|Union)\b"
)

_ALSO_COUNTRIES = _FORMER | frozenset(
    name.casefold()
    for name in (
        "Abkhazia, Artsakh, Bosnia, Burma, Cape Verde, Congo, Côte d'Ivoire, Crimea, Czech Republic, Czechoslovakia, "
        "Democratic Republic of the Congo, DR Congo, East Germany, East Timor, England, Eswatini, European Union, "
        "German Democratic Republic, Great Britain, Holland, Hong Kong, International, Ivory Coast, Macau, Macedonia, "
        "Myanmar, North Macedonia, Northern Cyprus, Northern Ireland, Palestine, Palestinian Territories, "
        "Republic of Ireland, Republic of Korea, Republic of the Congo, Russian Federation, Scotland, Serbia and "
        "Montenegro, Somaliland, South Ossetia, Soviet Union, Swaziland, The Gambia, The Netherlands, Transnistria, "
        "Turkey, UAE, UK, USA, US, USSR, United States of America, Vatican, Wales, West Germany, Yugoslavia"
    ).split(", ")
)
"""What English calls countries beside the names of CLDR, and what was one when its papers were printed."""


def _countries(survey: Survey) -> tuple[frozenset[str], dict[str, str]]:
    """The codes of countries, and their names in English and in the languages of the timelines, case folded."""
    names: dict[str, str] = {}
    codes: set[str] = set()
    for language in ("en", *sorted({timeline.language for timeline in survey.corpus.timelines.values()})):
        try:
            territories = Locale.parse(language, sep="-").territories
        except (UnknownLocaleError, ValueError):
            continue
        for code, name in territories.items():
            codes.add(code)
            names.setdefault(name.casefold(), name)
    return frozenset(code for code in codes if len(code) == 2), names


@rule("NAM009", Severity.WARNING)
def unknown_country(survey: Survey) -> Iterator[Finding]:
    """The country of a publisher is none.

    ## Why
    Readers judge an outlet also by where it is based, and lists are made by country: one that is misspelt stands alone.

    ## Wrong
    ```yaml
    # authority/publishers/reuters.yml
    name: Reuters
    country: Untied Kingdom
    domains: [reuters.com]
    ```

    ## Right
    ```yaml
    # authority/publishers/reuters.yml
    name: Reuters
    country: United Kingdom
    domains: [reuters.com]
    ```
    """
    written = [publisher for publisher in survey.corpus.publishers.values() if publisher.country is not None]
    if not written:
        return
    codes, names = _countries(survey)
    suggestions = Suggestions(list(names.values()))
    for publisher in written:
        country = publisher.country or ""
        if country in codes or country.casefold() in names or country.casefold() in _ALSO_COUNTRIES:
            continue
        nearest = suggestions.nearest(country)
        if nearest is None and _STATE.search(country):
            continue
        mend = "write the usual name of the country, as in `South Korea`, or its code of two letters"
        yield Finding(
            spot(publisher, "country"),
            f"`{country}` is no country",
            did_you_mean(nearest, mend),
        )
