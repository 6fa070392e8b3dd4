# diagnosis: as-before
def post(letters, q):
    back = []
    while letters:
        letter = letters.pop(0)
        try:
            q.put_nowait(letter)
        except Full:
            back.append(letter)
    return back
