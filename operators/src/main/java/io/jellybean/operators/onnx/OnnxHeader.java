package io.jellybean.operators.onnx;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;

/**
 * The little of an ONNX file (a protobuf message, {@code ModelProto}) that a person wants to know of one which the runtime
 * refuses: which opset it was written for.
 */
final class OnnxHeader {

    private static final int OPSET_IMPORT = 8;
    private static final int OPSET_DOMAIN = 1;
    private static final int OPSET_VERSION = 2;
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private OnnxHeader() {}

    /** The version of the standard operators; empty if the file does not say, or is damaged before it does. */
    static OptionalLong opset(byte[] onnx) {
        ByteBuffer model = ByteBuffer.wrap(onnx);
        try {
            while (model.hasRemaining()) {
                long tag = varint(model);
                if (tag >>> 3 == OPSET_IMPORT && (tag & 7) == BYTES) {
                    OptionalLong version = standardOpset(bytes(model));
                    if (version.isPresent()) {
                        return version;
                    }
                } else {
                    skip(model, tag);
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException damaged) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    /** Other domains than the standard's have a name. */
    private static OptionalLong standardOpset(ByteBuffer opsetImport) {
        long version = -1;
        while (opsetImport.hasRemaining()) {
            long tag = varint(opsetImport);
            if (tag >>> 3 == OPSET_DOMAIN && bytes(opsetImport.duplicate()).hasRemaining()) {
                return OptionalLong.empty();
            }
            if (tag >>> 3 == OPSET_VERSION) {
                version = varint(opsetImport);
            } else {
                skip(opsetImport, tag);
            }
        }
        return version < 0 ? OptionalLong.empty() : OptionalLong.of(version);
    }

    private static void skip(ByteBuffer message, long tag) {
        switch ((int) (tag & 7)) {
            case VARINT -> varint(message);
            case EIGHT_BYTES -> message.position(message.position() + Long.BYTES);
            case BYTES -> bytes(message);
            case FOUR_BYTES -> message.position(message.position() + Integer.BYTES);
            default -> throw new IllegalArgumentException("not a protobuf tag: " + tag);
        }
    }

    private static ByteBuffer bytes(ByteBuffer message) {
        int length = (int) varint(message);
        ByteBuffer part = message.slice(message.position(), length);
        message.position(message.position() + length);
        return part;
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = message.get();
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of more than 64 bits");
    }
}
