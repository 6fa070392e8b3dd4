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
    ann, bob = Queue(), Queue()
    servers = [Process(target=serve, args=queues) for queues in ((ann, bob), (bob, ann))]
    for server in servers:
        server.start()
    for server in servers:
        server.join()
