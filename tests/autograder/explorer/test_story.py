"""What a person reads of an exploration: canonical stories in both languages, and what all must keep."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from autograder import messages
from autograder.explorer import html, text
from autograder.explorer.conditions import AtOnce
from autograder.explorer.exploring import explore
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.settings import Limits
from autograder.explorer.source import Program
from autograder.explorer.widths import wide
from tests.autograder.explorer.stories import EN, PROGRAMS, ZH

GOLDEN = [
    pytest.param(name, language, expected, id=f"{name}-{language}")
    for language, stories in (("en", EN), ("zh", ZH))
    for name, expected in stories.items()
]
NAMES = pytest.mark.parametrize("name", PROGRAMS)


def told(name: str) -> tuple[Report, Program]:
    """One of the canonical programs, explored."""
    program = Program(PROGRAMS[name])
    return explore(program), program


@pytest.mark.parametrize(("name", "language", "expected"), GOLDEN)
def test_the_whole_text_of_a_story(name: str, language: str, expected: str) -> None:
    """Word by word, and the same again when it is explored again."""
    messages.use(language)
    assert text.render(*told(name), width=80) == expected
    assert text.render(*told(name), width=80) == expected


@NAMES
@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_no_line_is_wider_than_the_terminal(name: str, language: str, width: int) -> None:
    """Chinese characters count as two columns; only a schedule stays in one piece."""
    messages.use(language)
    report, program = told(name)
    lines = text.render(report, program, width=width).splitlines()
    assert [line for line in lines if wide(line) > width and line != report.schedule] == []


@NAMES
def test_the_columns_of_a_table_are_as_wide_in_every_row(name: str) -> None:
    """The lines between columns stand below each other, whatever the language of the cells."""
    messages.use("zh")
    rows = [line for line in text.render(*told(name), width=100).splitlines() if "│" in line]
    places = {tuple(wide(line[: at.start()]) for at in re.finditer("│", line)) for line in rows}
    assert len(places) <= 1


@NAMES
def test_each_process_keeps_its_program_order(name: str) -> None:
    """The steps shown are numbered as they happened."""
    messages.use("en")
    numbers = [
        int(found[1])
        for line in text.render(*told(name), width=100).splitlines()
        if (found := re.match(r" {0,2}(\d{1,3})  ", line))
    ]
    assert numbers == sorted(numbers)


def test_colours_say_nothing_that_words_do_not() -> None:
    """Without them, the text is the same."""
    messages.use("en")
    painted = text.render(*told("circle"), color=True)
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[\d*m", "", painted) == text.render(*told("circle"))


def test_the_message_is_one_line() -> None:
    """The verdict and what broke."""
    messages.use("en")
    assert text.message(*told("circle")) == (
        "✗ Deadlock: it can wait for ever. Process-1 holds left and waits for right (line 5);"
        " Process-2 holds right and waits for left (line 5)."
    )


def test_processes_that_do_not_fit_side_by_side_are_told_one_after_the_other() -> None:
    """Three philosophers in sixty columns: every line begins with a name."""
    messages.use("en")
    pairs = "(forks[0], forks[1]), (forks[1], forks[2]), (forks[2], forks[0])"
    program = Program(PROGRAMS["circle"].replace("(left, right), (right, left)", pairs))
    lines = text.render(explore(program), program, width=60).splitlines()
    assert "  4  Process-1  line 4: with one:   takes forks[0]" in lines
    assert "     Process-3  line 5: with other:   ✗ waits for forks[0]" in lines
    assert not any("│" in line for line in lines)


# --- HTML ---------------------------------------------------------------------------------------------


class _Outline(HTMLParser):
    """The tags of a fragment, checked to nest."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@NAMES
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_html_is_a_table_with_headers_and_no_scripts(name: str, language: str) -> None:
    """Columns and rows have their headers; folded steps open; nothing comes from elsewhere."""
    messages.use(language)
    fragment = html.render(*told(name))
    outline = _Outline()
    outline.feed(fragment)
    assert outline.open == []
    tags = [tag for tag, _ in outline.seen]
    assert "script" not in tags
    assert "http" not in fragment
    assert {"table", "details", "summary"} <= set(tags)
    headers = [attributes for tag, attributes in outline.seen if tag == "th"]
    assert {each["scope"] for each in headers} == {"col", "row"}
    assert outline.seen[0][1]["lang"] == ("zh-CN" if language == "zh" else "en")
    assert fragment == html.render(*told(name))


def test_html_escapes_whatever_is_the_learners() -> None:
    """Source, names, values, output and exceptions are text, and stay it."""
    messages.use("en")
    evil = "<script>alert(1)</script>"
    source = f"""
from multiprocessing import Process, Value, Queue
def work(q, v):
    print("{evil}", q.get())
    v.value = 1; assert not v.value, "{evil}"
if __name__ == "__main__":
    q, v = Queue(), Value("i", 0)
    child = Process(target=work, args=(q, v), name="{evil}")
    child.start(); q.put("{evil}"); child.join(); v.value
"""
    program = Program(source, "<b>.py")
    report = explore(program)
    assert report.kind == "assertion"
    fragment = html.render(report, program)
    assert "<script" not in fragment
    assert "&lt;script&gt;alert(1)" in fragment


# --- Verdicts -----------------------------------------------------------------------------------------

PROGRAM = Program("a = 1\nwhile a:\n    pass\n")
PLAIN = Report(Verdict.HOLDS, executions=12, complete=True)
FINDINGS = {
    "holds": PLAIN,
    "holds-one": replace(PLAIN, executions=1),
    "at-once": replace(PLAIN, at_once=4),
    "bounded": Report(Verdict.BOUNDED, notes=("budget", "random", "clock", "too-long"), sampled=3),
    "endless": Report(Verdict.INCONCLUSIVE, "endless", fields={"rounds": 9, "line": 2}),
    "flood": Report(Verdict.INCONCLUSIVE, "flood", fields={"characters": 9, "line": 2}),
    "other program": Report(
        Verdict.INCONCLUSIVE,
        "not-repeatable",
        fields={"step": 4, "process": "0.1", "before": "lock.acquire lock-0:1", "now": "-"},
    ),
    "time": Report(Verdict.INCONCLUSIVE, "time"),
    "memory": Report(Verdict.INCONCLUSIVE, "memory"),
    "died": Report(Verdict.INCONCLUSIVE, "died"),
    "unknown": Report(Verdict.INCONCLUSIVE, "something new"),
    "unsupported": Report(
        Verdict.UNSUPPORTED, "unsupported", fields={"call": "os.fork", "line": 2}
    ),
    "end": Report(Verdict.BROKEN, "end", fields={"detail": "one ticket sold"}),
    "rule": Report(Verdict.BROKEN, "rule", fields={"detail": "never below zero"}),
    "too few": Report(Verdict.BROKEN, "rule", fields={"rule": "at-once", "least": 4, "reached": 1}),
    "too many": Report(Verdict.BROKEN, "rule", fields={"detail": "at-once"}, at_once=5),
}


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("finding", FINDINGS)
def test_every_verdict_has_its_sentence(finding: str, language: str) -> None:
    """In text and in HTML, without a story too; what is asked of the learner follows."""
    messages.use(language)
    report = FINDINGS[finding]
    message = text.message(report, PROGRAM)
    sign = {Verdict.HOLDS: "✓", Verdict.BROKEN: "✗", Verdict.BOUNDED: "≈"}.get(report.verdict, "?")
    assert message.startswith(sign)
    assert "{" not in message
    assert html.render(report, PROGRAM).count("bz-head") == 2
    rendered = text.render(report, PROGRAM)
    assert rendered.startswith(sign)
    asked = messages.text("explorer.look-at", advice="").strip()
    silent = report.verdict is Verdict.HOLDS or finding == "unknown"
    assert (asked in rendered) is not silent


def test_what_was_not_explored_is_said() -> None:
    """A bounded verdict names each of its bounds."""
    messages.use("en")
    message = text.message(FINDINGS["bounded"], PROGRAM)
    for word in ("3 of them were samples", "allowed", "random", "clock", "given up"):
        assert word in message


def test_a_loop_without_end_is_shown() -> None:
    """The line, and what is in it."""
    messages.use("en")
    message = text.message(FINDINGS["endless"], PROGRAM)
    assert message == (
        "? No verdict. After 9 rounds, the loop at line 2 had done nothing that other processes could"
        " see. That line is: while a:"
    )


def test_too_much_at_once_is_told_with_its_story() -> None:
    """A rule on how many work at a time: how many there were."""
    messages.use("en")
    source = (
        "import time\nfrom multiprocessing import Process\n"
        "if __name__ == '__main__':\n"
        "    children = [Process(target=time.sleep, args=(1,)) for _ in range(2)]\n"
        "    for child in children: child.start()\n"
        "    for child in children: child.join()\n"
    )
    program = Program(source)
    report = explore(program, conditions=[AtOnce(most=1)], limits=Limits(seconds=5))
    assert text.message(report, program).startswith("✗ Too many are at work at once: 2.")


def test_who_sleeps_again_and_again_asks_for_nothing() -> None:
    """A light that never ends goes round; sleeping is no question that could be answered."""
    messages.use("en")
    source = (
        "import time\nfrom multiprocessing import Process\n"
        "def light():\n    while True:\n        time.sleep(3)\n"
        "if __name__ == '__main__':\n    Process(target=light).start()\n"
    )
    report = explore(Program(source), limits=Limits(seconds=5))
    told = text.render(report, Program(source))
    assert "Process-1 goes round and round (line 5)" in told
    assert "same answer" not in told


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        ("end", "✗ 有一种走法，最后破了这条规矩：one ticket sold。"),
        ("rule", "✗ 有一种走法，半路上破了这条规矩：never below zero。"),
    ],
)
def test_a_broken_rule_is_told_as_what_happens(finding: str, expected: str) -> None:
    """There is a way to break it; that is more than that it may be broken."""
    messages.use("zh")
    assert text.message(FINDINGS[finding], PROGRAM) == expected


def test_what_is_raised_is_raised() -> None:
    """In Chinese, too, and in one word."""
    messages.use("zh")
    program = Program("1 / 0")
    assert "MainProcess 第 1 行：1 / 0，抛出 ZeroDivisionError: division by zero。" in text.message(
        explore(program), program
    )


def test_an_end_has_no_line() -> None:
    """Nobody is told of a line 0: a process ends by itself."""
    messages.use("en")
    source = (
        "from multiprocessing import Process, Queue\n"
        "def write(box):\n    box.put('letter')\n"
        "if __name__ == '__main__':\n"
        "    box = Queue()\n"
        "    egon = Process(target=write, args=(box,))\n"
        "    egon.start()\n"
        "    while egon.is_alive():\n"
        "        box.get()\n"
    )
    report = explore(Program(source), limits=Limits(seconds=5))
    told = text.render(report, Program(source))
    assert "before it went on, Process-1 ends." in told
    assert "line 0" not in told


LATE = """
from multiprocessing import Queue

if __name__ == "__main__":
    box, page = Queue(), []
    box.put(page)
    page.append("please")
    assert box.get() == {expected}
"""


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ([], ["puts something into box", "passes ['please'] on to box", "gets ['please']"]),
        (["please"], ["puts something", "passes [] on to box", "goes on after the put", "gets []"]),
    ],
)
def test_alone_with_its_feeder_thread_a_process_shows_when_that_delivers(
    expected: list[str], words: list[str]
) -> None:
    """There is nothing else to see, and nothing of it is folded away."""
    messages.use("en")
    program = Program(LATE.format(expected=expected))
    told = text.render(explore(program), program)
    places = [told.find(each) for each in words]
    assert -1 not in places
    assert places == sorted(places)
