# diagnosis: deadlock
def post(letters, q):
    for letter in letters:
        q.put(letter)
    return []
