"""A token goes round through pipes; who has it may add, so no lock is needed."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Pipe, Process, Value


def station(before, after, total):
    token = before.recv()
    total.value += 1
    after.send(token)


if __name__ == "__main__":
    total = Value("i", 0, lock=False)
    pipes = [Pipe(duplex=False) for _ in range(3)]
    for number in range(2):
        before, after = pipes[number][0], pipes[number + 1][1]
        Process(target=station, args=(before, after, total)).start()
    pipes[0][1].send("token")
    assert pipes[2][0].recv() == "token"
    assert total.value == 2
