# diagnosis: slept-instead
import time


def send_all(letters):
    for letter in letters:
        Process(target=send, args=(letter,)).start()
    time.sleep(5)
