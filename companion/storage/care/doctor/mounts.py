"""On what kind of drive a folder lies, as Linux tells it."""

import re
import sys
from pathlib import Path

MOUNTS = Path("/proc/mounts")
"""Where Linux lists its drives: device, place, kind, …; a blank in a place is written `\\040`."""

NETWORK = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "9p", "davfs", "lustre", "ncpfs", "coda"),
    *("fuse.sshfs", "fuse.s3fs", "fuse.rclone", "fuse.glusterfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.ceph"),
}
"""Kinds of drives that lie on another machine, or behind one."""

IN_MEMORY = {"tmpfs", "ramfs"}
"""Kinds of drives that are empty after the next start."""

KEEPS_NO_MODES = {"vfat", "msdos", "exfat", "fuse.exfat", "ntfs", "ntfs3", "fuseblk"}
"""Kinds of drives (USB sticks) on which every file belongs to everybody."""

_ESCAPED = re.compile(r"\\([0-7]{3})")


def file_system(folder: Path) -> str:
    """Return the kind of drive that the folder lies on, or will lie on; empty where nobody tells."""
    if sys.platform == "win32" and str(folder).startswith("\\\\"):
        return "cifs"
    try:
        lines = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    found = Path("/"), ""
    real = folder.resolve()
    for line in lines:
        _, place, kind, *_ = line.split(" ")
        mount = Path(_ESCAPED.sub(lambda escape: chr(int(escape[1], 8)), place))
        if real.is_relative_to(mount) and len(mount.parts) >= len(found[0].parts):
            found = mount, kind  # a later mount over the same place covers the earlier one
    return found[1]
