package io.jellybean.benchmarks.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is served: a workflow, or its first steps.
 *
 * @param name for people
 * @param workflow the folder of the example
 * @param variants by operator; operators that are not named are left out
 * @param resultTopic the topic that gets one result for each request
 * @param aboutPerSecond what one core about does: how long a round takes follows from it
 */
record Served(String name, String workflow, Map<String, String> variants, String resultTopic, int aboutPerSecond) {

    private static final String VEHICLES = "vehicle-tracking";
    private static final String DETECT = "detect";
    private static final String RECOGNISE = "recognise";

    /** Frames are looked at by a detector. */
    static final Served DETECTOR_S = detector("s", 500);

    static final Served DETECTOR_M = detector("m", 300);
    static final Served DETECTOR_L = detector("l", 100);

    /** Vehicles are found, described, followed and recognised. */
    static final Served TRACKING = new Served(
            "vehicle tracking, s",
            VEHICLES,
            Map.of(
                    DETECT,
                    "vehicle-detector-s",
                    "embed",
                    "vehicle-embedding-s",
                    "track",
                    "default",
                    "associate",
                    "default"),
            "tracks",
            280);

    /** Spoken questions about frames are answered. */
    static final Served QUESTIONS = new Served(
            "spoken questions, s",
            "spoken-vqa",
            Map.of(RECOGNISE, "speech-s", "extract", "question-features-s", "answer", "question-answers-s"),
            "answers",
            200);

    private static Served detector(String size, int aboutPerSecond) {
        String detector = "vehicle-detector-" + size;
        return new Served(detector, VEHICLES, Map.of(DETECT, detector), "detections", aboutPerSecond);
    }

    /** Requests that one core serves in about so many seconds. */
    int requestsWithin(int seconds) {
        return aboutPerSecond * seconds;
    }

    /** Whether requests are spoken questions; else they are frames. */
    boolean isAsked() {
        return variants.containsKey(RECOGNISE);
    }

    /** The topics that requests come from. */
    List<String> sourceTopics() {
        return isAsked() ? List.of("questions", "asked-frames") : List.of("frames");
    }

    /** The variants in one word, from which {@link #variantsOf} makes them again. */
    String argument() {
        return new TreeMap<>(variants)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(","));
    }

    static Map<String, String> variantsOf(String argument) {
        return List.of(argument.split(",", -1)).stream()
                .map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }
}
