# diagnosis: lost
from queue import Full


def post(letters, q):
    for letter in letters:
        try:
            q.put_nowait(letter)
        except Full:
            pass
    return []
