package io.jellybean.operators.onnx;

/**
 * What a network's tensors turned out to be.
 *
 * @param outputShape that the manifest promises, {@link TensorSpec#ANY} where it does not
 * @param fixedBatch the only batch size that the network takes, or 0 if it takes any
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record Signature(long[] outputShape, int fixedBatch) {}
