# diagnosis: twice
from queue import Full


def post(letters, q):
    done = []
    for letter in letters:
        try:
            q.put_nowait(letter)
            done.append(letter)
        except Full:
            pass
    return done
