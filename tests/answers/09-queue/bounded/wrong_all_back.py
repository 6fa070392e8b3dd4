# diagnosis: twice
from queue import Full


def post(letters, q):
    try:
        for letter in letters:
            q.put_nowait(letter)
    except Full:
        return letters
    return []
