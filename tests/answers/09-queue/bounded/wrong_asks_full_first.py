# diagnosis: asks-full
def post(letters, q):
    back = []
    for letter in letters:
        if q.full():
            back.append(letter)
        else:
            q.put(letter)
    return back
