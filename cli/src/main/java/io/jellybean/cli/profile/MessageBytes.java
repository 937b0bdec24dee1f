package io.jellybean.cli.profile;

import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.workflow.Channel;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.OperatorKind;
import io.jellybean.jobs.record.WireSize;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How many bytes a request of the sample takes on a channel, on average: in Flink's wire format, and what it is wrapped in. */
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

    /** The last variant of an operator stands for all; what another one makes of a frame may be a fifth more. */
    long on(Channel channel) {
        return WireSize.ENVELOPE + record(channel);
    }

    private long record(Channel channel) {
        Operator to = chain.workflow().operator(channel.to());
        Optional<Operator> from = chain.workflow().operators().stream()
                .filter(operator -> operator.id().equals(channel.from()))
                .findFirst();
        if (from.isEmpty()) {
            return to.kind() == OperatorKind.RECOGNISE ? HEADER + meanWav() : sample.meanFrameBytes();
        }
        return switch (from.get().kind()) {
            case DETECT -> detections() + (to.kind() == OperatorKind.EMBED ? crops() : 0);
            case EMBED, TRACK, ASSOCIATE -> detections() + embeddings();
            case RECOGNISE ->
                HEADER
                        + mean(questions.texts().stream()
                                .mapToLong(String::length)
                                .toArray());
            case EXTRACT, ANSWER -> HEADER + features();
        };
    }

    private long detections() {
        return chain.lastVariant(OperatorKind.DETECT)
                .map(variant -> mean(run.detections(variant).stream()
                        .mapToLong(WireSize::bytes)
                        .toArray()))
                .orElse(HEADER);
    }

    private long crops() {
        return mean(run.frames(chain.lastVariant(OperatorKind.DETECT).orElseThrow()).stream()
                .mapToLong(frame -> frame.crops().stream()
                        .mapToLong(crop -> COUNT + (long) crop.length)
                        .sum())
                .toArray());
    }

    /** Also a tracker sends them on, where there is an associator. */
    private long embeddings() {
        Optional<String> embedder = chain.lastVariant(OperatorKind.EMBED);
        if (embedder.isEmpty()) {
            return 0;
        }
        List<List<float[]>> embeddings =
                run.embeddings(chain.lastVariant(OperatorKind.DETECT).orElseThrow(), embedder.get());
        return mean(embeddings.stream()
                .mapToLong(frame -> frame.stream()
                        .mapToLong(embedding -> COUNT + (long) Float.BYTES * embedding.length)
                        .sum())
                .toArray());
    }

    private long features() {
        return chain.lastVariant(OperatorKind.EXTRACT)
                .map(variant ->
                        COUNT + (long) Float.BYTES * run.features(variant).get(0).length)
                .orElse(0L);
    }

    private long meanWav() {
        return mean(questions.wavs().stream().mapToLong(wav -> wav.length).toArray());
    }

    private static long mean(long[] values) {
        return Math.round(Arrays.stream(values).average().orElse(0));
    }
}
