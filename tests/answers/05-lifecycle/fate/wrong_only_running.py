# diagnosis: only-running
def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid:
            if row["status"] != "running":
                return "zombie"
            return "alive" if row["ppid"] == born_to else "orphan"
    return "gone"
