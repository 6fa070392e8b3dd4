"""The programs are run by the explorer and in processes of their own, never imported by pytest."""

collect_ignore = ["notes", "classic"]
