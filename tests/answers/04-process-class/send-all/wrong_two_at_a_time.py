# diagnosis: too-few
def send_all(letters):
    for at in range(0, len(letters), 2):
        ps = [Process(target=send, args=(letter,)) for letter in letters[at:at + 2]]
        for p in ps:
            p.start()
        for p in ps:
            p.join()
