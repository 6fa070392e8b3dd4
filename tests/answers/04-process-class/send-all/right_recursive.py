def send_all(letters):
    if letters:
        p = Process(target=send, kwargs={"letter": letters[0]}, name=letters[0])
        p.start()
        send_all(letters[1:])
        p.join()
