"""What makes training fast, whatever is trained."""

import ctypes
from pathlib import Path

import cv2
import torch

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
TRIM_THRESHOLD, MMAP_THRESHOLD = -1, -3  # of mallopt(3)


def prepare() -> None:
    """To be called once, before the first tensor is made.

    The C library gives large pieces of memory back to the system at once and has the next ones filled with zeros; with
    tensors made and dropped in every layer that took a third of the time. Pictures are small: threads of OpenCV would only
    wait for each other.
    """
    cv2.setNumThreads(1)
    try:
        library = ctypes.CDLL(None)
        library.mallopt(MMAP_THRESHOLD, 1 << 30)
        library.mallopt(TRIM_THRESHOLD, (1 << 31) - 1)
    except (AttributeError, OSError):
        pass  # another C library: only slower


def fast() -> torch.autocast:
    """Convolutions in bfloat16 where the processor has instructions for it: they take less than half the time."""
    cpuinfo = Path("/proc/cpuinfo")
    able = DEVICE.type == "cuda" or (cpuinfo.exists() and "avx512_bf16" in cpuinfo.read_text())
    return torch.autocast(DEVICE.type, torch.bfloat16, able)
