"""Readers keep each other company: the editor may be kept out until everybody has read old news."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Lock, Process, Value


def read(news, readers, door, room):
    with door:
        readers.value += 1
        if readers.value == 1:
            room.acquire()
    seen = news.value
    with door:
        readers.value -= 1
        if readers.value == 0:
            room.release()
    assert seen == 1, "old news"


def edit(news, room):
    with room:
        news.value = 1


if __name__ == "__main__":
    news, readers = Value("i", 0, lock=False), Value("i", 0, lock=False)
    door, room = Lock(), Lock()
    editor = Process(target=edit, args=(news, room))
    editor.start()
    children = [Process(target=read, args=(news, readers, door, room)) for _ in range(2)]
    for child in children:
        child.start()
    editor.join()
    for child in children:
        child.join()
