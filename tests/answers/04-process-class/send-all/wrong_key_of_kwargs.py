# diagnosis: wrong-arguments
def send_all(letters):
    children = [Process(target=send, kwargs={"text": letter}) for letter in letters]
    for each in children:
        each.start()
    for each in children:
        each.join()
