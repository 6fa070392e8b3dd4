# diagnosis: room-made
def post(letters, q):
    for letter in letters:
        if q.full():
            q.get()
        q.put(letter)
    return []
