# diagnosis: in-order
from multiprocessing import Queue


def bring(letter, answers):
    answers.put(boss(letter))


def ask(letters):
    answers = Queue()
    for letter in letters:
        Process(target=bring, args=(letter, answers)).start()
    return [answers.get() for _ in letters]
