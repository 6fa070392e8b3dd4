# diagnosis: never-started
def send_all(letters):
    for letter in letters:
        Process(target=send, args=(letter,))
