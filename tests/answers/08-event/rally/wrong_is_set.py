# diagnosis: asked-only
def play(mine, other, hit, strokes):
    for _ in range(strokes):
        if mine.is_set():
            mine.clear()
            hit()
            other.set()
