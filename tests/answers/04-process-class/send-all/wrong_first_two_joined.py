# diagnosis: not-all-joined
def send_all(letters):
    children = [Process(target=send, args=(letter,)) for letter in letters]
    for each in children:
        each.start()
    for each in children[:2]:
        each.join()
