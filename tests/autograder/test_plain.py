"""Plain data crosses between processes unchanged, and nothing else crosses."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.plain import NotPlainError, decode, encode, same

hashable = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary(),
    lambda inner: st.tuples(inner, inner) | st.frozensets(inner, max_size=3),
    max_leaves=5,
)
plain = st.recursive(
    hashable | st.sets(hashable, max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.tuples(inner, inner)
        | st.dictionaries(hashable, inner, max_size=3)
    ),
    max_leaves=10,
)


@given(plain)
def test_what_goes_in_comes_out(value: Any) -> None:
    """Through JSON text, types and all."""
    again = decode(json.loads(json.dumps(encode(value))))
    assert again == value
    assert type(again) is type(value)


def test_nan_crosses() -> None:
    """JSON has no NaN, learners have."""
    assert math.isnan(decode(encode(math.nan)))


class Sly(int):
    """Looks like a number, and could do anything when compared."""


@pytest.mark.parametrize("value", [object(), len, Sly(1), [iter([])], {"a": {1, Sly(2)}}])
def test_other_things_do_not_cross(value: object) -> None:
    """Also not deep inside, and not disguised as plain data."""
    with pytest.raises(NotPlainError):
        encode(value)


def test_endless_nesting_does_not_cross() -> None:
    """A list that holds itself ends as an error, not as a crash."""
    loop: list[object] = []
    loop.append(loop)
    with pytest.raises(NotPlainError):
        encode(loop)


@pytest.mark.parametrize(
    "data", [{"$dict": [1]}, {"$set": [[]]}, {"$bytes": "x"}, {"$what": 1}, {}, {"$float": {}}]
)
def test_forged_data_is_refused(data: object) -> None:
    """What encode would not write is an error."""
    with pytest.raises(NotPlainError):
        decode(data)


@given(plain)
def test_same_is_reflexive(value: Any) -> None:
    """Every answer is the same as itself."""
    assert same(value, value)


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ([1, (2, 3)], ((1, [2, 3])), True),
        (0.1 + 0.2, 0.3, True),
        (1, 1.0, True),
        (1, "1", False),
        ({"a": [1]}, {"a": (1,)}, True),
        ({"a": 1}, {"b": 1}, False),
        ([1, 2], [1], False),
        (None, 0, False),
    ],
)
def test_same_as_a_teacher_would_say(left: object, right: object, alike: bool) -> None:
    """Lists and tuples are alike, rounding is forgiven, kinds are not mixed."""
    assert same(left, right) is alike
