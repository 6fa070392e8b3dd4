# diagnosis: not-a-workload
workload = [("A", 0, 6.5), ("B", 0, 6.5), ("C", 0, 6.5)]
