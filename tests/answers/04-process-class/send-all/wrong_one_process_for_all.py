# diagnosis: too-few
def send_each(letters):
    for letter in letters:
        send(letter)


def send_all(letters):
    p = Process(target=send_each, args=(letters,))
    p.start()
    p.join()
