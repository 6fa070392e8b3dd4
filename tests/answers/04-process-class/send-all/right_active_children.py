import multiprocessing as mp


def send_all(letters):
    for letter in letters:
        mp.Process(target=send, args=[letter]).start()
    for child in mp.active_children():
        child.join()
