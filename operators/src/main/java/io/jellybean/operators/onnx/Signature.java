package io.jellybean.operators.onnx;

/**
 * What a network's tensors turned out to be.
 *
 * @param rows the output's second dimension
 * @param fixedBatch the only batch size that the network takes, or 0 if it takes any
 */
record Signature(int rows, int fixedBatch) {}
