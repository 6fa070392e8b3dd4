def send(letters, q):
    for letter in letters:
        print("boss:", [letter])
        q.put(letter)
    q.put(None)


def receive(q):
    letters = []
    while (letter := q.get()) is not None:
        print("boss: []", end=" ")
        letters.append(letter)
    print("egon: 1")
    return letters
