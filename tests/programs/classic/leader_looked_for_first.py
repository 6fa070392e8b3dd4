"""Each sees that there is no leader and makes itself one: there may be two."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Array, Process, Value


def stand(me, leader, leaders):
    if leader.value == -1:
        leader.value = me
        leaders[me] = 1


if __name__ == "__main__":
    leader, leaders = Value("i", -1), Array("i", 2)
    candidates = [Process(target=stand, args=(me, leader, leaders)) for me in range(2)]
    for candidate in candidates:
        candidate.start()
    for candidate in candidates:
        candidate.join()
    assert sum(leaders) == 1, leaders[:]
