# diagnosis: never-started
def send_all(letters):
    processes = [Process(target=send, args=(letter,)) for letter in letters]
    for p in processes:
        p.join()
    for p in processes:
        p.start()
