# diagnosis: unpicklable
def send_all(letters):
    processes = [Process(target=lambda letter=letter: send(letter)) for letter in letters]
    for p in processes:
        p.start()
    for p in processes:
        p.join()
