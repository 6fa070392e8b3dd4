# diagnosis: endless
def play(mine, other, hit, strokes):
    n = 0
    while n < strokes:
        mine.wait()
        mine.clear()
        hit()
        other.set()
