"""Which of the suite's classes are run, and what of them is left out, with the reason.

Names are the suite's own, without the type of process that a class is run for: ``TestQueue`` stands
for ``WithProcessesTestQueue`` and ``WithManagerTestQueue``.
"""

from __future__ import annotations

SUBJECTS = frozenset(
    """
    TestProcess TestSubclassingProcess TestStartMethod TestAtExit
    TestQueue TestSimpleQueue
    TestLock TestSemaphore TestCondition TestEvent TestBarrier
    TestValue TestArray TestSharedCTypes
    TestContainers TestSyncManagerTypes TestMyManager TestManagerExceptions TestRemoteManager
    TestManagerRestart
    TestPool TestPoolWorkerErrors TestPoolWorkerLifetime TestPoolNotLeakOnFailure TestInitializers
    TestConnection TestPoll TestPollEintr TestWait TestListener TestListenerClient
    TestPicklingConnections
    """.split()
)
"""The classes on processes, queues, locks, values, managers, pools and connections."""

SOCKETS = "real sockets"
DESCRIPTORS = "file descriptors"
SIGNALS = "signals"

LEFT_OUT = {
    "TestConnection.test_fd_transfer": DESCRIPTORS,
    "TestConnection.test_large_fd_transfer": DESCRIPTORS,
    "TestConnection.test_missing_fd_transfer": DESCRIPTORS,
    "TestCondition.test_wait_result": SIGNALS,  # ^C while waiting
    "TestListener": SOCKETS,
    "TestListenerClient": SOCKETS,
    "TestManagerRestart": SOCKETS,
    "TestPicklingConnections": DESCRIPTORS,
    "TestPollEintr": SIGNALS,
    "TestProcess.test_child_fd_inflation": DESCRIPTORS,
    "TestRemoteManager": SOCKETS,
    "TestSubclassingProcess.test_stderr_flush": DESCRIPTORS,
    "TestSubclassingProcess.test_sys_exit": DESCRIPTORS,
    "TestWait.test_wait_socket": SOCKETS,
    "TestWait.test_wait_socket_slow": SOCKETS,
}
"""A class, or a method of one, that is left out, and why."""


def reason(kind: str, method: str) -> str | None:
    """Why a method is left out; None if it is run."""
    return LEFT_OUT.get(kind) or LEFT_OUT.get(f"{kind}.{method}")
