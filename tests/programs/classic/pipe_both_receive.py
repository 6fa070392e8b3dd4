"""Both ends receive first: nobody sends."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Pipe, Process


def talk(end):
    print(end.recv())
    end.send("hello")


if __name__ == "__main__":
    ours, theirs = Pipe()
    Process(target=talk, args=(theirs,)).start()
    talk(ours)
