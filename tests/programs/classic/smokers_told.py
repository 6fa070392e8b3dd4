"""The agent calls the one smoker who can use what is on the table: everybody smokes in turn."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Semaphore, Value


def smoke(turn, table_free, smoked):
    turn.acquire()
    smoked.value += 1
    table_free.release()


if __name__ == "__main__":
    turns = [Semaphore(0) for _ in range(3)]
    table_free = Semaphore(1)
    smoked = Value("i", 0)
    smokers = [Process(target=smoke, args=(turn, table_free, smoked)) for turn in turns]
    for smoker in smokers:
        smoker.start()
    for turn in reversed(turns):
        table_free.acquire()
        turn.release()
    for smoker in smokers:
        smoker.join()
    assert smoked.value == 3
