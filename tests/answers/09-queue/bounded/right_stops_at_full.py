import queue


def post(letters, q):
    for number, letter in enumerate(letters):
        try:
            q.put(letter, block=False)
        except queue.Full:
            return letters[number:]
    return []
