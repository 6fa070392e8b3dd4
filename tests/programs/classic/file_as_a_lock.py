"""Mode "x" makes a file only if there is none: exactly one of the two gets to lead."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Process


def stand(me, leaders):
    try:
        with open("leader", "x", encoding="utf-8"):
            leaders[me] = 1
    except FileExistsError:
        pass


if __name__ == "__main__":
    leaders = Array("i", 2)
    candidates = [Process(target=stand, args=(me, leaders)) for me in range(2)]
    for candidate in candidates:
        candidate.start()
    for candidate in candidates:
        candidate.join()
    assert sum(leaders) == 1
