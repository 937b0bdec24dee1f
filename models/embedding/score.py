"""mAP of searching a vehicle in the other cameras of its street; its interval by drawing streets again and again."""

from typing import Callable

import numpy as np

from .data import Crops, cut


def embed(run: Callable[[np.ndarray], np.ndarray], crops: Crops, height: int, width: int) -> np.ndarray:
    """The embeddings of all crops [n, dimensions]; `run` makes them of images, uint8 [n, height, width, 3]."""
    return np.concatenate([run(stretched(crops, part, height, width)) for part in np.array_split(range(len(crops)), len(crops) // 250 + 1)])


def stretched(crops: Crops, chosen: np.ndarray, height: int, width: int) -> np.ndarray:
    """Crops as the job makes them: uint8 [n, height, width, 3]."""
    return np.stack([cut(crops.picture(i), crops.boxes[i], height, width) for i in chosen])


def average_precisions(embeddings: np.ndarray, identities: np.ndarray, cameras: np.ndarray) -> np.ndarray:
    """Of one street: for each picture that another camera saw the vehicle of, the average precision of the search.

    The gallery of a picture are all pictures of the other cameras, the nearest first.
    """
    found = []
    similarity = embeddings @ embeddings.T
    for query in range(len(embeddings)):
        gallery = np.flatnonzero(cameras != cameras[query])
        order = gallery[np.argsort(-similarity[query, gallery], kind="stable")]
        hit = identities[order] == identities[query]
        if hit.any():
            precision = np.cumsum(hit) / np.arange(1, len(hit) + 1)
            found.append(precision[hit].mean())
    return np.array(found)


def mean_average_precision(embeddings: np.ndarray, crops: Crops, draws: int = 0) -> tuple[float, list[float]]:
    """mAP over the searches of all streets and, after `draws` bootstrap draws of whole streets, its 95 % interval."""
    streets = np.unique(crops.streets)
    sums, counts = np.zeros(len(streets)), np.zeros(len(streets))
    for i, street in enumerate(streets):
        mine = crops.streets == street
        found = average_precisions(embeddings[mine], crops.identities[mine], crops.cameras[mine])
        sums[i], counts[i] = found.sum(), len(found)
    random = np.random.default_rng(0)
    chosen = random.integers(0, len(streets), (draws, len(streets)))
    drawn = sums[chosen].sum(1) / counts[chosen].sum(1)
    interval = [float(x) for x in np.percentile(drawn, [2.5, 97.5])] if draws else []
    return float(sums.sum() / counts.sum()), interval


def tracks(embeddings: np.ndarray, crops: Crops) -> tuple[np.ndarray, Crops]:
    """One mean embedding for each vehicle at each camera, and the first crop of each: what is associated across cameras."""
    _, first, track = np.unique(np.stack([crops.identities, crops.cameras]), axis=1, return_index=True, return_inverse=True)
    means = np.zeros((len(first), embeddings.shape[1]), np.float32)
    np.add.at(means, track, embeddings)
    return means / np.linalg.norm(means, axis=1, keepdims=True), crops.where(first)
