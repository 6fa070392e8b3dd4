"""The command line: exit statuses, the one JSON object, and a sentence for every wrong use."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.__main__ import main

RACE = """
from multiprocessing import Process, Value

def buy(tickets):
    if tickets.value > 0:
        tickets.value -= 1

if __name__ == "__main__":
    tickets = Value("i", 1)
    buyers = [Process(target=buy, args=(tickets,)) for _ in range(2)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
    assert tickets.value == 0
"""
FIELDS = set("verdict kind executions complete seconds schedule transcript message".split())


@pytest.fixture
def race(tmp_path: Path) -> Path:
    """A program that is broken."""
    path = tmp_path / "race.py"
    path.write_text(RACE, encoding="utf-8")
    return path


def refused(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """The one line that a wrong use is answered with."""
    assert main([*map(str, arguments), "--language", "en"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


def asked(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    """The exit status, and the JSON object."""
    status = main([*map(str, arguments), "--language", "en", "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_what_explore_prints_replay_tells_again(
    race: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The schedule at the end of a story gives the same story, and both say 1 for broken."""
    assert main(["explore", str(race), "--language", "en"]) == 1
    story = capsys.readouterr().out
    schedule = re.search(r"step by step: (\S+)", story)
    assert schedule is not None
    assert main(["replay", str(race), schedule[1], "--language", "en"]) == 1
    assert capsys.readouterr().out == story


def test_json_is_one_object(race: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With all that the story has, for other programs."""
    status, found = asked(capsys, "explore", race)
    assert status == 1
    assert found.keys() >= FIELDS
    assert (found["verdict"], found["kind"]) == ("broken", "assertion")
    assert "assert tickets.value == 0" in found["message"]


def test_html_is_a_page(race: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside what is printed, and in the language asked for."""
    page = tmp_path / "story.html"
    assert main(["explore", str(race), "--html", str(page), "--language", "zh"]) == 1
    assert "<table" in page.read_text("utf-8")
    assert 'lang="zh-CN"' in page.read_text("utf-8")
    assert capsys.readouterr().err == ""


def test_the_name_of_a_program_is_only_text_in_a_page(
    tmp_path: Path,
) -> None:
    """Whatever signs there are in it."""
    path, page = tmp_path / "<b>&.py", tmp_path / "story.html"
    path.write_text("print(1)", encoding="utf-8")
    assert main(["explore", str(path), "--html", str(page)]) == 0
    assert "<title>&lt;b&gt;&amp;.py</title>" in page.read_text("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here that is always full")
def test_what_was_found_is_printed_though_no_page_can_be_written(
    race: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It took long enough to find."""
    assert main(["explore", str(race), "--html", "/dev/full", "--language", "en"]) == 2
    out, err = capsys.readouterr()
    assert "An assertion can fail" in out
    assert "No space left" in err


def test_no_page_is_written_over_a_program(
    race: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor to where there is no folder; both are said before anything is explored."""
    assert "overwrite a program" in refused(capsys, "explore", race, "--html", race)
    assert race.read_text(encoding="utf-8") == RACE
    assert "no folder" in refused(capsys, "explore", race, "--html", tmp_path / "no" / "x.html")
    assert "no folder" in refused(capsys, "explore", race, "--html", tmp_path)


def test_who_reads_may_have_seen_enough(race: Path) -> None:
    """As ``head`` has."""
    ours = [sys.executable, "-m", "autograder", "explore", str(race)]
    with subprocess.Popen(ours, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


FINDS = """
import os, sys
from pathlib import Path

assert sorted(os.listdir(".")) == ["one.csv", "program.py", "two.csv"], os.listdir(".")
assert [each.name for each in sorted(Path().glob("*.csv"))] == ["one.csv", "two.csv"]
"""


def test_a_program_finds_the_files_beside_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Those it lists, those its arguments name; what it was not given, nobody says is not there."""
    for name in ("one", "two"):
        (tmp_path / f"{name}.csv").write_text(name, "utf-8")
    path = tmp_path / "program.py"
    path.write_text(FINDS, "utf-8")
    assert asked(capsys, "explore", path)[0] == 0
    path.write_text("import sys\nassert open(sys.argv[1]).read() == 'one'", "utf-8")
    assert main(["explore", str(path), "--", "one.csv"]) == 0
    capsys.readouterr()
    path.write_text("name = 'o' + 'ne'\nassert open(f'{name}.csv').read() == 'one'", "utf-8")
    status, found = asked(capsys, "explore", path)
    assert (status, found["kind"], found["line"]) == (2, "unseen", 2)
    (tmp_path / "helpers").mkdir()
    (tmp_path / "helpers" / "__init__.py").write_text("x = 1", "utf-8")
    path.write_text("import helpers", "utf-8")
    status, found = asked(capsys, "explore", path)
    assert (status, found["kind"]) == (2, "unseen")
    assert "helpers" in found["message"]


def test_a_number_of_executions_is_whole_and_may_be_large(
    race: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As large as the default, and larger."""
    assert asked(capsys, "explore", race, "--max-executions", 10_000_000)[0] == 1
    for wrong in ("0", "0.5", "-1", "many"):
        with pytest.raises(SystemExit) as ended:
            main(["explore", str(race), "--max-executions", wrong])
        assert ended.value.code == 2
    capsys.readouterr()


def test_a_folder_that_is_called_like_a_module_is_none(
    race: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is passed over, like everything beside a script that cannot be read."""
    (race.parent / "tickets.py").mkdir()
    assert asked(capsys, "explore", race)[0] == 1


def test_the_language_is_that_of_the_environment(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless one is asked for."""
    path = tmp_path / "hello.py"
    path.write_text("print(1)", encoding="utf-8")
    monkeypatch.setenv("BAOZI_LANG", "en")
    assert main(["explore", str(path)]) == 0
    assert "It holds" in capsys.readouterr().out


def test_what_comes_after_two_dashes_is_the_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even if it looks like an option of ours."""
    path = tmp_path / "arguments.py"
    path.write_text("import sys\nassert sys.argv[1:] == ['--json', '3'], sys.argv", "utf-8")
    assert main(["explore", str(path), "--", "--json", "3"]) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_within_bounds_is_3(race: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One execution shows nothing wrong, and is not all there are."""
    race.write_text(RACE.replace("assert tickets", "tickets"), encoding="utf-8")
    status, found = asked(capsys, "explore", race, "--max-executions", 1)
    assert status == 3
    assert (found["verdict"], found["complete"]) == ("holds within bounds", False)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.py", None, "no such file"),
        ("wrong.py", b"x = 1\nif x\n", "wrong.py:2: SyntaxError"),
        ("latin.py", "print('é')".encode("latin-1"), "UTF-8"),
        ("null.py", b"print('a\x00b')", "null bytes"),
        ("binary.py", bytes(range(128, 256)), "UTF-8"),
        ("lesson.ipynb", b"{}", "nbconvert"),
        ("large.py", b"x = 1\n" * 900_000, "larger than 1 MiB"),
    ],
)
def test_what_is_no_program_is_refused(
    name: str, content: bytes | None, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence that names the file and what is wrong with it."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    said = refused(capsys, "explore", path)
    assert says in said
    assert name in said


def test_a_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do instead."""
    assert "Name the program in it" in refused(capsys, "explore", tmp_path)


def test_other_encodings_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """If the head names them, as Python wants it, or a byte order mark does."""
    path = tmp_path / "latin.py"
    path.write_bytes("# coding: latin-1\nassert len('é') == 1".encode("latin-1"))
    assert main(["explore", str(path)]) == 0
    path.write_bytes("\ufeffassert len('é') == 1".encode())
    assert main(["explore", str(path)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("schedule", "says"),
    [
        ("nonsense", "no schedule"),
        ("0x999999999999999999999", "no schedule"),
        ("0,0.7", "at step 2, 0.7 cannot move"),
        ("0x400", "0 cannot move"),
    ],
)
def test_a_schedule_that_does_not_fit_is_refused(
    schedule: str, says: str, race: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With where it does not, and where to find one that does."""
    said = refused(capsys, "replay", race, schedule)
    assert says in said
    assert "explore prints" in said


@pytest.mark.parametrize(
    "wrong",
    [["--max-seconds", "-1"], ["--max-executions", "x"], ["--start-method", "thread"], ["--what"]],
)
def test_wrong_options_are_usage_errors(
    wrong: list[str], race: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As argparse answers them."""
    with pytest.raises(SystemExit) as ended:
        main(["explore", str(race), *wrong])
    assert ended.value.code == 2
    assert wrong[0] in capsys.readouterr().err
