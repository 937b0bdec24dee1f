"""What the training of every operator shares: weight averages, manifests, references for Java, quantization."""
