# diagnosis: TypeError
def post(letters, q):
    back = []
    for letter in letters:
        try:
            q.put(letter, blocked=False)
        except Full:
            back.append(letter)
    return back
