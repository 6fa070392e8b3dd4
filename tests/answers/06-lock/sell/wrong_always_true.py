# diagnosis: told
def buy(person, lock):
    with lock:
        get_ticket(person)
    return True
