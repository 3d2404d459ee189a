"""Trees of rules such as a person could have typed, made by hypothesis."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from akmplan.rule_language.tree import (
    AllOf,
    AnyOf,
    Chain,
    Claim,
    Column,
    Comparison,
    Expression,
    Figure,
    Name,
    Negative,
    Operation,
    Relation,
    Scope,
    Sign,
    Step,
    Tolerance,
)

_PERIODS = ["I chorak", "mart", "2026-Q1", "yanvar, fevral", "9 oylik", "2026"]
_INDICATORS = [
    "yangi", "qayta", "a", "fakt", "Bajarildi", "ma’naviyat soatlari", "o‘chirish", "18 yosh",
    "«Kitobxonlar klubi» a'zolari", "“O‘zbekiston” nashrlari", "IV.7", "a - b", "va", "{n}",
]  # fmt: skip

scopes: SearchStrategy[Scope] = st.one_of(
    st.builds(Scope, st.one_of(st.none(), st.sampled_from(Column))),
    st.builds(Scope, st.sampled_from([None, Column.BAJARILDI]), st.sampled_from(_PERIODS)),
)
items = st.builds(
    lambda section, numbers: ".".join([section, *map(str, numbers)]),
    st.sampled_from(["I", "II", "IV", "IX", "XIV", "XXXIX"]),
    st.lists(st.integers(1, 130), min_size=1, max_size=3),
)
indicators = st.one_of(st.none(), st.sampled_from(_INDICATORS))
items_names = st.builds(Name, items, indicators, scopes)
numbers = st.one_of(
    st.integers(0, 10**9),
    st.decimals(0, 10**6, places=3),
    st.decimals(0, 1, places=8).filter(lambda number: number != Decimal(0)),
)


def chains(
    inner: SearchStrategy[Expression], operations: tuple[Operation, ...]
) -> SearchStrategy[Chain]:
    steps = st.lists(st.builds(Step, st.sampled_from(operations), inner), min_size=1, max_size=4)
    return st.builds(Chain, inner, steps.map(tuple))


def expressions_of(
    leaves: SearchStrategy[Expression], most: int = 12
) -> SearchStrategy[Expression]:
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.builds(Negative, inner),
            chains(inner, (Operation.PLUS, Operation.MINUS)),
            chains(inner, (Operation.TIMES, Operation.OVER)),
        ),
        max_leaves=most,
    )


figures: SearchStrategy[Figure] = st.builds(Figure, numbers)
expressions = expressions_of(st.one_of(items_names, figures))
comparisons = st.builds(Comparison, expressions, st.sampled_from(Sign), expressions)
claims: SearchStrategy[Claim] = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda some: AllOf(tuple(some))),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: AnyOf(tuple(some))),
    ),
    max_leaves=4,
)
relations = st.builds(
    Relation,
    claims,
    st.one_of(st.none(), claims),
    scopes,
    st.one_of(st.none(), st.builds(Tolerance, numbers, st.booleans())),
)
