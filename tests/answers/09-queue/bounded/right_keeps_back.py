from queue import Full


def post(letters, q):
    back = []
    for letter in letters:
        try:
            q.put_nowait(letter)
        except Full:
            back.append(letter)
    return back
