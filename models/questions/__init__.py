"""Questions about a frame: features of the picture, the net that answers from them, their data, scores and files."""
