# diagnosis: keeps-asking
def play(mine, other, hit, strokes):
    for _ in range(strokes):
        while not mine.is_set():
            pass
        mine.clear()
        hit()
        other.set()
