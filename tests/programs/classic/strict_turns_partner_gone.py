"""One wants a second turn, but its partner has gone and hands it over no more."""
# verdict: broken
# kind: livelock
# start-method: both
# reality: no

from multiprocessing import Process, Value


def work(me, turn, rounds):
    for _ in range(rounds):
        while turn.value != me:
            pass
        turn.value = 1 - me


if __name__ == "__main__":
    turn = Value("i", 0)
    one = Process(target=work, args=(0, turn, 2))
    one.start()
    other = Process(target=work, args=(1, turn, 0))
    other.start()
    one.join()
    other.join()
