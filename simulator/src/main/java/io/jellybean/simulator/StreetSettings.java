package io.jellybean.simulator;

import static io.jellybean.simulator.Checks.require;

/**
 * What decides a street: the same settings give the same frames, pixel for pixel.
 *
 * @param seed of everything that is drawn: houses, cameras, traffic, weather
 * @param cameras along the street, 1..64; their ids are {@code cam-1}, {@code cam-2}, ...
 * @param width of a frame in pixels, 160..3840
 * @param height of a frame in pixels, 90..2160
 * @param framesPerSecond of every camera, above 0 and at most 120
 * @param vehiclesPerMinute that enter the street from both ends together, on average, 0..120
 * @param jpegQuality of the frames, above 0 and at most 1
 */
public record StreetSettings(
        long seed,
        int cameras,
        int width,
        int height,
        double framesPerSecond,
        double vehiclesPerMinute,
        double jpegQuality) {

    public StreetSettings {
        require(cameras >= 1 && cameras <= 64, "cameras", "in 1..64", cameras);
        require(width >= 160 && width <= 3840, "width", "in 160..3840", width);
        require(height >= 90 && height <= 2160, "height", "in 90..2160", height);
        require(
                framesPerSecond > 0.0 && framesPerSecond <= 120.0,
                "framesPerSecond",
                "> 0 and <= 120",
                framesPerSecond);
        require(
                vehiclesPerMinute >= 0.0 && vehiclesPerMinute <= Traffic.MOST_VEHICLES_PER_MINUTE,
                "vehiclesPerMinute",
                "in 0..120",
                vehiclesPerMinute);
        require(jpegQuality > 0.0 && jpegQuality <= 1.0, "jpegQuality", "> 0 and <= 1", jpegQuality);
    }

    /** Seed 1, three cameras of 640 x 360 at 15 frames a second, 60 vehicles a minute, JPEG quality 0.85. */
    public static StreetSettings defaults() {
        return new StreetSettings(1, 3, 640, 360, 15.0, 60.0, 0.85);
    }

    public StreetSettings withSeed(long newSeed) {
        return new StreetSettings(newSeed, cameras, width, height, framesPerSecond, vehiclesPerMinute, jpegQuality);
    }

    public StreetSettings withCameras(int newCameras) {
        return new StreetSettings(seed, newCameras, width, height, framesPerSecond, vehiclesPerMinute, jpegQuality);
    }

    /** The same street in frames of another size, in pixels. */
    public StreetSettings withFrameSize(int newWidth, int newHeight) {
        return new StreetSettings(seed, cameras, newWidth, newHeight, framesPerSecond, vehiclesPerMinute, jpegQuality);
    }

    public StreetSettings withFramesPerSecond(double newFramesPerSecond) {
        return new StreetSettings(seed, cameras, width, height, newFramesPerSecond, vehiclesPerMinute, jpegQuality);
    }

    public StreetSettings withVehiclesPerMinute(double newVehiclesPerMinute) {
        return new StreetSettings(seed, cameras, width, height, framesPerSecond, newVehiclesPerMinute, jpegQuality);
    }

    public StreetSettings withJpegQuality(double newJpegQuality) {
        return new StreetSettings(seed, cameras, width, height, framesPerSecond, vehiclesPerMinute, newJpegQuality);
    }
}
