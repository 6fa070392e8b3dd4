"""Tests of the explorer."""

import pytest

pytest.register_assert_rewrite("tests.autograder.explorer.facts")
