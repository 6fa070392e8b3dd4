# diagnosis: not-all-joined
def send_all(letters):
    ps = [Process(target=send, args=(letter,)) for letter in letters]
    for p in ps:
        p.start()
    for p in ps[:2]:
        p.join()
