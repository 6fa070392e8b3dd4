# diagnosis: changed-later
def send(letters, q):
    page = []
    for letter in letters:
        page.clear()
        page.append(letter)
        q.put(page)
    q.put(None)


def receive(q):
    letters = []
    while (page := q.get()) is not None:
        letters.extend(page)
    return letters
