# diagnosis: main-works
def send_all(letters):
    processes = []
    for letter in letters:
        p = Process(target=send(letter))
        p.start()
        processes.append(p)
    for p in processes:
        p.join()
