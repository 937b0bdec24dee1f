package io.jellybean.operators.onnx;

import ai.onnxruntime.OnnxJavaType;

/**
 * What a tensor of a network must be.
 *
 * @param name of the tensor in the ONNX file
 * @param shape {@link #ANY} where any number will do; the first dimension is the batch
 * @param manifestFields the fields of the manifest that say so, for messages
 */
@SuppressWarnings("ArrayRecordComponent") // made, compared with a network once, and never shared
record TensorSpec(String name, OnnxJavaType type, long[] shape, String manifestFields) {

    /** Any number; also what ONNX Runtime reports for a dimension that is known only when the network runs. */
    static final long ANY = -1;
}
