# diagnosis: asked-once
def send_all(letters):
    processes = [Process(target=send, args=(letter,)) for letter in letters]
    for p in processes:
        p.start()
    for p in processes:
        if not p.is_alive():
            p.join()
