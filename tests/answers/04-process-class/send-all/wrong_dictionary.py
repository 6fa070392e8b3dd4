# diagnosis: alike
def send_all(letters):
    ps = {letter: Process(target=send, args=(letter,)) for letter in letters}
    for p in ps.values():
        p.start()
    for p in ps.values():
        p.join()
