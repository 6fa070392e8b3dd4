# diagnosis: parent-also-in-table
def fate(pid, born_to, table):
    rows = {row["pid"]: row for row in table}
    if pid not in rows:
        return "gone"
    if rows[pid]["status"] == "zombie":
        return "zombie"
    if rows[pid]["ppid"] == born_to and born_to in rows:
        return "alive"
    return "orphan"
