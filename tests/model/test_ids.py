"""An id is made of any name, or of none; what is made is an id."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.model.ids import as_id, is_id


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Talks: open in Istanbul", "talks-open-in-istanbul"),
        ("Kyiv’s ‘first’ offer", "kyivs-first-offer"),
        ("Zürich", "zurich"),
        ("Łódź", "lodz"),
        ("Горналь", "gornal"),
        ("Кремль заявил о «полном разгроме»", "kreml-zayavil-o-polnom-razgrome"),
        ("Объявлен съезд, ещё один юбилей", "obyavlen-sezd-eshche-odin-yubiley"),
        ("Зеленський: бʼють по Києву, Чернігів, Ґданськ", "zelenskyy-byut-po-kyievu-chernihiv-gdansk"),
        ("Скри\u0438\u0306н", "skriyn"),
        ("Ελλάδα και Ιράκλι კობახიძე", "ellada-kai-irakli-kobakhidze"),
        ("서울 회담", "seoul-hoedam"),
        ("Переговоры в 北京 и 上海", "peregovory-v-i"),
        ("北京会谈", ""),
        ("قال الكرملين", ""),
        ("kуrsk", "kursk"),
        ("", ""),
        ("Con", "con-1"),
        ("word " * 40, "-".join(["word"] * 16)),
        ("x" * 200, "x" * 80),
    ],
)
def test_ids_from_names(name: str, expected: str) -> None:
    assert as_id(name) == expected


@given(st.text(max_size=300))
def test_an_id_from_any_name_is_an_id(name: str) -> None:
    made = as_id(name)
    assert made == "" or is_id(made)


@pytest.mark.parametrize("text", ["", "A", "a--b", "-a", "a-", "é", "con", "lpt1", "x" * 81, "a_b", "a.b", "a\n"])
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize("text", ["a", "7", "a-b", "kursk-2024", "x" * 80])
def test_what_is_an_id(text: str) -> None:
    assert is_id(text)
