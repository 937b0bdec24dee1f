package io.jellybean.operators.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.InflaterInputStream;

/**
 * An input tensor that is kept as 16-bit integers.
 *
 * @param type {@code uint8}, {@code int64} or {@code float32}
 * @param repeat how often each integer stands along each axis of the shape
 * @param unit by which each integer is multiplied
 */
record ReferenceInput(String type, List<Long> shape, List<Long> repeat, double unit, ShortBuffer integers) {

    static ReferenceInput of(String type, List<Long> shape, List<Long> repeat, double unit, String deflatedInt16) {
        byte[] deflated = Base64.getDecoder().decode(deflatedInt16);
        try (InflaterInputStream inflated = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            ByteBuffer bytes = ByteBuffer.wrap(inflated.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            return new ReferenceInput(type, shape, repeat, unit, bytes.asShortBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole tensor; to be closed. */
    OnnxTensor tensor() throws OrtException {
        long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
        int count = Math.toIntExact(LongStream.of(sizes).reduce(1, Math::multiplyExact));
        ByteBuffer values = ByteBuffer.allocateDirect(count * onnxType().size).order(ByteOrder.nativeOrder());
        for (int i = 0; i < count; i++) {
            short integer = integers.get(kept(i));
            switch (type) {
                case "uint8" -> values.put((byte) integer);
                case "int64" -> values.putLong(integer);
                default -> values.putFloat(integer * (float) unit);
            }
        }
        return OnnxTensor.createTensor(OnnxEnvironment.get(), values.flip(), sizes, onnxType());
    }

    /** Which integer stands at an index of the flattened tensor. */
    private int kept(int index) {
        long rest = index;
        long kept = 0;
        long stride = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            long size = shape.get(axis);
            kept += rest % size / repeat.get(axis) * stride;
            rest /= size;
            stride *= size / repeat.get(axis);
        }
        return (int) kept;
    }

    private OnnxJavaType onnxType() {
        return switch (type) {
            case "uint8" -> OnnxJavaType.UINT8;
            case "int64" -> OnnxJavaType.INT64;
            case "float32" -> OnnxJavaType.FLOAT;
            default ->
                throw new IllegalArgumentException(
                        "reference: type must be uint8, int64 or float32, but was %s".formatted(type));
        };
    }
}
