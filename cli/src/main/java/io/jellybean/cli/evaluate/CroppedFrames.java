package io.jellybean.cli.evaluate;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.operators.step.CroppedFrame;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What a detector makes of frames as bytes: for each the number of its crops, its record as JSON, and the crops. */
final class CroppedFrames {

    private CroppedFrames() {}

    static byte[] encode(List<CroppedFrame> frames) {
        List<byte[]> records = frames.stream()
                .map(frame -> ResultJson.DETECTED_FRAME.encode(frame.detected()))
                .toList();
        int bytes = records.stream()
                .mapToInt(record -> 2 * Integer.BYTES + record.length)
                .reduce(0, Math::addExact);
        int cropBytes = frames.stream()
                .flatMap(frame -> frame.crops().stream())
                .mapToInt(crop -> Integer.BYTES + crop.length)
                .reduce(0, Math::addExact);
        ByteBuffer buffer = ByteBuffer.allocate(Math.addExact(bytes, cropBytes));
        for (int i = 0; i < frames.size(); i++) {
            buffer.putInt(frames.get(i).crops().size());
            put(buffer, records.get(i));
            frames.get(i).crops().forEach(crop -> put(buffer, crop));
        }
        return buffer.array();
    }

    static List<CroppedFrame> decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<CroppedFrame> frames = new ArrayList<>();
        while (buffer.hasRemaining()) {
            int count = buffer.getInt();
            byte[] record = next(buffer);
            List<byte[]> crops = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                crops.add(next(buffer));
            }
            frames.add(new CroppedFrame(ResultJson.DETECTED_FRAME.decode(record), crops));
        }
        return frames;
    }

    private static void put(ByteBuffer buffer, byte[] part) {
        buffer.putInt(part.length).put(part);
    }

    private static byte[] next(ByteBuffer buffer) {
        byte[] part = new byte[buffer.getInt()];
        buffer.get(part);
        return part;
    }
}
