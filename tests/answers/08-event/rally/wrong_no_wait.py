# diagnosis: x
def play(mine, other, hit, strokes):
    for _ in range(strokes):
        hit()
        other.set()
