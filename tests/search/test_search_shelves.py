"""The index of a large corpus: what stands on its shelves, and that a directory finds it."""

from __future__ import annotations

import json
from bisect import bisect_right
from itertools import accumulate
from typing import Any

from regesta import search
from regesta.model.corpus import Corpus
from regesta.model.site import HandWritten
from regesta.search import shelves
from tests.miniature import compiled, of_docstring
from tests.search.test_search_documents import listed

PAGE = HandWritten("method/", "Method", "<p>How a mill is dated.</p>")


class Index:
    """The files of a large corpus, read as the reader's browser reads them."""

    def __init__(self, corpus: Corpus) -> None:
        files = {artefact.path: artefact.data for artefact in search.documents(corpus, [PAGE], large=True)}
        self.manifest: dict[str, Any] = json.loads(files["search/data/manifest.json"])
        [self.catalogue] = listed(files, "catalogue")
        self.shelves = listed(files, "shelves")
        self.entries = [row for part in listed(files, "texts") for row in part]
        self.sources = [row for part in listed(files, "sources") for row in part]
        [self.words] = listed(files, "words")

    def records(self) -> list[str]:
        """What the numbers of the index mean, in the order of `records.js`."""
        tables = self.catalogue
        names = [row[2] for row in self.entries]
        names += [row[1] for table in ("actors", "places", "topics") for row in tables[table]]
        names += [row[1] for row in self.sources]
        names += [row[1] for row in tables["publishers"] if row[3]]
        return [*names, *(row[1] for table in ("pages", "rules") for row in tables[table])]

    def holding(self, word: str) -> dict[str, int]:
        """Which records hold a word, with the weight of each."""
        place = max(0, bisect_right(self.manifest["shelves"], word) - 1)
        row = self.shelves[place].get(word, [])
        bits = self.manifest["bits"]
        return {self.records()[posting >> bits]: posting & (1 << bits) - 1 for posting in accumulate(row)}


def mills() -> Index:
    """Two entries, one with the word in its title.

    # authority/topics/all.yml
    - {id: mills, title: Mills of the river}
    # first.yml
    title: The mill is taken
    type: battle
    date: 2022-05-26
    topics: [mills]
    cite: {post: {url: "https://morning.example.com/mill", title: Fall of a mill}}
    # second.yml
    title: A denial
    type: statement
    date: 2022-05-27
    summary: Nobody has seen the mill, says Boris.
    actors: [boris]
    cite: {news: {url: "https://evening.example.com/no", title: Nothing fell}}
    """
    return Index(of_docstring(mills).corpus)


def test_every_record_with_a_word_is_found_and_a_title_weighs_most() -> None:
    index = mills()
    found = index.holding("mill")
    assert set(found) == {"The mill is taken", "A denial", "Fall of a mill", "Method"}
    assert found["The mill is taken"] > 1.5 * found["A denial"]
    assert set(index.holding("boris")) == {"A denial", "Boris South"}
    assert set(index.holding("evening")) == {"Nothing fell", "Evening News"}
    assert index.holding("windmill") == {}


def test_days_named_in_texts_are_found() -> None:
    """A day in a summary, one in a claim without its year, one in the note of a source, a month.

    # first.yml
    title: The mill is taken
    type: battle
    date: 2022-05-26
    summary: A truce of 3 March 2021 had ended; see 24.02.2022 and 2020-01-31.
    cite:
      post: {url: "https://morning.example.com/mill", title: What became of April 2019, published: 2022-05-27}
    claims: {taken: {says: It fell on the 1st of May., voices: [{by: anna, stance: asserts, cite: post}]}}
    """
    index = Index(of_docstring(test_days_named_in_texts_are_found).corpus)
    for term in ("@2021-03-03", "@2021-03", "@03-03", "@2022-02-24", "@2020-01-31", "@05-01"):
        assert set(index.holding(term)) == {"The mill is taken"}, term
    assert set(index.holding("@2019-04")) == {"What became of April 2019"}
    assert set(index.holding("@2022-05-27")) == {"What became of April 2019"}
    assert index.holding("@2022-02-31") == {}
    assert not [word for word in index.words if word.startswith("@")]


def test_the_catalogue_of_a_large_corpus_holds_no_source() -> None:
    index = mills()
    assert all(isinstance(source, int) for source in index.catalogue["sources"])
    assert [row[1] for row in index.sources] == ["Fall of a mill", "Nothing fell"]


def test_only_words_that_several_records_hold_correct_others() -> None:
    words = mills().words
    assert "mill" in words
    assert "nobody" not in words
    assert words == sorted(words)


def test_shelves_are_short_and_in_order() -> None:
    entry = "title: {}\ntype: statement\ndate: 2022\ncite: {{post: {{url: 'https://morning.example.com/{}'}}}}\n"
    files = {f"e{n}.yml": entry.format(" ".join(f"w{n}x{k}" for k in range(25)), n) for n in range(60)}
    index = Index(compiled(files).corpus)
    assert len(index.shelves) > 1
    assert [next(iter(shelf)) for shelf in index.shelves] == index.manifest["shelves"]
    everything = [word for shelf in index.shelves for word in shelf]
    assert everything == sorted(everything)
    assert all(len(json.dumps(shelf)) < 2 * shelves.SHELF for shelf in index.shelves)
    assert index.holding("w59x24")


def test_size_decides() -> None:
    files = {artefact.path: artefact.data for artefact in search.documents(compiled({}).corpus)}
    assert json.loads(files["search/data/manifest.json"])["large"] is False
