"""Supervised contrast (Khosla et al., 2020): of all pictures in a batch, those of the same vehicle are to be the nearest.

Only pictures of other cameras count as the same vehicle: within one camera vehicles are followed by their motion.
"""

import torch

TEMPERATURE = 0.1


def loss(embeddings: torch.Tensor, identities: torch.Tensor, cameras: torch.Tensor) -> torch.Tensor:
    """The loss of a batch: embeddings [n, dimensions] of length 1, identities [n], cameras [n]."""
    same = identities[:, None] == identities
    wanted = same & (cameras[:, None] != cameras)
    logits = (embeddings @ embeddings.T / TEMPERATURE).masked_fill(same & ~wanted, float("-inf"))
    surprise = torch.logsumexp(logits, 1, keepdim=True) - logits
    count = wanted.sum(1)
    per_picture = surprise.masked_fill(~wanted, 0.0).sum(1) / count.clamp(min=1)
    return per_picture.sum() / (count > 0).sum().clamp(min=1)
