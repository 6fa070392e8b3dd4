# diagnosis: zombie-is-gone
def fate(pid, born_to, table):
    living = {row["pid"]: row["ppid"] for row in table if row["status"] != "zombie"}
    if pid not in living:
        return "gone"
    return "alive" if living[pid] == born_to else "orphan"
