package io.jellybean.cli.feed;

import java.time.Duration;
import java.util.Locale;

/**
 * How a camera is doing.
 *
 * @param sinceInState how long it has been so
 * @param framesSent so far
 * @param framesPerSecond of late
 * @param failures how often it failed so far
 * @param lastError why it failed the last time; empty if it never has
 */
record CameraStatus(
        String camera,
        String description,
        CameraState state,
        Duration sinceInState,
        long framesSent,
        double framesPerSecond,
        long failures,
        String lastError) {

    /** One line for a person, such as {@code cam-1  streaming  15.0 fps  150 frames}. */
    String line(int nameWidth) {
        String text = String.format(
                Locale.ROOT,
                "  %-" + nameWidth + "s  %-22s %5.1f fps %8d frames",
                camera,
                state.since(sinceInState),
                framesPerSecond,
                framesSent);
        return lastError.isEmpty()
                ? text
                : "%s  %d %s, last: %s".formatted(text, failures, failures == 1 ? "failure" : "failures", lastError);
    }
}
