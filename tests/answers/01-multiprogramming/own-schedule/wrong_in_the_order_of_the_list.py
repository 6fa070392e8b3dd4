# diagnosis: not-shortest
def my_schedule():
    return [
        ("A", 0, 2, "cpu"),
        ("A", 2, 7, "io"),
        ("A", 7, 8, "cpu"),
        ("B", 2, 7, "cpu"),
        ("B", 7, 9, "io"),
        ("B", 9, 10, "cpu"),
        ("C", 8, 9, "cpu"),
        ("C", 9, 17, "io"),
        ("C", 17, 18, "cpu"),
    ]
