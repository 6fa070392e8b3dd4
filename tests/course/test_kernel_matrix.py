"""Definitions in cells reach children: every start method on every installed Python."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.kernels import Kernel, kernel
from tests.pythons import environments

pytestmark = pytest.mark.slow

METHODS = ("fork", "forkserver", "spawn")
PYTHONS = [
    pytest.param(path, marks=pytest.mark.xdist_group(f"kernel-{version}"), id=version)
    for version, path in environments().items()
]


@pytest.fixture(scope="module", params=PYTHONS)
def python(request: pytest.FixtureRequest) -> Iterator[Kernel]:
    """A kernel of each installed Python."""
    with kernel(request.param) as running:
        yield running


@pytest.fixture(params=METHODS)
def one(python: Kernel, request: pytest.FixtureRequest) -> Kernel:
    """The kernel, with `mp` standing for a start method's context."""
    setup = f"import multiprocessing\nmp = multiprocessing.get_context({request.param!r})"
    assert python.run(setup).error == ""
    python.method = request.param  # type: ignore[attr-defined]
    return python


def test_the_start_method_is_that_of_python_3_14(python: Kernel) -> None:
    """Learners see one semantics, whatever Python they have."""
    shown = python.run("import multiprocessing; print(multiprocessing.get_start_method())")
    assert shown.stdout in {"forkserver\n", "spawn\n"}


def test_definition_and_start_may_share_a_cell(one: Kernel) -> None:
    """The notes' programs stand in one cell each."""
    shown = one.run(
        "def task(name):\n    print(f'{name} is running')\n"
        "p = mp.Process(target=task, args=('admin',))\np.start()\np.join()\nprint('after', p.exitcode)"
    )
    assert shown.stdout == "admin is running\nafter 0\n"
    assert shown.stderr == ""


def test_a_redefined_function_runs_its_new_code(one: Kernel) -> None:
    """A fork server may have loaded the old definitions; children run the latest."""
    run = "\np = mp.Process(target=task); p.start(); p.join()"
    assert one.run(f"def task():\n    print('old'){run}").stdout == "old\n"
    assert one.run(f"def task():\n    print('new'){run}").stdout == "new\n"


def test_a_process_subclass(one: Kernel) -> None:
    """The notes' second way to make a process."""
    shown = one.run(
        "class MyProcess(mp.Process):\n"
        "    def __init__(self, word):\n        super().__init__()\n        self.word = word\n"
        "    def run(self):\n        print(self.word)\n"
        "p = MyProcess('hello'); p.start(); p.join()"
    )
    assert shown.stdout == "hello\n"


def test_a_pool_maps_a_cell_function(one: Kernel) -> None:
    """In a stock kernel this hangs under spawn and forkserver."""
    shown = one.run(
        "def square(n):\n    return n * n\nwith mp.Pool(2) as pool:\n    print(pool.map(square, range(5)))"
    )
    assert shown.stdout == "[0, 1, 4, 9, 16]\n"


def test_lock_and_queue_as_arguments(one: Kernel) -> None:
    """Primitives are handed over as arguments."""
    shown = one.run(
        "def put(queue, lock, number):\n    with lock:\n        queue.put(number)\n"
        "queue, lock = mp.Queue(), mp.Lock()\n"
        "ps = [mp.Process(target=put, args=(queue, lock, n)) for n in range(3)]\n"
        "for p in ps: p.start()\n"
        "print(sorted(queue.get() for _ in ps))\n"
        "for p in ps: p.join()"
    )
    assert shown.stdout == "[0, 1, 2]\n"


def test_class_instances_as_arguments(one: Kernel) -> None:
    """An instance finds its class in the child, and its equal there is an instance of it."""
    shown = one.run(
        "from dataclasses import dataclass\n@dataclass\nclass Bun:\n    filling: str\n"
        "def eat(bun):\n    print(isinstance(bun, Bun), bun.filling)\n"
        "p = mp.Process(target=eat, args=(Bun('leek'),)); p.start(); p.join()"
    )
    assert shown.stdout == "True leek\n"


def test_an_exception_in_a_child_shows_the_learners_own_line(one: Kernel) -> None:
    """Cell, line number and text are the learner's; nothing of ours is between."""
    shown = one.run(
        "print('a line above')\ndef fail():\n    return 1 / 0  # here\n"
        "p = mp.Process(target=fail); p.start(); p.join()\nprint(p.exitcode)"
    )
    assert shown.stdout == "a line above\n1\n"
    assert "return 1 / 0  # here" in shown.stderr
    assert "ZeroDivisionError: division by zero" in shown.stderr
    if one.method != "fork":  # type: ignore[attr-defined]
        assert "line 3, in fail" in shown.stderr
        assert "Cell In[" in shown.stderr
        assert "autograder" not in shown.stderr


def test_a_decorator_that_keeps_the_name_travels(one: Kernel) -> None:
    """functools.wraps lets the child find the function by its name."""
    shown = one.run(
        "import functools\ndef loud(f):\n    @functools.wraps(f)\n    def inner(*a):\n"
        "        print('calling')\n        return f(*a)\n    return inner\n"
        "@loud\ndef task():\n    print('called')\n"
        "p = mp.Process(target=task); p.start(); p.join()"
    )
    assert shown.stdout == "calling\ncalled\n"


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("target = lambda: 1", "A lambda cannot go to a child process"),
        (
            "def make():\n    def inner(): pass\n    return inner\ntarget = make()",
            "made inside make",
        ),
        (
            (
                "def deco(f):\n    def inner(): return f()\n    return inner\n"
                "@deco\ndef target(): pass"
            ),
            "functools.wraps",
        ),
    ],
)
def test_what_cannot_travel_says_why(one: Kernel, code: str, reason: str) -> None:
    """Under fork nothing travels; elsewhere the error names the reason and the learner's line."""
    shown = one.run(f"{code}\np = mp.Process(target=target)\np.start()\np.join()")
    if one.method == "fork":  # type: ignore[attr-defined]
        assert shown.error == ""
    else:
        assert reason in shown.error
        assert "p.start()" in shown.error


def test_a_pool_refuses_a_lambda_with_the_reason(one: Kernel) -> None:
    """What is mapped is pickled under every start method."""
    shown = one.run("with mp.Pool(1) as pool:\n    pool.map(lambda n: n, [1])")
    assert "A lambda cannot go to a child process" in shown.error


def test_a_pool_refuses_a_function_newer_than_its_workers(one: Kernel) -> None:
    """A worker would not find it and the cell would wait for ever, or run the old one."""
    early, late = f"early_{one.method}", f"late_{one.method}"  # type: ignore[attr-defined]
    one.run(f"def {early}(n):\n    return n\npool = mp.Pool(1)\nprint(pool.map({early}, [1]))")
    shown = one.run(f"def {late}(n):\n    return -n\npool.map({late}, [1])")
    assert f"Define {late} first" in shown.error
    shown = one.run(f"def {early}(n):\n    return 2\npool.map({early}, [1])")
    assert f"Define {early} first" in shown.error
    shown = one.run(f"with mp.Pool(1) as pool:\n    print(pool.map({late}, [1]))")
    assert shown.stdout == "[-1]\n"


def test_a_name_that_does_not_travel_says_so(one: Kernel) -> None:
    """A queue made in a cell is no definition: the NameError tells how to hand it over."""
    shown = one.run(
        "line = mp.Queue()\ndef use():\n    line.put(1)\n"
        "p = mp.Process(target=use); p.start(); p.join()"
    )
    if one.method != "fork":  # type: ignore[attr-defined]
        assert "NameError: name 'line' is not defined" in shown.stderr
        assert "args=(line,)" in shown.stderr


def test_four_children_print_200_whole_lines_in_the_right_cell(one: Kernel) -> None:
    """None lost, none torn, none in another cell; 20 times of 20."""
    one.run(
        "def many(child):\n    for n in range(50):\n        print(f'child {child} line {n:02} ' + '.' * 60)"
    )
    expected = sorted(f"child {c} line {n:02} {'.' * 60}" for c in range(4) for n in range(50))
    for _ in range(20):
        shown = one.run(
            "ps = [mp.Process(target=many, args=(c,)) for c in range(4)]\n"
            "for p in ps: p.start()\nfor p in ps: p.join()\nprint('end')"
        )
        lines = shown.stdout.splitlines()
        assert lines[-1] == "end"
        assert sorted(lines[:-1]) == expected
