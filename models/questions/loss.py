"""What the extractor learns: one peak per vehicle as in CenterNet (Zhou et al., 2019), type and colour around it."""

import torch
from torch.nn import functional

from .variants import COLOURS, STRIDE

TYPE_GAIN, COLOUR_GAIN = 0.5, 1.0


@torch.no_grad()
def targets(boxes: torch.Tensor, codes: torch.Tensor, real: torch.Tensor, rows: int, columns: int):
    """Per cell: heat 0..1, whether it counts, which vehicle is next [n, rows, columns], and how near it is 0..1.

    boxes [n, v, 4] in pixels, codes and real [n, v]. Around a vehicle that an observer may overlook, no cell counts.
    """
    middle = (boxes[..., :2] + boxes[..., 2:]) / 2 / STRIDE
    size = (boxes[..., 2:] - boxes[..., :2]) / STRIDE
    cell = middle.floor() + 0.5
    spread = (size * 0.12).clamp(min=0.45)
    x = torch.arange(columns, device=boxes.device) + 0.5
    y = torch.arange(rows, device=boxes.device) + 0.5
    across = ((x - cell[..., :1]) / spread[..., :1]).square()
    down = ((y - cell[..., 1:]) / spread[..., 1:]).square()
    near = torch.exp(-0.5 * (down[..., :, None] + across[..., None, :])) * real[..., None, None]
    clear = (codes % 2 == 1)[..., None, None]
    heat = (near * clear).amax(1)
    counts = (near * ~clear).amax(1) < 0.1
    return heat, counts | (heat == 1), near.argmax(1), near.amax(1)


def loss(outputs, boxes: torch.Tensor, codes: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
    """The loss of a batch; see `Readout` and `targets` for the shapes."""
    middle, type, colour = outputs
    heat, counts, vehicle, near = targets(boxes, codes, real, *middle.shape[1:])
    peak = heat == 1
    vehicles = peak.sum().clamp(min=1)
    p = middle.sigmoid()
    gain = torch.where(peak, (1 - p).square(), (1 - heat).pow(4) * p.square()) * counts
    heat_loss = (functional.binary_cross_entropy_with_logits(middle, peak.float(), reduction="none") * gain).sum()
    inside = near > 0.6
    code = codes.gather(1, vehicle.flatten(1)).view_as(vehicle)[inside] // 2
    weight = near[inside]

    def entropy(logits: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
        each = functional.cross_entropy(logits.permute(0, 2, 3, 1)[inside], wanted, reduction="none")
        return (each * weight).sum() / weight.sum().clamp(min=1)

    label_loss = TYPE_GAIN * entropy(type, code // len(COLOURS)) + COLOUR_GAIN * entropy(colour, code % len(COLOURS))
    return heat_loss / vehicles + label_loss
