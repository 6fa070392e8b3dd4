# diagnosis: swapped
def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid:
            if row["status"] == "zombie":
                return "orphan"
            return "zombie" if row["ppid"] != born_to else "alive"
    return "gone"
