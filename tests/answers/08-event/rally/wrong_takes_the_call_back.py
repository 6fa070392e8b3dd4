# diagnosis: call-taken-back
def play(mine, other, hit, strokes):
    for _ in range(strokes):
        mine.wait()
        mine.clear()
        hit()
        other.set()
        other.clear()
