# diagnosis: any-string
OVER = "### over and out ###"


def send(letters, q):
    for letter in letters:
        q.put(letter)
    q.put(OVER)


def receive(q):
    got = []
    while (letter := q.get()) != OVER:
        got.append(letter)
    return got
