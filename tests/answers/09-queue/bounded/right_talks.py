def post(letters, q):
    back = []
    for letter in letters:
        print(f"egon: {letter}")
        try:
            q.put(letter, block=False)
        except Full:
            print("jason: []")
            back += [letter]
    return back
