# diagnosis: not-joined
def send_all(letters):
    for letter in letters:
        Process(target=send, args=(letter,), daemon=True).start()
