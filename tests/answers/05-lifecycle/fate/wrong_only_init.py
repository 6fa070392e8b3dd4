# diagnosis: only-init
def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid:
            if row["status"] == "zombie":
                return "zombie"
            if row["ppid"] == 1:
                return "orphan"
            return "alive"
    return "gone"
