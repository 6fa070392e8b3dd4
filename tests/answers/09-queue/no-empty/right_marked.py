def send(letters, q):
    for letter in letters:
        q.put(("letter", letter))
    q.put(("end", ""))


def receive(q):
    letters = []
    while True:
        kind, letter = q.get()
        if kind == "end":
            return letters
        letters.append(letter)
