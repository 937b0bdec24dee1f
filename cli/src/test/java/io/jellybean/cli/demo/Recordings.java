package io.jellybean.cli.demo;

import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Short recordings of a small street. */
final class Recordings {

    /** What they are played at. */
    static final double FRAMES_PER_SECOND = 10;

    private static final StreetSettings STREET =
            StreetSettings.defaults().withSeed(4711).withCameras(2);

    private Recordings() {}

    /** Two cameras; the frames are {@code every} apart, so that a few show traffic. */
    static StreetRecording of(int framesPerCamera, int every) {
        Street street = Street.generate(STREET);
        Map<String, List<CameraFrame>> framesByCamera = new LinkedHashMap<>();
        for (int camera = 0; camera < STREET.cameras(); camera++) {
            int position = camera;
            List<CameraFrame> frames = IntStream.range(0, framesPerCamera)
                    .mapToObj(i -> street.camera(position).frame((long) i * every))
                    .toList();
            framesByCamera.put(frames.get(0).cameraId(), frames);
        }
        return new StreetRecording(STREET.withFramesPerSecond(FRAMES_PER_SECOND), framesByCamera);
    }
}
