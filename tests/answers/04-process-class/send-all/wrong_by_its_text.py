# diagnosis: all-there
def send_all(letters):
    children = {letter: Process(target=send, args=(letter,)) for letter in letters}
    for each in children.values():
        each.start()
    for each in children.values():
        each.join()
