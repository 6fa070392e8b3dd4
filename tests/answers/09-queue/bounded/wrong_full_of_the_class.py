# diagnosis: AttributeError
def post(letters, q):
    back = []
    for letter in letters:
        try:
            q.put_nowait(letter)
        except Queue.Full:
            back.append(letter)
    return back
