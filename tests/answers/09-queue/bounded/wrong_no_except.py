# diagnosis: Full
def post(letters, q):
    for letter in letters:
        q.put_nowait(letter)
    return []
