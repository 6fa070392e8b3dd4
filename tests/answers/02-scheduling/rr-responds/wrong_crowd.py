# diagnosis: too-many
workload = [(f"job {number}", 0, 10) for number in range(50)]
