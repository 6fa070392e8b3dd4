# diagnosis: room-made
def post(letters, q):
    back = []
    for letter in letters:
        try:
            q.put_nowait(letter)
        except Full:
            back.append(q.get())
            q.put(letter)
    return back
