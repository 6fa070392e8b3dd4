"""Two events, each cleared by who waited for it before it answers: strictly in turn."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Event, Process, Value


def play(mine, other, ball, side):
    for _ in range(2):
        mine.wait()
        mine.clear()
        assert ball.value == side
        ball.value = 1 - side
        other.set()


if __name__ == "__main__":
    ping, pong = Event(), Event()
    ball = Value("i", 0)
    one = Process(target=play, args=(ping, pong, ball, 0))
    one.start()
    other = Process(target=play, args=(pong, ping, ball, 1))
    other.start()
    ping.set()
    one.join()
    other.join()
