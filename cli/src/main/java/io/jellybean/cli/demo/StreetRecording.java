package io.jellybean.cli.demo;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.simulator.CameraFrame;
import io.jellybean.simulator.Street;
import io.jellybean.simulator.StreetSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the cameras of a street see for a while, drawn beforehand so that drawing does not compete with what is measured.
 *
 * @param settings of the street
 * @param framesByCamera the frames of each camera, in order
 */
record StreetRecording(StreetSettings settings, Map<String, List<CameraFrame>> framesByCamera) {

    /**
     * Draws a street on all cores.
     *
     * @param drawn told after each frame
     */
    static StreetRecording of(StreetSettings settings, int framesPerCamera, Runnable drawn)
            throws InterruptedException {
        Street street = Street.generate(settings);
        ExecutorService artists =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<CameraFrame>> frames = new ArrayList<>();
            for (int number = 0; number < framesPerCamera; number++) {
                for (int camera = 0; camera < settings.cameras(); camera++) {
                    frames.add(artists.submit(drawing(street, camera, number, drawn)));
                }
            }
            Map<String, List<CameraFrame>> framesByCamera = new LinkedHashMap<>();
            for (Future<CameraFrame> frame : frames) {
                CameraFrame finished = frame.get();
                framesByCamera
                        .computeIfAbsent(finished.cameraId(), unseen -> new ArrayList<>())
                        .add(finished);
            }
            return new StreetRecording(settings, framesByCamera);
        } catch (ExecutionException failed) {
            throw new CommandFailedException("the street could not be drawn: " + failed.getCause(), failed);
        } finally {
            artists.shutdownNow();
        }
    }

    private static Callable<CameraFrame> drawing(Street street, int camera, int number, Runnable drawn) {
        return () -> {
            CameraFrame frame = street.camera(camera).frame(number);
            drawn.run();
            return frame;
        };
    }

    /** The cameras, in their order along the street. */
    List<String> cameras() {
        return List.copyOf(framesByCamera.keySet());
    }

    /** The frames of a camera, in order. */
    List<CameraFrame> frames(String camera) {
        return framesByCamera.getOrDefault(camera, List.of());
    }

    /** How many frames there are in all. */
    int size() {
        return framesByCamera.values().stream().mapToInt(List::size).sum();
    }

    /** How many bytes they have in all. */
    long bytes() {
        return framesByCamera.values().stream()
                .flatMap(List::stream)
                .mapToLong(frame -> frame.jpeg().length)
                .sum();
    }
}
