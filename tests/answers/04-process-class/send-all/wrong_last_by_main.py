# diagnosis: run-not-start
def send_all(letters):
    ps = [Process(target=send, args=(letter,)) for letter in letters[:-1]]
    for p in ps:
        p.start()
    send(letters[-1])
    for p in ps:
        p.join()
