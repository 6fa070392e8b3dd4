# diagnosis: by-children
def send_all(letters):
    ps = [Process(target=send, args=(letter,)) for letter in letters]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    send(letters[0])
