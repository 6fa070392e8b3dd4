# diagnosis: wrong-arguments
def send_all(letters):
    ps = [Process(target=send, kwargs={"text": letter}) for letter in letters]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
