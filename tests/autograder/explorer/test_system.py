"""``os``, ``sys``, dates and random numbers: the same in every execution, each process's own."""

from __future__ import annotations

import pytest

from autograder.explorer.doing import Halt
from autograder.explorer.machine import Machine
from autograder.explorer.search import Search
from autograder.explorer.settings import Settings
from autograder.explorer.source import Program
from tests.autograder.explorer.running import outcomes


def text(source: str, start_method: str = "spawn") -> tuple[str, ...]:
    """The lines of a program that can do one thing only."""
    (only,) = outcomes(source, start_method)
    assert not only.errors
    return only.text


def run(program: Program, seed: int = 0) -> tuple[int, str]:
    """How many numbers that may matter the main process draws, and what it writes."""
    found = set()
    for result in Search(lambda: Machine(program, Settings(seed=seed))).results():
        assert isinstance(result.execution, Machine)
        main = result.execution.processes[0]
        found.add((main.draws, "".join(text for _, text, _ in main.output)))
    (only,) = found
    return only


def draws(source: str, seed: int = 0) -> tuple[int, str]:
    """The same, of a program given by its source."""
    return run(Program(source), seed)


# --- os -----------------------------------------------------------------------------------------


def test_pids_and_places_are_the_same_everywhere() -> None:
    """Numbers of processes depend on the family tree alone; every program runs in one folder."""
    source = """
import os
from os import getpid
from os.path import join, abspath, exists
from multiprocessing import Process
def task(): print(getpid(), os.getppid())
if __name__ == "__main__":
    print("main", getpid(), os.cpu_count(), os.getcwd(), join("a", "b"), abspath("x"), exists("x"))
    Process(target=task).start()
"""
    assert text(source) == ("1001 1000", "main 1000 4 /desk a/b /desk/x False")


def test_the_environment_is_neutral_and_inherited_at_the_start() -> None:
    """A child has what its parent's held when it was started; changes stay where they are made."""
    source = """
import os
from multiprocessing import Process
def task():
    print("child", os.environ["A"], os.getenv("B")); os.environ["A"] = "mine"
if __name__ == "__main__":
    os.environ["A"] = "1"
    p = Process(target=task); p.start()
    os.environ["A"] = "2"; os.environ["B"] = "3"; p.join()
    print("main", os.environ["A"], sorted(os.environ)[:3], "HOSTNAME" in os.environ)
"""
    for method in ("spawn", "fork"):
        assert text(source, method) == ("child 1 None", "main 2 ['A', 'B', 'HOME'] False")


def test_folders() -> None:
    """Made, listed, walked and removed."""
    source = """
import os, shutil, tempfile
os.makedirs("a/b"); os.makedirs("a/b", exist_ok=True); open("a/x", "w").write("12")
print(1, os.listdir("a"), list(os.walk("a")), os.path.getsize("a/x"), os.stat("a/x").st_size)
print(2, [(e.name, e.is_dir()) for e in os.scandir("a")], os.path.isdir("a"), os.path.isfile("a"))
shutil.copy("a/x", "a/b"); print(3, open("a/b/x").read()); shutil.rmtree("a")
print(4, os.path.exists("a"))
with tempfile.TemporaryDirectory() as folder: print(5, os.path.isdir(folder))
print(6, os.path.isdir(folder))
"""
    assert text(source) == (
        "1 ['b', 'x'] [('a', ['b'], ['x']), ('a/b', [], [])] 2 2",
        "2 [('b', True), ('x', False)] True False",
        "3 12",
        "4 False",
        "5 True",
        "6 False",
    )


def test_two_can_make_a_folder_of_one_name_only_once() -> None:
    """Checking first does not help; asking for forgiveness does."""
    source = """
import os
from multiprocessing import Process
def task():
    {how}
if __name__ == "__main__":
    for n in range(2): Process(target=task).start()
"""
    found = outcomes(source.replace("{how}", 'if not os.path.exists("a"): os.mkdir("a")'))
    assert {len(each.errors) for each in found} == {0, 1}
    found = outcomes(source.replace("{how}", 'os.makedirs("a", exist_ok=True)'))
    assert {len(each.errors) for each in found} == {0}


def test_a_process_ends_at_once() -> None:
    """``os._exit`` runs no ``finally`` and nothing registered."""
    source = """
import atexit, os
from multiprocessing import Process
def task():
    atexit.register(print, "never")
    try: os._exit(263)
    finally: print("never")
if __name__ == "__main__":
    p = Process(target=task); p.start(); p.join(); print(p.exitcode)
"""
    assert text(source) == ("7",)


def test_a_process_is_killed_by_number() -> None:
    """``os.kill`` ends a child some time later; 0 asks; who is not there cannot be killed."""
    source = """
import os, signal, time
from multiprocessing import Process
if __name__ == "__main__":
    p = Process(target=time.sleep, args=(9,)); p.start()
    os.kill(p.pid, 0); os.kill(p.pid, signal.SIGKILL); p.join(); print(p.exitcode)
    try: os.kill(p.pid, 0)
    except ProcessLookupError as e: print(e)
"""
    assert {each.text for each in outcomes(source)} == {
        ("-9", "[Errno 3] No such process"),
        ("0", "[Errno 3] No such process"),
    }


@pytest.mark.parametrize(
    ("source", "call"),
    [
        ("import os\nos.fork()", "os.fork"),
        ("import os\nos.system('ls')", "os.system"),
        ("import os\nos.popen('ls')", "os.popen"),
        ("import os\nos.execv('a', [])", "os.execv"),
        ("import os\nos.waitpid(1, 0)", "os.waitpid"),
        ("import os\nos.open('a', 0)", "os.open"),
        ("import os\nos.chdir('/tmp')", "os.chdir"),
        ("import sys\nsys.settrace(None)", "sys.settrace"),
        ("import sys\nsys._getframe()", "sys._getframe"),
        ("import signal\nsignal.signal(signal.SIGTERM, print)", "signal.signal"),
        ("import signal\nsignal.alarm(1)", "signal.alarm"),
        ("import io\nio.FileIO('a')", "io.FileIO"),
        ("import tempfile\ntempfile.mkstemp()", "tempfile.mkstemp"),
    ],
)
def test_what_is_not_modelled_says_so(source: str, call: str) -> None:
    """By name and line."""
    with pytest.raises(Halt) as halted:
        outcomes(source)
    assert halted.value.fields == {"call": call}
    assert halted.value.line == 2


# --- sys ----------------------------------------------------------------------------------------


def test_each_process_has_a_sys_of_its_own() -> None:
    """Its arguments, its streams, its modules."""
    program = Program(
        'import sys, argparse\nparser = argparse.ArgumentParser()\nparser.add_argument("n")\n'
        "print(sys.argv, parser.parse_args().n, sys.modules[__name__].__name__)",
        "tool.py",
        arguments=("7",),
    )
    assert run(program)[1] == "['tool.py', '7'] 7 __main__\n"


def test_output_can_be_redirected() -> None:
    """By replacing ``sys.stdout`` and by ``contextlib``, in one process only."""
    source = """
import contextlib, io, sys
from multiprocessing import Process
def task(): print("child")
if __name__ == "__main__":
    before, sys.stdout = sys.stdout, io.StringIO()
    print("hidden"); p = Process(target=task); p.start(); p.join()
    held, sys.stdout = sys.stdout.getvalue(), before
    with contextlib.redirect_stdout(io.StringIO()) as inside: print("inside")
    print([held, inside.getvalue()])
"""
    assert text(source) == ("['hidden\\n', 'inside\\n']", "child")


def test_what_real_modules_write_is_the_process_s_own() -> None:
    """Pretty printing and tracebacks go to the virtual streams, redirected or not."""
    source = """
import io, pprint, sys, traceback
pprint.pprint({"b": 1, "a": 2}); pprint.pp([1])
sys.stderr = io.StringIO()
try: 1 / 0
except ZeroDivisionError: traceback.print_exc()
print(sys.stderr.getvalue().splitlines()[-1])
"""
    assert text(source) == ("ZeroDivisionError: division by zero", "[1]", "{'a': 2, 'b': 1}")


@pytest.mark.parametrize(
    ("body", "order"),
    [
        ("atexit.register(print, 1); atexit.register(print, 2); p.start()", ["2", "1"]),
        ("p.start(); atexit.register(print, 1); atexit.unregister(print)", []),
        ("atexit.register(print, 'a', 'b', sep='-')", ["a-b"]),
    ],
)
def test_what_is_registered_is_done_at_the_end(body: str, order: list[str]) -> None:
    """The last one first."""
    source = f"""
import atexit
from multiprocessing import Process
if __name__ == "__main__":
    p = Process(); {body}
"""
    assert draws(source)[1].split() == order


def test_what_is_registered_before_children_are_comes_after_them() -> None:
    """``multiprocessing`` registers its wait for children when it is first used."""
    source = """
import atexit, os
from multiprocessing import Process
def task(): open("done", "w").close()
def look(when): print(when, os.path.exists("done"))
if __name__ == "__main__":
    atexit.register(look, "after")
    Process(target=task).start()
    atexit.register(look, "before")
"""
    assert {each.text for each in outcomes(source)} == {
        ("after True", "before False"),
        ("after True", "before True"),
    }


# --- random, secrets, uuid ----------------------------------------------------------------------


def test_unseeded_numbers_repeat_themselves_and_differ_by_process() -> None:
    """They depend on the settings' seed and the process's place in the family tree."""
    source = """
import random
from multiprocessing import Process
def task(): print(random.random())
if __name__ == "__main__":
    for n in range(2): Process(target=task).start()
    task()
"""
    assert len(set(text(source))) == 3
    assert text(source) == text(source)
    assert draws("import random\nprint(random.random())", seed=1) != draws(
        "import random\nprint(random.random())", seed=2
    )


def test_a_forked_child_goes_on_with_its_parents_numbers() -> None:
    """The classic mistake: all children draw alike."""
    source = """
import random
from multiprocessing import Process
def task(): print(random.random())
if __name__ == "__main__":
    random.random()
    for n in range(2): Process(target=task).start()
"""
    assert len(set(text(source, "fork"))) == 1
    assert len(set(text(source, "spawn"))) == 2


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ("random.random()", 1),
        ("random.shuffle([1, 2, 3])", 1),
        ("random.sample(range(9), 3); random.choice('ab'); random.gauss(0, 1)", 3),
        ("random.seed(5); random.random()", 0),
        ("random.Random(5).randint(1, 6)", 0),
        ("random.Random().randint(1, 6)", 1),
        ("random.seed(); random.random()", 1),
        ("time.sleep(random.random())", 0),
        ("time.sleep(random.uniform(1, 2)); random.random()", 1),
        ("secrets.token_hex(4); uuid.uuid4(); os.urandom(3)", 3),
        ("secrets.randbelow(5)", 1),
        ("", 0),
    ],
)
def test_draws_that_may_matter_are_counted(body: str, count: int) -> None:
    """Not those from a seed of the program's own, nor those that it only sleeps by."""
    assert draws(f"import os, random, secrets, time, uuid\n{body}")[0] == count


def test_a_seed_gives_the_real_numbers() -> None:
    """What a learner has seen outside, they see here."""
    source = "import random\nrandom.seed(42)\nprint(random.randint(1, 100), random.choice('abc'))"
    assert draws(source) == (0, "82 a\n")


# --- datetime -----------------------------------------------------------------------------------


def test_it_is_as_late_as_the_program_has_slept() -> None:
    """Dates are real ones, of a clock that is virtual; each look takes a moment."""
    source = """
import datetime, pickle, time
from datetime import datetime as DateTime
begin = DateTime.now()
time.sleep(60)
passed = DateTime.now() - begin
print(passed.seconds, datetime.date.today(), isinstance(begin, DateTime), DateTime(2020, 1, 2))
print(pickle.loads(pickle.dumps(begin)) == begin, DateTime.strptime("7 2020", "%d %Y").day)
print(DateTime.now(datetime.timezone.utc).tzinfo)
"""
    assert text(source) == ("60 2020-09-13 True 2020-01-02 00:00:00", "True 7", "UTC")
