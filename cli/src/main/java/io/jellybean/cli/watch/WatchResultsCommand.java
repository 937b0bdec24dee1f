package io.jellybean.cli.watch;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.kafka.TopicFollower;
import io.jellybean.cli.terminal.OnInterrupt;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.StopSignal;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.cli.terminal.TimeConverter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jellybean watch-results}. */
@Command(
        name = "watch-results",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Follows what a served workflow writes to Kafka and prints a line for each result, or draws the tracks into the "
                    + "frames. A topic that is not there yet is awaited. Ends with Ctrl-C, or as --count and --for say.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean watch-results",
            "  jellybean watch-results answers rejected --from-beginning --for 30s",
            "  jellybean watch-results tracks=street-7.tracks --json --count 100 > tracks.jsonl",
            "  jellybean watch-results --video target/street.mp4 --for 1m",
            "",
            "Exit status: 0 ended, 1 failed or bad input, 130 interrupted."
        })
public final class WatchResultsCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(200);

    @Parameters(
            arity = "0..*",
            paramLabel = "[KIND=]TOPIC",
            description = "tracks, vehicles, detections, answers, rejected; a topic of another name with what it holds "
                    + "(default: these five).")
    private List<String> words = new ArrayList<>();

    @Option(names = "--from-beginning", description = "First all that the topics keep (default: from now on).")
    private boolean fromBeginning;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "End after this time, such as 30s or 5m.")
    private @Nullable Duration time;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "End after N results, or after N frames that were drawn.")
    private @Nullable Integer count;

    @Option(names = "--json", description = "Print the records as they are.")
    private boolean json;

    @Option(
            names = "--save-frames",
            paramLabel = "DIR",
            description = "Draw the tracks into the frames and save these as DIR/CAMERA-MILLIS.jpg; prints no results.")
    private @Nullable Path frameFolder;

    @Option(
            names = "--video",
            paramLabel = "FILE.mp4",
            description = "Draw the tracks into the frames and make a video of each camera, FILE-CAMERA.mp4.")
    private @Nullable Path video;

    @Option(
            names = "--frames",
            paramLabel = "TOPIC",
            defaultValue = "frames",
            description = "Where the frames are, for --save-frames and --video (default: ${DEFAULT-VALUE}).")
    private String framesTopic = "";

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "The Kafka broker (default: ${DEFAULT-VALUE}).")
    private String bootstrap = "";

    @Override
    public Integer call() throws IOException {
        CommandFailedException.requireRange("--count", count == null ? 1 : count, 1, Integer.MAX_VALUE);
        if (video != null && !video.toString().endsWith(".mp4")) {
            throw new CommandFailedException("--video must end with .mp4, but was \"%s\"".formatted(video));
        }
        ResultTopics topics = ResultTopics.parse(words);
        try (OnInterrupt interrupt = OnInterrupt.listen()) {
            if (frameFolder == null && video == null) {
                printResults(topics, interrupt.signal());
            } else {
                drawFrames(topics, interrupt.signal());
            }
            return ExitCode.OK;
        }
    }

    private void printResults(ResultTopics topics, StopSignal stop) {
        ResultLines lines = new ResultLines(System.out, topics, json);
        try (TopicFollower follower = follow(topics.names())) {
            long printed = 0;
            long endNanos = endNanos();
            while (!isOver(printed, endNanos, stop)) {
                for (ConsumerRecord<byte[], byte[]> record : follower.poll(POLL)) {
                    if (!isOver(printed, endNanos, stop)) {
                        lines.print(record);
                        printed++;
                    }
                }
            }
        }
    }

    private void drawFrames(ResultTopics topics, StopSignal stop) throws IOException {
        String tracks = topics.of(ResultKind.TRACKS)
                .orElseThrow(() -> new CommandFailedException(
                        "--save-frames and --video need the topic of the tracks. Maybe name it, too: tracks"));
        List<String> followed = new ArrayList<>(List.of(framesTopic, tracks));
        topics.of(ResultKind.VEHICLES).ifPresent(followed::add);
        try (PictureSinks sinks = new PictureSinks(frameFolder, video);
                TopicFollower follower = follow(followed);
                Step step = Terminal.ofStandardError().step("Drawing tracks into frames")) {
            AnnotatedFrames frames = new AnnotatedFrames(framesTopic, topics, sinks);
            long endNanos = endNanos();
            while (!isOver(frames.drawn(), endNanos, stop)) {
                for (ConsumerRecord<byte[], byte[]> record : follower.poll(POLL)) {
                    if (!isOver(frames.drawn(), endNanos, stop)) {
                        long before = frames.drawn();
                        frames.take(record);
                        if (frames.drawn() > before) {
                            step.advance();
                        }
                    }
                }
                follower.pause(frames::hasEnoughOf);
            }
            step.done("%d frames; %d had to be given up before their tracks came"
                    .formatted(frames.drawn(), frames.givenUp()));
        }
    }

    private TopicFollower follow(List<String> names) {
        TopicFollower follower = new TopicFollower(bootstrap, names, fromBeginning);
        List<String> awaited = new ArrayList<>(names);
        awaited.removeAll(follower.found());
        if (!awaited.isEmpty()) {
            System.err.println("Waiting for topics that are not there yet: %s".formatted(String.join(", ", awaited)));
        }
        return follower;
    }

    private boolean isOver(long done, long endNanos, StopSignal stop) {
        return stop.isRaised()
                || (count != null && done >= count)
                || (time != null && System.nanoTime() - endNanos >= 0);
    }

    private long endNanos() {
        return System.nanoTime() + (time == null ? 0 : time.toNanos());
    }
}
