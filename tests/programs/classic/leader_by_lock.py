"""Who gets the lock without waiting leads: exactly one does."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Lock, Process


def stand(me, crown, leaders):
    if crown.acquire(block=False):
        leaders[me] = 1


if __name__ == "__main__":
    crown, leaders = Lock(), Array("i", 2)
    candidates = [Process(target=stand, args=(me, crown, leaders)) for me in range(2)]
    for candidate in candidates:
        candidate.start()
    for candidate in candidates:
        candidate.join()
    assert sum(leaders) == 1
