# diagnosis: x
def play(mine, other, hit, strokes):
    for _ in range(strokes):
        other.wait()
        other.clear()
        hit()
        mine.set()
