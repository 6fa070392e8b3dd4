# diagnosis: livelock
from queue import Full


def post(letters, q):
    for letter in letters:
        while True:
            try:
                q.put_nowait(letter)
                break
            except Full:
                pass
    return []
