"""The stage of lesson 05: how processes end, who is told, and who clears up after them.

What multiprocessing says of a process and what the operating system says are two things. Here is
the second: :func:`look` asks the system about one process id, :func:`until` asks again until what
one waits for is there, and :func:`household` lets a story leave orphans about, because whoever was
started inside has ended when the block has.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import active_children, get_start_method
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

from autograder.messages import text

if TYPE_CHECKING:
    from course.table import Table

T = TypeVar("T")

GONE = "gone"
ZOMBIE = "zombie"

# A process carries the environment it was started with wherever it is adopted to: so an orphan,
# whom no list of children names any more, is still known to be of the house.
_MARK = "BAOZI_HOUSEHOLD"
# For so long a process may be too young to tell where it belongs; starting takes far less.
UNCLEAR_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Sight:
    """One process as the operating system saw it at one moment.

    Args:
        pid: Its number.
        ppid: The number of its parent *now*, 0 if it is gone.
        status: psutil's word, such as ``"sleeping"``, or ``"gone"`` if the table has no such row.
        memory: Bytes of memory it occupies.
        cpu: Per cent of one core that it used while it was being looked at.
    """

    pid: int
    ppid: int
    status: str
    memory: int
    cpu: float

    @property
    def ended(self) -> bool:
        """Whether it will never run another line: gone, or a zombie."""
        return self.status in {GONE, ZOMBIE}


def look(pid: int, seconds: float = 0.0) -> Sight:
    """Ask the operating system about process `pid`.

    Args:
        pid: Whom to look at.
        seconds: For how long to measure its use of the CPU; 0 leaves that out.

    >>> look(os.getpid()).ended
    False
    """
    import psutil  # noqa: PLC0415 - children import this module and never look

    try:
        process = psutil.Process(pid)
        ppid, status = process.ppid(), str(process.status())
        if status == ZOMBIE and process.num_threads() > 1:
            status = "running"  # only its first thread has ended: nobody can reap it yet
    except psutil.NoSuchProcess as error:
        # macOS refuses most questions about a zombie, and says so in this way.
        status = ZOMBIE if isinstance(error, psutil.ZombieProcess) else GONE
        return Sight(pid, 0, status, 0, 0.0)
    memory, cpu = 0, 0.0
    with suppress(psutil.Error):  # macOS tells neither of a zombie, which has neither
        memory = process.memory_info().rss
        cpu = process.cpu_percent(seconds) if seconds else 0.0
    return Sight(pid, ppid, status, memory, cpu)


def until(seen: Callable[[], T], seconds: float = 30.0) -> T:
    """Ask `seen` again and again until its answer counts as true, at most `seconds` long.

    The last answer is returned, true or not: on a system without zombies, waiting for one ends too.

    >>> answers = iter([None, None, "done"])
    >>> until(lambda: next(answers))
    'done'
    """
    deadline = time.monotonic() + seconds
    while True:
        answer = seen()
        if answer or time.monotonic() >= deadline:
            return answer
        time.sleep(0.005)


def census(sights: Mapping[str, Sight]) -> Table:
    """What was seen, as a table: a row for each sight, under the name the story gives it.

    >>> from autograder.messages import use
    >>> use("en")
    >>> print(census({"egon": Sight(7, 1, "zombie", 0, 0.0)}))
    who   pid  parent  status  memory   CPU
    egon    7       1  zombie  0.0 MiB  0 %
    """
    import course.exercises  # noqa: F401, PLC0415 - brings the course's texts; children need none
    from course.table import Table  # noqa: PLC0415 - children never show a table

    columns = ("who", "pid", "parent", "status", "memory", "cpu")
    return Table(
        [text(f"05-lifecycle.census.{column}") for column in columns],
        [
            (
                who,
                sight.pid,
                sight.ppid or "–",
                sight.status,
                "–" if sight.status == GONE else f"{sight.memory / 2**20:.1f} MiB",
                "–" if sight.status == GONE else f"{sight.cpu:.0f} %",
            )
            for who, sight in sights.items()
        ],
    )


def name_of(pid: int) -> str:
    """The name of the program that runs as `pid`; empty if it may not be known."""
    import psutil  # noqa: PLC0415 - see look

    with suppress(psutil.Error):
        return str(psutil.Process(pid).name())
    return ""


@contextmanager
def household() -> Iterator[None]:
    """Whoever is started in this block has ended when it ends, orphans included, however it ends.

    Found are all new descendants of this process, and every process that was started by ``spawn``
    or as a program of its own, wherever it has been adopted to. An orphan made by ``fork`` alone
    has no mark of the house and is not found: start the first generation by ``spawn``.

    >>> from subprocess import Popen
    >>> import sys
    >>> with household():
    ...     sleeper = Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    >>> sleeper.wait() != 0
    True
    """
    _start_servants()
    before = set(_descendants())
    outer, token = os.environ.get(_MARK, ""), uuid4().hex
    os.environ[_MARK] = f"{outer} {token}"
    try:
        yield
    finally:
        if outer:
            os.environ[_MARK] = outer
        else:
            del os.environ[_MARK]
        _send_home(before, token)


def _start_servants() -> None:
    """Start what serves the whole notebook: started in a household, it would end there."""
    if os.name != "posix":
        return  # Windows has neither
    from multiprocessing import forkserver, resource_tracker  # noqa: PLC0415 - no such on Windows

    resource_tracker.ensure_running()
    if get_start_method(allow_none=True) == "forkserver":
        forkserver.ensure_running()


def _send_home(before: set[int], token: str) -> None:
    """Kill until nobody is left: whoever was being started meanwhile is found in a later round."""
    start = time.monotonic()
    while True:
        marked, unclear = _marked(token)
        strangers = marked | (set(_descendants()) - before)
        left = [pid for pid in strangers if not look(pid).ended]
        if not left and (not unclear or time.monotonic() > start + UNCLEAR_SECONDS):
            break
        if time.monotonic() > start + 10:
            raise TimeoutError(f"Processes that do not end even when killed: {left}")
        for pid in left:
            with suppress(OSError):  # it ended by itself a moment ago
                # Windows has but one way to end a process, and it goes by this name there.
                os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        until(partial(_all_ended, left), seconds=1)
    active_children()  # reaps our own children among them


def _all_ended(pids: Iterable[int]) -> bool:
    return all(look(pid).ended for pid in pids)


def _descendants() -> list[int]:
    import psutil  # noqa: PLC0415 - see look

    return [child.pid for child in psutil.Process().children(recursive=True)]


def _marked(token: str) -> tuple[set[int], bool]:
    """Who was started with `token` in its environment, and whether it is unclear of anybody.

    Other people's processes tell nobody. One that is changing its program this very moment has no
    environment for as long as that takes, and neither has a kernel thread, ever.
    """
    import psutil  # noqa: PLC0415 - see look

    found, unclear = set(), False
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            environment = process.environ()
            if process.pid != os.getpid() and token in environment.get(_MARK, ""):
                found.add(process.pid)
            if not environment and process.create_time() > time.time() - UNCLEAR_SECONDS:
                unclear = True
    return found, unclear
