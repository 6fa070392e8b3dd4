# diagnosis: not-all-joined
def send_all(letters):
    ps = [Process(target=send, args=(letter,)) for letter in letters]
    for p in ps:
        p.start()
    if ps:
        ps[0].join()
        ps[-1].join()
