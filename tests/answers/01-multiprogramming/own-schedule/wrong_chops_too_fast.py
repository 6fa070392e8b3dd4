# diagnosis: wrong-length
def my_schedule():
    return [
        ("C", 0, 1, "cpu"),
        ("C", 1, 9, "io"),
        ("C", 9, 10, "cpu"),
        ("A", 1, 3, "cpu"),
        ("A", 3, 8, "io"),
        ("A", 8, 9, "cpu"),
        ("B", 3, 7, "cpu"),
        ("B", 8, 10, "io"),
        ("B", 10, 11, "cpu"),
    ]
