# diagnosis: alive-is-zombie
def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid:
            if row["status"] == "sleeping":
                return "alive" if row["ppid"] == born_to else "orphan"
            return "zombie"
    return "gone"
