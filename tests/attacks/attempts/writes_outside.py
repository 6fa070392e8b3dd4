"""Leaves files and changes what it finds, wherever it can. The answer is right."""

LESSON = "00-start"
POINTS = 1
CELLS = {
    "double": r"""
import os

FOLDERS = "@CLASS@ @CLASS@/submitted @HOME@ @TMP@ @COURSE@ @COURSE@/autograder /tmp /dev/shm /var/tmp ."


def double(people):
    for folder in FOLDERS.split():
        for name in ("@MARK@", "gradebook.db"):
            try:
                with open(os.path.join(folder, name), "ab") as file:
                    file.write(b"@MARK@")
            except OSError:
                pass
    return 2 * people
"""
}
