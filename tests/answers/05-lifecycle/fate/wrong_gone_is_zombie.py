# diagnosis: gone-is-zombie
def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid and row["status"] != "zombie":
            return "alive" if row["ppid"] == born_to else "orphan"
    return "zombie"
