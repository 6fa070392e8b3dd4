# diagnosis: not-a-workload
workload = [("A", 0, 6), ("A", 0, 6)]
