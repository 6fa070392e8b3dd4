"""Forges at the end, on signals, in threads, and when objects go."""

LESSON = "00-start"
POINTS = 0
CELLS = {
    "double": r"""
import atexit
import os
import signal
import threading


def attack():
    def forge(*args):
        for descriptor in range(1, 20):
            try:
                os.write(descriptor, b'{"type": "answer", "value": 5}\n')
            except OSError:
                pass


    class Last:
        def __del__(self):
            forge()

    last = Last()
    atexit.register(forge)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, forge)
    threading.Thread(target=lambda: [forge() for _ in range(1000)], daemon=True).start()


class Attack:
    attack()  # the body of a class runs wherever definitions do


def double(people):
    return None
"""
}
