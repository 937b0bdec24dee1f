package io.jellybean.cli.profile;

import io.jellybean.domain.profile.MessageSize;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.jobs.record.WireSize;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How many bytes a request of the sample takes on a channel, on average: in Flink's wire format, and what it is wrapped in. Where
 * the size depends on an operator farther up, it is the mean of all its variants; one of them alone may differ by a fifth.
 */
final class MessageBytes {

    /** A record that names a camera, a number and a time, and nothing else. */
    private static final long HEADER = WireSize.bytes(DetectedFrame.rejected("cam-1", 0, 0));

    /** Of an array or a list. */
    private static final int COUNT = 5;

    private final Chain chain;
    private final SampleFrames sample;
    private final SampleQuestions questions;
    private final SampleRun run;

    MessageBytes(Chain chain, SampleFrames sample, SampleQuestions questions, SampleRun run) {
        this.chain = chain;
        this.sample = sample;
        this.questions = questions;
        this.run = run;
    }

    /** For each variant of the sender; one for all if they send as much. */
    List<MessageSize> on(Channel channel) {
        Optional<Operator> from = chain.workflow().sender(channel);
        if (from.isEmpty()) {
            return List.of(new MessageSize(channel, null, WireSize.ENVELOPE + fromSource(channel)));
        }
        List<MessageSize> sizes = from.get().variants().stream()
                .map(variant ->
                        new MessageSize(channel, variant, WireSize.ENVELOPE + sent(from.get(), variant, channel)))
                .toList();
        boolean alike = sizes.stream().map(MessageSize::bytes).distinct().count() == 1;
        return alike ? List.of(new MessageSize(channel, null, sizes.get(0).bytes())) : sizes;
    }

    private long fromSource(Channel channel) {
        return chain.workflow().operator(channel.to()).kind() == OperatorKind.RECOGNISE
                ? HEADER + meanWav()
                : sample.meanFrameBytes();
    }

    private long sent(Operator from, String variant, Channel channel) {
        return switch (from.kind()) {
            case DETECT ->
                detections(variant)
                        + (chain.workflow().operator(channel.to()).kind() == OperatorKind.EMBED ? crops(variant) : 0);
            case EMBED -> detections() + embeddings(variant);
            case TRACK, ASSOCIATE ->
                detections()
                        + mean(variants(OperatorKind.EMBED).stream()
                                .mapToLong(this::embeddings)
                                .toArray());
            case RECOGNISE ->
                HEADER
                        + mean(questions.texts().stream()
                                .mapToLong(String::length)
                                .toArray());
            case EXTRACT -> HEADER + features(variant);
            case ANSWER ->
                HEADER
                        + mean(variants(OperatorKind.EXTRACT).stream()
                                .mapToLong(this::features)
                                .toArray());
        };
    }

    private long detections() {
        List<String> detectors = variants(OperatorKind.DETECT);
        return detectors.isEmpty()
                ? HEADER
                : mean(detectors.stream().mapToLong(this::detections).toArray());
    }

    private List<String> variants(OperatorKind kind) {
        return chain.operator(kind).map(Operator::variants).orElse(List.of());
    }

    private long detections(String detector) {
        return mean(run.detections(detector).stream().mapToLong(WireSize::bytes).toArray());
    }

    private long crops(String detector) {
        return mean(run.frames(detector).stream()
                .mapToLong(frame -> frame.crops().stream()
                        .mapToLong(crop -> COUNT + (long) crop.length)
                        .sum())
                .toArray());
    }

    /** Also a tracker sends them on, where there is an associator. */
    private long embeddings(String embedder) {
        long length = run.embeddingLength(chain.lastVariant(OperatorKind.DETECT).orElseThrow(), embedder);
        double perFrame = variants(OperatorKind.DETECT).stream()
                .flatMap(variant -> run.frames(variant).stream())
                .mapToInt(frame -> frame.crops().size())
                .average()
                .orElseThrow();
        return Math.round(perFrame * (COUNT + Float.BYTES * length));
    }

    private long features(String extractor) {
        return COUNT + (long) Float.BYTES * run.features(extractor).get(0).length;
    }

    private long meanWav() {
        return mean(questions.wavs().stream().mapToLong(wav -> wav.length).toArray());
    }

    private static long mean(long[] values) {
        return Math.round(Arrays.stream(values).average().orElse(0));
    }
}
