package io.jellybean.cli.feed;

/**
 * The keys under which frames and what is asked about them find each other: {@code CAMERA-RUN-NUMBER}. The run is the moment of
 * its start, so that a second run does not ask again under the keys of the first.
 */
final class RequestKeys {

    private static final int LONGEST_KEY = 64;
    private static final int RADIX = 36;

    private final String run;

    /**
     * @param startedAtMillis when the run began, milliseconds since 1970 UTC
     */
    RequestKeys(long startedAtMillis) {
        this.run = Long.toString(startedAtMillis, RADIX);
    }

    /** At most 64 characters; of a very long name the first ones. */
    String of(String camera, long number) {
        String rest = "-%s-%d".formatted(run, number);
        return camera.substring(0, Math.min(camera.length(), LONGEST_KEY - rest.length())) + rest;
    }
}
