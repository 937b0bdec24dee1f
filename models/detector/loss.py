"""Which cell answers for which vehicle, and how wrong it is.

Cells are assigned as in TOOD (Feng et al., 2021): those whose prediction is best, by score^0.5 * IoU^6. Boxes are
learned by generalised IoU (Rezatofighi et al., 2019), classes by cross entropy against the quality of the box.
"""

import torch
from torch.nn import functional

from .network import Detector

CELLS_PER_VEHICLE = 10
BOX_GAIN = 5.0


def overlaps(a: torch.Tensor, b: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """IoU and generalised IoU of boxes [..., 4] as left, top, right, bottom; the leading dimensions broadcast."""
    shared = (torch.minimum(a[..., 2:], b[..., 2:]) - torch.maximum(a[..., :2], b[..., :2])).clamp(min=0).prod(-1)
    hull = (torch.maximum(a[..., 2:], b[..., 2:]) - torch.minimum(a[..., :2], b[..., :2])).clamp(min=0).prod(-1)
    union = (a[..., 2:] - a[..., :2]).prod(-1) + (b[..., 2:] - b[..., :2]).prod(-1) - shared
    iou = shared / (union + 1e-6)
    return iou, iou - (hull - union) / (hull + 1e-6)


@torch.no_grad()
def assign(network: Detector, boxes, scores, truth, classes, real):
    """For each cell the index of its vehicle, whether it has one, and the quality 0..1 that its score is to reach.

    boxes [n, cells, 4], scores [n, cells, classes], truth [n, vehicles, 4], classes and real [n, vehicles].
    """
    iou = overlaps(truth[:, :, None], boxes[:, None])[0]
    of_class = scores.gather(2, classes[:, None].expand(-1, scores.shape[1], -1)).transpose(1, 2)
    middle, half = (truth[..., :2] + truth[..., 2:]) / 2, (truth[..., 2:] - truth[..., :2]) / 2
    reach = torch.maximum(half[:, :, None], 0.75 * network.strides.T)  # a vehicle smaller than a cell still has one
    inside = ((network.centres.T - middle[:, :, None]).abs() <= reach).all(-1) & real[..., None]
    alignment = torch.where(inside, of_class.sqrt() * iou.pow(6) + 1e-9, torch.zeros_like(iou))
    best = alignment.topk(CELLS_PER_VEHICLE, dim=2)
    chosen = torch.zeros_like(alignment).scatter_(2, best.indices, (best.values > 0).float()) > 0
    vehicle = torch.where(chosen, iou + 1e-9, torch.zeros_like(iou)).argmax(1)
    taken = torch.zeros_like(chosen).scatter_(1, vehicle[:, None], chosen.any(1, keepdim=True)) & chosen
    alignment, iou = alignment * taken, iou * taken
    quality = alignment / (alignment.amax(2, keepdim=True) + 1e-9) * iou.amax(2, keepdim=True)
    return vehicle, taken.any(1), quality.amax(1)


def loss(network: Detector, raw, truth, classes, real) -> torch.Tensor:
    """The loss of a batch; see `assign` for the shapes."""
    boxes = network.boxes(raw).transpose(1, 2)
    logits = raw[:, 4:].transpose(1, 2)
    vehicle, positive, quality = assign(network, boxes.detach(), logits.detach().sigmoid(), truth, classes, real)
    label = functional.one_hot(classes.gather(1, vehicle), logits.shape[2]).float()
    target = label * (quality * positive)[..., None]
    total = target.sum().clamp(min=1.0)
    wanted = truth.gather(1, vehicle[..., None].expand(-1, -1, 4))
    generalised = overlaps(boxes[positive], wanted[positive])[1]
    box_loss = ((1 - generalised) * quality[positive]).sum() / total
    class_loss = functional.binary_cross_entropy_with_logits(logits, target, reduction="sum") / total
    return BOX_GAIN * box_loss + class_loss
