# diagnosis: unheard
def play(mine, other, hit, strokes):
    for _ in range(strokes):
        mine.clear()
        mine.wait()
        hit()
        other.set()
