"""Two servers, each asks the other first and answers afterwards: both wait for an answer."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Queue


def serve(mine, other):
    answer = mine.get()
    other.put("answer")
    print(answer)


if __name__ == "__main__":
    one, two = Queue(), Queue()
    one = Process(target=serve, args=(one, two))
    one.start()
    other = Process(target=serve, args=(two, one))
    other.start()
    one.join()
    other.join()
