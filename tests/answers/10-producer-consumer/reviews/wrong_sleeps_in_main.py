# diagnosis: too-many
from multiprocessing import Process, Queue
from time import sleep


def guest(plates, paper, taste):
    for number, bun in iter(plates.get, None):
        paper.put((number, taste(bun)))


def reviews(buns, guests, taste):
    plates, paper = Queue(), Queue()
    people = [Process(target=guest, args=(plates, paper, taste)) for _ in range(guests)]
    for each in people:
        each.start()
    for each in [*enumerate(buns), *[None] * guests]:
        plates.put(each)
    while paper.empty():
        sleep(0.1)
    found = dict(paper.get() for _ in buns)
    for each in people:
        each.join()
    return [found[number] for number in range(len(buns))]
