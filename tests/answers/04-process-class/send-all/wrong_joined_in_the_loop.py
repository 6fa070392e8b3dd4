# diagnosis: serial
def send_all(letters):
    for letter in letters:
        p = Process(target=send, args=(letter,))
        p.start()
        p.join()
