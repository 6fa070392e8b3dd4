"""Cleared only after the answer was sent: the next ping may be wiped out, and both wait."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Event, Process


def play(mine, other):
    for _ in range(2):
        mine.wait()
        other.set()
        mine.clear()


if __name__ == "__main__":
    ping, pong = Event(), Event()
    one = Process(target=play, args=(ping, pong))
    one.start()
    other = Process(target=play, args=(pong, ping))
    other.start()
    ping.set()
    one.join()
    other.join()
