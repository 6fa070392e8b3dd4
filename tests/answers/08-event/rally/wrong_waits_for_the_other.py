# diagnosis: own-call
def play(mine, other, hit, strokes):
    for _ in range(strokes):
        mine.wait()
        mine.clear()
        hit()
        other.set()
        other.wait()
