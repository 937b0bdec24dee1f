package io.jellybean.jobs.graph;

import io.jellybean.domain.io.ResultJson;
import io.jellybean.domain.result.DetectedFrame;
import io.jellybean.domain.result.RejectedFrame;
import io.jellybean.domain.result.TrackedFrame;
import io.jellybean.domain.workflow.Operator;
import io.jellybean.domain.workflow.Sink;
import io.jellybean.domain.workflow.Source;
import io.jellybean.jobs.kafka.KafkaTopics;
import io.jellybean.jobs.model.PackagedModels;
import io.jellybean.jobs.record.IncomingFrame;
import io.jellybean.jobs.record.NumberedFrame;
import io.jellybean.jobs.spec.JobSpec;
import io.jellybean.jobs.spec.JobSpecCompiler;
import io.jellybean.jobs.spec.Vertex;
import io.jellybean.jobs.stage.DetectFunction;
import io.jellybean.jobs.stage.IngestFunction;
import io.jellybean.jobs.stage.Rejections;
import io.jellybean.jobs.stage.TrackFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamSink;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The Flink job graph of a job specification. */
public final class JobGraph {

    private final StreamExecutionEnvironment environment;
    private final JobSpec job;
    private final KafkaTopics topics;
    private final Outputs<NumberedFrame> frames;
    private final Outputs<DetectedFrame> detections;
    private final Outputs<TrackedFrame> tracks;
    private final List<DataStream<RejectedFrame>> rejections = new ArrayList<>();

    public JobGraph(StreamExecutionEnvironment environment, JobSpec job, KafkaTopics topics) {
        this.environment = environment;
        this.job = job;
        this.topics = topics;
        this.frames = new Outputs<>(job, NumberedFrame.class);
        this.detections = new Outputs<>(job, DetectedFrame.class);
        this.tracks = new Outputs<>(job, TrackedFrame.class);
    }

    /**
     * Adds the whole job to the environment.
     *
     * @throws IllegalArgumentException if an operator gets records it cannot take
     */
    public void build() {
        environment.configure(JobSettings.of(job.maxParallelism()));
        environment.getConfig().setMaxParallelism(job.maxParallelism());
        job.vertices().stream()
                .map(Vertex::slotGroup)
                .distinct()
                .forEach(group -> environment.registerSlotSharingGroup(SlotGroups.of(group)));
        job.workflow().sources().forEach(this::addSource);
        job.workflow().operators().forEach(this::addOperator);
        job.workflow().sinks().forEach(this::addSink);
        addRejectedSink();
    }

    private void addSource(Source source) {
        Vertex reader = vertexOf(job.sources(), source.id());
        SingleOutputStreamOperator<IncomingFrame> incoming = place(
                reader,
                environment.fromSource(topics.frames(source.topic()), WatermarkStrategy.noWatermarks(), reader.uid()));
        Vertex ingest = vertexOf(job.ingests(), source.id());
        SingleOutputStreamOperator<NumberedFrame> numbered =
                place(ingest, incoming.keyBy(IncomingFrame::camera).process(new IngestFunction(ingest.uid())));
        frames.add(ingest, numbered);
        rejections.add(numbered.getSideOutput(Rejections.TAG));
    }

    private void addOperator(Operator operator) {
        for (Vertex vertex : job.verticesOf(operator.id())) {
            switch (operator.kind()) {
                case DETECT -> addDetector(vertex);
                case TRACK -> addTracker(vertex);
                case EMBED, ASSOCIATE, RECOGNISE, EXTRACT, ANSWER ->
                    throw new IllegalArgumentException(String.join("; ", JobSpecCompiler.notYetRun(job.workflow())));
            }
        }
    }

    private void addDetector(Vertex vertex) {
        String variant = variant(vertex.node());
        String sha256 = Objects.requireNonNull(job.sha256ByVariant().get(variant));
        SingleOutputStreamOperator<DetectedFrame> detected = place(
                vertex,
                frames.into(vertex)
                        .rebalance()
                        .process(new DetectFunction(
                                vertex.node(),
                                variant,
                                sha256,
                                vertex.slotGroup().provider())));
        detections.add(vertex, detected);
        rejections.add(detected.getSideOutput(Rejections.TAG));
    }

    private void addTracker(Vertex vertex) {
        tracks.add(
                vertex,
                place(
                        vertex,
                        detections
                                .into(vertex)
                                .keyBy(DetectedFrame::camera)
                                .process(new TrackFunction(labels(vertex)))));
    }

    /** The classes that the detector before a tracker knows. */
    private List<String> labels(Vertex tracker) {
        return job.workflow().channelsInto(tracker.node()).stream()
                .map(channel ->
                        PackagedModels.detectorManifest(variant(channel.from())).labels())
                .findFirst()
                .orElseThrow();
    }

    private String variant(String operator) {
        return Objects.requireNonNull(job.variantByOperator().get(operator));
    }

    private void addSink(Sink sink) {
        Vertex vertex = vertexOf(job.sinks(), sink.topic());
        detections
                .from(sink.from())
                .ifPresent(stream -> write(
                        vertex,
                        stream.filter(frame -> !frame.wasRejected())
                                .name("usable frames")
                                .setParallelism(vertex.parallelism())
                                .slotSharingGroup(vertex.slotGroup().name()),
                        result -> ResultJson.DETECTED_FRAME.encode(result),
                        DetectedFrame::camera));
        tracks.from(sink.from())
                .ifPresent(stream ->
                        write(vertex, stream, result -> ResultJson.TRACKED_FRAME.encode(result), TrackedFrame::camera));
    }

    private void addRejectedSink() {
        Vertex vertex = vertexOf(job.sinks(), JobSpec.REJECTED_TOPIC);
        rejections.stream()
                .reduce((left, right) -> left.union(right))
                .ifPresent(stream -> write(
                        vertex, stream, result -> ResultJson.REJECTED_FRAME.encode(result), RejectedFrame::camera));
    }

    private <T> void write(
            Vertex vertex, DataStream<T> stream, KafkaTopics.ResultEncoder<T> json, KafkaTopics.CameraOf<T> camera) {
        DataStreamSink<T> sink = stream.sinkTo(topics.results(vertex.node(), json, camera));
        sink.uid(vertex.uid())
                .name(vertex.uid())
                .setParallelism(vertex.parallelism())
                .slotSharingGroup(vertex.slotGroup().name());
    }

    private static <T> SingleOutputStreamOperator<T> place(Vertex vertex, SingleOutputStreamOperator<T> stream) {
        return stream.uid(vertex.uid())
                .name(vertex.uid())
                .setParallelism(vertex.parallelism())
                .slotSharingGroup(vertex.slotGroup().name());
    }

    private static Vertex vertexOf(List<Vertex> vertices, String node) {
        return vertices.stream()
                .filter(vertex -> vertex.node().equals(node))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the job has no vertex for " + node));
    }
}
