"""Dates in digits: 2022/02/24, 24.02.2022, 03/04/2025 (which is two days), 19/11, 02.2022, 2014/15."""

from __future__ import annotations

from regesta.edtf import civil, ordinal
from regesta.normalise.phrases.context import Node, Refusal
from regesta.normalise.phrases.dates import Calendar, Choice, Year
from regesta.normalise.phrases.grammar import Token
from regesta.normalise.phrases.spans import Between
from regesta.normalise.phrases.weeks import NumberedWeek


def whole(token: Token) -> Node:
    """A day with its year. With points the day comes first; with strokes and dashes the month may, if it can be one."""
    if token.label == "isoweek":
        return NumberedWeek(*token.fields)
    if token.label == "isoday":
        return _day_of_year(token.fields[0], token.fields[1], token.text)
    first, second, third = token.fields
    if token.label == "ymd":
        return _one([(first, second, third)], token.text, short=False)
    short = token.value > 0
    orders = [(third, second, first)]
    if token.label == "mdy":
        orders = [(third, first, second)]
    if token.label == "either":
        orders.append((third, first, second))
        if short and "-" in token.text:
            orders.append((first, second, third))
    return _one(orders, token.text, short=short)


def partial(token: Token) -> Node:
    """A day and month, or a month and year; a year and two digits can also be two years that follow each other."""
    first, second = token.fields
    if token.label == "my":
        return _month(second, first, token.text)
    if token.label == "ym":
        return _year_first(first, second, token.text)
    orders = {"dm": [(second, first)], "dmy": [(second, first)], "mdy": [(first, second)]}.get(
        token.label, [(second, first), (first, second)]
    )
    nodes = tuple(Calendar(None, month, day) for month, day in dict.fromkeys(orders) if _valid(month, day))
    if token.text == "24/7":
        raise Refusal("“24/7” means always, not a day: for 24 July write `24 July`")
    if not nodes:
        raise Refusal(f"“{token.text}” is no day and month")
    return nodes[0] if len(nodes) == 1 else Choice(nodes)


def _day_of_year(year: int, number: int, text: str) -> Calendar:
    if not 1 <= number <= ordinal(year, 12, 31) - ordinal(year, 1, 1) + 1:
        raise Refusal(f"“{text}” is no day of {year}: there is no day {number}")
    _, month, day = civil(ordinal(year, 1, 1) + number - 1)
    return Calendar(Year(year), month, day)


def run_of_years(first: int, text: str) -> Between | None:
    """2014-15, 1999-00, 2014-5: a year and the last digits of a later one; None when it would not be later."""
    size = 10 ** len(text)
    last = first // size * size + int(text)
    if last <= first and len(text) == 2 and first % 100 > 50:
        last += size
    if last <= first:
        return None
    return Between(Calendar(Year(first)), Calendar(Year(last)))


def _year_first(year: int, second: int, text: str) -> Node:
    nodes: list[Node] = []
    if 1 <= second <= 12:
        nodes.append(Calendar(Year(year), second))
    if text[4] in "/-" and (run := run_of_years(year, text[5:])) is not None:
        nodes.append(run)
    if not nodes:
        raise Refusal(f"“{text}” is no month of a year: there is no month {second}")
    return nodes[0] if len(nodes) == 1 else Choice(tuple(nodes))


def _month(year: int, month: int, text: str) -> Calendar:
    if not 1 <= month <= 12:
        raise Refusal(f"“{text}” is no month of a year: there is no month {month}")
    return Calendar(Year(year), month)


def _one(orders: list[tuple[int, int, int]], text: str, *, short: bool) -> Node:
    nodes = tuple(
        Calendar(Year(year, "short" if short else "whole"), month, day)
        for year, month, day in dict.fromkeys(orders)
        if _valid(month, day)
    )
    if not nodes:
        raise Refusal(f"“{text}” is no day: there is none such in any order of day and month")
    return nodes[0] if len(nodes) == 1 else Choice(nodes)


def _valid(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31
