"""Every operation has its words, in both languages."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from autograder import messages
from autograder.explorer import wording
from autograder.explorer.families import KINDS
from autograder.explorer.families.disk import Failed
from autograder.explorer.labels import label, listed, process_of
from autograder.explorer.operations import Error, Op
from autograder.explorer.reports import Step, Story, Wait
from autograder.explorer.showing import show, show_message
from autograder.explorer.wording import VARIANTS, nobody, phrase, waiting

LANGUAGES = pytest.mark.parametrize("language", messages.LANGUAGES)
STORY = Story(
    steps=(),
    names={0: "MainProcess", 1: "Process-1", 2: "buyer", 3: "buyer"},
    labels={
        "process-0": "MainProcess",
        "process-0.1": "Process-1",
        "process-0.2": "buyer",
        "process-0.3": "buyer",
        "lock-0:1": "left",
        "queue-0:1": "q",
        "value-0:1": "tickets",
        "lock-0.1:1": "mutex",
        "lock-0.2:1": "mutex",
        "dict-0:1": "d",
    },
    homes={0: "process-0", 1: "process-0.1", 2: "process-0.2", 3: "process-0.3"},
)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_chosen", "en")


def said(kind: str, name: str, argument: Any = None, answer: Any = None) -> str:
    """The phrase for one step."""
    return phrase(STORY, Step(1, Op(kind, name, argument), answer, "program.py", 1, []))


@LANGUAGES
def test_every_kind_of_operation_has_its_phrase(language: str) -> None:
    """A new kind cannot be added without words for it."""
    assert [kind for kind in KINDS if not isinstance(_entry(f"op.{kind}", language), str)] == []


@LANGUAGES
def test_every_answer_that_reads_differently_has_its_phrase(language: str) -> None:
    """The variants are all there, and none is there that nothing leads to."""
    assert [
        kind + suffix
        for kind, suffixes in VARIANTS.items()
        for suffix in suffixes
        if not isinstance(_entry(f"op.{kind}{suffix}", language), str)
    ] == []
    known = {*KINDS, *(kind + suffix for kind, suffixes in VARIANTS.items() for suffix in suffixes)}
    catalogue = messages.entries("explorer.op", language)
    told = {f"{family}.{act}" for family, acts in catalogue.items() for act in acts}
    assert told - known == set()


@LANGUAGES
def test_every_kind_that_can_wait_says_what_for(language: str) -> None:
    """Whatever may not be possible for ever has a phrase for who waits to do it."""
    waits = [kind for kind, each in KINDS.items() if each.enabled is not None]
    assert [kind for kind in waits if not isinstance(_entry(f"wait.{kind}", language), str)] == []


def _entry(key: str, language: str) -> Any:
    try:
        return messages.entries(f"explorer.{key}", language)
    except KeyError:
        return None


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        (("lock.acquire", "lock-0:1", None, True), "takes left"),
        (("lock.try", "lock-0:1", None, False), "asks for left: not free"),
        (("cell.read", "value-0:1", None, 1), "reads tickets: 1"),
        (("cell.write", "value-0:1", 0, None), "writes tickets: 0"),
        (("channel.recv", "queue-0:1", None, pickle.dumps("bun 0")), "gets 'bun 0' from q"),
        (("channel.recv", "pipe-0:1", None, Error("EOFError")),
         "receives from pipe no. 1: EOFError, it is closed"),
        (("channel.try-recv", "queue-0:1", None, None), "finds nothing in q"),
        (("channel.flush", "queue-0:1", b"", 0), "cannot pickle what was put into q: it is lost"),
        (("semaphore.acquire", "queue-0:2-size", None, True), "takes a place in queue no. 2"),
        (("lock.release", "lock-0:1", None, Error("ValueError", "no")),
         "gives left back: ValueError"),
        (("barrier.enter", "barrier-0:1", False, Error("BrokenBarrierError")),
         "arrives at barrier no. 1: BrokenBarrierError"),
        (("process.die", "process-0.1", -15, None), "is terminated"),
        (("file.read", "file-/desk/t.json", (0, None), b""), "reads /desk/t.json: nothing in it"),
        (("disk.remove", "disk", "/desk/t.json", Failed(2)), "removes t.json: ENOENT"),
        (("cell.call", "dict-0:1", ("__getitem__", pickle.dumps((("n",), {})), None),
          ("returned", pickle.dumps(3))), "reads d['n']: 3"),
        (("cell.call", "dict-0:1", ("__setitem__", pickle.dumps((("n", 2), {})), None),
          ("returned", pickle.dumps(None))), "writes d['n']: 2"),
        (("cell.call", "dict-0:1", ("pop", pickle.dumps((("n",), {})), None),
          ("raised", pickle.dumps(KeyError("n")))), "calls d.pop('n'): KeyError"),
        (("cell.call", "dict-0:1", ("append", pickle.dumps(((1,), {})), None),
          ("returned", pickle.dumps(None))), "calls d.append(1)"),
    ],
)  # fmt: skip
def test_a_step_is_told_by_what_it_did_and_what_it_answered(
    step: tuple[str, str, Any, Any], expected: str
) -> None:
    """The program's own names, the value where there is one, the exception where it is one."""
    assert said(*step) == expected


@pytest.mark.parametrize(
    ("kind", "name", "english", "chinese"),
    [
        ("tasks.wait", "queue-0:1", "sees that all of q is done", "看到 q 没有欠着的活"),
        ("names.find", "names-0", "opens by their names the locks, events and queues it was handed",
         "按名字打开交给它的锁、事件、队列"),
        ("names.drop", "names-0",
         "has run its code; nobody can find the locks, events and queues it made any more",
         "代码跑完了，它造的锁、事件和队列，别人再也找不到"),
    ],
)  # fmt: skip
def test_what_no_line_asks_for_is_told_in_plain_words(
    kind: str, name: str, english: str, chinese: str
) -> None:
    """A join that goes through need not have waited; names are those of things, and whose they are is said."""
    assert said(kind, name) == english
    messages.use("zh")
    assert said(kind, name) == chinese


def test_a_kind_without_words_is_told_all_the_same() -> None:
    """No story fails for want of a phrase."""
    assert said("portal.open", "portal-0:1") == "does portal.open on portal no. 1"


def test_things_without_a_variable_are_numbered() -> None:
    """What nobody gave a name to is called what it is."""
    assert label(STORY, "lock-0:2") == "lock no. 2"
    assert label(STORY, "0.1~queue-0:1") == "q"


def test_things_that_processes_have_one_each_of_say_whose_they_are() -> None:
    """A lock made at module level is another one in every spawned process."""
    assert label(STORY, "lock-0.1:1") == "mutex of Process-1"


def test_processes_of_the_same_name_are_told_apart() -> None:
    """By their place in the family tree."""
    assert process_of(STORY, 1) == "Process-1"
    assert [process_of(STORY, 2), process_of(STORY, 3)] == ["buyer (0.2)", "buyer (0.3)"]


def test_who_waits_and_that_nobody_can_help() -> None:
    """What is waited for, with what is known of it."""
    wait = Wait(1, Op("barrier.pass", "barrier-0:1"), False, (), "program.py", 3,
                {"arrived": 2, "parties": 3})  # fmt: skip
    assert waiting(STORY, wait) == "waits at barrier no. 1 (2 of 3 are there)"
    assert nobody(STORY, wait) == "nobody else is left to arrive"


def test_names_in_a_row() -> None:
    """Commas, and an "and"."""
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"


class Order:
    """Something of a program's own."""

    def __reduce__(self) -> Any:
        return (print, ("loaded!",))


class Rest(int):
    """A number that is known as one of a kind."""

    def __repr__(self) -> str:
        raise AssertionError("a program's own")


class Left(int):
    """One that is a number only when it has come through a queue."""

    def __reduce__(self) -> Any:
        return int, (int(self),)


def test_a_number_is_shown_as_what_it_is() -> None:
    """One of a program's own kind with its value, by nobody's repr but ours; one sent as a number, as one."""
    assert show(Rest(2)) == show_message(pickle.dumps(Rest(2))) == "Rest(2)"
    assert show_message(pickle.dumps([Rest(2), "bun"])) == "[Rest(2), 'bun']"
    assert show(Left(2)) == "Left(2)"
    assert show_message(pickle.dumps(Left(2))) == "2"
    assert show_message(pickle.dumps({"left": Left(2)})) == "{'left': 2}"


def test_messages_are_shown_without_being_loaded(capsys: pytest.CaptureFixture[str]) -> None:
    """A pickle may do anything when it is loaded; here it is only read."""
    assert (
        show_message(pickle.dumps([1, ("a", None), {"b": {2}}])) == "[1, ('a', None), {'b': {2}}]"
    )
    assert show_message(pickle.dumps(Order())) == "print(…)"
    assert show_message(b"\x80 not a pickle") == "b'\\x80 not a pickle'"
    assert capsys.readouterr().out == ""


def test_values_are_shown_alike_on_every_machine() -> None:
    """No address, no order that hashing decides, no endless nesting."""
    endless: list[Any] = []
    endless.append(endless)
    assert show(Order()) == "Order(…)"
    assert show({"c", "a", "b"}) == "{'a', 'b', 'c'}"
    assert show(endless) == "[[[[…]]]]"
    assert show_message(pickle.dumps(endless)) == "[[[[…]]]]"


def test_the_words_for_variants_are_chosen_by_kinds_that_exist() -> None:
    """A kind that is renamed takes its variants along."""
    assert set(VARIANTS) <= set(KINDS)
    assert set(wording._CHOICES) <= set(KINDS)
