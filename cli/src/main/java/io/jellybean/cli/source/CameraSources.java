package io.jellybean.cli.source;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.simulator.StreetSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Cameras as people name them: {@code [NAME=]SEED}, {@code [NAME=]FILE}, {@code [NAME=]URL}. What can be seen to be wrong before
 * anything is opened is a {@link CommandFailedException}.
 */
public final class CameraSources {

    private CameraSources() {}

    /** All cameras of a street: {@code 7} has {@code cam-1, cam-2, ...}, {@code north=7} has {@code north-cam-1, ...}. */
    public static List<CameraSource> street(String prefixAndSeed, StreetSettings settings) {
        Named named = Named.parse(prefixAndSeed);
        if (!named.value().matches("\\d{1,18}")) {
            throw new CommandFailedException(
                    "--street must be a seed such as 7 or north=7, but was \"%s\"".formatted(prefixAndSeed));
        }
        String prefix = named.name() == null ? "" : named.name() + "-";
        return StreetSource.camerasOf(prefix, settings.withSeed(Long.parseLong(named.value())));
    }

    /**
     * A folder of images; without a name it is called like the folder.
     *
     * @param framesPerSecond at which the images count as taken
     */
    public static CameraSource images(String nameAndFolder, double framesPerSecond, JpegEncoder encoder) {
        Named named = Named.parse(nameAndFolder);
        Path folder = Path.of(named.value());
        if (!Files.isDirectory(folder)) {
            throw new CommandFailedException("--images must be a folder, but \"%s\" is none".formatted(folder));
        }
        String folderName = folder.toAbsolutePath().normalize().getFileName().toString();
        return new ImageFolder(named.nameOr(folderName), folder, framesPerSecond, encoder);
    }

    /** A video file; without a name it is called like the file without its ending. */
    public static CameraSource video(String nameAndFile, JpegEncoder encoder) {
        Named named = Named.parse(nameAndFile);
        Path file = Path.of(named.value());
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandFailedException("--video must be a file, but \"%s\" cannot be read".formatted(file));
        }
        String fileName = file.getFileName().toString().replaceFirst("(?<=.)\\.[^.]*$", "");
        return VideoSource.file(named.nameOr(fileName), file, encoder);
    }

    /** A camera in the network; without a name it is called like its host. */
    public static CameraSource rtsp(String nameAndUrl, JpegEncoder encoder) {
        Named named = Named.parse(nameAndUrl);
        CameraUrl url = new CameraUrl(named.value());
        return VideoSource.rtsp(named.nameOr(url.host()), url, encoder);
    }
}
