package io.jellybean.cli.evaluate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Vectors of floats as bytes: the length of each before it. */
final class FloatVectors {

    private FloatVectors() {}

    static byte[] encode(List<float[]> vectors) {
        int bytes = vectors.stream()
                .mapToInt(vector -> Integer.BYTES + Float.BYTES * vector.length)
                .reduce(0, Math::addExact);
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        for (float[] vector : vectors) {
            buffer.putInt(vector.length);
            for (float value : vector) {
                buffer.putFloat(value);
            }
        }
        return buffer.array();
    }

    static List<float[]> decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<float[]> vectors = new ArrayList<>();
        while (buffer.hasRemaining()) {
            float[] vector = new float[buffer.getInt()];
            buffer.asFloatBuffer().get(vector);
            buffer.position(buffer.position() + Float.BYTES * vector.length);
            vectors.add(vector);
        }
        return vectors;
    }
}
