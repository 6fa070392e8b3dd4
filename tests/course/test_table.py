"""Small tables for terminals and notebooks."""

from __future__ import annotations

from course.table import Table, columns


def test_columns_line_up_in_chinese_too() -> None:
    """Every line of one column starts at the same place of a terminal."""
    lines = str(Table(("进程", "pid"), [("包子", "7"), ("a", "12")])).splitlines()
    assert {columns(line[: line.rindex("  ") + 2]) for line in lines} == {6}


def test_numbers_stand_at_the_right() -> None:
    """Numbers are compared digit by digit; words are not."""
    html = Table(("n", "word"), [(7, "7")])._repr_html_()
    assert '<td style="text-align: right">7</td><td style="text-align: left">7</td>' in html


def test_html_shows_what_processes_call_themselves() -> None:
    """Names that look like HTML are shown, not obeyed."""
    html = Table(("<b>",), [("<script>",)], "a & b")._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert "a &amp; b" in html
    assert "&lt;b&gt;" in html


def test_a_table_without_rows_is_its_head() -> None:
    """Nothing to show is no error."""
    assert str(Table(("who",), [])) == "who"


def test_a_dash_among_numbers_leaves_them_at_the_right() -> None:
    """A number that is not there does not make words of the others."""
    assert (
        str(Table(("who", "pid"), [("A", 27448), ("B", "–")]))
        == "who    pid\nA    27448\nB        –"
    )
    assert str(Table(("who", "pid"), [("A", "–")])) == "who  pid\nA    –"
