package io.jellybean.benchmarks.engine;

import io.jellybean.cli.kafka.FrameSender;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetCamera;
import io.jellybean.simulator.StreetSettings;
import java.util.ArrayList;
import java.util.List;

/** Frames of a street's three cameras, which a few drawn seconds, forwards and backwards, are enough for. */
final class FilledTopic {

    private static final int SEED = 5_001;
    private static final int DRAWN = 60;

    private final List<String> cameras = new ArrayList<>();
    private final List<List<byte[]>> pictures = new ArrayList<>();

    FilledTopic() {
        for (StreetCamera camera :
                Street.generate(StreetSettings.defaults().withSeed(SEED)).cameras()) {
            cameras.add(camera.id());
            List<byte[]> drawn = new ArrayList<>();
            for (int number = 0; number < DRAWN; number++) {
                drawn.add(camera.frame(number).jpeg());
            }
            pictures.add(drawn);
        }
    }

    int cameras() {
        return cameras.size();
    }

    /** The picture that a camera takes as its so manieth. */
    private byte[] picture(int camera, int number) {
        int back = number % (2 * DRAWN);
        return pictures.get(camera).get(Math.min(back, 2 * DRAWN - 1 - back));
    }

    /** Sends so many frames, one camera after the other, as fast as the broker takes them. */
    void fill(String kafka, int frames) {
        try (FrameSender sender = new FrameSender(kafka, "frames")) {
            for (int frame = 0; frame < frames; frame++) {
                int camera = frame % cameras.size();
                sender.send(cameras.get(camera), picture(camera, frame / cameras.size()));
            }
            sender.flush();
        }
    }
}
