import psutil

OURS = {
    psutil.STATUS_RUNNING: "running",
    psutil.STATUS_SLEEPING: "blocked",
    psutil.STATUS_DISK_SLEEP: "blocked",
    psutil.STATUS_IDLE: "blocked",
    psutil.STATUS_STOPPED: "stopped",
    psutil.STATUS_TRACING_STOP: "stopped",
    psutil.STATUS_ZOMBIE: "zombie",
}


def state_of(pid):
    try:
        return OURS[psutil.Process(pid).status()]
    except psutil.NoSuchProcess:
        return "gone"
