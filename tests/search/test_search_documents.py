"""What the search is given to read: the catalogue, the texts, the hand-written pages."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

from regesta import search
from regesta.model.conclusions import Status
from regesta.model.site import Artefact, HandWritten
from regesta.pages import wording
from regesta.search.months import month_names
from regesta.search.prose import text_of
from tests.miniature import compiled, of_docstring


def read(artefacts: Iterable[Artefact]) -> tuple[dict[str, Any], list[Any]]:
    """The catalogue and the rows of the texts, found as the reader's browser finds them: by the manifest."""
    files = {artefact.path: artefact.data for artefact in artefacts}
    [catalogue], texts = listed(files, "catalogue"), listed(files, "texts")
    return catalogue, [row for part in texts for row in part]


def listed(files: dict[str, bytes], name: str) -> list[Any]:
    """The files of one kind, in order, as the manifest lists them."""
    folder, _, count = json.loads(files["search/data/manifest.json"])[f"{name}_at"]
    return [json.loads(files[f"search/data/{folder}/{number:04d}.json"]) for number in range(count)]


def entries(catalogue: dict[str, Any]) -> list[dict[str, Any]]:
    """The entries, one a row, read from their columns as `records.js` does."""
    columns, found = catalogue["entries"], []
    first = source = 0
    for number in range(len(columns["first"])):
        row = {name: column[number] for name, column in columns.items()}
        step, length = row["first"], row.pop("length")
        row["first"] = None if step is None else first + step
        row["last"] = None if length is None else (row["first"] or 0) + length
        first = row["first"] or first
        row["sources"] = list(accumulate(row["sources"], initial=source))[1:]
        source = row["sources"][0] if row["sources"] else source
        found.append(row)
    return found


def names(catalogue: dict[str, Any], table: str, numbers: list[int]) -> list[str]:
    return [catalogue[table][number][0] for number in numbers]


def test_an_entry_is_found_by_all_it_says() -> None:
    """A claim with voices, a figure, a quotation in two languages, and a place within another.

    # authority/places/more.yml
    - {id: river-land, name: River Land, kind: region}
    - {id: old-mill, name: Old Mill, kind: village, within: river-land, names: [{text: Старий Млин, lang: uk}]}
    # mill.yml
    title: The mill is taken
    type: battle
    date: 2022-05-26
    significance: major
    summary: A *hard* fight for the [mill](https://example.com/).
    places: [old-mill]
    cite:
      post: {url: "https://morning.example.com/mill", stated: on 26 May 2022, published: 2022-05-27}
    claims:
      taken:
        says: The mill is taken.
        voices:
          - {by: anna, stance: asserts, cite: post, words: [{cite: post, text: Млин наш, lang: uk, original: true}]}
          - {by: {as: a local witness, of: south}, stance: denies, cite: post, quote: not a stone}
    figures:
      fighters: {what: fighters at the mill, unit: persons, values: [{by: north, low: 1000, high: 1200, cite: post}]}
    """
    corpus = of_docstring(test_an_entry_is_found_by_all_it_says).corpus
    catalogue, texts = read(search.plan(corpus))
    [row] = entries(catalogue)
    assert catalogue["heads"] == [["mill", "26 May 2022", "The mill is taken"]]
    assert (row["first"], row["last"]) == (738301, 738301)
    assert catalogue["types"][row["type"]] == ["battle", "Battle"]
    assert catalogue["statuses"][row["status"]] == ["contested", "Contested", "⇄"]
    assert (row["major"], row["referring"]) == (1, 0)
    assert catalogue["timelines"][row["timeline"]] == ["mini", "A miniature"]
    assert names(catalogue, "actors", row["actors"]) == ["anna", "south", "north"]
    assert names(catalogue, "places", row["places"]) == ["old-mill", "river-land"]
    assert names(catalogue, "sources", row["sources"]) == ["mill.post"]
    assert ["old-mill", "Old Mill", "", "village", ""] in catalogue["places"]
    assert ["mill", "млин"] in catalogue["same"]
    assert ["old", "старий"] in catalogue["same"]
    [[claims, summary, quotations, notes]] = texts
    assert claims == [
        ["claim-taken", "The mill is taken."],
        ["figure-fighters", "fighters at the mill: 1,000–1,200 persons"],
    ]
    assert summary == "A hard fight for the mill."
    assert quotations == ["Млин наш", "not a stone"]
    assert notes == ["a local witness", "on 26 May 2022"]


def test_a_disputed_parent_is_no_place_of_an_entry() -> None:
    """Who says that the island lies in the North does not decide where an entry is found.

    # authority/places/more.yml
    - {id: the-north, name: The North, kind: country}
    - {id: the-south, name: The South, kind: country}
    - {id: island, name: The Island, kind: region, within: [the-south, {place: the-north, per: north}]}
    # island.yml
    title: A landing on the island
    type: battle
    date: 2022-05-26
    places: [island]
    cite: {post: {url: "https://morning.example.com/island"}}
    """
    catalogue, _ = read(search.plan(of_docstring(test_a_disputed_parent_is_no_place_of_an_entry).corpus))
    assert names(catalogue, "places", entries(catalogue)[0]["places"]) == ["island"]


def test_voices_of_a_later_entry_belong_to_the_claim_and_to_that_entry() -> None:
    """A denial in another entry makes its speaker findable in both.

    # first.yml
    title: The town is taken
    type: battle
    date: 2022-05-26
    cite: {post: {url: "https://morning.example.com/town"}}
    claims: {taken: {says: The town is taken., voices: [{by: anna, stance: asserts, cite: post}]}}
    # second.yml
    title: A denial
    type: statement
    date: 2022-05-27
    cite: {news: {url: "https://evening.example.com/town"}}
    claims: {first/taken: {voices: [{by: boris, stance: denies, cite: news, quote: It stands}]}}
    """
    corpus = of_docstring(test_voices_of_a_later_entry_belong_to_the_claim_and_to_that_entry).corpus
    catalogue, texts = read(search.plan(corpus))
    first, second = entries(catalogue)
    assert names(catalogue, "actors", first["actors"]) == ["anna", "boris"]
    assert names(catalogue, "actors", second["actors"]) == ["boris"]
    assert first["referring"] == 1, "the second entry refers to the first"
    assert texts[0] == [[["claim-taken", "The town is taken."]], "", ["It stands"], []]
    assert texts[1] == [[], "", ["It stands"], ["The town is taken."]]


def test_open_ends_have_no_day() -> None:
    """A span that goes on has a first day and no last; one that began at no known day has no first.

    # war.yml
    title: It goes on
    type: battle
    date: 2022-05-26/..
    cite: {post: {url: "https://morning.example.com/war"}}
    # until.yml
    title: It went on
    type: battle
    date: ../2022-05-27
    cite: {post: {url: "https://morning.example.com/until"}}
    # after.yml
    title: It is over
    type: battle
    date: 2022-05-28
    cite: {post: {url: "https://morning.example.com/after"}}
    """
    catalogue, _ = read(search.plan(of_docstring(test_open_ends_have_no_day).corpus))
    spans = [(row["first"], row["last"]) for row in entries(catalogue)]
    assert set(spans) == {(738301, None), (None, 738302), (738303, 738303)}


def test_a_source_without_title_is_called_by_publisher_and_day() -> None:
    """A host that no publisher owns stands for one, but has no page.

    # entry.yml
    title: Something
    type: statement
    date: 2022-05-26
    cite:
      post: {url: "https://morning.example.com/a", published: 2022-05-27}
      blog: {url: "https://www.blog.example.org/b"}
    """
    catalogue, _ = read(search.plan(of_docstring(test_a_source_without_title_is_called_by_publisher_and_day).corpus))
    titles = {row[0]: row[1] for row in catalogue["sources"]}
    assert titles == {"entry.post": "Morning Post, 27 May 2022", "entry.blog": "blog.example.org"}
    assert ["blog.example.org", "blog.example.org", "", 0, ""] in catalogue["publishers"]


def test_hand_written_pages_are_read_without_their_markup() -> None:
    html = (
        '<h1 id="m">Method<a class="headerlink" href="#m">¶</a></h1><p>How <em>dates</em>&nbsp;are read.</p>'
        "<svg><text>drawn</text><svg></svg></svg><script>let x = '<p>';</script>"
        "<table><tr><td>a</td><td>b</td></tr></table>"
    )
    assert text_of(html) == "Method How dates are read. a b"
    page = HandWritten("method/", "Method", html)
    catalogue, _ = read(search.plan(compiled({}).corpus, [page]))
    assert catalogue["pages"] == [["method/", "Method", "Method How dates are read. a b"]]


def test_months_are_known_in_the_languages_of_the_corpus() -> None:
    found = month_names(["en", "ja", "nonsense", "ru", "uk"])
    assert [found[name] for name in ("april", "apr", "квітня", "квітень", "апреля", "май")] == [4, 4, 4, 4, 4, 5]
    assert not any(character.isdigit() for name in found for character in name)


def test_status_is_shown_the_same_in_lists_and_on_pages() -> None:
    catalogue, _ = read(search.plan(compiled({}).corpus))
    shown = [[status.value, wording.STATUS_LABEL[status], wording.STATUS_GLYPH[status]] for status in Status]
    assert catalogue["statuses"] == shown
    signs = [sign for _, _, sign in shown]
    scripts = [artefact.data.decode() for artefact in search.reader()]
    assert not [sign for sign in signs if any(sign in script for script in scripts)], "a second table"


def test_rules_and_ways_in_are_found_beside_hand_written_pages() -> None:
    guides = [
        search.Guide("rules/DAT008/", "DAT008: a weekday", "One of the two is wrong.", is_rule=True),
        search.Guide("disputes/", "Disputes", "contested claims"),
    ]
    for large in (False, True):
        files = {one.path: one.data for one in search.documents(compiled({}).corpus, guides=guides, large=large)}
        [catalogue] = listed(files, "catalogue")
        assert catalogue["rules"] == [["rules/DAT008/", "DAT008: a weekday", "One of the two is wrong."]]
        assert catalogue["pages"] == [["disputes/", "Disputes", "contested claims"]]


def test_same_corpus_same_bytes_and_names_that_follow_content() -> None:
    entry = "title: {}\ntype: statement\ndate: 2022\ncite: {{post: {{url: https://morning.example.com/a}}}}\n"
    plans = [list(search.plan(compiled({"a.yml": entry.format(title)}).corpus)) for title in ("One", "One", "Two")]
    assert plans[0] == plans[1]
    same = {artefact.path for artefact in plans[0]} & {artefact.path for artefact in plans[2]}
    assert not any("catalogue" in path for path in same)
    assert "search/data/manifest.json" in same


def test_the_loaded_module_names_the_folder_of_the_others() -> None:
    files = {artefact.path: artefact.data for artefact in search.reader()}
    script = files[search.SCRIPT].decode()
    [folder] = {path.split("/")[2] for path in files if path != search.SCRIPT}
    assert f'import("./{folder}/box.js")' in script
    assert "./search/" not in script
    assert f"assets/regesta/{folder}/vendor/minisearch.LICENSE.txt" in files
    assert len(files[search.SCRIPT]) < 4_000, "every page loads this one"
