def fate(pid, born_to, table):
    rows = {row["pid"]: (row["ppid"], row["status"]) for row in table}
    match rows.get(pid):
        case None:
            return "gone"
        case (_, "zombie"):
            return "zombie"
        case (parent, _) if parent == born_to:
            return "alive"
    return "orphan"
