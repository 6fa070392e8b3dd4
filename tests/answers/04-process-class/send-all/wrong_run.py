# diagnosis: run-not-start
def send_all(letters):
    processes = [Process(target=send, args=(letter,)) for letter in letters]
    for p in processes:
        p.run()
