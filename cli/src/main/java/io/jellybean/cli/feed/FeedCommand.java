package io.jellybean.cli.feed;

import io.jellybean.cli.CommandFailedException;
import io.jellybean.cli.kafka.FrameSender;
import io.jellybean.cli.kafka.Topic;
import io.jellybean.cli.kafka.Topics;
import io.jellybean.cli.source.CameraSource;
import io.jellybean.cli.terminal.OnInterrupt;
import io.jellybean.cli.terminal.StatusLines;
import io.jellybean.cli.terminal.Step;
import io.jellybean.cli.terminal.Terminal;
import io.jellybean.simulator.Speaker;
import io.jellybean.simulator.SpeechSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jellybean feed}. */
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sends the frames of cameras to Kafka, where a served workflow takes them: of simulated streets, folders of images, "
                    + "video files and cameras in the network, any number of each at once. A topic that is missing is "
                    + "created. Ends when all cameras have ended, or with Ctrl-C.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  jellybean feed --street 7",
            "  jellybean feed --rtsp gate=rtsp://10.0.0.7/stream --rtsp yard=rtsp://10.0.0.8/stream --fps 10",
            "  jellybean feed --video crossing.mp4 --images parking=shots/ --loop --size 1280x720",
            "  jellybean feed --street 7 --questions questions --spoken --truth target/truth.jsonl --limit 300",
            "",
            "Exit status: 0 all cameras ended, 1 one failed, 130 interrupted; what was sent by then is in Kafka."
        })
public final class FeedCommand implements Callable<Integer> {

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Option(names = "--loop", description = "Begin images and videos again when they have ended.")
    private boolean loop;

    @Option(names = "--limit", paramLabel = "N", description = "End each camera after N frames (default: no limit).")
    private @Nullable Integer limit;

    @Option(
            names = "--requests",
            description = "Give each frame a request's key in its header \"request\": CAMERA-RUN-NUMBER.")
    private boolean requests;

    @Option(
            names = "--questions",
            paramLabel = "TOPIC",
            description =
                    "Ask questions about frames of streets; the frames that are asked about have a request's key.")
    private @Nullable String questionsTopic;

    @Option(
            names = "--ask-every",
            paramLabel = "N",
            defaultValue = "15",
            description = "Ask about every n-th frame of each camera (default: ${DEFAULT-VALUE}).")
    private int askEvery;

    @Option(names = "--spoken", description = "Ask aloud, not in writing. Needs espeak-ng (apt-get install espeak-ng).")
    private boolean spoken;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Write down the true vehicles and answers of streets, one JSON object per frame.")
    private @Nullable Path truthFile;

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "The Kafka broker (default: ${DEFAULT-VALUE}).")
    private String bootstrap = "";

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            defaultValue = "frames",
            description = "Where the frames go (default: ${DEFAULT-VALUE}).")
    private String topic = "";

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "" + Topic.PARTITIONS,
            description = "Of topics that are created; cameras share them (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Override
    public Integer call() throws InterruptedException, IOException {
        CommandFailedException.requireRange("--ask-every", askEvery, 1, 1_000_000);
        CommandFailedException.requireRange("--partitions", partitions, 1, 1_000);
        CommandFailedException.requireRange("--limit", limit == null ? 1 : limit, 1, Integer.MAX_VALUE);
        requireStreetsForWhatOnlyTheyKnow();
        List<CameraSource> cameras = sources.cameras();
        QuestionAsker asker = asker();
        Terminal terminal = Terminal.ofStandardError();
        ensureTopics(terminal);
        try (FrameSender sender = new FrameSender(bootstrap, topic);
                TruthFile truth = truthFile == null ? null : new TruthFile(truthFile);
                OnInterrupt interrupt = OnInterrupt.listen()) {
            KafkaOutlet outlet =
                    new KafkaOutlet(sender, requests, new RequestKeys(System.currentTimeMillis()), asker, truth);
            StatusLines lines = terminal.statusLines();
            List<CameraStatus> ended = new Feed(cameras, settings(), outlet, interrupt.signal())
                    .run(statuses -> lines.show(lines(statuses)));
            sender.flush();
            lines.showLast(lines(ended));
            System.out.println(summary(ended));
            return ended.stream().anyMatch(camera -> camera.state() == CameraState.FAILED)
                    ? ExitCode.SOFTWARE
                    : ExitCode.OK;
        }
    }

    private void requireStreetsForWhatOnlyTheyKnow() {
        if (!sources.haveStreets() && (questionsTopic != null || truthFile != null)) {
            throw new CommandFailedException(
                    "%s needs --street: only of a simulated street the truth is known. Maybe add --street 7."
                            .formatted(questionsTopic != null ? "--questions" : "--truth"));
        }
        if (spoken && questionsTopic == null) {
            throw new CommandFailedException(
                    "--spoken needs --questions, the topic of what is asked. Maybe add --questions questions.");
        }
    }

    private @Nullable QuestionAsker asker() {
        return questionsTopic == null
                ? null
                : new QuestionAsker(questionsTopic, askEvery, spoken ? new Speaker(SpeechSplit.TEST) : null);
    }

    private FeedSettings settings() {
        return FeedSettings.defaults()
                .withFramesPerSecond(sources.framesPerSecond())
                .withLoop(loop)
                .withFramesPerCamera(limit == null ? Long.MAX_VALUE : limit.longValue());
    }

    private void ensureTopics(Terminal terminal) throws InterruptedException {
        List<Topic> topics = new ArrayList<>();
        topics.add(Topic.frames(topic, partitions));
        if (questionsTopic != null) {
            topics.add(Topic.questions(questionsTopic, partitions));
        }
        String names = String.join(", ", topics.stream().map(Topic::name).toList());
        try (Step step = terminal.step("Checking the topics at %s".formatted(bootstrap))) {
            new Topics(bootstrap).ensure(topics);
            step.done(names);
        }
    }

    private static List<String> lines(List<CameraStatus> cameras) {
        int nameWidth = cameras.stream()
                .mapToInt(camera -> camera.camera().length())
                .max()
                .orElse(0);
        return cameras.stream().map(camera -> camera.line(nameWidth)).toList();
    }

    private String summary(List<CameraStatus> cameras) {
        long frames = cameras.stream().mapToLong(CameraStatus::framesSent).sum();
        return "%d frames of %d %s are in topic %s"
                .formatted(frames, cameras.size(), cameras.size() == 1 ? "camera" : "cameras", topic);
    }
}
