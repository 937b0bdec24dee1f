package io.jellybean.cli.feed;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.source.CameraSource;
import io.jellybean.cli.source.CameraSources;
import io.jellybean.cli.source.JpegEncoder;
import io.jellybean.cli.street.FrameSize;
import io.jellybean.simulator.StreetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where frames come from and how they look. */
final class SourceOptions {

    private static final int MOST_CAMERAS = 64;
    private static final FrameSize LARGEST = new FrameSize(4096, 2304); // ingest refuses larger ones
    private static final double IMAGES_PER_SECOND = 10;
    private static final double USUAL_QUALITY = 0.85;

    @Option(
            names = "--street",
            paramLabel = "[PREFIX=]SEED",
            description = "The three cameras of a simulated street: cam-1, cam-2, cam-3, or PREFIX-cam-1 and so on.")
    private List<String> streets = new ArrayList<>();

    @Option(
            names = "--images",
            paramLabel = "[CAMERA=]DIR",
            description = "The images of a folder, in the order of their names.")
    private List<String> folders = new ArrayList<>();

    @Option(
            names = "--video",
            paramLabel = "[CAMERA=]FILE",
            description = "A video file, such as mp4 with H.264 or H.265.")
    private List<String> videos = new ArrayList<>();

    @Option(
            names = "--rtsp",
            paramLabel = "[CAMERA=]URL",
            description = "A camera in the network; one that fails is tried again and again, after up to 30 s.")
    private List<String> addresses = new ArrayList<>();

    @Option(
            names = "--fps",
            paramLabel = "N",
            description =
                    "Frames of each camera in a second, up to 120 (default: as they were taken; images 10, a street 15).")
    private @Nullable Double framesPerSecond;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "A street is drawn in this size, larger pictures are scaled down to fit into it "
                    + "(default: streets 640x360, others at most 4096x2304).")
    private @Nullable String size;

    @Option(
            names = "--jpeg-quality",
            paramLabel = "Q",
            defaultValue = "" + USUAL_QUALITY,
            description = "Of frames that are not JPEG already, above 0 and at most 1 (default: ${DEFAULT-VALUE}).")
    private double jpegQuality;

    boolean haveStreets() {
        return !streets.isEmpty();
    }

    /** The rate of each camera; 0 for each its own. */
    double framesPerSecond() {
        return framesPerSecond == null ? 0 : framesPerSecond;
    }

    /**
     * The cameras that are meant.
     *
     * @throws CommandFailedException if there is none, or two have one name, or an option has a value that it cannot have
     */
    List<CameraSource> cameras() {
        CommandFailedException.requireRange("--fps", framesPerSecond == null ? 1 : framesPerSecond, 0.01, 120);
        CommandFailedException.requireRange("--jpeg-quality", jpegQuality, 0.01, 1);
        JpegEncoder encoder = encoder();
        StreetSettings street = street();
        double imagesPerSecond = framesPerSecond == null ? IMAGES_PER_SECOND : framesPerSecond;
        List<CameraSource> cameras = new ArrayList<>();
        streets.forEach(seed -> cameras.addAll(CameraSources.street(seed, street)));
        folders.forEach(folder -> cameras.add(CameraSources.images(folder, imagesPerSecond, encoder)));
        videos.forEach(file -> cameras.add(CameraSources.video(file, encoder)));
        addresses.forEach(url -> cameras.add(CameraSources.rtsp(url, encoder)));
        requireCamerasApart(cameras);
        return cameras;
    }

    private static void requireCamerasApart(List<CameraSource> cameras) {
        if (cameras.isEmpty()) {
            throw new CommandFailedException(
                    "there must be a camera, but none was given. Maybe add --street 7, or --images, --video or --rtsp.");
        }
        CommandFailedException.requireRange("The number of cameras", cameras.size(), 1, MOST_CAMERAS);
        cameras.stream()
                .collect(Collectors.groupingBy(CameraSource::camera, Collectors.counting()))
                .forEach((camera, count) -> {
                    if (count > 1) {
                        throw new CommandFailedException(
                                "each camera must have a name of its own, but %d are called %s. Maybe give one another: --video gate=FILE, --street north=SEED."
                                        .formatted(count, camera));
                    }
                });
    }

    private JpegEncoder encoder() {
        FrameSize most = size == null ? LARGEST : FrameSize.parse(size);
        return new JpegEncoder(jpegQuality, most.width(), most.height());
    }

    private StreetSettings street() {
        StreetSettings street = StreetSettings.defaults().withJpegQuality(jpegQuality);
        if (framesPerSecond != null) {
            street = street.withFramesPerSecond(framesPerSecond);
        }
        if (size != null) {
            FrameSize wanted = FrameSize.parse(size);
            street = street.withFrameSize(wanted.width(), wanted.height());
        }
        return street;
    }
}
