"""Batches for training: vehicles from several cameras, in boxes as a detector finds them, mirrored and lit differently."""

import numpy as np
import torch

from common.light import lit

from .data import Crops, cut

SHIFT = 0.04
SCALE = 0.05


class Batches:
    """Draws batches of several streets, some vehicles of each, some pictures of each vehicle, from different cameras first."""

    def __init__(self, crops: Crops, height: int, width: int, random: np.random.Generator):
        self.crops, self.height, self.width, self.random = crops, height, width, random
        self.by_street: dict[int, list[list[np.ndarray]]] = {}
        order = np.lexsort((crops.cameras, crops.identities))
        for mine in np.split(order, np.flatnonzero(np.diff(crops.identities[order])) + 1):
            cameras = np.split(mine, np.flatnonzero(np.diff(crops.cameras[mine])) + 1)
            if len(cameras) > 1:
                self.by_street.setdefault(int(crops.streets[mine[0]]), []).append(cameras)

    def draw(self, streets: int, vehicles: int, pictures: int):
        """Pictures float [n, 3, h, w] 0..1, and their identities [n] and cameras [n]."""
        chosen: list[int] = []
        for street in self.random.choice(list(self.by_street), streets, replace=False):
            seen = self.by_street[street]
            for vehicle in self.random.permutation(len(seen))[:vehicles]:
                cameras = self.random.permutation(len(seen[vehicle]))
                for i in range(pictures):
                    chosen.append(self.random.choice(seen[vehicle][cameras[i % len(cameras)]]))
        indices = np.array(chosen)
        return self.pictures(indices), torch.from_numpy(self.crops.identities[indices]), torch.from_numpy(self.crops.cameras[indices])

    def pictures(self, indices: np.ndarray) -> torch.Tensor:
        count, random = len(indices), self.random
        boxes = jittered(self.crops.boxes[indices], random)
        mirrored = random.random(count) < 0.5
        gain = random.uniform(0.9, 1.1, (count, 3)) * random.uniform(0.75, 1.3, (count, 1))
        images = np.empty((count, self.height, self.width, 3), np.float32)
        for i, chosen in enumerate(indices):
            image = cut(self.crops.picture(chosen), boxes[i], self.height, self.width)
            lit(np.ascontiguousarray(image[:, ::-1]) if mirrored[i] else image, gain[i], images[i])
        return torch.from_numpy(images).permute(0, 3, 1, 2)


def jittered(boxes: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Boxes [n, 4] moved and scaled a little, as a detector errs."""
    size = boxes[:, 2:] - boxes[:, :2]
    middle = (boxes[:, :2] + boxes[:, 2:]) / 2 + random.normal(0, SHIFT, size.shape) * size
    half = size * np.exp(random.normal(0, SCALE, size.shape)) / 2
    return np.concatenate([middle - half, middle + half], 1)
