from pathlib import Path


def keep_log(log, windows, path):
    lines, gone = [], 0
    while gone < windows:
        match log.get():
            case None:
                gone += 1
            case request, answer:
                lines.append(f"{request}: {answer}\n")
    Path(path).write_text("".join(lines), encoding="utf-8")
