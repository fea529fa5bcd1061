"""The timeline that the tests of the pages share.

It has a contradictory date, a contested claim with a rival, a figure revised and disputed, a disputed place, an unnamed
voice, original words beside translations, and hostile text in every field.
"""

from __future__ import annotations

from functools import cache

from regesta.compile import Outcome
from regesta.model.site import Page
from regesta.pages import Download, RuleNote, RuleSection, SiteFacts, plan
from tests.miniature import compiled

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
HOSTILE = "<script>alert('x')</script> & \"quotes\" {{ 7*7 }}"

FILES = {
    "mini/timeline.yml": """
title: The Kursk campaign
scope: 2014/2025
summary: What happened, and *who* says so.
licence: CC BY 4.0
editors:
  - {id: an-editor, name: An Editor}
vocabularies:
  type: {statement: Statement, military: Military operation}
  role: {speaker: Speaker, region: Region}
parties:
  russia: {title: Russia, members: [russia], opposes: [ukraine]}
  ukraine: {title: Ukraine, members: [ukraine], opposes: [russia]}
""",
    "authority/actors/all.yml": f"""
- {{id: russia, name: Russia, kind: state}}
- {{id: ukraine, name: Ukraine, kind: state}}
- id: valery-gerasimov
  name: Valery Gerasimov
  kind: person
  names: [{{text: Валерий Герасимов, lang: ru}}]
  member_of: [russia]
  offices:
    - {{title: Chief of the General Staff, held: 2012-11-09/..}}
    - {{title: First Deputy Minister, held: 2012/..}}
    - {{title: Commander of the Moscow District, held: 2009/2010}}
- {{id: general-staff, name: General Staff of Ukraine, kind: body, member_of: [ukraine]}}
- {{id: hostile-actor, name: "<script>alert('x')</script> & \\"quotes\\" {{{{ 7*7 }}}}", kind: person}}
- {{id: rtl-actor, name: "محمد بن سلمان", kind: person, note: "{LONG}"}}
- {{id: nobody, name: Nobody, kind: person}}
- {{id: owner, name: The Owner, kind: body}}
""",
    "authority/places/all.yml": """
- {id: ukraine-land, name: Ukraine, kind: country}
- {id: russia-land, name: Russia, kind: country}
- {id: kursk, name: Kursk Oblast, kind: region, within: russia-land, at: [51.7, 36.2]}
- {id: gornal, name: Gornal, kind: village, within: kursk}
- id: crimea
  name: Crimea
  kind: region
  within:
    - {place: ukraine-land, cite: resolution}
    - {place: russia-land, per: russia, from: 2014-03-18, cite: state-text}
""",
    "authority/publishers/all.yml": """
- {id: reuters, name: Reuters, domains: [reuters.example.com]}
- {id: copyist, name: The Copyist, owner: owner, domains: [copy.example.com]}
- {id: state-agency, name: State Agency, party: russia, domains: [state.example.com]}
""",
    "authority/topics/all.yml": """
- {id: campaign, title: The campaign, introduction: "From *August* 2024 to <b>April</b> 2025."}
- {id: unused, title: A topic without entries}
""",
    "mini/sources/all.yml": f"""
- {{id: resolution, url: "https://un.example.org/68", title: Resolution 68/262, published: 2014-03-27, kind: official}}
- id: reuters-report
  url: "https://reuters.example.com/a?b=1&c=2"
  title: "{LONG}"
  published: 2025-04-26
  language: en
  archived: "https://web.archive.org/web/20250427101112/https://reuters.example.com/a?b=1&c=2"
  authors: [A. Writer]
  accessed: 2025-05-01
- id: a-copy
  url: "https://copy.example.com/a"
  published: 2025-04-27
  syndicated_from: reuters-report
  note: Shortened by *half*.
- id: state-text
  url: "https://state.example.com/ru"
  title: Текст
  language: ru
  published: 2025-04-26
  published_from: address
- {{id: later-report, url: "https://reuters.example.com/later", title: A later report, published: 2025-04-28}}
- {{id: uncited, url: "https://www.nowhere.example.com/x"}}
""",
    "incursion.yml": """
title: Ukrainian troops enter Kursk Oblast
type: military
significance: major
places: [{ref: kursk, role: region}]
topics: [campaign]
cite:
  r: {source: reuters-report, stated: [August 2024, 6 August 2024]}
""",
    "retaken.yml": """
title: Russia says it has retaken all of Kursk Oblast
type: statement
significance: major
summary: Gerasimov reported that [Gornal](https://maps.example.com/) had *fallen*.
places: [gornal, {ref: kursk, role: region, note: All of it}]
actors: [{ref: valery-gerasimov, role: speaker}, general-staff]
topics: [campaign]
cite:
  r: {source: reuters-report, stated: on Saturday, locator: paragraph 3}
  c: {source: a-copy, stated: 26 April 2025}
  s: {source: state-text, stated: 27 April 2025, readings: [{about: actors/valery-gerasimov, says: a colonel}]}
  inline: {url: "https://www.nowhere.example.com/inline", title: In place, stated: April 2025, role: background}
claims:
  taken:
    says: No Ukrainian troops remain in Kursk Oblast.
    topics: [campaign]
    voices:
      - by: valery-gerasimov
        stance: asserts
        on: 2025-04-26
        words:
          - {cite: r, text: have been liberated}
          - {cite: c, text: have been liberated}
          - {cite: s, lang: ru, original: true, text: освобождены}
      - {by: general-staff, stance: denies, on: 2025-04-26, cite: r, quote: that is not true, as: the General Staff}
      - {by: {as: a Western official, of: ukraine}, stance: disputes, cite: c}
  failed:
    says: The undertaking has failed.
    voices:
      - {by: {publisher: state-agency}, stance: asserts, cite: s}
figures:
  sent:
    what: soldiers sent
    unit: persons
    values:
      - {by: valery-gerasimov, as_of: 2025-01, value: 11000, cite: r}
      - {by: valery-gerasimov, as_of: 2025-04, low: 10000, high: 12000, cite: s}
      - {by: general-staff, as_of: 2025-04, low: 500, approximate: true, cite: c, note: Without the wounded.}
related:
  - {entry: incursion, as: follows}
judgements:
  - {about: date, by: an-editor, on: 2025-05-01, why: The Saturday was the 26th.}
  - {about: claims/failed, by: an-editor, on: 2025-05-02, why: It says so itself., verdict: upheld}
history:
  - {on: 2025-05-03, kind: correction, note: Corrected the village's name.}
""",
    "answer.yml": """
title: Ukraine answers
type: statement
actors: [general-staff]
cite:
  r: {source: later-report, stated: 28 April 2025, role: attests}
related:
  - {entry: retaken, as: responds-to}
claims:
  hold:
    says: Ukrainian troops still hold ground in Kursk Oblast.
    rivals: [retaken/taken]
    voices:
      - {by: general-staff, stance: asserts, on: 2025-04-28, cite: r}
  retaken/taken:
    voices:
      - {by: general-staff, stance: denies, on: 2025-04-28, cite: r}
""",
    "hostile.yml": f"""
title: "<script>alert('x')</script> & \\"quotes\\" {{{{ 7*7 }}}}"
date: 2016/..
type: statement
summary: "<img src=x onerror=alert(1)> {LONG} [x](https://a.example.com/?a=%22)"
actors: [hostile-actor, rtl-actor]
places: [crimea]
cite:
  x: {{url: "https://www.nowhere.example.com/%22%3E", title: "\\"><b>bold</b>", stated: "2016"}}
claims:
  c:
    says: "\\"><img src=x onerror=alert(1)>"
    voices:
      - {{by: hostile-actor, stance: asserts, cite: x, quote: "</q><script>alert(2)</script>"}}
figures:
  f: {{what: "<i>things</i>", unit: "<b>pieces</b>", values: [{{by: {{as: "<u>someone</u>"}}, value: 1, cite: x}}]}}
""",
    "undated.yml": """
title: Something undated
type: statement
cite:
  x: {url: "https://www.nowhere.example.com/undated"}
""",
    "gone.yml": """
id: gone
gone: merged
into: [retaken]
on: 2025-05-04
why: The same event twice.
""",
}

FACTS = SiteFacts(
    repo_url="https://git.example.org/regesta",
    edit_uri="edit/main/",
    issues_url="https://git.example.org/regesta/issues",
    site_url="https://regesta.example.org/",
    pages=frozenset({"method/"}),
    downloads=(Download("api/v1/entries.json", "Every entry", "JSON"),),
    rules=(
        RuleNote(
            "SRC002",
            "uncited-entry",
            "No source attests the entry",
            "error",
            "sources",
            "An entry without a source.",
            (
                RuleSection(
                    "Why", "A reader must be able to *check*.\n\n- one\n- two", (("entry.yml", "title: <x>\n"),)
                ),
            ),
        ),
    ),
)


@cache
def outcome() -> Outcome:
    """The timeline, compiled once."""
    return compiled(FILES)


@cache
def pages() -> dict[str, Page]:
    """All its pages by path."""
    return {page.path: page for page in plan(outcome().corpus, FACTS)}
