# diagnosis: ahead-of-itself
def my_schedule():
    return [
        ("C", 0, 1, "cpu"),
        ("C", 1, 9, "io"),
        ("C", 9, 10, "cpu"),
        ("A", 1, 3, "cpu"),
        ("A", 3, 8, "io"),
        ("A", 7, 8, "cpu"),
        ("B", 8, 13, "cpu"),
        ("B", 13, 15, "io"),
        ("B", 15, 16, "cpu"),
    ]
