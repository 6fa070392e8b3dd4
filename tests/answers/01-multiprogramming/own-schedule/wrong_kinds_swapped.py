# diagnosis: wrong-order
def my_schedule():
    return [
        ("C", 0, 1, "io"),
        ("C", 1, 9, "cpu"),
        ("C", 9, 10, "io"),
        ("A", 1, 3, "io"),
        ("A", 3, 8, "cpu"),
        ("A", 8, 9, "io"),
        ("B", 3, 8, "io"),
        ("B", 8, 10, "cpu"),
        ("B", 10, 11, "io"),
    ]
