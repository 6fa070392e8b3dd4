"""Each says that it wants to and then waits until the other does not: both wait, running, for ever."""
# verdict: broken
# kind: livelock
# start-method: both
# reality: no

from multiprocessing import Array, Process


def work(me, wants):
    wants[me] = 1
    while wants[1 - me]:
        pass
    wants[me] = 0


if __name__ == "__main__":
    wants = Array("i", 2, lock=False)
    for me in range(2):
        Process(target=work, args=(me, wants)).start()
