# diagnosis: order
def post(letters, q):
    refused = []
    for letter in letters:
        try:
            q.put_nowait(letter)
        except Full:
            refused.append(letter)
    back = []
    for letter in refused:
        try:
            q.put_nowait(letter)
        except Full:
            back.append(letter)
    return back
