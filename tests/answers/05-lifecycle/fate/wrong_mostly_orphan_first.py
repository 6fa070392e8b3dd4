# diagnosis: orphan-first
def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid:
            if row["ppid"] == 1 or row["ppid"] != born_to:
                return "orphan"
            return "zombie" if row["status"] == "zombie" else "alive"
    return "gone"
