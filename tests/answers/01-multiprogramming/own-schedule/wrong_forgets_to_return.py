# diagnosis: not-slices
def my_schedule():
    schedule = [("C", 0, 1, "cpu")]
