# diagnosis: too-few
def send_all(letters):
    for first in range(0, len(letters), 2):
        children = [Process(target=send, args=(letter,)) for letter in letters[first : first + 2]]
        for each in children:
            each.start()
        for each in children:
            each.join()
