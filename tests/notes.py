"""Where the lecture notes' topics, names and examples live in the course: ``python -m tests.notes``.

The course grew from lecture notes in Chinese. Each of their topics, each name of the library that they
mention and each of their examples has a cell here that holds it, found by words that stand in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nbformat import NotebookNode

from autograder.language import language_of
from tests.lessons import all_lessons, source


class Entry(NamedTuple):
    """Something of the notes.

    Args:
        what: A topic, a name or an example.
        lesson: The number of the lesson that holds it.
        zh: Words of the cell that holds it in Chinese, or code.
        en: Words of the cell in English; empty if the same.
    """

    what: str
    lesson: str
    zh: str
    en: str = ""


TOPICS = [
    Entry("computer's five parts", "01", "运算器", "arithmetic"),
    Entry("disk, memory, CPU", "01", "硬盘", "disk"),
    Entry("multiplexing in space", "01", "空间", "space"),
    Entry("multiplexing in time", "01", "时间", "time"),
    Entry("saving state", "01", "保存", "save"),
    Entry("first come, first served", "02", "先来先服务", "First come"),
    Entry("shortest job first", "02", "短作业优先", "hortest job first"),
    Entry("time slices", "02", "时间片", "slice"),
    Entry("multilevel feedback queue", "02", "多级反馈队列", "ultilevel feedback"),
    Entry("concurrency", "03", "并发", "oncurren"),
    Entry("parallelism", "03", "并行", "arallel"),
    Entry("one program run twice", "03", "两个进程", "two processes"),
    Entry("process id", "03", "进程号", "pid"),
    Entry("five traits: dynamic", "03", "动态", "Dynamic"),
    Entry("five traits: independent", "03", "独立", "Independent"),
    Entry("five traits: structure", "03", "控制块", "control block"),
    Entry("three states: ready", "03", "就绪", "ready"),
    Entry("three states: running", "03", "运行", "running"),
    Entry("three states: blocked", "03", "阻塞", "block"),
    Entry("synchronous, asynchronous", "03", "异步", "asynchronous"),
    Entry("blocking, non-blocking", "03", "非阻塞", "non-blocking"),
    Entry("two ways to make a process", "04", "class "),
    Entry("the __main__ guard", "04", "__main__"),
    Entry("memory isolation", "04", "666"),
    Entry("zombie", "05", "僵尸", "zombie"),
    Entry("orphan", "05", "孤儿", "orphan"),
    Entry("daemon", "05", "守护", "daemon"),
    Entry("init", "05", "init"),
    Entry("mutual exclusion", "06", "互斥", "mutex"),
    Entry("deadlock", "06", "死锁", "deadlock"),
    Entry("semaphore as lock with a count", "07", "信号量", "emaphore"),
    Entry("semaphore and pool differ", "07", "进程池", "pool"),
    Entry("events", "08", "事件", "vent"),
    Entry("IPC", "09", "进程间通信", "nter-process communication"),
    Entry("first in, first out", "09", "先进先出", "irst in, first out"),
    Entry("why producer and consumer", "10", "生产者", "roducer"),
    Entry("sentinel", "10", "哨兵", "entinel"),
    Entry("EOF of a pipe", "12", "EOFError"),
    Entry("remote call by pipe", "12", "adder"),
    Entry("messages before sharing", "13", "消息", "essage"),
    Entry("manager: a server process and proxies", "13", "代理", "prox"),
    Entry("why a pool, and its size", "14", "核", "core"),
]
NAMES = [
    *(
        Entry(f"Process {name}", "04", name)
        for name in ("target=", "args=", "kwargs", "name=", "group", ".start()", "run(", ".join(")
    ),
    Entry("Process.terminate", "05", ".terminate()"),
    Entry("Process.is_alive", "05", "is_alive"),
    Entry("Process.exitcode", "05", "exitcode"),
    Entry("Process.daemon", "05", "daemon=True"),
    Entry("Process.pid", "04", ".pid"),
    Entry("Process.authkey", "04", "authkey"),
    Entry("os.cpu_count", "03", "cpu_count"),
    Entry("os.getpid", "03", "getpid"),
    Entry("Lock", "06", "Lock()"),
    Entry("Lock.acquire", "06", ".acquire("),
    Entry("Lock.release", "06", ".release("),
    Entry("Semaphore", "07", "Semaphore("),
    Entry("Event", "08", "Event()"),
    *(Entry(f"Event.{name}", "08", f".{name}(") for name in ("wait", "set", "clear", "is_set")),
    *(
        Entry(f"Queue.{name}", "09", f".{name}(")
        for name in (
            "put", "get", "put_nowait", "get_nowait", "empty", "full", "qsize", "close",
            "join_thread", "cancel_join_thread",
        )
    ),
    Entry("Queue(maxsize)", "09", "maxsize"),
    Entry("block=, timeout=", "09", "timeout="),
    Entry("queue.Full", "09", "Full"),
    Entry("queue.Empty", "09", "Empty"),
    Entry("JoinableQueue", "11", "JoinableQueue("),
    Entry("JoinableQueue.task_done", "11", ".task_done("),
    Entry("JoinableQueue.join", "11", ".join()"),
    Entry("Pipe", "12", "Pipe("),
    Entry("Pipe(duplex)", "12", "duplex"),
    *(
        Entry(f"Connection.{name}", "12", f"{name}(")
        for name in ("send", "recv", "close", "fileno", "poll", "send_bytes", "recv_bytes", "recv_bytes_into")
    ),
    Entry("Manager", "13", "Manager()"),
    Entry("Manager.dict", "13", ".dict("),
    Entry("Manager.list", "13", ".list("),
    Entry("Manager.Namespace", "13", "Namespace("),
    Entry("Value", "13", "Value("),
    Entry("Array", "13", "Array("),
    Entry("Pool(processes)", "14", "Pool("),
    Entry("Pool(initializer, initargs)", "14", "initializer"),
    *(
        Entry(f"Pool.{name}", "14", name)
        for name in ("apply(", "apply_async", ".map(", "map_async", ".close(", ".terminate(", ".join(")
    ),
    *(Entry(f"AsyncResult.{name}", "14", f".{name}(") for name in ("get", "ready", "successful", "wait")),
    Entry("callback", "14", "callback"),
]  # fmt: skip
EXAMPLES = [
    Entry("laundry, cooking, boiling water: 110 and 50 s", "01", "110"),
    Entry("a letter asking for a raise", "04", "涨工资", "raise"),
    Entry("money 100 and 666", "04", "666"),
    Entry("join with many", "04", ".join()"),
    Entry("the emperor and his steward", "05", "总管", "steward"),
    Entry("12306: ten people, three tickets", "06", "ticket.json"),
    Entry("KTV with four rooms", "07", "KTV"),
    Entry("WC with five places", "07", "13"),
    Entry("traffic light and cars", "08", "红灯", "red"),
    Entry("buns and a steamer", "10", "蒸笼", "steamer"),
    Entry("the steamer, with JoinableQueue", "11", "蒸笼", "steamer"),
    Entry("the adder", "12", "adder"),
    Entry("count of a hundred writers: 94", "13", "94"),
    Entry("a pool of three", "14", "Pool(3"),
]
ALL = [*TOPICS, *NAMES, *EXAMPLES]


def main() -> None:
    """Print the table."""
    for entry in ALL:
        where = [found(entry, language) for language in ("zh", "en")]
        print(f"{entry.what:48} {' '.join(each or 'nowhere' for each in where)}")


def found(entry: Entry, language: str) -> str:
    """The first cell that holds it, as ``lesson#cell``; empty if there is none."""
    words = entry.en if language == "en" and entry.en else entry.zh
    for lesson in all_lessons():
        if lesson.startswith(entry.lesson):
            for cell in _cells(source(lesson), language):
                if words in cell.source:
                    return f"{lesson}#{cell.id}"
    return ""


def _cells(notebook: NotebookNode, language: str) -> Iterator[NotebookNode]:
    return (cell for cell in notebook.cells if language_of(cell) in (None, language))


if __name__ == "__main__":
    main()
