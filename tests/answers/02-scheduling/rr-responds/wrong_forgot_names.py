# diagnosis: not-a-workload
workload = [(0, 6), (0, 6)]
