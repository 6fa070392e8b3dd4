# diagnosis: not-all-joined
def send_all(letters):
    children = [Process(target=send, args=(letter,)) for letter in letters]
    for each in children:
        each.start()
    children[0].join()
    children[-1].join()
