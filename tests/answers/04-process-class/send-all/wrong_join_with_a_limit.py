# diagnosis: join-timeout
def send_all(letters):
    processes = [Process(target=send, args=(letter,)) for letter in letters]
    for p in processes:
        p.start()
    for p in processes:
        p.join(2)
