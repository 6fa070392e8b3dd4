from multiprocessing import Process, Queue


def collect(people, write):
    boxes = {}
    for person in people:
        boxes[person] = Queue()
        Process(target=write, args=(person, boxes[person])).start()
    return [boxes[person].get() for person in people]
