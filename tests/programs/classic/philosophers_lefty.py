"""One of two philosophers is left-handed: both reach for the same fork first, and both eat."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Value


def dine(first, second, meals):
    with first, second:
        meals.value += 1


if __name__ == "__main__":
    one, other = Lock(), Lock()
    meals = Value("i", 0)
    people = [Process(target=dine, args=(one, other, meals)) for _ in range(2)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert meals.value == 2
