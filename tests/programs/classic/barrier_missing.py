"""Without a barrier the other half may not have been written yet."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Array, Process


def work(me, halves):
    halves[me] = 1
    assert halves[1 - me] == 1


if __name__ == "__main__":
    halves = Array("i", 2)
    children = [Process(target=work, args=(me, halves)) for me in range(2)]
    for child in children:
        child.start()
    for child in children:
        child.join()
